"""The notation of cues."""

import pytest

from classifiers.cues import cue_of, phrases_of
from classifiers.grammar import grammar


def test_alternatives_and_optional_words_are_written_out() -> None:
    assert phrases_of("a/b c?", grammar("en")) == {("a",), ("b",), ("a", "c"), ("b", "c")}


def test_contractions_mean_the_same_as_the_words_they_shorten() -> None:
    rules = grammar("en")
    assert phrases_of("can't", rules) == phrases_of("cannot", rules) == phrases_of("can_not", rules)


def test_word_forms_of_one_class_are_one_word() -> None:
    assert phrases_of("réglée", grammar("fr")) == phrases_of("payés", grammar("fr")) == {("PAID",)}


@pytest.mark.parametrize("slip", ["{unknown}", "PAYED"])
def test_an_unknown_name_is_refused(slip: str) -> None:
    with pytest.raises(KeyError):
        phrases_of(slip, grammar("en"))


def test_a_part_that_stands_for_too_much_is_refused() -> None:
    ten = "/".join("abcdefghij")
    with pytest.raises(ValueError, match="split it"):
        phrases_of(f"{ten} {ten} {ten} {ten}", grammar("en"))


def test_signs_in_front_tell_how_a_cue_counts() -> None:
    cue = cue_of("paid", "!?~x .. y")
    assert (cue.as_it_stands, cue.anywhere, cue.weak, cue.parts) == (True, True, True, ("x", "y"))

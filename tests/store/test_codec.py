"""Every fact and every case comes back from the store exactly as it went in."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.case import Case
from bot.core.history import Fact, PromiseMade, ReminderSent
from bot.core.labels import Kind, Reading, Understanding
from bot.store.codec import (
    case_from_json,
    case_to_json,
    codec_for,
    fact_from_json,
    fact_to_json,
    fact_types,
    from_json,
    to_json,
)

st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))
st.register_type_strategy(float, st.floats(0, 1))  # a confidence


@pytest.mark.parametrize("kind", get_args(Fact), ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_a_fact_comes_back_as_it_was_appended(kind: Any, data: st.DataObject) -> None:
    fact = data.draw(st.from_type(kind))
    assert fact_from_json(*fact_to_json(fact)) == fact


@given(case=st.from_type(Case))
def test_a_case_comes_back_as_it_was_folded(case: Case) -> None:
    assert case_from_json(case_to_json(case)) == case


@given(understanding=st.from_type(Understanding))
def test_an_understanding_comes_back_as_it_was_settled(understanding: Understanding) -> None:
    assert from_json(to_json(understanding, Understanding), Understanding) == understanding


def test_an_amount_keeps_its_very_digits() -> None:
    """1250.50 and 1250.5 are equal, but a letter prints what was said."""
    promise = PromiseMade("p1", date(2026, 4, 1), Decimal("1250.50"), (), Decimal("0.00"), "m1")
    back = fact_from_json(*fact_to_json(promise))
    assert isinstance(back, PromiseMade)
    assert str(back.amount) == "1250.50"


def test_a_quiet_case_costs_two_characters() -> None:
    assert case_to_json(Case()) == "{}"


def test_a_field_added_later_takes_its_default_in_old_facts() -> None:
    assert fact_from_json("PersonWrote", '{"mail":"m1"}') == fact_types()["PersonWrote"]("m1")


def test_a_fact_of_a_newer_version_is_refused_and_not_dropped() -> None:
    with pytest.raises(ValueError, match="DebtSold"):
        fact_from_json("DebtSold", "{}")


def test_a_field_of_a_newer_version_is_refused_and_not_dropped() -> None:
    with pytest.raises(ValueError, match="channel"):
        fact_from_json("ReminderSent", '{"row":"r","raised":[],"message_id":"m","channel":"post"}')


def test_a_fact_writes_its_defaults_so_that_changing_one_does_not_rewrite_the_past() -> None:
    assert '"unsure":false' in fact_to_json(fact_types()["ReplyUnderstood"]("m1", "human", (), "rules/1"))[1]


@dataclass(frozen=True)
class _Ambiguous:
    when: date | Decimal = field(default=Decimal(0))


def test_a_type_that_could_not_be_told_apart_is_refused_when_its_codec_is_built() -> None:
    with pytest.raises(TypeError, match="told apart"):
        codec_for(_Ambiguous)


def test_a_half_character_in_a_clients_words_can_be_stored() -> None:
    reading = Reading("paid", evidence="pay\udce9 \x00", by="rules/1")
    understood = Understanding(Kind.HUMAN, "fr", "pay\udce9 \x00", (reading,))
    stored = to_json(understood, Understanding)
    assert stored.isascii() and "\x00" not in stored
    assert from_json(stored, Understanding) == understood


def test_sets_are_written_in_one_order_so_that_equal_cases_have_equal_text() -> None:
    assert case_to_json(Case(unread=frozenset("hbgcfdea"))) == '{"unread":["a","b","c","d","e","f","g","h"]}'
    assert ReminderSent in fact_types().values()

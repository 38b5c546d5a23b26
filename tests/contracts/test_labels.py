"""Every label file keeps the same promises: adding one is enough for these to hold it to them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from bot.core.acts import Act, Draft
from bot.core.calendar import Calendar
from bot.core.labels import PRIORITY, OpenInvoice, Reading, Reply
from bot.core.policy import Policy, Staircase
from bot.core.receivables import ItemKind, OpenItem
from bot.core.situation import Situation
from classifiers.cues import cue_of, phrases_of
from classifiers.grammar import covered, grammar
from classifiers.labels import all_labels, find_label
from classifiers.rules import RulesClassifier

DAY = date(2026, 3, 18)
TEMPLATES = Path(__file__).parents[2] / "templates"
TWO_OPEN = (OpenInvoice("F2026-0118", Decimal("1284.60")), OpenInvoice("F2026-0131", Decimal("560.00")))


def _situation(label: str, **values: str) -> Situation:
    policy = Policy({"": Staircase(())})
    return Situation(Reading(label, values=dict(values)), DAY, policy, Calendar("FR"))


def _examples(which: str) -> Iterator[tuple[str, str, str]]:
    for label in all_labels().values():
        for language, examples in label.examples.items():
            yield from ((label.name, language, text) for text in getattr(examples, which))


def _read(text: str, language: str) -> set[str]:
    opinion = RulesClassifier().opinion(Reply(text, DAY, open_invoices=TWO_OPEN), language)
    return {reading.label for reading in opinion.readings if reading.confidence > 0.5}


def test_every_label_of_the_guide_has_a_file_and_no_file_has_a_label_of_its_own() -> None:
    """The labels are a closed list that the core orders by urgency."""
    assert set(all_labels()) == set(PRIORITY)


@pytest.mark.parametrize(("label", "language", "text"), list(_examples("match")))
def test_an_example_is_read_as_its_label(label: str, language: str, text: str) -> None:
    assert label in _read(text, language)


@pytest.mark.parametrize(("label", "language", "text"), list(_examples("near")))
def test_a_near_miss_is_not_read_as_the_label(label: str, language: str, text: str) -> None:
    assert label not in _read(text, language)


@pytest.mark.parametrize("name", PRIORITY)
def test_a_label_speaks_every_covered_language(name: str) -> None:
    """A language is covered when each label has a title, cues and examples in it."""
    label = find_label(name)
    for language in covered():
        assert label.titles[language]
        assert label.cues[language]
        assert label.examples[language].match
        assert label.examples[language].near


@pytest.mark.parametrize("name", PRIORITY)
def test_a_label_proposes_acts_and_nothing_else_even_when_nothing_is_known(name: str) -> None:
    """C82: there is no act that sends; a label can only ask for one of the closed set."""
    acts = find_label(name).respond(_situation(name))
    assert acts
    assert all(isinstance(act, get_args(Act)) for act in acts)


@pytest.mark.parametrize("name", PRIORITY)
def test_proposing_twice_gives_the_same_acts(name: str) -> None:
    situation = _situation(name, promise_date="2026-03-27", paid_ref="VIR-1", contact_email="compta@client.example")
    assert find_label(name).respond(situation) == find_label(name).respond(situation)


def test_doubtful_bank_details_are_never_answered_by_mail() -> None:
    """X5: the answer could go to the fraudster; somebody calls a known number."""
    assert not any(isinstance(act, Draft) for act in find_label("bank_change").respond(_situation("bank_change")))


def test_a_reading_without_a_number_is_about_the_only_open_invoice() -> None:
    item = OpenItem("C-1", "F2026-0118", ItemKind.INVOICE, DAY, Decimal("560.00"))
    at = Situation(Reading("dispute"), DAY, Policy({"": Staircase(())}), Calendar("FR"), (item,))
    acts = find_label("dispute").respond(at)
    assert any(getattr(act, "invoices", None) == ("F2026-0118",) for act in acts)


def _drafts() -> set[str]:
    """Every template that some label asks for, in a situation with values and in one without."""
    full = {"paid_ref": "VIR-1", "promise_date": "2026-03-27", "contact_email": "compta@client.example"}
    named: set[str] = set()
    for label in all_labels().values():
        for at in (_situation(label.name), _situation(label.name, **full)):
            named |= {act.template for act in label.respond(at) if isinstance(act, Draft)}
    return named | {"dispute_received"}


@pytest.mark.parametrize("language", ("fr", "en"))
@pytest.mark.parametrize("template", sorted(_drafts()))
def test_every_answer_that_a_label_asks_for_has_a_template(language: str, template: str) -> None:
    folder = TEMPLATES / language / "answers"
    if not folder.exists():
        pytest.skip(f"templates/{language}/answers is not there yet")
    assert (folder / f"{template}.txt.j2").exists()


@pytest.mark.parametrize("language", sorted(covered()))
def test_every_cue_is_written_in_the_notation(language: str) -> None:
    """A slip (an unknown macro, a word class that does not exist, thousands of phrases) is named, not ignored."""
    rules = grammar(language)
    for label in all_labels().values():
        for line in label.cues.get(language, ()):
            for part in cue_of(label.name, line).parts:
                assert phrases_of(part, rules), f"{label.name}: {line}"

"""The small parts under the commands: short ids, columns, words, figures, progress, event lines."""

import io
import re
import string
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli import formats, words
from bot.cli.columns import cut, harmless, table, width
from bot.cli.events import event_line
from bot.cli.mail_page import marked
from bot.cli.names import LEAST, Ambiguous, find, short
from bot.cli.progress import Progress, progress
from bot.steps.world import Event

HEX = st.text("0123456789abcdef", min_size=16, max_size=16)
KINDS = st.sampled_from(("settle_dispute", "send_documents", "read_reply", "call_client"))
IDS = st.sets(st.one_of(HEX, st.builds("{}:{}".format, KINDS, HEX)), min_size=1, max_size=12)


@given(IDS)
def test_the_shortest_name_of_an_id_means_that_id_alone(ids: set[str]) -> None:
    for known, name in short(ids).items():
        try:
            assert find(name, ids) == known
        except Ambiguous:
            assert name == known, "only an id that is the beginning of another cannot be shortened"
        assert len(name) >= LEAST


@given(IDS, st.integers(1, 16))
def test_a_beginning_means_one_id_or_is_told_to_be_ambiguous(ids: set[str], size: int) -> None:
    known = sorted(ids)[0]
    typed = known.partition(":")[2][:size] or known[:size]
    try:
        found = find(typed, ids)
    except Ambiguous as several:
        assert known in several.ids and len(several.ids) > 1
    else:
        assert found == known


def test_tasks_about_one_mail_are_told_apart_by_their_kind() -> None:
    ids = ["settle_dispute:b10d9208f05dfe56", "send_documents:b10d9208f05dfe56"]
    assert short(ids) == {ids[0]: "settle:b10d", ids[1]: "send:b10d"}
    assert find("set:b1", ids) == ids[0]
    assert find("send", ids) == ids[1]


@pytest.mark.parametrize("typed", ["", "zzzz", "settle_dispute:zz"])
def test_what_means_nothing_finds_nothing(typed: str) -> None:
    assert find(typed, ["settle_dispute:b10d"]) is None


def test_columns_stay_aligned_with_accents_and_wide_letters() -> None:
    rows = table([("Été", "1"), ("株式会社", "22")], right=frozenset({1}))
    assert [width(row) for row in rows] == [width(rows[0])] * 2
    assert rows[0].endswith(" 1") and rows[1].endswith("22")


def test_a_column_that_is_empty_everywhere_takes_no_room() -> None:
    assert table([("a", "", "b"), ("c", "", "d")]) == ["  a  b", "  c  d"]


def test_a_long_text_is_cut_to_its_room_and_says_so() -> None:
    assert cut("une très longue phrase", 10) == "une très…"
    assert cut("court", 10) == "court"


@given(st.text(max_size=60))
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", harmless(text))


@given(st.text("ab c", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_marking_evidence_adds_marks_and_changes_nothing_else(text: str, cuts: Sequence[tuple[int, int]]) -> None:
    out = marked(text, [text[a:b] for a, b in cuts])
    assert out.replace("⟦", "").replace("⟧", "") == text
    assert re.fullmatch(r"[^⟦⟧]*(⟦[^⟦⟧]+⟧[^⟦⟧]*)*", out), "marks are paired and never nested"


# -- words
def test_every_word_of_the_command_line_has_both_languages_with_the_same_figures() -> None:
    for code, pair in words.WORDS.items():
        assert all(pair), code
        fields = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in pair]
        assert fields[0] == fields[1], code


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_kind_of_value_and_choice_of_the_read_format_has_a_name(language: str) -> None:
    from tests.cli.told import ROOT

    promised = (ROOT / "docs" / "read-format.md").read_text(encoding="utf-8")
    table_ = promised.split("| Label | Values |")[1].split("\n\n")[0]
    for name in re.findall(
        r"`([a-z_]+)`", "".join(line.split("|")[2] for line in table_.splitlines()[1:] if "|" in line)
    ):
        assert name in words.VALUES, name
    for listed in re.findall(r"`(?:method|documents|frequency|right)`:? ?(?:a list )?\(([^)]*)\)", table_):
        for choice in listed.split(", "):
            assert words.choice(language, choice), choice
            assert choice in words.CHOICES, choice


@pytest.mark.parametrize(
    ("number", "fr", "en"),
    [
        (0, "0 compte", "0 accounts"),
        (1, "1 compte", "1 account"),
        (2, "2 comptes", "2 accounts"),
        (12345, "12\u00a0345 comptes", "12,345 accounts"),
    ],
)
def test_counts_follow_the_grammar_of_the_language(number: int, fr: str, en: str) -> None:
    assert words.counted("fr", "account", number) == fr
    assert words.counted("en", "account", number) == en


def test_a_confidence_is_told_in_words() -> None:
    told = [words.confidence("fr", value) for value in (0.99, 0.7, 0.4, 0.1)]
    assert told == ["sûr", "probable", "incertain", "très incertain"]


# -- figures
def test_amounts_and_days_are_written_as_people_of_the_language_write_them() -> None:
    assert formats.amount(Decimal("1284.60"), "EUR", "fr").replace("\u00a0", " ") == "1 284,60 €"
    assert formats.amount(Decimal("1284.60"), "EUR", "en") == "€1,284.60"
    assert formats.day(date(2026, 3, 12), "fr") == "12/03/2026"


def test_an_amount_finer_than_its_currency_is_shown_and_not_rounded() -> None:
    assert formats.amount(Decimal("12.345"), "EUR", "fr") == "12,345 EUR"
    assert formats.amount(Decimal("12.50"), "", "fr") == "12,50"


# -- progress
class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_written_over_in_place_and_wiped_at_the_end() -> None:
    out = Terminal()
    with progress("Comptes", 200, out) as line:
        for done in range(0, 201):
            line.at(done)
    assert out.getvalue().count("\r") <= 102, "once a percent"
    assert "100 %" in out.getvalue() and out.getvalue().endswith("\r\033[K")


def test_progress_is_silent_where_nobody_looks() -> None:
    out = io.StringIO()
    Progress("Comptes", 10, out).at(5)
    with progress("Lecture", out=out):
        pass
    assert out.getvalue() == ""


# -- events
@pytest.mark.parametrize(
    ("event", "line"),
    [
        (Event("understand", "mail_read", "C001", "m1: paid, dispute"), "m1: Déjà réglé, Litige"),
        (Event("understand", "mail_read", "C001", "m1: out_of_office"), "m1: réponse automatique d'absence"),
        (Event("collect", "mail_kept", "", "m1 from junk"), "m1 (indésirables)"),
        (Event("deliver", "refused", "C001", "paid, gap"), "La facture n'est plus ouverte; Délai minimal"),
        (Event("sync_ledger", "ledger_taken", "", "2 accounts, 1 items"), "2 comptes, 1 pièce ouverte"),
        (Event("sync_ledger", "cleared", "C001", "F1 12.00 EUR (payment)"), "F1 12.00 EUR (règlement)"),
    ],
)
def test_an_event_is_told_without_codes(event: Event, line: str) -> None:
    assert line in event_line(event, "fr")


def test_an_event_that_a_person_should_look_at_is_marked() -> None:
    assert event_line(Event("collect", "mailbox_not_read", "", "main: away", bad=True), "en").startswith("! ")

"""Dates, amounts and languages on other people's material, in place; skipped by name where the folder is absent."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from classifiers.language import detect_language
from classifiers.values.amounts import find_amounts
from classifiers.values.dates import find_dates

DATA = Path(__file__).parents[2].parent / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.exists(), reason="../shared/data is not on this machine")


def records(*path: str) -> Iterator[dict[str, object]]:
    with (DATA.joinpath(*path)).open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def share(right: list[bool]) -> float:
    assert len(right) > 20
    return sum(right) / len(right)


@needs_data
@pytest.mark.parametrize(("language", "least"), [("fr", 0.8), ("en", 0.7), ("pt", 0.7), ("es", 0.7)])
def test_days_of_a_public_test_suite_are_read(language: str, least: float) -> None:
    """Feasts and times of day included, which we do not read."""
    right = []
    for r in records("extraction", "duckling", "time.jsonl"):
        expected = r.get("expected") or {}
        assert isinstance(expected, dict)
        if (
            r["lang"] != language
            or expected.get("grain") != "day"
            or expected.get("kind") != "instant"
            or r.get("latent")
        ):
            continue
        found = find_dates(str(r["text"]), date.fromisoformat(str(r["reference"])[:10]), language)
        right.append([f.day.isoformat() for f in found] == [str(expected["value"])[:10]])
    assert share(right) >= least


@needs_data
def test_prices_of_a_public_test_suite_are_read() -> None:
    right = []
    for r in records("extraction", "price_parser", "prices.jsonl"):
        if r.get("expected_amount") and any(sign in str(r["text"]) for sign in "€£$"):
            found = {a.amount for a in find_amounts(str(r["text"]), "und")}
            right.append(Decimal(str(r["expected_amount"])) in found)
    assert share(right) >= 0.9


@needs_data
@pytest.mark.parametrize("path", [("replies", "regression_120.jsonl"), ("debtor", "items.jsonl")], ids="/".join)
def test_the_language_of_replies_is_told(path: tuple[str, str]) -> None:
    right = [detect_language(str(r["text"])) == r["lang"] for r in records(*path) if len(str(r["lang"])) == 2]
    assert share(right) >= 0.95

"""Reads amounts as accounting programs write them: 1 234,56 · 1.234,56 · 1,234.56 · 12- · (12.00) · 12 €."""

import re
from collections.abc import Iterable
from decimal import Decimal

from bot.core.money import exponent, rounded
from bot.ledgers.csv_faults import CellFault

CENTS = re.compile(r"-?[0-9]{1,13}[.,][0-9]{2}")
SIGNED = re.compile(r"(?P<open>[(+-]?)(?P<body>[0-9.,]+)(?P<close>[)-]?)")
NO_WORDS = re.compile(r"[0-9.,()+-]+")
SYMBOLS = {"€": "EUR", "EUROS": "EUR", "EURO": "EUR", "£": "GBP", "¥": "JPY", "$US": "USD", "US$": "USD", "FR.": "CHF"}
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"})
HINT = "write it like 1234.56 or 1 234,56"
LONGEST = 13
"""Digits before the decimal mark: more is a number that slipped into the wrong column."""


def decimal_mark(cells: Iterable[str]) -> str:
    """What separates cents in a column: "," or "." where cells prove it, "" without proof, "both" if they differ."""
    marks = {_evidence(cell) for cell in cells} - {""}
    return "both" if len(marks) > 1 else next(iter(marks), "")


def _evidence(cell: str) -> str:
    if cell[-3:-2] in (",", "."):
        return cell[-3]
    points, commas = cell.count("."), cell.count(",")
    if not points and not commas:
        return ""
    if points and commas:
        return max(".,", key=cell.rfind)
    mark, other = (".", ",") if points else (",", ".")
    if points + commas > 1:
        return other
    digits = NO_WORDS.findall("".join(cell.split()))
    head, _, tail = "".join(digits).strip("()+-").partition(mark)
    return "" if _could_be_thousands(head, tail) else mark


def _could_be_thousands(head: str, tail: str) -> bool:
    return len(tail) == 3 and 1 <= len(head) <= 3 and not head.startswith("0")


def amount_of(cell: str, mark: str, currency: str) -> Decimal:
    """The amount with the currency's decimal places. `mark` comes from `decimal_mark` over the column.

    A single mark before three digits separates thousands, unless the column proves otherwise or the currency has three
    decimal places. Raises CellFault.
    """
    bare = cell.replace(" ", "")
    if CENTS.fullmatch(bare) and exponent(currency) == 2:  # what nearly every cell looks like, read quickly
        return Decimal(bare.replace(",", "."))
    sign, body = _sign_and_body(cell, currency)
    value = Decimal(sign + _pointed(body, mark, currency))
    if len(str(int(abs(value)))) > LONGEST:
        raise CellFault(f"“{cell}” is too large for an amount", "is this the right column?")
    if value != rounded(value, currency):
        raise CellFault(f"“{cell}” has more than {exponent(currency)} decimal places for {currency}", "round it")
    return rounded(value, currency)


def _sign_and_body(cell: str, currency: str) -> tuple[str, str]:
    text = "".join(cell.split()).replace("−", "-").replace("'", "").replace("’", "")
    words = NO_WORDS.sub("", text).upper()
    if words and words != currency and SYMBOLS.get(words) != currency and not (words == "$" and currency in DOLLARS):
        if words in SYMBOLS or words == "$" or (len(words) == 3 and words.isalpha()):
            raise CellFault(f"“{cell}” is not in {currency}", "give the row's currency in a column of its own")
        raise CellFault(f"“{cell}” is no amount", HINT)
    found = SIGNED.fullmatch("".join(NO_WORDS.findall(text)))
    if not found or (found["open"] == "(") != (found["close"] == ")") or found["open"] + found["close"] == "--":
        raise CellFault(f"“{cell}” is no amount", HINT)
    negative = "-" in (found["open"], found["close"]) or found["open"] == "("
    return "-" if negative else "", found["body"]


def _pointed(body: str, mark: str, currency: str) -> str:
    """The digits with a point as decimal mark and no thousands marks."""
    marks = [c for c in body if c in ".,"]
    if not marks:
        return body
    decimal = marks[-1] if len(marks) == 1 or len(set(marks)) > 1 else ""
    if len(marks) == 1 and _could_be_thousands(*body.split(marks[0])):
        if mark == "both":
            raise CellFault(f"“{body}” may mean two amounts", f"other rows use both marks; {HINT}")
        decimal = marks[0] if mark == marks[0] or (not mark and exponent(currency) == 3) else ""
    whole, _, cents = body.rpartition(decimal) if decimal else (body, "", "")
    groups = re.split("[.,]", whole)
    regular = len(groups) == 1 or (1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]))
    if not regular or len(set(whole) & set(".,")) > 1 or (decimal and decimal in whole) or not (whole or cents):
        raise CellFault(f"“{body}” is no amount", HINT)
    return f"{''.join(groups) or '0'}.{cents or '0'}"

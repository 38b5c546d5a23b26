"""Plainly fictitious accounts and items, so that a test names only what it is about."""

from datetime import UTC, date, datetime
from decimal import Decimal

from bot.core.calendar import Calendar
from bot.core.case import Case, fold
from bot.core.dunning import Look
from bot.core.history import Fact, Recorded
from bot.core.policy import Level, LevelKind, Policy, Staircase
from bot.core.receivables import Account, Contact, ItemKind, OpenItem

TODAY = date(2026, 3, 18)  # a Wednesday

LEVELS = (
    Level("courtesy", -5, LevelKind.MAIL, "reminders/courtesy"),
    Level("first", 5, LevelKind.MAIL, "reminders/first"),
    Level("second", 15, LevelKind.MAIL, "reminders/second"),
    Level("decision", 30, LevelKind.CALL),
    Level("formal notice proposed", 45, LevelKind.FORMAL_NOTICE),
)


def policy(**changes: object) -> Policy:
    return Policy(**{"staircases": {"": Staircase(LEVELS)}, **changes})  # type: ignore[arg-type]


def account(number: str = "C001", **changes: object) -> Account:
    contact = Contact("compta@client.example", "Zoé Exemple")
    return Account(**{"number": number, "name": "Client Exemple", "contacts": (contact,), **changes})  # type: ignore[arg-type]


def invoice(
    number: str = "F1", *, late: int = 10, amount: str = "100.00", today: date = TODAY, **changes: object
) -> OpenItem:
    due = date.fromordinal(today.toordinal() - late)
    base = {"account": "C001", "number": number, "kind": ItemKind.INVOICE, "due": due, "amount": Decimal(amount)}
    return OpenItem(**{**base, **changes})  # type: ignore[arg-type]


def credit(number: str = "A1", amount: str = "30.00", **changes: object) -> OpenItem:
    return invoice(number, late=0, amount=amount, kind=ItemKind.CREDIT_NOTE, **changes)


def calendar(*holidays: date) -> Calendar:
    return Calendar("FR", dict.fromkeys(holidays, "Fête"))


def on(day: date, *facts: Fact) -> list[Recorded]:
    return [Recorded(n, datetime(day.year, day.month, day.day, 9, tzinfo=UTC), day, f) for n, f in enumerate(facts, 1)]


def case(*facts: Fact, day: date = TODAY) -> Case:
    return fold(on(day, *facts))


def look(*items: OpenItem, today: date = TODAY, **changes: object) -> Look:
    base = {
        "account": account(),
        "items": items,
        "case": Case(),
        "policy": policy(),
        "calendar": calendar(),
        "today": today,
    }
    return Look(**{**base, **changes})  # type: ignore[arg-type]

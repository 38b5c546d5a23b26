"""A fictitious ledger of any size, and for each of its accounts the history that a usual year would have left."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from bot.core import history as facts
from bot.core.history import Fact, Raised, Recorded
from bot.core.policy import LevelKind, Policy
from bot.core.receivables import Account, Contact, ItemKind, OpenItem, Snapshot

TODAY = date(2026, 3, 10)
"""A Tuesday without a holiday, so that nothing but the accounts themselves decides what is due."""

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
ITEMS = 3
"""Per account: 100,000 accounts have 300,000 open items."""

COUNTRIES = ("FR", "FR", "FR", "FR", "BE", "FR-67", "GB", "DE")
_STEPS = 1_000
_EARLY = 600
"""Of a thousand invoices; the others are late."""


def number(n: int) -> str:
    """The account's number."""
    return f"C{n:06d}"


def account(n: int) -> Account:
    """The n-th account: every fourth has two contacts, every fifth is of the segment `trusted`."""
    language = "en" if n % 8 == 6 else "fr"
    desk = Contact(f"accounts@client{n}.example", f"Desk {n}", language=language, provenance="contract")
    person = (Contact(f"buyer@client{n}.example", f"Buyer {n}", "buying", language=language),) if n % 4 == 0 else ()
    segment = "trusted" if n % 5 == 0 else ""
    address = f"{n} Example Street, 10000 Sampleton"
    return Account(
        number(n),
        f"Client {n} Ltd",
        (desk, *person),
        address,
        country=COUNTRIES[n % 8],
        language=language,
        segment=segment,
    )


def items(n: int) -> tuple[OpenItem, ...]:
    """Its open items; in every twentieth account one of them is a credit note."""
    return tuple(_item(n, place) for place in range(ITEMS))


def _item(n: int, place: int) -> OpenItem:
    credit = n % 20 == 7 and place == ITEMS - 1
    due = TODAY + timedelta(days=_days_left((n * 37 + place * 619) % _STEPS))
    cents = 5_000 + (n * 7_919 + place * 104_729) % 2_000_000
    return OpenItem(
        number(n),
        f"F2026-{n * ITEMS + place:07d}",
        ItemKind.CREDIT_NOTE if credit else ItemKind.INVOICE,
        due,
        Decimal(cents).scaleb(-2),
        issued=due - timedelta(days=30),
        original_amount=Decimal(cents + n % 3 * 1_000).scaleb(-2),
        payment_terms="30 days",
        order_reference=f"PO-{n}" if n % 2 else "",
    )


def _days_left(step: int) -> int:
    """From 60 days to come to 60 days late, evenly before the due date and ever fewer after it: most pay in the end."""
    if step < _EARLY:
        return step // 10
    late = (step - _EARLY) / (_STEPS - _EARLY)
    return -1 - int(60 * late * late)


def snapshot(count: int) -> Snapshot:
    """The ledger with that many accounts, exported today."""
    everything = range(count)
    owed = tuple(item for n in everything for item in items(n))
    return Snapshot(f"fictitious-{count}", NOW, TODAY, tuple(account(n) for n in everything), owed)


def histories(count: int, policy: Policy) -> Iterator[tuple[str, list[Recorded]]]:
    """Account number and facts (often none): every level that was reached until yesterday was raised."""
    for n in range(count):
        found = sorted(_facts(n, policy), key=lambda told: told[0])
        yield number(n), [Recorded(seq, NOW - (TODAY - day), day, fact) for seq, (day, fact) in enumerate(found, 1)]


def _facts(n: int, policy: Policy) -> Iterator[tuple[date, Fact]]:
    levels = policy.staircase(account(n).segment).levels
    for item in items(n):
        if item.kind is ItemKind.INVOICE:
            for level in levels:
                day = item.due + timedelta(days=level.day)
                if day < TODAY:
                    yield day, _raised(Raised(item.number, level.day), level.kind)
    yield from _events(n)


def _raised(raised: Raised, kind: LevelKind) -> Fact:
    mark = f"{raised.invoice}-{raised.level}"
    if kind is LevelKind.MAIL:
        return facts.ReminderSent(mark, (raised,), f"<{mark}@relance.example>")
    return facts.PersonAsked((raised,), mark)


def _events(n: int) -> Iterator[tuple[date, Fact]]:
    """What one client in twelve did lately: it disputes, promises, asks to wait, or is with a person."""
    mail, invoices = f"m{n}", (items(n)[0].number,)
    told: Mapping[int, Fact] = {
        10: facts.DisputeOpened(f"d{n}", invoices, "delivery", mail),
        22: facts.PromiseMade(f"p{n}", TODAY + timedelta(days=9), None, invoices, Decimal(100), mail),
        35: facts.Paused(TODAY + timedelta(days=5), "payment announced", mail=mail),
        47: facts.Escalated(f"t{n}", "unsure", mail),
    }
    fact = told.get(n % 50)
    if fact:
        yield TODAY - timedelta(days=2), fact

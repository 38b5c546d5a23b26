"""Whether a new snapshot of the ledger may be trusted, and what left it since the one before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bot.core.calendar import Calendar
from bot.core.history import Cleared
from bot.core.money import totals
from bot.core.receivables import ItemKind, Movement, MovementKind, OpenItem, Snapshot


@dataclass(frozen=True)
class Thresholds:
    """When a ledger is too old or changed too much; one field per key of `ledger` in config.yaml.

    `stale_working_days`: working days it may be old. `vanished_share` and `vanished_count`: more than this share *and*
    at least this many items gone. `total_share`: the open total of a currency fell to this share of it or less.
    """

    stale_working_days: int = 1
    vanished_share: Decimal = Decimal("0.30")
    vanished_count: int = 10
    total_share: Decimal = Decimal("0.5")


@dataclass(frozen=True)
class LedgerRefusal:
    """Why no reminder may rest on a ledger. `figures` fill a sentence; `detail` says them in no language."""

    code: str
    detail: str
    figures: Mapping[str, str] = field(default_factory=dict)


FEWEST_SHRUNK = 2
"""One payment can halve a small total; a broken export touches several items."""


def check(
    old: Snapshot | None, new: Snapshot, today: date, calendar: Calendar, thresholds: Thresholds, confirmed: bool
) -> tuple[LedgerRefusal, ...]:
    """Every reason not to send on this ledger (C6); empty: it may be used. Linear in the items.

    `old` is the snapshot in use (None: the first, nothing to compare). `calendar` is the seller's. `confirmed`: a
    person vouched for these very files by their sha256, which lifts every refusal of them.
    """
    if confirmed:
        return ()
    return (*_stale(new.as_of, today, calendar, thresholds), *(_unlikely(old, new, thresholds) if old else ()))


def _stale(as_of: date, today: date, calendar: Calendar, thresholds: Thresholds) -> Iterable[LedgerRefusal]:
    age = calendar.working_days_between(as_of, today)
    # A ledger from a far tomorrow would never grow old; one day ahead is only another time zone.
    if age > thresholds.stale_working_days or (as_of - today).days > 1:
        yield LedgerRefusal("ledger_stale", as_of.isoformat(), {"as_of": as_of.isoformat(), "working_days": str(age)})


def _unlikely(old: Snapshot, new: Snapshot, thresholds: Thresholds) -> Iterable[LedgerRefusal]:
    before, after = len(old.items), _Successors(old.items, new.items)
    gone = sum(after.of(item) is None for item in old.items)
    if gone >= thresholds.vanished_count and gone > thresholds.vanished_share * before:
        yield LedgerRefusal("ledger_unlikely", f"{gone} / {before}", {"vanished": str(gone), "before": str(before)})
    was, now = _open_totals(old.items), _open_totals(new.items)
    shrunk = _shrunk(old.items, new.items)
    for currency, total in was.items():
        left = now.get(currency, Decimal(0))
        if shrunk[currency] >= FEWEST_SHRUNK and left <= total * thresholds.total_share:
            figures = {"currency": currency, "total_before": str(total), "total_now": str(left)}
            yield LedgerRefusal("ledger_unlikely", f"{currency} {total} → {left}", figures)


def _open_totals(items: Iterable[OpenItem]) -> dict[str, Decimal]:
    return totals((item.currency, item.amount) for item in items if item.kind is ItemKind.INVOICE)


def _shrunk(old: Sequence[OpenItem], new: Sequence[OpenItem]) -> Mapping[str, int]:
    """How many invoices of each currency are gone or lower."""
    now = _Successors(old, new)
    counts: dict[str, int] = defaultdict(int)
    for item in old:
        after = now.of(item)
        same = after is not None and (after.kind, after.currency) == (item.kind, item.currency)
        counts[item.currency] += item.kind is ItemKind.INVOICE and (after.amount if after and same else 0) < item.amount
    return counts


class _Successors:
    """What became of each item in the next snapshot: a number is one invoice per account, and may change its account.

    Two accounts may hold the same number; it moved only when it is new on the one and gone from the other.
    """

    def __init__(self, old: Iterable[OpenItem], new: Iterable[OpenItem]) -> None:
        before = {(item.account, item.number) for item in old}
        self._here = {(item.account, item.number): item for item in new}
        self._elsewhere = {item.number: item for key, item in self._here.items() if key not in before}

    def of(self, item: OpenItem) -> OpenItem | None:
        return self._here.get((item.account, item.number)) or self._elsewhere.get(item.number)


def moved(old_items: Sequence[OpenItem], new_items: Sequence[OpenItem]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Invoices that stand on another account than before: (old account, new account) → their numbers."""
    now, found = _Successors(old_items, new_items), dict[tuple[str, str], tuple[str, ...]]()
    for item in old_items:
        after = now.of(item)
        if after and after.account != item.account and item.kind is after.kind is ItemKind.INVOICE:
            pair = (item.account, after.account)
            found[pair] = (*found.get(pair, ()), item.number)
    return found


def appeared(old_items: Iterable[OpenItem], new_items: Iterable[OpenItem]) -> Mapping[str, tuple[str, ...]]:
    """Invoices that were not open on the account before, per account: new ones, and some that had vanished."""
    before, found = {(item.account, item.number) for item in old_items}, dict[str, tuple[str, ...]]()
    for item in new_items:
        if item.kind is ItemKind.INVOICE and (item.account, item.number) not in before:
            found[item.account] = (*found.get(item.account, ()), item.number)
    return found


def changes(
    old_items: Sequence[OpenItem], new_items: Sequence[OpenItem], movements: Iterable[Movement]
) -> Mapping[str, tuple[Cleared, ...]]:
    """What left the open invoices between two snapshots, per account number. Linear in items and movements.

    An invoice that is gone is cleared whole; one whose open amount fell, in part; one that grew, came back or stands on
    another account now is not cleared. An invoice that is read in another currency cannot be compared: no fact.
    """
    now = _Successors(old_items, new_items)
    told: dict[str, list[Movement]] = defaultdict(list)
    for movement in movements:
        told[movement.number].append(movement)
    cleared: dict[str, list[Cleared]] = defaultdict(list)
    for item in old_items:
        fact = _cleared(item, now.of(item), told.get(item.number, ()))
        if fact:
            cleared[item.account].append(fact)
    return {account: tuple(facts) for account, facts in cleared.items()}


def _cleared(old: OpenItem, new: OpenItem | None, movements: Sequence[Movement]) -> Cleared | None:
    if old.kind is not ItemKind.INVOICE or (new and (new.kind, new.currency) != (old.kind, old.currency)):
        return None
    fallen = old.amount - (new.amount if new else 0)
    if fallen <= 0:
        return None
    return Cleared(old.number, fallen, old.currency, how(old, fallen, movements), whole=new is None)


def how(invoice: OpenItem, fallen: Decimal, movements: Sequence[Movement]) -> str:
    """Why the open amount of an invoice fell by `fallen`: the kind that brought most, or "unknown".

    A movements file often goes back years: what had already reduced the invoice before does not explain this fall.
    """
    if not movements:
        return "unknown"
    own = [m for m in movements if m.currency == invoice.currency and m.account == invoice.account]
    before = (invoice.original_amount or invoice.amount) - invoice.amount
    if sum(m.amount for m in own) >= before + fallen:
        own = _after_the_first(before, own)
    sums: dict[MovementKind, Decimal] = defaultdict(Decimal)
    for movement in own:
        sums[movement.kind] += movement.amount
    best = max(sums, key=lambda kind: sums[kind], default=None)
    return best.value if best and sums[best] > 0 else "unknown"


def _after_the_first(amount: Decimal, movements: Iterable[Movement]) -> list[Movement]:
    """The movements, oldest first, without those that make up the first `amount`."""
    rest: list[Movement] = []
    for movement in sorted(movements, key=lambda m: m.day):
        if amount >= movement.amount:
            amount -= movement.amount
        else:
            rest.append(movement)
    return rest

"""`import`: read the ledger now, see what was understood, and confirm a file that changed a lot."""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.cli import formats
from bot.cli.columns import cut
from bot.cli.events import detail
from bot.cli.opening import config_option, open_world, person
from bot.cli.progress import progress
from bot.cli.words import counted, say
from bot.core.drafts import Conflict
from bot.core.dunning import total_due
from bot.core.reasons import sentence
from bot.core.receivables import Snapshot
from bot.core.receivables_check import LedgerRefusal, check
from bot.steps.sync_ledger import REFUSED, confirm_ledger, ledger_refusals, sync_ledger
from bot.steps.world import Event, Tick, World

LEAST_OF_HASH, SHOWN_OF_HASH = 8, 12
MOST_CLEARED = 20
"""Cleared invoices that are listed one by one."""


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """--confirm names the very file, by the start of its hash that `import` printed."""
    config_option(parser)
    parser.add_argument(
        "--confirm", metavar="HASH", help="vouch for the very file with this hash, as import printed it"
    )
    parser.add_argument("--by", metavar="NAME", help="who confirms (else your login name)")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of sentences")


@dataclass(frozen=True)
class Taken:
    """What stands in the store after the import, and why it may not be used. `head` None: nothing was ever taken."""

    accounts: int
    items: int
    totals: dict[str, Decimal]
    head: Snapshot | None
    refused: tuple[str, ...]
    unlikely: str


def main(options: argparse.Namespace) -> int:
    """0: taken; 1: refused, with every reason."""
    return answer(*open_world(options), options)


def answer(world: World, tick: Tick, options: argparse.Namespace) -> int:
    """The import at that moment."""
    language = world.company.language
    with progress(say(language, "reading_ledger")):
        confirmed = _confirm(world, tick, options) if options.confirm else ""
        events = list(sync_ledger(world, tick))
        taken = _taken(world, tick)
    if options.json:
        print(json.dumps(_json(taken)))
    else:
        lines = [*([confirmed] if confirmed else []), *_told(events, taken, language)]
        lines += _what_to_do(world, tick, taken, language)
        print("\n".join(lines))
    return 1 if taken.refused else 0


def _taken(world: World, tick: Tick) -> Taken:
    with world.store.transaction() as books:
        items, refused = books.items(), books.setting(REFUSED)
        return Taken(
            len(books.accounts()),
            len(items),
            total_due(items),
            books.snapshot_head(),
            ledger_refusals(world, books, tick),
            refused.split()[1] if refused.startswith("ledger_unlikely") else "",
        )


def _json(taken: Taken) -> dict[str, object]:
    return {
        "accounts": taken.accounts,
        "items": taken.items,
        "totals": {currency: str(amount) for currency, amount in taken.totals.items()},
        "as_of": taken.head.as_of.isoformat() if taken.head else None,
        "refused": list(taken.refused),
        "confirm": _hash_to_confirm(taken),
    }


def _hash_to_confirm(taken: Taken) -> str | None:
    """The file that a person may vouch for: the new one that was not taken, or the old one in use."""
    if taken.unlikely:
        return taken.unlikely
    return taken.head.digest if taken.refused == ("ledger_stale",) and taken.head else None


def _told(events: Sequence[Event], taken: Taken, language: str) -> Iterator[str]:
    for event in events:
        if event.what == "ledger_broken":
            yield f"✗ {event.detail}"
    if taken.head is not None:
        accounts, items = counted(language, "account", taken.accounts), counted(language, "item", taken.items)
        day = formats.day(taken.head.as_of, language)
        yield say(language, "taken", day=day, accounts=accounts, items=items)
        if taken.totals:
            yield say(language, "open_total", totals=formats.sums(taken.totals, language))
    whats = {event.what for event in events}
    if not whats & {"ledger_broken", "ledger_unlikely"}:
        yield say(language, "taken_new" if "ledger_taken" in whats else "taken_same")
    cleared = [event for event in events if event.what == "cleared"]
    if cleared:
        yield say(language, "cleared_since")
        yield from (f"  {cut(f'{e.account}  {detail(e, language)}', 100)}" for e in cleared[:MOST_CLEARED])
    if len(cleared) > MOST_CLEARED:
        yield f"  {say(language, 'and_more', n=len(cleared) - MOST_CLEARED)}"


def _what_to_do(world: World, tick: Tick, taken: Taken, language: str) -> Iterator[str]:
    for code in taken.refused:
        yield f"! {sentence(code, language)}"
    if taken.unlikely:
        yield from (f"  – {_figures(refusal, language)}" for refusal in _refusals(world, tick))
        yield say(language, "old_kept")
        yield say(language, "confirm_if_right", digest=taken.unlikely[:SHOWN_OF_HASH])
    elif taken.refused == ("ledger_stale",) and taken.head is not None:
        yield say(language, "export_fresh")
        yield say(language, "confirm_unchanged", digest=taken.head.digest[:SHOWN_OF_HASH])
    elif taken.refused and taken.head is not None:
        yield say(language, "old_kept")


def _refusals(world: World, tick: Tick) -> Sequence[LedgerRefusal]:
    """The figures behind "changed too much": the step keeps only the code, so the files are compared once more."""
    with world.store.transaction() as books:
        head, items = books.snapshot_head(), books.items()
    if head is None:
        return ()
    old = Snapshot(head.digest, head.taken_at, head.as_of, (), tuple(items))
    found = check(old, world.ledger.read(), tick.today, world.calendars(world.country), world.thresholds, False)
    return [refusal for refusal in found if refusal.code == "ledger_unlikely"]


def _figures(refusal: LedgerRefusal, language: str) -> str:
    figures = dict(refusal.figures)
    if "vanished" in figures:
        return say(language, "vanished", **figures)
    currency = figures.pop("currency")
    return say(
        language,
        "total_fell",
        **{name: formats.amount(Decimal(value), currency, language) for name, value in figures.items()},
    )


def _confirm(world: World, tick: Tick, options: argparse.Namespace) -> str:
    language, who = world.company.language, person(options)
    if len(options.confirm) < LEAST_OF_HASH:
        raise Conflict(say(language, "digest_too_short"))
    snapshot = world.ledger.read()
    digest = snapshot.digest[:SHOWN_OF_HASH]
    if not snapshot.digest.startswith(options.confirm.lower()):
        raise Conflict(say(language, "another_file", digest=digest))
    confirm_ledger(world, tick, snapshot.digest, who)
    return say(language, "confirmed", who=who, digest=digest)

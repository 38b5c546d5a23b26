"""`import`: read the ledger now, see what was understood, and confirm a file that changed a lot."""

import argparse
import json

from bot.cli.opening import config_option, open_world, person
from bot.core.drafts import Conflict
from bot.core.dunning import total_due
from bot.core.reasons import sentence
from bot.steps.sync_ledger import REFUSED, confirm_ledger, ledger_refusals, sync_ledger
from bot.steps.world import Tick, World


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """--confirm names the very file, by the start of its hash that `import` printed."""
    config_option(parser)
    parser.add_argument(
        "--confirm", metavar="HASH", help="vouch for the very file with this hash, as import printed it"
    )
    parser.add_argument("--by", metavar="NAME", help="who confirms (else your login name)")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of sentences")


def main(options: argparse.Namespace) -> int:
    """0: taken; 1: refused, with every reason."""
    world, tick = open_world(options)
    if options.confirm:
        _confirm(world, tick, options)
    events = list(sync_ledger(world, tick))
    with world.store.transaction() as books:
        refused, digest = [*ledger_refusals(world, books, tick)], books.setting(REFUSED)
        accounts, items = books.accounts(), books.items()
        head = books.snapshot_head()
    language = world.company.language
    totals = {currency: str(amount) for currency, amount in total_due(items).items()}
    if options.json:
        print(json.dumps({"accounts": len(accounts), "items": len(items), "totals": totals, "refused": refused}))
        return 1 if refused else 0
    for event in events:
        print(event)
    print(f"{len(accounts)} accounts, {len(items)} open items, " + ", ".join(f"{a} {c}" for c, a in totals.items()))
    for code in refused:
        print(f"! {sentence(code, language)}")
    if digest.startswith("ledger_unlikely"):
        print(f"If this file is right: run_bot.py import --confirm {digest.split()[1][:12]}")
    elif refused == ["ledger_stale"] and head is not None:
        print("Export a fresh file from your accounting; reminders rest until then.")
        print(f"If nothing changed since: run_bot.py import --confirm {head.digest[:12]} (counts for today)")
    return 1 if refused else 0


def _confirm(world: World, tick: Tick, options: argparse.Namespace) -> None:
    snapshot = world.ledger.read()
    if len(options.confirm) < 8 or not snapshot.digest.startswith(options.confirm):
        raise Conflict(f"The ledger file is another one now: its hash starts {snapshot.digest[:12]}.")
    confirm_ledger(world, tick, snapshot.digest, person(options))

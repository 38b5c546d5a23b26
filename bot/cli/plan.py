"""`plan`: who would get what today and why, and who gets nothing and why. Nothing leaves, nothing is written."""

import argparse
import json

from bot.cli.opening import config_option, open_world
from bot.core.dunning import Ask, Outcome, Remind, Skip, total_due
from bot.core.gate import refusals
from bot.core.reasons import sentence
from bot.mail.parse import ParsedMail, parse
from bot.ports import Books
from bot.steps.run_dunning import Conditions, Planned, conditions, departure, planned
from bot.steps.world import Tick, World
from bot.steps.writing import pending_row, write_reminder

BATCH = 2000


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """--show prints the letters themselves."""
    config_option(parser)
    parser.add_argument("--show", action="store_true", help="print each letter as it would be")
    parser.add_argument("--account", metavar="NUMBER", help="this account only")
    parser.add_argument("--json", action="store_true", help="one JSON object per account")


def main(options: argparse.Namespace) -> int:
    """Reads the ledger and mail that the last pass kept; run `import` or `once` first."""
    world, tick = open_world(options)
    counts = {"letters": 0, "tasks": 0, "nothing": 0}
    with world.store.transaction() as books:
        now = conditions(world, tick, books)
        for code in now.ledger:
            print(f"! {sentence(code, world.company.language)}")
        numbers = [options.account] if options.account else [a.number for a in books.accounts()]
        for start in range(0, len(numbers), BATCH):
            for found in planned(world, tick, books, numbers[start : start + BATCH]):
                for outcome in found.outcomes:
                    counts[_count(outcome)] += 1
                    print(_json(found, outcome) if options.json else _line(world, tick, found, outcome, now))
                    if options.show and isinstance(outcome, Remind):
                        print(_letter(world, tick, books, found, outcome))
    if not options.json:
        print(
            f"\n{counts['letters']} letter(s), {counts['tasks']} task(s), {counts['nothing']} account(s) get nothing."
        )
    return 0


def _count(outcome: Outcome) -> str:
    return "letters" if isinstance(outcome, Remind) else "tasks" if isinstance(outcome, Ask) else "nothing"


def _line(world: World, tick: Tick, found: Planned, outcome: Outcome, now: Conditions) -> str:
    account, language = found.look.account, world.company.language
    head = f"{account.number:<10} {account.name[:28]:<28}"
    match outcome:
        case Remind(level, raised, listed):
            sums = ", ".join(f"{amount} {currency}" for currency, amount in total_due(listed).items())
            invoices = " ".join(f"{r.invoice}(J{r.level:+d})" for r in raised)
            row = pending_row(world, tick, found.look, outcome)
            held = refusals(departure(world, tick, found.look, row, now))
            why = "; ".join(sentence(code, language) for code in held)
            return f"{head} ✉ {level.name}: {sums}  {invoices}" + (f"\n{'':<39} held: {why}" if why else "")
        case Ask(level, raised):
            return f"{head} ☎ {level.name}: {' '.join(r.invoice for r in raised)}"
        case Skip(why, until, detail):
            again = f"  (→ {until.isoformat()})" if until else ""
            return f"{head} – {sentence(why, language, detail)}{again}"


def _json(found: Planned, outcome: Outcome) -> str:
    told: dict[str, object] = {"account": found.look.account.number, "outcome": type(outcome).__name__.lower()}
    match outcome:
        case Remind(level, raised, listed):
            told |= {"level": level.name, "invoices": {r.invoice: r.level for r in raised}}
            told["totals"] = {currency: str(amount) for currency, amount in total_due(listed).items()}
        case Ask(level, raised):
            told |= {"level": level.name, "invoices": {r.invoice: r.level for r in raised}}
        case Skip(why, until, detail):
            told |= {"why": why, "until": until.isoformat() if until else None, "detail": detail}
    return json.dumps(told, ensure_ascii=False)


def _letter(world: World, tick: Tick, books: Books, found: Planned, remind: Remind) -> str:
    row = write_reminder(world, tick, books, found.look, remind, pending_row(world, tick, found.look, remind))
    mail = parse(row.raw)
    body = mail.text if isinstance(mail, ParsedMail) else ""
    subject = mail.subject if isinstance(mail, ParsedMail) else ""
    return "\n".join(f"    {line}" for line in (f"Subject: {subject}", "", *body.splitlines()))

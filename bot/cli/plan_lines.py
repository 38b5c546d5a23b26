"""How a plan is told: the letters first, then what a person decides, then who gets nothing, by reason."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.cli import formats
from bot.cli.columns import cut, section, table
from bot.cli.words import counted, say
from bot.core.dunning import Ask, Outcome, Remind, Skip, total_due
from bot.core.history import Raised
from bot.core.reasons import sentence
from bot.core.receivables import Account
from bot.mail.parse import ParsedMail, parse
from bot.ports import Books
from bot.steps.run_dunning import Planned
from bot.steps.world import Tick, World
from bot.steps.writing import pending_row, write_reminder

GROUPED = 30
"""Accounts above which those that get nothing are counted by reason instead of listed."""
NAMED = 3
"""Accounts that a group names."""
NAME, INVOICES = 30, 60

Row = tuple[str, ...]


@dataclass
class Lines:
    """What is gathered over the batches: rows of text only, so that memory holds no account longer than its batch."""

    today: date
    language: str
    accounts: int
    letters: list[tuple[Row, str, list[str]]] = field(default_factory=list)
    asks: list[Row] = field(default_factory=list)
    skips: dict[str, list[Row]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def take(self, batch: Iterable[tuple[Planned, tuple[str, ...], list[str]]]) -> None:
        """Add a batch: each account with the reasons that hold its letter, and the letter itself when it is shown."""
        for found, held, shown in batch:
            asked = any(isinstance(outcome, Ask) for outcome in found.outcomes)
            for outcome in found.outcomes:
                # Who is spoken of among the decisions is not told a second time among those who get nothing.
                if not (asked and isinstance(outcome, Skip)):
                    self._take(found.look.account, outcome, held, shown)

    def _take(self, account: Account, outcome: Outcome, held: tuple[str, ...], shown: list[str]) -> None:
        who = (account.number, cut(account.name, NAME))
        match outcome:
            case Remind(level, raised, listed):
                sums = formats.sums(total_due(listed), self.language)
                why = "; ".join(sentence(code, self.language).removesuffix(".") for code in held)
                self.letters.append(((*who, level.name, sums, _raised(raised, self.language)), why, shown))
            case Ask(level, raised):
                self.asks.append((*who, level.name, _raised(raised, self.language)))
            case Skip():
                self._skip(who, outcome)

    def _skip(self, who: Row, skip: Skip) -> None:
        """Only as many rows of a reason as may be shown are kept."""
        why = sentence(skip.why, self.language, skip.detail)
        again = say(self.language, "again_on", day=formats.day(skip.until, self.language)) if skip.until else ""
        self.counts[why] = self.counts.get(why, 0) + 1
        kept = self.skips.setdefault(why, [])
        if len(kept) < (NAMED if self.accounts > GROUPED else GROUPED):
            kept.append((*who, why, again))

    def told(self) -> list[str]:
        """Every line, with the counts at the end."""
        lines = section(say(self.language, "plan_letters"), self._letters())
        lines += section(say(self.language, "plan_tasks"), table(self.asks))
        lines += section(say(self.language, "plan_nothing"), self._nothing())
        return [*lines, "", self._sum()]

    def _letters(self) -> list[str]:
        rows = table([row for row, _, _ in self.letters], right=frozenset({3}))
        lines: list[str] = []
        for row, (_, why, shown) in zip(rows, self.letters, strict=True):
            lines += [row, *([f"      {say(self.language, 'held', why=why)}"] if why else []), *shown]
        return lines

    def _nothing(self) -> list[str]:
        if self.accounts <= GROUPED:
            return table([row for rows in self.skips.values() for row in rows])
        lines: list[str] = []
        for why, count in sorted(self.counts.items(), key=lambda pair: -pair[1]):
            some = ", ".join(" ".join(row[:2]) for row in self.skips[why])
            more = count - len(self.skips[why])
            rest = f" {say(self.language, 'and_more', n=more)}" if more else ""
            lines += [f"  {why} ({counted(self.language, 'account', count)})", f"      {some}{rest}"]
        return lines

    def _sum(self) -> str:
        letters = counted(self.language, "letter", len(self.letters))
        tasks = counted(self.language, "decision", len(self.asks))
        nothing = counted(self.language, "without", sum(self.counts.values()))
        return say(self.language, "plan_sum", letters=letters, tasks=tasks, nothing=nothing)


def _raised(raised: tuple[Raised, ...], language: str) -> str:
    """Each invoice and the day count of the level it climbs to."""
    day = "J" if language == "fr" else "D"
    told = ", ".join(f"{r.invoice} ({day}{'+' if r.level >= 0 else '−'}{abs(r.level)})" for r in raised)
    return cut(told, INVOICES)


def json_line(found: Planned, outcome: Outcome, held: tuple[str, ...]) -> str:
    """One account and one outcome for a script: `remind`, `ask` or `skip`, with codes and plain figures."""
    told: dict[str, object] = {"account": found.look.account.number, "outcome": type(outcome).__name__.lower()}
    match outcome:
        case Remind(level, raised, listed, reply_by):
            told |= {"level": level.name, "invoices": {r.invoice: r.level for r in raised}}
            told["totals"] = {currency: str(amount) for currency, amount in total_due(listed).items()}
            told |= {"reply_by": reply_by.isoformat(), "held": list(held)}
        case Ask(level, raised):
            told |= {"level": level.name, "invoices": {r.invoice: r.level for r in raised}}
        case Skip(why, until, detail):
            told |= {"why": why, "until": until.isoformat() if until else None, "detail": detail}
    return json.dumps(told, ensure_ascii=False)


def letter_lines(world: World, tick: Tick, books: Books, found: Planned, remind: Remind) -> list[str]:
    """The letter itself, indented. Raises TemplateFault."""
    row = write_reminder(world, tick, books, found.look, remind, pending_row(world, tick, found.look, remind))
    mail = parse(row.raw)
    if not isinstance(mail, ParsedMail):
        return []
    head = f"{say(world.company.language, 'subject')} : {mail.subject}"
    return ["", *(f"      {line}".rstrip() for line in (head, "", *mail.text.strip().splitlines())), ""]

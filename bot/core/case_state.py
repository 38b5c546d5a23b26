"""What is known of one account at one moment, and the questions that the rules ask about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.core.commitments import OpenDispute, OpenPromise, RunningPlan, share


@dataclass(frozen=True)
class PauseInForce:
    """Reminders rest through `until`; no invoices means the whole account."""

    until: date
    reason: str
    invoices: tuple[str, ...] = ()


@dataclass(frozen=True)
class LastLetter:
    """The last reminder while nobody answered it: whom it went to and where each invoice it raised stood before."""

    recipient: str
    before: Mapping[str, int | None]


@dataclass(frozen=True)
class Vanished:
    """Where an invoice stood on the day on which the ledger lost it without a reason."""

    since: date
    level: int | None
    reminded: tuple[date, ...] = ()


@dataclass(frozen=True)
class Case:
    """The standing of one account.

    `levels`: invoice → day count of the highest level raised. `reminded`: invoice → days of its reminders.
    `last_written`: the last day on which we wrote to the client, by any hand. `unread`: mails not understood yet.
    `plan_asked`: the mail that asked for a plan nobody decided on. `waiting`: tasks that keep the bot at rest.
    `bounced`: fingerprints of dead addresses. `broken_promise`: the last promised day that passed without the money,
    until a reminder has said so. `left`: invoices that vanished without a reason, remembered for a while
    (`case.REMEMBERED_DAYS`), and `dormant` the disputes about them: both go on should they come back.
    `unkept_in_a_row`: promises that were put off or broken since one was kept.
    """

    levels: Mapping[str, int] = field(default_factory=dict)
    reminded: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    last_written: date | None = None
    last_heard: date | None = None
    unread: frozenset[str] = frozenset()
    pauses: tuple[PauseInForce, ...] = ()
    promises: tuple[OpenPromise, ...] = ()
    disputes: tuple[OpenDispute, ...] = ()
    plan: RunningPlan | None = None
    plan_asked: str = ""
    insolvency: str = ""
    bounced: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()
    taken_over_by: str = ""
    drafts: frozenset[str] = frozenset()
    unclear: frozenset[str] = frozenset()
    broken_promise: date | None = None
    promises_kept: int = 0
    promises_broken: int = 0
    unkept_in_a_row: int = 0
    left: Mapping[str, Vanished] = field(default_factory=dict)
    dormant: tuple[OpenDispute, ...] = ()
    last_letter: LastLetter | None = None

    @property
    def with_human(self) -> bool:
        """The bot rests because a person has the account, or is asked to take it."""
        return bool(self.waiting or self.taken_over_by or self.unclear)

    @property
    def holds_something(self) -> bool:
        """Whether anything may hold an invoice back. Rare, so a run over many accounts asks this first."""
        return bool(self.pauses or self.promises or self.disputes or self.plan)

    def pause_on(self, invoice: str, day: date) -> PauseInForce | None:
        """The pause that holds this invoice on that day, if any (an account pause holds every invoice)."""
        holds = (p for p in self.pauses if day <= p.until and (not p.invoices or invoice in p.invoices))
        return next(holds, None)

    def account_pause(self, day: date) -> PauseInForce | None:
        """The pause of the whole account on that day, the longest first."""
        whole = [p for p in self.pauses if not p.invoices and day <= p.until]
        return max(whole, key=lambda p: p.until, default=None)

    def disputed(self, invoice: str) -> bool:
        """Whether the invoice is contested, by name or with the whole account."""
        return any(not d.invoices or invoice in d.invoices for d in self.disputes)

    def promised(self, invoice: str) -> bool:
        """Whether a promise about it is still running."""
        return any(not p.invoices or invoice in p.invoices for p in self.promises)

    def in_plan(self, invoice: str) -> bool:
        """Whether a running plan covers it."""
        return self.plan is not None and (not self.plan.invoices or invoice in self.plan.invoices)

    def unkept(self, invoices: tuple[str, ...]) -> int:
        """Promises in a row that were not kept, the one that a new promise about these invoices puts off included."""
        return self.unkept_in_a_row + any(share(p.invoices, invoices) for p in self.promises)

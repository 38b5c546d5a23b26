"""Just before anything leaves: small named checks, each of which may refuse."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.core.calendar import Calendar
from bot.core.case import Case
from bot.core.dunning import held
from bot.core.history import Cleared, DraftApproved, Fact, MailReceived, Recorded, ReplyUnderstood
from bot.core.outbox import OutboxRow, RowKind
from bot.core.policy import Mode, Policy
from bot.core.receivables import Account, ItemKind, OpenItem, fingerprint


@dataclass(frozen=True)
class Departure:
    """A row that is about to leave, and the world as it is at this moment.

    `ledger_refusals` are the codes of `receivables_check`; `mailbox_read` tells whether the row's mailbox was read to
    its end in this tick; `sent_lately` counts what left from it in the last hour; `local` is the time where the seller
    is; `since` is what was noted on the account after the answer was approved.
    """

    row: OutboxRow
    mode: Mode
    stopped: bool
    today: date
    local: datetime
    policy: Policy
    calendar: Calendar
    account: Account | None = None
    items: Sequence[OpenItem] = ()
    case: Case = field(default_factory=Case)
    ledger_refusals: Sequence[str] = ()
    mailbox_read: bool = False
    sent_lately: int = 0
    rate_limit: int = 100
    draft_open: bool = True
    since: Sequence[Fact] = ()


Check = Callable[[Departure], str]
"""The code of a refusal, or an empty string. The sentences stand in `reasons.py`."""


def stopped(d: Departure) -> str:
    """The stop switch works at once and for everything."""
    return "stopped" if d.stopped else ""


def shadow_mode(d: Departure) -> str:
    """In shadow mode nothing leaves."""
    return "shadow_mode" if d.mode is Mode.SHADOW else ""


def over_rate(d: Departure) -> str:
    """The mailbox's sending rate protects it from being blocked by its host."""
    return "over_rate" if d.sent_lately >= d.rate_limit else ""


def not_approved(d: Departure) -> str:
    """An answer without a named person never leaves (law); in drafts mode a reminder neither."""
    needs = d.row.kind is RowKind.ANSWER or (d.row.kind is RowKind.REMINDER and d.mode is Mode.DRAFTS)
    return "not_approved" if needs and not d.row.approved_by else ""


def day_over(d: Departure) -> str:
    """Nothing leaves late because it was once allowed."""
    return "day_over" if d.row.kind is not RowKind.ANSWER and d.row.day != d.today else ""


def ledger(d: Departure) -> str:
    """A reminder needs a fresh and likely ledger (C6)."""
    return d.ledger_refusals[0] if d.ledger_refusals else ""


def mailbox_not_read(d: Departure) -> str:
    """Read before you write (law)."""
    return "" if d.mailbox_read else "mailbox_not_read"


def mail_not_understood(d: Departure) -> str:
    """A mail of this account lies unread: its writer may have paid."""
    return "mail_not_understood" if d.case.unread else ""


def insolvency(d: Departure) -> str:
    """Hard stop."""
    return "insolvency" if d.case.insolvency else ""


def with_a_person(d: Departure) -> str:
    """The bot rests while a person has the account."""
    return "with_a_person" if d.case.with_human else ""


def answer_waiting(d: Departure) -> str:
    """The client wrote and is not answered yet."""
    return "answer_waiting" if d.case.drafts else ""


def plan_undecided(d: Departure) -> str:
    """The client asked for a plan and nobody decided."""
    return "plan_undecided" if d.case.plan_asked else ""


def contact_bounced(d: Departure) -> str:
    """A dead address loses letters."""
    return "contact_bounced" if fingerprint(d.row.recipient) in d.case.bounced else ""


def contact_changed(d: Departure) -> str:
    """The ledger names another contact than when the letter was written."""
    contact = d.account.recipient() if d.account else None
    return "" if contact and contact.email.lower() == d.row.recipient.lower() else "contact_changed"


def paid(d: Departure) -> str:
    """An invoice of the letter is no longer open."""
    open_now = {i.number for i in d.items}
    return "paid" if any(claim.invoice not in open_now for claim in d.row.claims) else ""


def balance_changed(d: Departure) -> str:
    """Each figure of the letter still is the ledger's (R2, C3)."""
    now = {i.number: (i.balance, i.currency) for i in d.items}
    changed = any(now.get(c.invoice, (c.amount, c.currency)) != (c.amount, c.currency) for c in d.row.claims)
    return "balance_changed" if changed else ""


def item_held(d: Departure) -> str:
    """An invoice of the letter is disputed, promised, in a plan or paused."""
    invoices = {i.number for i in d.items if i.kind is ItemKind.INVOICE}
    reasons = (held(c.invoice, d.case, d.today) for c in d.row.claims if c.invoice in invoices)
    return next((reason.split(":")[0] for reason in reasons if reason), "")


def paused(d: Departure) -> str:
    """The whole account rests."""
    return "paused" if d.case.account_pause(d.today) else ""


def gap(d: Departure) -> str:
    """Seven days at least between two messages to the same client, by any hand (R21, R22)."""
    last = d.case.last_written
    return "gap" if last and d.today < last + timedelta(days=d.policy.gap_days) else ""


def quiet(d: Departure) -> str:
    """Holidays, quiet periods and hours of the client."""
    if not d.calendar.is_working_day(d.today):
        return "not_a_working_day"
    if any(q.covers(d.today) for q in d.policy.quiet):
        return "quiet_period"
    first, last = d.policy.window
    return "" if first <= d.local.time() < last else "outside_hours"


def draft_outdated(d: Departure) -> str:
    """The draft was overtaken by events after it was approved."""
    return "" if d.draft_open else "draft_outdated"


def answer_overtaken(d: Departure) -> str:
    """The client wrote again, or money came in, after a person approved the answer: it may say what is wrong now."""
    return "answer_overtaken" if any(_overtakes(fact) for fact in d.since) else ""


def _overtakes(fact: Fact) -> bool:
    match fact:
        case ReplyUnderstood(_, kind, _, by):
            # What a person read, as the reading of an unreadable mail, is no news to them.
            return kind == "human" and not by.startswith("person:")
        case MailReceived() | Cleared():
            return True
    return False


def after_approval(history: Sequence[Recorded], row: OutboxRow) -> tuple[Fact, ...]:
    """What was noted after the row's draft was approved. By the order of the facts: a clock may have been wrong."""
    approved = [n for n, r in enumerate(history) if isinstance(r.fact, DraftApproved) and r.fact.draft == row.draft]
    if approved:
        return tuple(recorded.fact for recorded in history[approved[-1] + 1 :])
    return tuple(r.fact for r in history if row.queued_at is not None and r.at > row.queued_at)


ALWAYS: tuple[Check, ...] = (stopped, shadow_mode, not_approved, day_over, over_rate)
REMINDER: tuple[Check, ...] = (
    *ALWAYS,
    ledger,
    mailbox_not_read,
    mail_not_understood,
    insolvency,
    with_a_person,
    answer_waiting,
    plan_undecided,
    contact_bounced,
    contact_changed,
    paid,
    balance_changed,
    item_held,
    paused,
    gap,
    quiet,
)
ANSWER: tuple[Check, ...] = (*ALWAYS, draft_outdated, answer_overtaken)
CHECKS: dict[RowKind, tuple[Check, ...]] = {
    RowKind.REMINDER: REMINDER,
    RowKind.ANSWER: ANSWER,
    RowKind.DIGEST: ALWAYS,
}
"""What is checked for each kind of mail, in this order."""


def refusals(d: Departure) -> tuple[str, ...]:
    """Every reason not to let the row go; empty: it may leave. Linear in the account's items."""
    return tuple(dict.fromkeys(code for code in (check(d) for check in CHECKS[d.row.kind]) if code))


POSTPONING = frozenset({"over_rate", "outside_hours", "mailbox_not_read", "stopped", "shadow_mode"})
"""Refusals that say nothing about the letter itself."""

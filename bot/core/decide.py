"""What follows from a mail: labels propose, the guard rails here dispose, and none of them can be lifted by a label."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot.core.acts import (
    Act,
    Draft,
    Escalate,
    NotePromise,
    OpenDispute,
    Pause,
    ProposeContact,
    ProposePlan,
    StopForInsolvency,
)
from bot.core.calendar import Calendar
from bot.core.case import Case
from bot.core.labels import Kind, Reading, Understanding, by_priority
from bot.core.policy import Policy
from bot.core.receivables import ItemKind, OpenItem
from bot.core.situation import Respond, Situation


@dataclass(frozen=True)
class Context:
    """The account a mail is about. `sender_known`: the writer is a contact of it, or writes from a contact's domain."""

    today: date
    policy: Policy
    calendar: Calendar
    items: tuple[OpenItem, ...] = ()
    case: Case = field(default_factory=Case)
    matched: bool = True
    sender_known: bool = True


@dataclass(frozen=True)
class Proposal:
    """One act and the reading it follows from (None: from the mail as a whole)."""

    act: Act
    reading: Reading | None = None


NEVER_ANSWERED = frozenset({"bank_change"})
"""Labels after which no answer at all is drafted: a known number is called instead (X5)."""


def decide(mail: Understanding, context: Context, labels: Mapping[str, Respond]) -> tuple[Proposal, ...]:
    """The acts that follow from one mail, in order of urgency; never empty for a human's mail."""
    if mail.kind is not Kind.HUMAN:
        return tuple(_of_machine(mail, context, labels))
    proposals = [
        Proposal(act, reading)
        for reading in by_priority(mail.readings)
        for act in labels[reading.label](_situation(reading, context))
    ]
    for rail in RAILS:
        proposals = rail(proposals, mail, context)
    return tuple(p for n, p in enumerate(proposals) if p not in proposals[:n])


def _situation(reading: Reading, context: Context) -> Situation:
    invoices = tuple(item for item in context.items if item.kind is ItemKind.INVOICE)
    return Situation(reading, context.today, context.policy, context.calendar, invoices, context.case)


def _of_machine(mail: Understanding, context: Context, labels: Mapping[str, Respond]) -> list[Proposal]:
    """Machine mail is no answer and never gets one: at most a pause, a proposed contact, a dead address."""
    found: list[Proposal] = []
    for reading in mail.readings:
        acts = labels[reading.label](_situation(reading, context))
        found += [Proposal(a, reading) for a in acts if isinstance(a, ProposeContact | Escalate)]
    if mail.kind is Kind.BOUNCE and mail.values.get("permanent") is not False:
        found.append(Proposal(Escalate("mend_contact", "bounced")))
    back = mail.values.get("return_date")
    if mail.kind is Kind.OUT_OF_OFFICE and isinstance(back, str) and context.matched:
        until = min(date.fromisoformat(back), _longest(context))
        if until > context.today:
            found.append(Proposal(Pause(until, "contact_absent")))
    return found


def _longest(context: Context) -> date:
    return context.today + timedelta(days=context.policy.longest_pause_days)


Rail = Callable[[list[Proposal], Understanding, Context], list[Proposal]]


def _strangers_change_nothing(found: list[Proposal], mail: Understanding, context: Context) -> list[Proposal]:
    """A mail from nobody's contact may hold reminders back and call a person, nothing else (X20).

    Insolvency is mostly told by an officer nobody knows: it stops every demand until a person has looked.
    """
    if not context.matched:
        return [Proposal(Escalate("read_reply", "unmatched"))]
    if context.sender_known:
        return found
    kept = [p for p in found if isinstance(p.act, Escalate | StopForInsolvency)]
    return [*kept, Proposal(Escalate("read_reply", "third_party"))]


def _doubt_goes_to_a_person(found: list[Proposal], mail: Understanding, context: Context) -> list[Proposal]:
    """An unsure reading may hold back and call, but notes nothing and answers nothing."""
    if not mail.unsure or not context.matched:
        return found
    kept = [p for p in found if isinstance(p.act, Escalate | Pause)]
    return [*kept, Proposal(Escalate("read_reply", "unsure"))]


def _promises_have_a_sensible_day(found: list[Proposal], mail: Understanding, context: Context) -> list[Proposal]:
    """A day in the past proves nothing; a far one is a request for delay, which a person grants."""

    def mended(p: Proposal) -> list[Proposal]:
        if not isinstance(p.act, NotePromise):
            return [p]
        if p.act.due < context.today:
            return [Proposal(Escalate("read_reply", "promise_in_the_past"), p.reading)]
        if p.act.due > _longest(context):
            return [Proposal(Escalate("agree_plan", "promise_too_far"), p.reading), _rest(context, p)]
        return [p]

    return [q for p in found for q in mended(p)]


MOST_PROMISES = 3
"""After so many in a row that were put off or broken, one more is no reason to wait. No setting: a company that is less
patient calls earlier by hand, and one that is more patient agrees to a plan."""


def _the_fourth_promise_is_a_call(found: list[Proposal], mail: Understanding, context: Context) -> list[Proposal]:
    """Else a client who promises anew every two weeks is never reminded and never shown to a person (R27)."""
    words = [
        p for p in found if isinstance(p.act, NotePromise) and context.case.unkept(p.act.invoices) >= MOST_PROMISES
    ]
    if not words:
        return found
    readings = [p.reading for p in words]
    # A confirmation of that promise would say that we wait again.
    rest = [p for p in found if p not in words and not (isinstance(p.act, Draft) and p.reading in readings)]
    call = Escalate("call_after_promise", "promises_not_kept", due=context.today)
    return [Proposal(call, readings[0]), *rest]


def _rest(context: Context, p: Proposal) -> Proposal:
    until = context.today + timedelta(days=context.policy.pause_days)
    invoices = getattr(p.act, "invoices", ())
    return Proposal(Pause(until, "reply_received", invoices), p.reading)


def _pauses_end(found: list[Proposal], mail: Understanding, context: Context) -> list[Proposal]:
    """No pause is longer than the policy allows (R27: no invoice without follow-up)."""
    longest = _longest(context)
    return [
        replace(p, act=replace(p.act, until=longest)) if isinstance(p.act, Pause) and p.act.until > longest else p
        for p in found
    ]


def _requests_rest_until_answered(found: list[Proposal], mail: Understanding, context: Context) -> list[Proposal]:
    """Who asks for a plan or is about to be answered is not reminded meanwhile (C75)."""
    holds = [p for p in found if isinstance(p.act, Pause | NotePromise | OpenDispute)]
    asked = next((p for p in found if isinstance(p.act, ProposePlan)), None)
    if asked and not any(isinstance(p.act, Pause) for p in found):
        return [*found, _rest(context, asked)]
    if holds or not context.matched:
        return found
    return [*found, Proposal(Pause(context.today + timedelta(days=context.policy.reply_rest_days), "reply_received"))]


def _some_mail_is_never_answered(found: list[Proposal], mail: Understanding, context: Context) -> list[Proposal]:
    if any(reading.label in NEVER_ANSWERED for reading in mail.readings):
        return [p for p in found if not isinstance(p.act, Draft)]
    return found


def _nothing_without_a_next_step(found: list[Proposal], mail: Understanding, context: Context) -> list[Proposal]:
    """Silence is not a next step: a person reads what nothing follows from."""
    if any(not isinstance(p.act, Pause) for p in found) or _client_only_checks(mail):
        return found
    return [*found, Proposal(Escalate("read_reply", "no_next_step"))]


def _client_only_checks(mail: Understanding) -> bool:
    """'We are looking into it': the pause's end is the next step."""
    return bool(mail.readings) and all(r.label == "acknowledgement" for r in mail.readings) and not mail.unsure


RAILS: Sequence[Rail] = (
    _strangers_change_nothing,
    _doubt_goes_to_a_person,
    _promises_have_a_sensible_day,
    _the_fourth_promise_is_a_call,
    _pauses_end,
    _requests_rest_until_answered,
    _some_mail_is_never_answered,
    _nothing_without_a_next_step,
)
"""In this order; each takes the proposals so far and gives back what is left of them."""

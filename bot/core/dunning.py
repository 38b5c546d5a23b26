"""Who is reminded of what today, and who is not and why: the dunning run's rules for one account."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from bot.core.calendar import Calendar
from bot.core.case import Case
from bot.core.climbing import capped, next_change, next_level
from bot.core.history import Raised
from bot.core.money import totals
from bot.core.policy import Level, LevelKind, Policy
from bot.core.receivables import Account, ItemKind, OpenItem, fingerprint


@dataclass(frozen=True)
class Remind:
    """One letter to the account: its tone is that of the highest level raised.

    `listed` is all that the letter lists: every late invoice it may speak of, and the credits that reduce the sum.
    """

    level: Level
    raised: tuple[Raised, ...]
    listed: tuple[OpenItem, ...]
    reply_by: date


@dataclass(frozen=True)
class Ask:
    """Invoices reached a level that a person handles: no letter, a task."""

    level: Level
    raised: tuple[Raised, ...]


@dataclass(frozen=True)
class Skip:
    """No letter today. `why` is a reason code with a sentence in every UI language; `until` when it may change."""

    why: str
    until: date | None = None
    detail: str = ""


Outcome = Remind | Ask | Skip


@dataclass(frozen=True)
class Look:
    """All that the rules look at for one account on one day. Items are the account's own."""

    account: Account
    items: Sequence[OpenItem]
    case: Case
    policy: Policy
    calendar: Calendar
    today: date


def plan(look: Look) -> tuple[Outcome, ...]:
    """What is due today: tasks for a person, and either one letter or one reason why there is none.

    Linear in the account's items. Levels belong to invoices, letters to accounts (law).
    """
    blocked = _account_block(look)
    if blocked:
        return (blocked,)
    raises = _raises(look)
    if not raises:
        return (_nothing_raised(look),)
    mails = {number: to for number, to in raises.items() if to.kind is LevelKind.MAIL}
    asks = _asks(_for_a_person(look, raises)) if len(mails) < len(raises) else ()
    wait = _timing(look) if asks else None
    if wait:
        # Nor is a person asked to call on a holiday, or while the last letter still gives the client time.
        return (wait,)
    if not asks and not mails:
        return (Skip("below_tolerance"),)
    return (*asks, _letter(look, mails))


def _for_a_person(look: Look, raises: Mapping[str, Level]) -> dict[str, Level]:
    """What a person handles. Nobody calls about what a letter would not ask for either: credits cover it (C4)."""
    owed = total_due(_listed(look, raises, max(raises.values(), key=lambda level: level.day)))
    currency = {item.number: item.currency for item in look.items if item.kind is ItemKind.INVOICE}
    worth = {number for number in raises if owed.get(currency[number], Decimal(0)) > look.policy.tolerance}
    return {number: to for number, to in raises.items() if to.kind is not LevelKind.MAIL and number in worth}


def _asks(raises: Mapping[str, Level]) -> tuple[Ask, ...]:
    levels = dict.fromkeys(raises.values())
    return tuple(Ask(x, tuple(Raised(number, x.day) for number, to in raises.items() if to == x)) for x in levels)


def _account_block(look: Look) -> Skip | None:
    """The first reason that holds the whole account, the gravest first."""
    case, today = look.case, look.today
    contact = look.account.recipient()
    pause = case.account_pause(today) if case.pauses else None
    if case.insolvency:
        return Skip("insolvency")
    if look.account.debtor_type in look.policy.refused_debtor_types:
        return Skip("debtor_type_refused", detail=look.account.debtor_type.value)
    if not any(item.kind is ItemKind.INVOICE for item in look.items):
        return Skip("nothing_open")
    if contact is None:
        return Skip("no_address")
    if case.bounced and fingerprint(contact.email) in case.bounced:
        return Skip("contact_bounced")
    if case.unread:
        return Skip("mail_not_understood")
    if case.with_human:
        return Skip("with_a_person")
    if case.drafts:
        return Skip("answer_waiting")
    if case.plan_asked:
        return Skip("plan_undecided")
    if pause:
        return Skip("paused", pause.until + timedelta(days=1), pause.reason)
    return None


def _raises(look: Look) -> dict[str, Level]:
    """The level to which each invoice may climb today; one level at a time."""
    staircase = look.policy.staircase(look.account.segment)
    found: dict[str, Level] = {}
    for item in look.items:
        if item.kind is ItemKind.INVOICE and item.performed and not held(item.number, look.case, look.today):
            level = next_level(staircase, look.case.levels.get(item.number), item.days_overdue(look.today), look.policy)
            if level:
                found[item.number] = capped(level, staircase, len(look.case.reminded.get(item.number, ())))
    return found


def held(invoice: str, case: Case, today: date) -> str:
    """Why this invoice is spoken of in no letter today; empty when it may be."""
    if not case.holds_something:
        return ""
    if case.disputed(invoice):
        return "disputed"
    if case.promised(invoice):
        return "promise_running"
    if case.in_plan(invoice):
        return "plan_running"
    pause = case.pause_on(invoice, today)
    return f"paused:{pause.reason}" if pause else ""


def _letter(look: Look, raises: Mapping[str, Level]) -> Remind | Skip:
    if not raises:
        return _nothing_raised(look)
    top = max(raises.values(), key=lambda level: level.day)
    listed = _listed(look, raises, top)
    if all(amount <= look.policy.tolerance for amount in total_due(listed).values()):
        return Skip("below_tolerance")
    wait = _timing(look)
    if wait:
        return wait
    reply_by = look.calendar.after(look.today + timedelta(days=look.policy.answer_days), 0)
    if top.day < 0:
        reply_by = max(item.due for item in listed if item.number in raises)
    named = {item.number for item in listed}
    return Remind(top, tuple(Raised(n, level.day) for n, level in raises.items() if n in named), listed, reply_by)


def _nothing_raised(look: Look) -> Skip:
    """Nothing climbs today: say the most telling reason, and when it may change."""
    invoices = [i for i in look.items if i.kind is ItemKind.INVOICE]
    reasons = [held(i.number, look.case, look.today) for i in invoices]
    if reasons and all(reasons):
        why, _, detail = reasons[0].partition(":")
        return Skip(why, _next_change(look), detail)
    late = any(i.due < look.today for i in invoices)
    return Skip("level_not_reached" if late else "not_due", _next_change(look))


def _listed(look: Look, raises: Mapping[str, Level], top: Level) -> tuple[OpenItem, ...]:
    """Before the due date only what is raised; afterwards all that is late and may be spoken of, and credits (C4)."""
    if top.day < 0:
        return tuple(i for i in look.items if i.number in raises)
    late = [
        i
        for i in look.items
        if i.kind is ItemKind.INVOICE
        and i.performed
        and i.days_overdue(look.today) > 0
        and not held(i.number, look.case, look.today)
    ]
    currencies = {i.currency for i in late}
    credits = [i for i in look.items if i.kind is not ItemKind.INVOICE and i.currency in currencies]
    return tuple(sorted(late, key=lambda i: (i.due, i.number)) + sorted(credits, key=lambda i: (i.due, i.number)))


def _timing(look: Look) -> Skip | None:
    """Courtesy of the calendar: the gap over all channels (R21, R22), working days, quiet periods."""
    written = look.case.last_written
    if written and look.today < written + timedelta(days=look.policy.gap_days):
        return Skip("gap", written + timedelta(days=look.policy.gap_days))
    if not look.calendar.is_working_day(look.today):
        name = look.calendar.holidays.get(look.today, "")
        return Skip("not_a_working_day", look.calendar.on_or_after(look.today), name)
    quiet = next((q for q in look.policy.quiet if q.covers(look.today)), None)
    if quiet:
        return Skip("quiet_period", _after_quiet(look), quiet.reason)
    return None


def _after_quiet(look: Look) -> date:
    day = look.today
    while not look.calendar.is_working_day(day) or any(q.covers(day) for q in look.policy.quiet):
        day += timedelta(days=1)
        if (day - look.today).days > 366:
            return day
    return day


def _next_change(look: Look) -> date | None:
    staircase = look.policy.staircase(look.account.segment)
    return next_change(look.items, look.case, staircase, look.policy, look.today)


def next_look(look: Look, outcomes: Sequence[Outcome]) -> date | None:
    """When the account must be looked at again if nothing happens before."""
    skips = [outcome for outcome in outcomes if isinstance(outcome, Skip)]
    if len(skips) < len(outcomes):
        return look.today + timedelta(days=1)
    whys, waits = {skip.why for skip in skips}, [skip.until for skip in skips if skip.until]
    if whys & _POSTPONED:
        return min(waits, default=look.today + timedelta(days=1))
    # Where nothing climbs, `until` is the next change already: most accounts, so it is not looked for twice.
    changes = waits if whys & _NOTHING_CLIMBS else [*waits, _next_change(look)]
    if "below_tolerance" in whys:
        # An invoice that becomes late joins the sum, without climbing: the letter may be worth writing then.
        changes = [*changes, *(i.due + timedelta(days=1) for i in look.items if i.kind is ItemKind.INVOICE)]
    return min([day for day in changes if day and day > look.today], default=None)


_POSTPONED = frozenset({"gap", "not_a_working_day", "quiet_period"})
_NOTHING_CLIMBS = frozenset({"level_not_reached", "not_due"})


def total_due(items: Sequence[OpenItem]) -> dict[str, Decimal]:
    """What is owed per currency after credits."""
    return totals((item.currency, item.balance) for item in items)

"""An account that sleeps until its next look misses nothing: no letter and no call falls into the days between."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.core.calendar import Calendar
from bot.core.case import Case, OpenDispute, OpenPromise, PauseInForce
from bot.core.dunning import Ask, Look, Remind, next_look, plan
from bot.core.policy import Level, LevelKind, Policy, QuietPeriod, Staircase
from bot.core.receivables import Account, Contact, ItemKind, OpenItem

TODAY = date(2026, 3, 10)
FURTHEST = 120
"""Days looked ahead for an account that nothing but an event would wake: past every level of the staircase below."""

LEVELS = (
    Level("courtesy", -5, template="reminders/courtesy"),
    Level("first", 5, template="reminders/first"),
    Level("second", 15, template="reminders/second"),
    Level("decision", 30, LevelKind.CALL),
    Level("formal notice", 45, LevelKind.FORMAL_NOTICE),
)
POLICY = Policy(
    {"": Staircase(LEVELS)}, quiet=(QuietPeriod("stocktaking", TODAY + timedelta(days=9), TODAY + timedelta(days=12)),)
)
CALENDAR = Calendar("FR", {TODAY: "a holiday", TODAY + timedelta(days=6): "another"})
ACCOUNT = Account("C1", "Client Ltd", (Contact("accounts@client.example"),))

soon = st.integers(-20, 20).map(lambda days: TODAY + timedelta(days=days))
numbers = st.lists(st.sampled_from(["F0", "F1", "F2"]), max_size=2, unique=True).map(tuple)


@st.composite
def items(draw: st.DrawFn) -> tuple[OpenItem, ...]:
    count = draw(st.integers(1, 3))
    kinds = st.sampled_from([ItemKind.INVOICE, ItemKind.INVOICE, ItemKind.CREDIT_NOTE])
    return tuple(
        OpenItem("C1", f"F{n}", draw(kinds), TODAY - timedelta(days=draw(st.integers(-40, 60))), Decimal(100))
        for n in range(count)
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    reached = st.sampled_from([level.day for level in LEVELS])
    return Case(
        levels=draw(st.dictionaries(st.sampled_from(["F0", "F1", "F2"]), reached)),
        last_written=draw(st.none() | st.integers(0, 12).map(lambda days: TODAY - timedelta(days=days))),
        pauses=tuple(PauseInForce(draw(soon), "asked", draw(numbers)) for _ in range(draw(st.integers(0, 1)))),
        promises=tuple(
            OpenPromise("p", draw(soon), None, draw(numbers), Decimal(100)) for _ in range(draw(st.integers(0, 1)))
        ),
        disputes=tuple(OpenDispute("d", draw(numbers), "delivery", TODAY) for _ in range(draw(st.integers(0, 1)))),
    )


def on(day: date, look: Look) -> Look:
    """The same account on another day on which nothing has happened."""
    return replace(look, today=day)


@given(items=items(), case=cases())
def test_nothing_falls_due_while_an_account_is_not_looked_at(items: tuple[OpenItem, ...], case: Case) -> None:
    """Design 5: a run reads only the accounts whose next action date has come."""
    look = Look(ACCOUNT, items, case, POLICY, CALENDAR, TODAY)
    wakes = next_look(look, plan(look)) or TODAY + timedelta(days=FURTHEST)
    asleep = [TODAY + timedelta(days=n) for n in range(1, (wakes - TODAY).days)]
    missed = [(day, plan(on(day, look))) for day in asleep]
    assert not [(day, done) for day, done in missed if any(isinstance(one, (Remind, Ask)) for one in done)]


@given(items=items(), case=cases())
def test_an_account_is_never_to_be_looked_at_again_on_the_same_day(items: tuple[OpenItem, ...], case: Case) -> None:
    """Else a run over many accounts would not come to its end."""
    look = Look(ACCOUNT, items, case, POLICY, CALENDAR, TODAY)
    wakes = next_look(look, plan(look))
    assert wakes is None or wakes > TODAY

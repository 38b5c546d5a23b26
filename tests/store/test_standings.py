"""The cached fold always equals folding the history anew, and planning never sleeps through what happened."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from bot.core.case import Case, fold
from bot.core.history import Fact, MailReceived, PersonWrote, Released
from bot.ports import Standing
from bot.store.store import SqlStore
from bot.store.tables import STANDING
from tests.store.stored import DAY, KINDS, NOW, opened

st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))
_FACT: Any = Fact
_fresh = count()


@pytest.fixture(params=KINDS, scope="module")
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    """One store for all examples: each takes an account of its own."""
    one = opened(request.param, tmp_path_factory.mktemp("standings"))
    yield one
    one.close()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(passes=st.lists(st.lists(st.from_type(_FACT), max_size=4), max_size=4))
def test_the_cached_fold_equals_the_history_folded_anew(shared: SqlStore, passes: Any) -> None:
    account = f"C{next(_fresh)}"
    seq = 0
    for day, facts in enumerate(passes):
        with shared.transaction() as books:
            seq = books.append(account, seq, facts, NOW, DAY + timedelta(days=day)).seq
    with shared.transaction() as books:
        history = books.history(account)
        assert [told.fact for told in history] == [fact for facts in passes for fact in facts]
        assert books.standing(account).case == fold(history)
        assert books.standing(account).seq == len(history)


def test_rebuilding_finds_nothing_to_correct_and_corrects_what_was_spoilt(store: SqlStore) -> None:
    with store.transaction() as books:
        for number in ("C001", "C002"):
            books.append(number, 0, [MailReceived("m1")], NOW, DAY)
            books.plan_next(number, None, "p1")
        books.plan_next("C003", None, "p1")
    assert store.rebuild_standings() == 0
    with store._engine.begin() as database:
        database.execute(update(STANDING).where(STANDING.c.account == "C001").values(body="{}", seq=0))
    assert store.rebuild_standings() == 1
    with store.transaction() as books:
        assert books.standing("C001") == Standing("C001", 1, Case(unread=frozenset({"m1"})), None)
        assert books.due_accounts(DAY, "p1", "", 9) == ["C001"]


def test_a_plan_made_on_an_old_reading_does_not_hide_a_newer_fact(tmp_path: Path) -> None:
    """On PostgreSQL a colleague may append while a run plans: the account stays due (C75)."""
    store = opened("postgresql", tmp_path)
    with store.transaction() as books:
        books.append("C001", 0, [MailReceived("m1")], NOW, DAY)
    with store.transaction() as run:
        assert run.standings(["C001"])["C001"].seq == 1
        with store.transaction() as colleague:
            colleague.append("C001", 1, [Released("Ada")], NOW, DAY)
        run.plan_next("C001", DAY + timedelta(days=30), "p1")
    with store.transaction() as books:
        assert books.due_accounts(DAY, "p1", "", 9) == ["C001"]
    store.close()


def test_a_plan_after_ones_own_reading_and_writing_counts(store: SqlStore) -> None:
    with store.transaction() as books:
        books.append("C001", books.standing("C001").seq, [PersonWrote("m1")], NOW, DAY)
        books.plan_next("C001", DAY + timedelta(days=7), "p1")
        assert books.standing("C001").next_action == DAY + timedelta(days=7)
        books.plan_next("C001", None, "p1")
    with store.transaction() as books:
        assert books.standing("C001").next_action is None
        assert books.due_accounts(DAY + timedelta(days=99), "p1", "", 9) == []

"""What the database itself refuses, whoever writes to it."""

from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from bot.core.outbox import LIVE, RowState
from bot.store.columns import shape_of
from bot.store.store import SqlStore
from bot.store.tables import FACT, OUTBOX
from tests.store.stored import DAY, NOW, row


def put(store: SqlStore, **changes: Any) -> None:
    values = shape_of(type(row())).row(row(), without=["raw"]) | changes
    with store._engine.begin() as database:
        database.execute(OUTBOX.insert(), values)


def test_an_answer_without_approved_by_cannot_be_stored(store: SqlStore) -> None:
    """Design, section 9: also when somebody goes around the store."""
    with pytest.raises(IntegrityError, match="ck_outbox_answer_is_approved"):
        put(store, kind="answer", approved_by="")
    put(store, kind="answer", approved_by="Ada")


@pytest.mark.parametrize("state", sorted(RowState))
def test_a_key_holds_one_live_row(store: SqlStore, state: RowState) -> None:
    put(store, id="r1", state=state.value)
    if state in LIVE:
        with pytest.raises(IntegrityError):
            put(store, id="r2")
    else:
        put(store, id="r2")


def test_a_seq_is_taken_once(store: SqlStore) -> None:
    fact = {"account": "C001", "seq": 1, "at": NOW, "day": DAY, "type": "Released", "body": "{}"}
    with store._engine.begin() as database:
        database.execute(FACT.insert(), fact)
    with pytest.raises(IntegrityError), store._engine.begin() as database:
        database.execute(FACT.insert(), fact)

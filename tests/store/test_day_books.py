"""Days and switches, on SQLite and on PostgreSQL."""

from datetime import timedelta

import pytest

from bot.ports import Held, Store
from tests.store.stored import DAY


def test_what_is_held_is_replaced_per_account(store: Store) -> None:
    with store.transaction() as books:
        books.keep_held(DAY, [Held("C001", DAY, ("paused",)), Held("C002", DAY, ("disputed", "paused"))])
        books.keep_held(DAY, [Held("C001", DAY, ())])
        assert books.held(DAY) == [Held("C002", DAY, ("disputed", "paused"))]
        with pytest.raises(ValueError, match=str(DAY)):
            books.keep_held(DAY, [Held("C001", DAY + timedelta(days=1), ("paused",))])


def test_a_switch_keeps_its_last_position(store: Store) -> None:
    with store.transaction() as books:
        assert books.setting("stopped") == ""
        books.keep_setting("stopped", "yes")
        books.keep_setting("stopped", "no")
        assert books.setting("stopped") == "no"

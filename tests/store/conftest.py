"""Every test of the store that asks for `store` runs on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.store import SqlStore
from tests.store.stored import KINDS, opened


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlStore]:
    one = opened(request.param, tmp_path)
    yield one
    one.close()

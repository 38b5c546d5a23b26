"""The database's shape, one SQLModel class per table; Alembic's head is compared with these in a test.

Raw mails lie in tables of their own, so that reading states never drags megabytes along. JSON lies in text columns
and not in jsonb, which could not hold every character of a client's mail. The constants are the core tables behind
the models: every statement of the store is made of these, never of ORM objects, which are three times slower.
"""

from collections.abc import Iterable

from sqlalchemy import Table
from sqlmodel import SQLModel

from bot.store.tables.desk import DraftTable, HeldTable, SettingTable, TaskTable
from bot.store.tables.history import FactTable, StandingTable
from bot.store.tables.inbound import InboundRawTable, InboundTable, MailboxTable
from bot.store.tables.ledger import (
    AccountTable,
    ContactTable,
    ItemTable,
    LedgerConfirmationTable,
    MovementTable,
    SnapshotTable,
)
from bot.store.tables.outbox import OutboxAliasTable, OutboxRawTable, OutboxTable

METADATA = SQLModel.metadata


def _table_of(model: type[SQLModel]) -> Table:
    return METADATA.tables[str(model.__tablename__)]


SNAPSHOT = _table_of(SnapshotTable)
LEDGER_CONFIRMATION = _table_of(LedgerConfirmationTable)
ACCOUNT = _table_of(AccountTable)
CONTACT = _table_of(ContactTable)
ITEM = _table_of(ItemTable)
MOVEMENT = _table_of(MovementTable)
FACT = _table_of(FactTable)
STANDING = _table_of(StandingTable)
MAILBOX = _table_of(MailboxTable)
INBOUND = _table_of(InboundTable)
INBOUND_RAW = _table_of(InboundRawTable)
OUTBOX = _table_of(OutboxTable)
OUTBOX_RAW = _table_of(OutboxRawTable)
OUTBOX_ALIAS = _table_of(OutboxAliasTable)
DRAFT = _table_of(DraftTable)
TASK = _table_of(TaskTable)
HELD = _table_of(HeldTable)
SETTING = _table_of(SettingTable)


def names_of(table: Table, without: Iterable[str] = ()) -> tuple[str, ...]:
    """The table's column names in order."""
    left_out = frozenset(without)
    return tuple(column.name for column in table.columns if column.name not in left_out)

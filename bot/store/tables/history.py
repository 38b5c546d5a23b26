"""The append-only histories, and the cached fold of each."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from bot.store.column_types import Instant, Words


class FactTable(SQLModel, table=True):
    """The histories. The primary key is the optimistic lock: one fact per account and seq."""

    __tablename__: ClassVar[str] = "fact"
    account: str = Field(primary_key=True, sa_type=Words)
    seq: int = Field(primary_key=True)
    at: datetime = Field(sa_type=Instant)
    day: date = Field(index=True)
    type: str
    body: str


class StandingTable(SQLModel, table=True):
    """The cached fold of each history, and when to look at the account again."""

    __tablename__: ClassVar[str] = "standing"
    # Covering: a pass over the due accounts in their order reads this index and never the cases.
    __table_args__ = (Index("ix_standing_agenda", "account", "next_action", "policy_hash"),)
    account: str = Field(primary_key=True, sa_type=Words)
    seq: int
    body: str
    next_action: date | None
    policy_hash: str

"""What lies on people's desks: drafts, tasks, what was held on a day, and the switches."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from bot.store.column_types import Instant, Words


class DraftTable(SQLModel, table=True):
    """Answers that wait for a person, or waited."""

    __tablename__: ClassVar[str] = "draft"
    __table_args__ = (Index("ix_draft_state", "state", "position"),)
    position: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    account: str = Field(sa_type=Words)
    mail: str
    version: int
    recipient: str = Field(sa_type=Words)
    subject: str = Field(sa_type=Words)
    text: str = Field(sa_type=Words)
    language: str
    templates: str
    state: str
    copy_: str = Field(sa_column_kwargs={"name": "copy"})
    copy_id: str = Field(sa_type=Words)
    copy_hash: str
    message_id: str = Field(sa_type=Words)
    created_at: datetime | None = Field(sa_type=Instant)
    sender: str = Field(sa_type=Words)
    decided_by: str = Field(sa_type=Words)
    why: str = Field(sa_type=Words)


class TaskTable(SQLModel, table=True):
    """Work for people. `done_by` empty: open."""

    __tablename__: ClassVar[str] = "task"
    __table_args__ = (Index("ix_task_account", "account", "done_by"), Index("ix_task_done_by", "done_by"))
    position: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    key: str = Field(unique=True, sa_type=Words)
    kind: str
    why: str = Field(sa_type=Words)
    account: str = Field(sa_type=Words)
    mail: str
    owner: str = Field(sa_type=Words)
    urgent: bool
    due: date | None
    opened_at: datetime | None = Field(sa_type=Instant)
    done_by: str = Field(sa_type=Words)
    outcome: str = Field(sa_type=Words)


class HeldTable(SQLModel, table=True):
    """Reminders that did not leave on a day, and why."""

    __tablename__: ClassVar[str] = "held"
    day: date = Field(primary_key=True)
    account: str = Field(primary_key=True, sa_type=Words)
    reasons: str


class SettingTable(SQLModel, table=True):
    """Small switches that live with the data."""

    __tablename__: ClassVar[str] = "setting"
    name: str = Field(primary_key=True)
    value: str = Field(sa_type=Words)

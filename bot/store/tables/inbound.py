"""Mails that came in, and how far each mailbox was read."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from bot.store.column_types import Instant, Words


class MailboxTable(SQLModel, table=True):
    """How far each mailbox was read."""

    __tablename__: ClassVar[str] = "mailbox"
    name: str = Field(primary_key=True)
    cursor: str = Field(sa_type=Words)
    read_to_end_at: datetime | None = Field(sa_type=Instant)


class InboundTable(SQLModel, table=True):
    """Mails that came in, in order of arrival. `understanding` is JSON, empty until there is one."""

    __tablename__: ClassVar[str] = "inbound"
    __table_args__ = (
        Index("ix_inbound_state", "state", "position"),
        Index("ix_inbound_account", "account", "received_at"),
        Index("ix_inbound_message_id", "message_id"),
    )
    position: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    message_id: str = Field(sa_type=Words)
    mailbox: str
    folder: str
    received_at: datetime = Field(sa_type=Instant)
    state: str
    account: str = Field(sa_type=Words)
    matched_by: str = Field(sa_type=Words)
    why: str = Field(sa_type=Words)
    understanding: str


class InboundRawTable(SQLModel, table=True):
    """The bytes of inbound mails, exactly as they came."""

    __tablename__: ClassVar[str] = "inbound_raw"
    id: str = Field(primary_key=True, foreign_key="inbound.id")
    raw: bytes

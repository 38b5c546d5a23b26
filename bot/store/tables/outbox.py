"""Mails that are to leave or have left, with the two rules that the database itself keeps."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

from bot.core.outbox import LIVE, RowKind
from bot.store.column_types import Instant, Words

IS_LIVE = "state IN ({})".format(", ".join(f"'{state.value}'" for state in sorted(LIVE)))
_ANSWER_IS_APPROVED = f"kind <> '{RowKind.ANSWER.value}' OR approved_by <> ''"


class OutboxTable(SQLModel, table=True):
    """Mails that are to leave or have left, in the order in which they were queued."""

    __tablename__: ClassVar[str] = "outbox"
    __table_args__ = (
        CheckConstraint(_ANSWER_IS_APPROVED, name="ck_outbox_answer_is_approved"),
        Index("ux_outbox_live_key", "key", unique=True, sqlite_where=text(IS_LIVE), postgresql_where=text(IS_LIVE)),
        Index("ix_outbox_state", "state", "position"),
        Index("ix_outbox_account_sent", "account", "sent_at"),
    )
    position: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    key: str = Field(sa_type=Words)
    kind: str
    account: str = Field(sa_type=Words)
    day: date
    recipient: str = Field(sa_type=Words)
    message_id: str = Field(index=True, sa_type=Words)
    state: str
    raised: str
    claims: str
    approved_by: str = Field(sa_type=Words)
    draft: str
    reply_to_mail: str
    not_before: datetime | None = Field(sa_type=Instant)
    attempts: int
    why: str = Field(sa_type=Words)
    queued_at: datetime | None = Field(sa_type=Instant)
    sent_at: datetime | None = Field(index=True, sa_type=Instant)
    mailbox: str


class OutboxRawTable(SQLModel, table=True):
    """The bytes of outgoing mails, exactly as they leave."""

    __tablename__: ClassVar[str] = "outbox_raw"
    id: str = Field(primary_key=True, foreign_key="outbox.id")
    raw: bytes


class OutboxAliasTable(SQLModel, table=True):
    """Message-IDs that a server gave to our mails instead of ours."""

    __tablename__: ClassVar[str] = "outbox_alias"
    message_id: str = Field(primary_key=True, sa_type=Words)
    row: str = Field(foreign_key="outbox.id")

"""The newest snapshot of the ledger, and what is kept of the older ones."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from bot.store.column_types import Instant, Words


class SnapshotTable(SQLModel, table=True):
    """When the ledger was read, and its size: the newest row is the ledger we know."""

    __tablename__: ClassVar[str] = "snapshot"
    id: int | None = Field(default=None, primary_key=True)
    digest: str
    taken_at: datetime = Field(sa_type=Instant)
    as_of: date
    account_count: int
    item_count: int
    totals: str


class LedgerConfirmationTable(SQLModel, table=True):
    """Files that a person vouched for, by their sha256."""

    __tablename__: ClassVar[str] = "ledger_confirmation"
    digest: str = Field(primary_key=True)
    confirmed_by: str = Field(sa_type=Words)


class AccountTable(SQLModel, table=True):
    """The accounts of the newest snapshot. `content_hash` covers the account, its contacts and its items."""

    __tablename__: ClassVar[str] = "account"
    number: str = Field(primary_key=True, sa_type=Words)
    name: str = Field(sa_type=Words)
    address: str = Field(sa_type=Words)
    company_number: str = Field(sa_type=Words)
    debtor_type: str
    country: str = Field(sa_type=Words)
    language: str = Field(sa_type=Words)
    segment: str = Field(sa_type=Words)
    content_hash: str


class ContactTable(SQLModel, table=True):
    """People and desks at the clients, in the ledger's order. `email_key` and `domain` are in lower case."""

    __tablename__: ClassVar[str] = "contact"
    account: str = Field(primary_key=True, foreign_key="account.number", sa_type=Words)
    position: int = Field(primary_key=True)
    email: str = Field(sa_type=Words)
    email_key: str = Field(index=True, sa_type=Words)
    domain: str = Field(index=True, sa_type=Words)
    name: str = Field(sa_type=Words)
    role: str = Field(sa_type=Words)
    phone: str = Field(sa_type=Words)
    language: str = Field(sa_type=Words)
    time_zone: str = Field(sa_type=Words)
    provenance: str = Field(sa_type=Words)


class ItemTable(SQLModel, table=True):
    """What is open in the newest snapshot. Amounts are minor units of `currency`."""

    __tablename__: ClassVar[str] = "item"
    account: str = Field(primary_key=True, foreign_key="account.number", sa_type=Words)
    position: int = Field(primary_key=True)
    number: str = Field(sa_type=Words)
    number_key: str = Field(index=True, sa_type=Words)
    kind: str
    due: date
    amount: int = Field(sa_type=BigInteger)
    currency: str
    issued: date | None
    original_amount: int | None = Field(sa_type=BigInteger)
    payment_terms: str = Field(sa_type=Words)
    order_reference: str = Field(sa_type=Words)
    contract_reference: str = Field(sa_type=Words)
    project: str = Field(sa_type=Words)
    performed: bool
    pdf: str = Field(sa_type=Words)


class MovementTable(SQLModel, table=True):
    """Every movement a ledger ever told. `nth`: the how-manieth of several that are equal in all the rest."""

    __tablename__: ClassVar[str] = "movement"
    account: str = Field(primary_key=True, sa_type=Words)
    number: str = Field(primary_key=True, sa_type=Words)
    day: date = Field(primary_key=True, index=True)
    amount: int = Field(primary_key=True, sa_type=BigInteger)
    currency: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    reference: str = Field(primary_key=True, sa_type=Words)
    nth: int = Field(primary_key=True)

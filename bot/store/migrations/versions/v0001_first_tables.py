"""The first tables.

Long for a reason: a revision is one frozen piece of history, and spells every column out instead of reading the models.
"""

from functools import partial
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_IS_LIVE = "state IN ('queued', 'sending', 'sent', 'unknown', 'waiting')"


def _column(kind: sa.types.TypeEngine[Any], name: str, *rules: sa.ForeignKey, **said: bool) -> sa.Column[Any]:
    return sa.Column(name, kind, *rules, **{"nullable": False, **said})  # type: ignore[arg-type]


words = partial(_column, sa.Text())
code = partial(_column, sa.String())
whole = partial(_column, sa.Integer())
cents = partial(_column, sa.BigInteger())
day = partial(_column, sa.Date())
instant = partial(_column, sa.DateTime(timezone=True))
yes_no = partial(_column, sa.Boolean())
raw_bytes = partial(_column, sa.LargeBinary())


def _account() -> None:
    op.create_table(
        "account",
        words("number", primary_key=True),
        words("name"),
        words("address"),
        words("company_number"),
        code("debtor_type"),
        words("country"),
        words("language"),
        words("segment"),
        code("content_hash"),
    )


def _draft() -> None:
    op.create_table(
        "draft",
        whole("position", primary_key=True),
        code("id", unique=True),
        words("account"),
        code("mail"),
        whole("version"),
        words("recipient"),
        words("subject"),
        words("text"),
        code("language"),
        code("templates"),
        code("state"),
        code("copy"),
        words("copy_id"),
        code("copy_hash"),
        words("message_id"),
        instant("created_at", nullable=True),
        words("sender"),
        words("decided_by"),
        words("why"),
    )
    op.create_index("ix_draft_state", "draft", ["state", "position"])


def _fact() -> None:
    op.create_table(
        "fact",
        words("account", primary_key=True),
        whole("seq", primary_key=True),
        instant("at"),
        day("day"),
        code("type"),
        code("body"),
    )
    op.create_index("ix_fact_day", "fact", ["day"])


def _held() -> None:
    op.create_table(
        "held",
        day("day", primary_key=True),
        words("account", primary_key=True),
        code("reasons"),
    )


def _inbound() -> None:
    op.create_table(
        "inbound",
        whole("position", primary_key=True),
        code("id", unique=True),
        words("message_id"),
        code("mailbox"),
        code("folder"),
        instant("received_at"),
        code("state"),
        words("account"),
        words("matched_by"),
        words("why"),
        code("understanding"),
    )
    op.create_index("ix_inbound_account", "inbound", ["account", "received_at"])
    op.create_index("ix_inbound_state", "inbound", ["state", "position"])
    op.create_index("ix_inbound_message_id", "inbound", ["message_id"])


def _ledger_confirmation() -> None:
    op.create_table(
        "ledger_confirmation",
        code("digest", primary_key=True),
        words("confirmed_by"),
    )


def _mailbox() -> None:
    op.create_table(
        "mailbox",
        code("name", primary_key=True),
        words("cursor"),
        instant("read_to_end_at", nullable=True),
    )


def _movement() -> None:
    op.create_table(
        "movement",
        words("account", primary_key=True),
        words("number", primary_key=True),
        day("day", primary_key=True),
        cents("amount", primary_key=True),
        code("currency", primary_key=True),
        code("kind", primary_key=True),
        words("reference", primary_key=True),
        whole("nth", primary_key=True),
    )
    op.create_index("ix_movement_day", "movement", ["day"])


def _outbox() -> None:
    op.create_table(
        "outbox",
        whole("position", primary_key=True),
        code("id", unique=True),
        words("key"),
        code("kind"),
        words("account"),
        day("day"),
        words("recipient"),
        words("message_id"),
        code("state"),
        code("raised"),
        code("claims"),
        words("approved_by"),
        code("draft"),
        code("reply_to_mail"),
        instant("not_before", nullable=True),
        whole("attempts"),
        words("why"),
        instant("queued_at", nullable=True),
        instant("sent_at", nullable=True),
        code("mailbox"),
        sa.CheckConstraint("kind <> 'answer' OR approved_by <> ''", name="ck_outbox_answer_is_approved"),
    )
    op.create_index("ix_outbox_account_sent", "outbox", ["account", "sent_at"])
    op.create_index("ix_outbox_message_id", "outbox", ["message_id"])
    op.create_index("ix_outbox_sent_at", "outbox", ["sent_at"])
    op.create_index("ix_outbox_state", "outbox", ["state", "position"])
    op.create_index(
        "ux_outbox_live_key",
        "outbox",
        ["key"],
        unique=True,
        sqlite_where=sa.text(_IS_LIVE),
        postgresql_where=sa.text(_IS_LIVE),
    )


def _setting() -> None:
    op.create_table(
        "setting",
        code("name", primary_key=True),
        words("value"),
    )


def _snapshot() -> None:
    op.create_table(
        "snapshot",
        whole("id", primary_key=True),
        code("digest"),
        instant("taken_at"),
        day("as_of"),
        whole("account_count"),
        whole("item_count"),
        code("totals"),
    )


def _standing() -> None:
    op.create_table(
        "standing",
        words("account", primary_key=True),
        whole("seq"),
        code("body"),
        day("next_action", nullable=True),
        code("policy_hash"),
    )
    op.create_index("ix_standing_agenda", "standing", ["account", "next_action", "policy_hash"])


def _task() -> None:
    op.create_table(
        "task",
        whole("position", primary_key=True),
        code("id", unique=True),
        words("key", unique=True),
        code("kind"),
        words("why"),
        words("account"),
        code("mail"),
        words("owner"),
        yes_no("urgent"),
        day("due", nullable=True),
        instant("opened_at", nullable=True),
        words("done_by"),
        words("outcome"),
    )
    op.create_index("ix_task_account", "task", ["account", "done_by"])
    op.create_index("ix_task_done_by", "task", ["done_by"])


def _contact() -> None:
    op.create_table(
        "contact",
        words("account", sa.ForeignKey("account.number"), primary_key=True),
        whole("position", primary_key=True),
        words("email"),
        words("email_key"),
        words("domain"),
        words("name"),
        words("role"),
        words("phone"),
        words("language"),
        words("time_zone"),
        words("provenance"),
    )
    op.create_index("ix_contact_domain", "contact", ["domain"])
    op.create_index("ix_contact_email_key", "contact", ["email_key"])


def _inbound_raw() -> None:
    op.create_table(
        "inbound_raw",
        code("id", sa.ForeignKey("inbound.id"), primary_key=True),
        raw_bytes("raw"),
    )


def _item() -> None:
    op.create_table(
        "item",
        words("account", sa.ForeignKey("account.number"), primary_key=True),
        whole("position", primary_key=True),
        words("number"),
        words("number_key"),
        code("kind"),
        day("due"),
        cents("amount"),
        code("currency"),
        day("issued", nullable=True),
        cents("original_amount", nullable=True),
        words("payment_terms"),
        words("order_reference"),
        words("contract_reference"),
        words("project"),
        yes_no("performed"),
        words("pdf"),
    )
    op.create_index("ix_item_number_key", "item", ["number_key"])


def _outbox_alias() -> None:
    op.create_table(
        "outbox_alias",
        words("message_id", primary_key=True),
        code("row", sa.ForeignKey("outbox.id")),
    )


def _outbox_raw() -> None:
    op.create_table(
        "outbox_raw",
        code("id", sa.ForeignKey("outbox.id"), primary_key=True),
        raw_bytes("raw"),
    )


def upgrade() -> None:
    """Create every table; those that others refer to come first."""
    for create in (
        _account,
        _draft,
        _fact,
        _held,
        _inbound,
        _ledger_confirmation,
        _mailbox,
        _movement,
        _outbox,
        _setting,
        _snapshot,
        _standing,
        _task,
        _contact,
        _inbound_raw,
        _item,
        _outbox_alias,
        _outbox_raw,
    ):
        create()

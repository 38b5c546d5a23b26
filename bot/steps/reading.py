"""From a parsed mail to what it says: the one path that `understand` and the command `read` share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.labels import OpenInvoice, Reply, Understanding
from bot.core.receivables import ItemKind, OpenItem
from bot.mail.automatic import Machine, machine_kind
from bot.mail.parse import ParsedMail
from bot.mail.quoting import newest_text
from bot.ports import Classifier


@dataclass(frozen=True)
class Opened:
    """A mail of which we know who wrote it and its newest text, but not yet what it means."""

    mail: ParsedMail
    machine: Machine
    newest: str


def open_mail(mail: ParsedMail) -> Opened:
    """Who wrote it (a person or a machine) and the newest words."""
    return Opened(mail, machine_kind(mail), newest_text(mail))


def read(
    opened: Opened, received: date, invoices: Sequence[OpenInvoice], classifier: Classifier, hint: str = ""
) -> Understanding:
    """What the mail says. `hint` is the account's language, for texts too short to tell."""
    language = classifier.language(opened.newest or opened.mail.subject, hint)
    kind = opened.machine.kind
    reply = Reply(opened.newest, received, kind, opened.mail.subject, opened.mail.sender, tuple(invoices))
    opinion = classifier.opinion(reply, language)
    values = {**opinion.values, **opened.machine.values}
    return Understanding(kind, language, opened.newest, opinion.readings, values, opinion.unsure, opinion.why_unsure)


def open_invoices(items: Sequence[OpenItem]) -> tuple[OpenInvoice, ...]:
    """The invoices of these items as a classifier sees them."""
    return tuple(OpenInvoice(i.number, i.amount, i.due, i.currency) for i in items if i.kind is ItemKind.INVOICE)

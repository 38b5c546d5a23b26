"""To which account a mail belongs, and which others it may be about."""

from dataclasses import dataclass

from bot.core.history import NOBODY
from bot.core.inbound import InboundMail
from bot.core.labels import Kind
from bot.core.receivables import Account, OpenItem
from bot.mail.automatic import bounced_message_ids, machine_kind
from bot.mail.match import Directory, Match, match
from bot.mail.parse import ParsedMail
from bot.ports import Books
from bot.steps.world import World

BY_PERSON = "person"
"""How a mail was matched that a person gave to its account (C52)."""
MOST_OTHERS = 20
"""An address or number that points to more accounts than this points to none."""


@dataclass(frozen=True)
class Found:
    """The match, its account with its open items (None: nobody's), and the other accounts the mail may be about.

    `again` marks the ids of tasks of a mail that is understood a second time, after a person moved it.
    """

    match: Match
    account: Account | None
    items: tuple[OpenItem, ...]
    others: tuple[str, ...]
    again: str = ""


def whose(world: World, books: Books, mail: InboundMail, parsed: ParsedMail, newest: str) -> Found:
    """What a person said about it, else the signs in the mail."""
    if mail.matched_by == BY_PERSON:
        accounts = books.accounts([mail.account])
        told = Match(mail.account, BY_PERSON, 1.0, True)
        return Found(
            told, accounts[0] if accounts else None, tuple(books.items([mail.account])), (), f"@{mail.account}"
        )

    def by_message_id(message_id: str) -> str | None:
        row = books.row_by_message_id(message_id)
        return (row.account if row else books.mail_account(message_id)) or None

    directory = Directory(by_message_id, books.accounts_by_email, books.accounts_by_domain, books.accounts_by_invoice)
    bounced = bounced_message_ids(parsed) if machine_kind(parsed).kind is Kind.BOUNCE else ()
    found = match(parsed, newest, directory, bounced)
    others = found.candidates if len(found.candidates) <= MOST_OTHERS else ()
    accounts = books.accounts([found.account]) if found.account != NOBODY else ()
    if not accounts:
        return Found(found, None, (), others)
    return Found(found, accounts[0], tuple(books.items([found.account])), others)

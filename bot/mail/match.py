"""Whose mail is this? From the surest sign to the weakest, with how sure and why."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.history import NOBODY
from bot.mail.parse import ParsedMail

# What an invoice number may look like inside running text: letters, digits and common separators, one digit at least.
_NUMBER = re.compile(r"(?<![\w@.])(?=[\w/.-]*\d)[A-Za-z0-9][A-Za-z0-9/_.-]{2,30}(?<![.\-/_])(?![\w@])")

FREE_MAIL = frozenset(
    """gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr live.com live.fr msn.com yahoo.com yahoo.fr
    icloud.com me.com orange.fr wanadoo.fr free.fr sfr.fr laposte.net bbox.fr neuf.fr gmx.de gmx.net web.de
    t-online.de aol.com proton.me protonmail.com libero.it tiscali.it telenet.be skynet.be ziggo.nl kpnmail.nl
    sapo.pt terra.es""".split()
)
"""Domains that many strangers share: writing from one proves nothing about the company."""


@dataclass(frozen=True)
class Match:
    """The account a mail belongs to (`NOBODY` when none or several), by which sign, and how sure (0 to 1).

    `sender_known` tells whether the writer is a contact of that account or writes from a contact's own domain.
    """

    account: str
    by: str
    sure: float
    sender_known: bool
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Directory:
    """Look-ups that the store answers: own Message-ID → account, address → accounts, and so on."""

    by_message_id: Callable[[str], str | None]
    by_email: Callable[[str], Sequence[str]]
    by_domain: Callable[[str], Sequence[str]]
    by_invoice: Callable[[Sequence[str]], Mapping[str, str]]


def match(mail: ParsedMail, newest: str, directory: Directory, bounced: Sequence[str] = ()) -> Match:
    """Own Message-ID in In-Reply-To or References → invoice number in subject or text → sender's address → domain.

    A sign that points to several accounts is no sign: the next one decides, or a person. Costs one look-up per sign.
    """
    senders = tuple(directory.by_email(mail.sender)) or _by_domain(mail.sender, directory)
    for message_id in (*bounced, mail.in_reply_to, *reversed(mail.references)):
        account = directory.by_message_id(message_id) if message_id else None
        if account:
            return Match(account, "thread", 0.99, account in senders)
    named = _by_numbers(f"{mail.subject}\n{newest}", directory)
    for by, accounts, sure in (
        ("invoice_and_sender", tuple(a for a in named if a in senders), 0.97),
        ("invoice", named, 0.8),
        ("sender", tuple(directory.by_email(mail.sender)), 0.9),
        ("sender_domain", senders, 0.7),
    ):
        if len(accounts) == 1:
            return Match(accounts[0], by, sure, accounts[0] in senders)
    candidates = tuple(dict.fromkeys((*named, *senders)))
    return Match(NOBODY, "several" if candidates else "nothing", 0.0, False, candidates)


def _by_domain(address: str, directory: Directory) -> tuple[str, ...]:
    domain = address.rpartition("@")[2]
    return () if not domain or domain in FREE_MAIL else tuple(directory.by_domain(domain))


def _by_numbers(text: str, directory: Directory) -> tuple[str, ...]:
    numbers = list(dict.fromkeys(m.group() for m in _NUMBER.finditer(text)))[:200]
    return tuple(dict.fromkeys(directory.by_invoice(numbers).values())) if numbers else ()

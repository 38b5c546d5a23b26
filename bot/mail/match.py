"""Whose mail is this? From the surest sign to the weakest, with how sure and why."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.history import NOBODY
from bot.mail.parse import ParsedMail

# What an invoice number may look like inside running text: letters, digits and common separators, one digit at least.
_NUMBER = re.compile(r"(?<![\w@.])(?=[\w/.-]*\d)[A-Za-z0-9][A-Za-z0-9/_.-]{2,30}(?<![.\-/_])(?![\w@])")

FREE_MAIL = frozenset(
    """gmail.com googlemail.com outlook.com outlook.fr outlook.de outlook.be outlook.es outlook.it hotmail.com
    hotmail.fr hotmail.co.uk hotmail.de hotmail.it hotmail.es live.com live.fr live.co.uk live.nl live.be
    msn.com yahoo.com yahoo.fr yahoo.co.uk yahoo.de yahoo.es yahoo.it icloud.com me.com orange.fr wanadoo.fr
    free.fr sfr.fr laposte.net bbox.fr neuf.fr numericable.fr aliceadsl.fr voila.fr gmx.de gmx.net web.de
    freenet.de posteo.de t-online.de aol.com mail.com proton.me protonmail.com libero.it tiscali.it virgilio.it
    alice.it telenet.be skynet.be ziggo.nl kpnmail.nl xs4all.nl planet.nl sapo.pt terra.es btinternet.com
    sky.com virginmedia.com bluewin.ch""".split()
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

    A sign that points to several accounts is no sign: the next one decides, or a person. `candidates` are the other
    accounts that the mail may be about: they rest until a person has read it. Costs one look-up per sign.
    """
    senders = tuple(directory.by_email(mail.sender)) or _by_domain(mail.sender, directory)
    thread = _first(bounced, directory)
    if thread:
        return Match(thread, "thread", 0.99, thread in senders)
    numbers = _numbers(f"{mail.subject}\n{newest}", directory)
    thread = _first((mail.in_reply_to, *reversed(mail.references)), directory)
    if thread:
        return _in_thread(thread, senders, tuple(dict.fromkeys(a for n, a in numbers.items() if _telling(n))))
    return _without_thread(mail, senders, tuple(dict.fromkeys(numbers.values())), directory)


def _first(message_ids: Sequence[str], directory: Directory) -> str | None:
    found = (directory.by_message_id(message_id) for message_id in message_ids if message_id)
    return next((account for account in found if account), None)


def _in_thread(thread: str, senders: Sequence[str], named: Sequence[str]) -> Match:
    """The thread decides, unless the client speaks of another account's invoices in it."""
    if not named or thread in named:
        return Match(thread, "thread", 0.99, thread in senders, tuple(a for a in named if a != thread))
    own = [account for account in named if account in senders]
    if len(own) == 1:
        return Match(own[0], "invoice_and_sender", 0.9, True, (thread,))
    return Match(NOBODY, "several", 0.0, False, (thread, *named))


def _without_thread(mail: ParsedMail, senders: Sequence[str], named: Sequence[str], directory: Directory) -> Match:
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


def _telling(number: str) -> bool:
    """A short bare number in a text is too often an amount or a house number to outweigh the thread."""
    return len(number) >= 6 or (any(c.isalpha() for c in number) and len(number) >= 4)


def _by_domain(address: str, directory: Directory) -> tuple[str, ...]:
    domain = address.rpartition("@")[2]
    return () if not domain or domain in FREE_MAIL else tuple(directory.by_domain(domain))


def _numbers(text: str, directory: Directory) -> Mapping[str, str]:
    numbers = list(dict.fromkeys(m.group() for m in _NUMBER.finditer(text)))[:200]
    return directory.by_invoice(numbers) if numbers else {}

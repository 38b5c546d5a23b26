"""Whose mail it is: from the surest sign to the weakest, and nobody rather than the wrong one (C51)."""

from collections.abc import Mapping, Sequence

import pytest

from bot.core.history import NOBODY
from bot.mail.match import Directory, match
from bot.mail.parse import ParsedMail

OURS = "<rl.abc.0123456789@vendeur.example>"
PEOPLE = {"zoe@client.example": ["C1"], "both@group.example": ["C1", "C2"], "one@gmail.com": ["C3"]}
DOMAINS = {"client.example": ["C1"], "group.example": ["C1", "C2"], "gmail.com": ["C3"]}
INVOICES = {"F2026-0118": "C1", "G-7": "C2"}


def plain(number: str) -> str:
    return "".join(c for c in number.upper() if c.isalnum())


def by_invoice(numbers: Sequence[str]) -> Mapping[str, str]:
    wanted = {plain(n) for n in numbers}
    return {number: account for number, account in INVOICES.items() if plain(number) in wanted}


DIRECTORY = Directory(
    lambda message_id: "C1" if message_id == OURS else None,
    lambda email: PEOPLE.get(email, []),
    lambda domain: DOMAINS.get(domain, []),
    by_invoice,
)


def found(text: str = "", *, bounced: Sequence[str] = (), **mail: object) -> tuple[str, str, bool]:
    result = match(ParsedMail(**mail), text, DIRECTORY, bounced)  # type: ignore[arg-type]
    return result.account, result.by, result.sender_known


@pytest.mark.parametrize(
    ("mail", "text", "expected"),
    [
        ({"in_reply_to": OURS, "sender": "zoe@client.example"}, "", ("C1", "thread", True)),
        ({"references": ("<x@y>", OURS), "sender": "new@client.example"}, "", ("C1", "thread", True)),
        ({"in_reply_to": OURS, "sender": "x@stranger.example"}, "", ("C1", "thread", False)),
        ({"sender": "both@group.example"}, "La facture G-7 est payée", ("C2", "invoice_and_sender", True)),
        ({"sender": "x@stranger.example", "subject": "F2026/0118"}, "", ("C1", "invoice", False)),
        ({"sender": "zoe@client.example"}, "Merci", ("C1", "sender", True)),
        ({"sender": "paul@client.example"}, "Merci", ("C1", "sender_domain", True)),
        ({"sender": "both@group.example"}, "Merci", (NOBODY, "several", False)),
        ({"sender": "x@stranger.example"}, "F2026-0118 et G-7", (NOBODY, "several", False)),
        ({"sender": "x@stranger.example"}, "Bonjour", (NOBODY, "nothing", False)),
        ({"sender": "two@gmail.com"}, "Bonjour", (NOBODY, "nothing", False)),
    ],
    ids=[
        "an answer to our mail",
        "a later mail of the thread, from a colleague of the contact",
        "a stranger who answers our mail is matched but not known",
        "an invoice number decides between two accounts of one address",
        "an invoice number with another separator",
        "a known address",
        "another person of a known company",
        "one address of two accounts, and no number",
        "numbers of two accounts",
        "a stranger",
        "a free-mail domain proves nothing",
    ],
)
def test_whose_mail(mail: dict[str, object], text: str, expected: tuple[str, str, bool]) -> None:
    assert found(text, **mail) == expected


def test_a_bounce_belongs_to_the_account_whose_mail_bounced() -> None:
    assert found(bounced=(OURS,), sender="mailer-daemon@host.example")[:2] == ("C1", "thread")


def test_a_number_inside_another_word_is_no_invoice_number() -> None:
    assert found("voir http://x.example/G-7x et ref@G-7", sender="x@stranger.example")[0] == NOBODY

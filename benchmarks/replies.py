"""Writes a mailbox of fictitious replies to reminders, as files of a Maildir: quoted threads, HTML, PDFs, notices."""

import os
from base64 import encodebytes
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from hashlib import shake_256
from pathlib import Path

from benchmarks.book import NOW, items, number
from benchmarks.house import ADDRESS

_SAID = {
    "fr": (
        "La facture {invoice} a été réglée par virement le 3 mars, merci de vérifier.",
        "Nous réglerons la facture {invoice} le 27 mars au plus tard.",
        "Nous contestons la facture {invoice} : il manquait deux cartons à la livraison.",
        "Pouvez-vous nous envoyer un duplicata de la facture {invoice} ?",
        "Serait-il possible de payer {invoice} en trois fois ?",
        "Je ne suis plus en charge de ce dossier, merci d'écrire à compta@{domain}.",
        "Bien reçu, nous revenons vers vous.",
    ),
    "en": (
        "Invoice {invoice} was paid by bank transfer on 3 March, please check.",
        "We will pay invoice {invoice} on 27 March at the latest.",
        "We dispute invoice {invoice}: two boxes were missing from the delivery.",
        "Could you send us a copy of invoice {invoice}?",
        "Could we pay {invoice} in three instalments?",
        "I am no longer in charge of this, please write to payables@{domain}.",
        "Received, we will come back to you.",
    ),
}
_ABSENT = {
    "fr": "Je suis absent du bureau jusqu'au 20 mars inclus.",
    "en": "I am out of the office until 20 March.",
}
_GREETING = {"fr": ("Bonjour,", "Cordialement,"), "en": ("Hello,", "Kind regards,")}
_WROTE = {
    "fr": "Le 2 mars 2026 à 09:12, Comptabilité <{address}> a écrit :",
    "en": "On 2 March 2026, Accounts <{address}> wrote:",
}
_OURS = {
    "fr": "Sauf erreur de notre part, la facture {invoice} reste à régler. Nous vous remercions de votre retour.",
    "en": "According to our records invoice {invoice} is still open. We would be grateful for a short answer.",
}


def write_maildir(folder: Path, count: int, accounts: int) -> int:
    """So many messages into `folder/cur`, which belong to whom the folder's parent belongs. Returns their octets."""
    octets = 0
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True)
    for n, raw in enumerate(replies(count, accounts)):
        (folder / "cur" / f"{n:08d}.M1P1.relance.example:2,").write_bytes(raw)
        octets += len(raw)
    return octets


def give_to_owner(folder: Path, like: Path) -> None:
    """The mail server reads mail as another user than root."""
    owner = like.stat()
    for path in (folder, *folder.rglob("*")):
        os.chown(path, owner.st_uid, owner.st_gid)


def replies(count: int, accounts: int) -> Iterator[bytes]:
    """One client writes after the other; one in twelve is absent, one in ten attaches a file."""
    for n in range(count):
        client = n * 7 % accounts
        yield _reply(n, client, "en" if client % 8 == 6 else "fr").as_bytes()


def _reply(n: int, client: int, language: str) -> EmailMessage:
    mail, invoice = EmailMessage(), items(client)[n % 3].number
    domain = f"client{client}.example"
    mail["From"] = f"Desk {client} <accounts@{domain}>"
    mail["To"] = ADDRESS
    mail["Subject"] = f"Re: {invoice}"
    mail["Date"] = format_datetime(NOW - timedelta(minutes=n))
    mail["Message-ID"] = f"<reply-{n}@{domain}>"
    mail["References"] = f"<reminder-{number(client)}@relance.example>"
    if n % 12 == 5:
        mail["Auto-Submitted"] = "auto-replied"
        mail.set_content(_ABSENT[language])
        return mail
    said = _SAID[language][n % len(_SAID[language])].format(invoice=invoice, domain=domain)
    text = _letter(said, language, invoice, 1 + n % 4)
    mail.set_content(text, cte="quoted-printable")
    mail.add_alternative(_html(text), subtype="html", cte="quoted-printable")
    if n % 10 == 3:
        mail.add_attachment(_pdf(n), maintype="application", subtype="pdf", filename=f"advice-{n}.pdf")
    return mail


def _letter(said: str, language: str, invoice: str, depth: int) -> str:
    hello, bye = _GREETING[language]
    lines = [hello, "", said, "", bye, "Camille Exemple", "Tel. +33 1 99 00 00 00", ""]
    for level in range(1, depth + 1):
        mark = ">" * level + " "
        quoted = (_WROTE[language].format(address=ADDRESS), hello, *[_OURS[language].format(invoice=invoice)] * 4, bye)
        lines += [mark + line for line in quoted]
    return "\n".join(lines)


def _html(text: str) -> str:
    style = "p.MsoNormal{margin:0cm;font-size:11.0pt;font-family:Calibri,sans-serif}" * 20
    lines = "".join(f"<p class=MsoNormal>{line.replace('>', '&gt;')}</p>" for line in text.split("\n"))
    return f"<html><head><style>{style}</style></head><body>{lines}</body></html>"


def _pdf(n: int) -> bytes:
    """Noise of the size of a scanned page; nobody opens it."""
    return b"%PDF-1.4\n" + encodebytes(shake_256(str(n).encode()).digest(90_000)) + b"\n%%EOF\n"

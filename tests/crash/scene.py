"""A fictitious fortnight: ten customers, one for each thing that a pass may have in its hands when it dies."""

import os
from collections.abc import Iterator
from datetime import date, datetime, time
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.demo.clients import Answer, bounce, reply
from bot.demo.scene import MAILBOX, Customer

ZONE = ZoneInfo("Europe/Paris")
FIRST, SECOND, MAIN, NEXT, LATER = (date(2026, 3, day) for day in (2, 3, 10, 11, 20))
MANAGER = "direction@atelier-exemple.example"
COLLECTOR = "Camille"

CLAIMS_PAID = Customer("C101", "Boulangerie Essai", "Nadia Essai", "compta@boulangerie-essai.example")
DISPUTES = Customer("C102", "Garage Essai", "Luc Essai", "luc@garage-essai.example")
ABSENT = Customer("C103", "Cabinet Essai", "Claire Essai", "claire@cabinet-essai.example")
BOUNCES = Customer("C104", "Menuiserie Essai", "", "ancien@menuiserie-essai.example")
PROMISED = Customer("C105", "Négoce Essai", "Samuel Essai", "samuel@negoce-essai.example")
ASKED = Customer("C106", "Transports Essai", "Jeanne Essai", "jeanne@transports-essai.example")
CLEARED = Customer("C107", "Hôtel Essai", "Inès Essai", "ines@hotel-essai.example")
DUE = Customer("C108", "Trial & Sons Ltd", "Pat Trial", "pat@trial-and-sons.example", "en", "GB")
ALSO_DUE = Customer("C109", "Imprimerie Essai", "Anne Essai", "anne@imprimerie-essai.example")
WRITTEN_TO = Customer("C110", "Mairie d'Essai", "", "finances@mairie-essai.example", type="public")
EARLY = (CLAIMS_PAID, DISPUTES, ABSENT, BOUNCES, PROMISED, ASKED, CLEARED)
LATE = (DUE, ALSO_DUE, WRITTEN_TO)

ON_THE_SECOND_DAY = {
    PROMISED: Answer(0, 0, "Bonjour,\n\nNous réglerons cette facture le 6 mars 2026.\n\nSamuel Essai"),
    ASKED: Answer(
        0,
        0,
        "Bonjour,\n\nNous n'avons jamais reçu cette facture, merci de nous en envoyer une copie.\n\nJeanne Essai",
        "apple",
    ),
    CLEARED: Answer(0, 0, "Bonjour,\n\nPourriez-vous nous envoyer un duplicata de cette facture ?\n\nInès Essai"),
}
ON_THE_MAIN_DAY = {
    CLAIMS_PAID: Answer(0, 0, "Bonjour,\n\nLe virement est parti hier.\n\nNadia Essai", "gmail"),
    DISPUTES: Answer(0, 0, "Bonjour,\n\nNous contestons la facture F-C102 : il manque deux jeux.\n\nLuc Essai"),
    ABSENT: Answer(0, 0, "Bonjour,\n\nJe suis absente jusqu'au 13 mars inclus.\n\nClaire Essai", "absence"),
}


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """An instant of the seller's day."""
    return datetime.combine(day, time(hour, minute), tzinfo=ZONE)


def export(folder: Path, day: date) -> None:
    """The ledger as the accounting exports it on that morning: semicolons, French headers, one PDF per invoice."""
    folder.mkdir(parents=True)
    _write(folder / "clients.csv", _customers(), day)
    _write(folder / "factures.csv", _items(day), day)
    _write(folder / "reglements.csv", _movements(day), day)
    (folder / "pdf").mkdir()
    for customer in (*EARLY, *LATE):
        (folder / "pdf" / f"F-{customer.number}.pdf").write_bytes(b"%PDF-1.4\n% a page of the test\n%%EOF\n")


def _customers() -> Iterator[str]:
    yield "Code client;Raison sociale;Nom du contact;E-mail;Langue;Pays;Type de client"
    for c in (*EARLY, *LATE):
        yield f"{c.number};{c.name};{c.contact};{c.email};{c.language};{c.country};{c.type}"


def _items(day: date) -> Iterator[str]:
    """The late customers' invoices reach the books with the main day; the cleared one leaves them."""
    yield "Code client;N° facture;Date de facture;Échéance;Montant TTC;Reste dû;Devise;Fichier PDF"
    for customer in EARLY:
        if customer is not CLEARED or day < MAIN:
            yield _item(customer, "25/01/2026;24/02/2026;640,00;640,00")
    for customer in LATE if day >= MAIN else ():
        yield _item(customer, "03/02/2026;05/03/2026;410,50;410,50")


def _item(customer: Customer, dates_and_amounts: str) -> str:
    return f"{customer.number};F-{customer.number};{dates_and_amounts};EUR;F-{customer.number}.pdf"


def _movements(day: date) -> Iterator[str]:
    yield "Code client;N° facture;Date de règlement;Montant;Devise;Nature"
    if day >= MAIN:
        yield f"{CLEARED.number};F-{CLEARED.number};09/03/2026;640,00;EUR;règlement"


def _write(file: Path, lines: Iterator[str], day: date) -> None:
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    written = at(day, 7).timestamp()
    os.utime(file, (written, written))


def answers(day: date, ours: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """(envelope sender, raw mail) of what clients and servers answer on that day to our mails, by recipient."""
    told = ON_THE_SECOND_DAY if day == SECOND else ON_THE_MAIN_DAY
    for n, (customer, answer) in enumerate(told.items()):
        yield customer.email, reply(customer, answer, ours[customer.email], at(day, 8, n))
    if day == MAIN:
        yield "", bounce(ours[BOUNCES.email], BOUNCES.email, at(day, 8, 30))


def colleagues_letter() -> bytes:
    """A colleague wrote to a client from the mailbox by hand."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = MAILBOX, WRITTEN_TO.email, "Votre dossier"
    mail["Date"] = format_datetime(at(MAIN, 8, 45))
    mail["Message-ID"] = "<colleague.1@atelier-exemple.example>"
    mail.set_content("Bonjour,\n\nComme convenu par téléphone, voici notre nouveau catalogue.\n\nCamille")
    return mail.as_bytes()

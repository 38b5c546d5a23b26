"""What the demo's clients write: raw mails as real mail programs make them. No label anywhere."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from email.utils import format_datetime
from hashlib import sha256

from bot.demo.scene import CUSTOMERS, MAILBOX, Customer

OUR_ADDRESS = f"Atelier Exemple <{MAILBOX}>"


@dataclass(frozen=True)
class Answer:
    """What a client does about the nth mail from us: after so many hours, these words, made by this mail program."""

    to_mail: int
    hours: int
    words: str
    program: str = "outlook"


ANSWERS: dict[str, tuple[Answer, ...]] = {
    "C001": (
        Answer(
            1,
            22,
            "Bonjour,\n\nLe virement est parti hier, référence VIR-44710.\n\nBien cordialement,\nNadia Exemple",
            "gmail",
        ),
    ),
    "C002": (
        Answer(
            1,
            26,
            "Bonjour,\n\nNous contestons la facture F2026-0102 : douze jeux ont été facturés, dix seulement livrés.\n"
            "Merci de nous adresser un avoir.\n\nLuc Modèle\nGarage Modèle",
        ),
        Answer(
            4,
            200,
            "Bonjour,\n\nPourriez-vous m'envoyer un duplicata de la facture F2026-0115 ?\n\nLuc Modèle\nGarage Modèle",
        ),
    ),
    "C003": (
        Answer(
            1,
            30,
            "Madame, Monsieur,\n\nNotre trésorerie est tendue ce trimestre. "
            "Pourrions-nous régler cette facture en 3 fois, à partir de fin mars ?"
            "\n\nVous remerciant par avance,\nAnne Fictive",
        ),
    ),
    "C004": (
        Answer(
            1,
            20,
            "Hello,\n\nThis is approved on our side, we will pay it on Friday 13 March.\n\nBest regards,\nPat Sample",
        ),
    ),
    "C005": (
        Answer(1, 25, "Hi\n\nSorry for the delay. You will have the money by 12 March.\n\nSam", "apple"),
        Answer(3, 336, "Hi\n\nPaid this morning by bank transfer, reference FT-20931. Sorry again!\n\nSam", "apple"),
    ),
    "C006": (
        Answer(
            1,
            0,
            "Bonjour,\n\nJe suis absente jusqu'au 13 mars inclus. En cas d'urgence, merci de contacter Marc Témoin "
            "(m.temoin@cabinet-temoin.example).\n\nClaire Témoin",
            "absence",
        ),
        Answer(2, 20, "Bonjour,\n\nBien reçu, je transmets à notre service achats pour vérification.\n\nClaire Témoin"),
    ),
    "C008": (
        Answer(
            1,
            24,
            "Dear all,\n\nInvoice F2026-0108 was paid by bank transfer on 2 March.\n"
            "Invoice F2026-0109 is wrong: the price agreed was 2,200.00, please check."
            "\n\nKind regards,\nChris Placeholder",
        ),
    ),
    "C011": (
        Answer(
            1,
            28,
            "Hello,\n\nWe never received this invoice. Could you please send us a copy?\n\nThanks,\nJo Sample",
            "apple",
        ),
    ),
    "C012": (
        Answer(
            1,
            40,
            "Bonjour,\n\nNous vous informons que notre société a été placée en redressement judiciaire par jugement du "
            "24 février 2026. Merci d'adresser votre déclaration de créance au mandataire judiciaire.\n\nPaul Factice",
        ),
    ),
}
"""Customer → what it answers; whoever is not here keeps silent."""

STRANGER = (
    "inconnu@nulle-part.example",
    "Candidature",
    "Bonjour,\n\nJe me permets de revenir vers vous au sujet de ma candidature au poste de menuisier.\n\nA. Nonyme",
)
"""A mail that answers nothing of ours."""

DEAD_ADDRESS = "ancien@menuiserie-echantillon.example"


class Clients:
    """The desks that receive our mail. `received` is called by the mail server; `due` gives what they send by then."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._received: dict[str, int] = {}
        self._outgoing: list[tuple[datetime, str, bytes]] = []

    def received(self, sender: str, recipient: str, raw: bytes) -> None:
        """A mail of ours has arrived at a client."""
        customer = next((c for c in CUSTOMERS if c.email.lower() == recipient.lower()), None)
        if recipient.lower() == DEAD_ADDRESS:
            self._outgoing.append((self._now() + timedelta(minutes=5), "", bounce(raw, recipient, self._now())))
        if customer is None:
            return
        count = self._received[customer.number] = self._received.get(customer.number, 0) + 1
        for answer in ANSWERS.get(customer.number, ()):
            if answer.to_mail == count:
                at = self._now() + timedelta(hours=answer.hours)
                self._outgoing.append((at, customer.email, reply(customer, answer, raw, at)))

    def strangers_mail(self, at: datetime) -> None:
        """Somebody nobody knows writes."""
        sender, subject, words = STRANGER
        mail = _headed(sender, subject, at)
        mail.set_content(words, cte="quoted-printable")
        self._outgoing.append((at, sender, mail.as_bytes()))

    def due(self, at: datetime) -> list[tuple[str, bytes]]:
        """(envelope sender, raw mail) of everything that is sent by this moment."""
        now = sorted((o for o in self._outgoing if o[0] <= at), key=lambda o: o[0])
        self._outgoing = [o for o in self._outgoing if o[0] > at]
        return [(sender, raw) for _, sender, raw in now]


def _headed(sender: str, subject: str, at: datetime) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, OUR_ADDRESS, subject
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = (
        f"<{at:%Y%m%d%H%M%S}.{sha256(sender.encode()).hexdigest()[:8]}@{sender.rpartition('@')[2].rstrip('>')}>"
    )
    return mail


def reply(customer: Customer, answer: Answer, ours: bytes, at: datetime) -> bytes:
    """The client's answer to our mail, with our words quoted as its mail program quotes them."""
    original = BytesParser(policy=default).parsebytes(ours)
    part = original.get_body(("plain",))
    text = part.get_content() if part else ""
    absent = answer.program == "absence"
    prefix = "Réponse automatique : " if absent else "RE : " if customer.language == "fr" else "Re: "
    mail = _headed(f"{customer.contact or customer.name} <{customer.email}>", prefix + str(original["Subject"]), at)
    mail["In-Reply-To"] = mail["References"] = str(original["Message-ID"])
    if absent:
        mail["Auto-Submitted"] = "auto-replied"
        mail["X-Auto-Response-Suppress"] = "All"
    quoted = "" if absent else _quoted(answer.program, customer.language, text, original, at)
    mail.set_content(answer.words + quoted, cte="quoted-printable")
    return mail.as_bytes()


def _quoted(program: str, language: str, text: str, original: EmailMessage, at: datetime) -> str:
    marked = "\n".join(f"> {line}" for line in text.splitlines())
    if program == "gmail":
        return f"\n\nLe {at:%d/%m/%Y} à {at:%H:%M}, Atelier Exemple <{MAILBOX}> a écrit :\n\n{marked}\n"
    if program == "apple":
        return f"\n\nOn {at:%d %b %Y}, at {at:%H:%M}, Atelier Exemple <{MAILBOX}> wrote:\n\n{marked}\n"
    if language == "fr":
        head = f"De : {OUR_ADDRESS}\nEnvoyé : {at:%d/%m/%Y %H:%M}\nObjet : {original['Subject']}"
        return f"\n\n-----Message d'origine-----\n{head}\n\n{text}"
    head = f"From: {OUR_ADDRESS}\nSent: {at:%d/%m/%Y %H:%M}\nSubject: {original['Subject']}"
    return f"\n\n-----Original Message-----\n{head}\n\n{text}"


def bounce(ours: bytes, recipient: str, at: datetime) -> bytes:
    """A delivery status notification (RFC 3464), as a mail server makes it for an address that is gone."""
    original = BytesParser(policy=default).parsebytes(ours, headersonly=True)
    domain = recipient.rpartition("@")[2]
    edge = f"=_dsn_{at:%Y%m%d%H%M%S}"
    parts = [
        f"From: Mail Delivery System <MAILER-DAEMON@{domain}>\nTo: {MAILBOX}",
        "Subject: Undelivered Mail Returned to Sender",
        f"Date: {format_datetime(at)}\nMessage-ID: <{at:%Y%m%d%H%M%S}.dsn@{domain}>\nAuto-Submitted: auto-replied",
        f'MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary="{edge}"\n',
        f"--{edge}\nContent-Type: text/plain; charset=us-ascii\n",
        f"<{recipient}>: host mx.{domain} said: 550 5.1.1 User unknown (in reply to RCPT TO command)\n",
        f"--{edge}\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.{domain}\n",
        f"Final-Recipient: rfc822; {recipient}\nAction: failed\nStatus: 5.1.1",
        "Diagnostic-Code: smtp; 550 5.1.1 User unknown\n",
        f"--{edge}\nContent-Type: text/rfc822-headers\n",
        f"Message-ID: {original['Message-ID']}\nFrom: {MAILBOX}\nTo: {recipient}\n",
        f"--{edge}--\n",
    ]
    return "\n".join(parts).encode()

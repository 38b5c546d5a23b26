"""Facts as sentences a collector reads, in both UI languages: what `explain` and `review show` print.

Over 250 lines, because a table of all facts is of use only when it is complete.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import assert_never

from bot.core import history as facts
from bot.core.history import Recorded
from bot.core.reasons import inside, sentence


def _plain_amount(amount: Decimal, currency: str) -> str:
    return f"{amount:f} {currency}".rstrip()


@dataclass(frozen=True)
class Manner:
    """How figures and labels are written: plainly, unless the reader's habits are handed in (the core knows no locale).

    `currency` is the account's, for facts that hold an amount alone; `title` names a reply label as people call it.
    """

    day: Callable[[date], str] = date.isoformat
    amount: Callable[[Decimal, str], str] = _plain_amount
    title: Callable[[str], str] = str
    currency: str = ""


PLAIN = Manner()
"""ISO days, decimal points, labels by their code."""


def tell(recorded: Recorded, language: str = "en", manner: Manner = PLAIN) -> str:
    """One line: the day and what happened."""
    return f"{manner.day(recorded.day)}  {said(recorded.fact, language, manner)}"


@dataclass(frozen=True)
class _Voice:
    """One language and one manner: picks the wording, writes the figures."""

    language: str
    manner: Manner

    def pick(self, fr: str, en: str) -> str:
        return fr if self.language == "fr" else en

    def sentence(self, code: str) -> str:
        return sentence(code, self.language)

    def why(self, code: str) -> str:
        """A reason after a colon; a person's own words are left as they are."""
        return inside(code, self.language)

    def colon(self, fr: str, en: str) -> str:
        return self.pick(f"{fr} : ", f"{en}: ")

    def scope(self, invoices: tuple[str, ...]) -> str:
        return ", ".join(invoices) if invoices else self.pick("tout le compte", "the whole account")

    def money(self, amount: Decimal | None) -> str:
        if amount is None:
            return self.pick("le solde", "the balance")
        return self.manner.amount(amount, self.manner.currency)

    def raised(self, raised: tuple[facts.Raised, ...]) -> str:
        return ", ".join(f"{r.invoice} ({self.level(r.level)})" for r in raised)

    def level(self, day: int) -> str:
        return f"{self.pick('J', 'D')}{'+' if day >= 0 else '−'}{abs(day)}"


def said(fact: facts.Fact, language: str = "en", manner: Manner = PLAIN) -> str:
    """What happened, without its day and without a full stop."""
    voice = _Voice(language, manner)
    match fact:
        case facts.ReminderSent() | facts.PersonAsked() | facts.AnswerSent() | facts.PersonWrote():
            return _written(fact, voice)
        case facts.MailReceived() | facts.ReplyUnderstood() | facts.ContactProposed() | facts.ContactBounced():
            return _heard(fact, voice)
        case facts.Paused() | facts.Resumed():
            return _pause(fact, voice)
        case facts.PromiseMade() | facts.PromiseKept() | facts.PromiseBroken() | facts.PromiseDropped():
            return _promise(fact, voice)
        case facts.DisputeOpened() | facts.DisputeClosed():
            return _dispute(fact, voice)
        case facts.PlanAsked() | facts.PlanAgreed() | facts.PlanEnded():
            return _plan(fact, voice)
        case facts.InsolvencyDeclared() | facts.InsolvencyLifted() | facts.ContactMended():
            return _standing(fact, voice)
        case facts.Escalated() | facts.TakenOver() | facts.TaskDone() | facts.Released():
            return _person(fact, voice)
        case facts.DraftPrepared() | facts.DraftApproved() | facts.DraftRefused() | facts.DraftOutdated():
            return _draft(fact, voice)
        case facts.Cleared() | facts.CameBack() | facts.SendingUnclear() | facts.SendingFailed():
            return _ledger(fact, voice)
        case _:
            assert_never(fact)


Written = facts.ReminderSent | facts.PersonAsked | facts.AnswerSent | facts.PersonWrote


def _written(fact: Written, voice: _Voice) -> str:
    match fact:
        case facts.ReminderSent(_, raised):
            return voice.colon("Relance envoyée", "Reminder sent") + voice.raised(raised)
        case facts.PersonAsked(raised):
            return voice.colon("Décision demandée à une personne", "Decision asked of a person") + voice.raised(raised)
        case facts.AnswerSent(by=by):
            return voice.pick(f"Réponse envoyée, validée par {by}", f"Answer sent, approved by {by}")
        case facts.PersonWrote(_, draft):
            if draft:
                return voice.pick(
                    "Notre réponse envoyée par une personne depuis la boîte",
                    "Our answer sent by a person at the mailbox",
                )
            return voice.pick("Un collègue a écrit au client", "A colleague wrote to the client")


Heard = facts.MailReceived | facts.ReplyUnderstood | facts.ContactProposed | facts.ContactBounced


def _heard(fact: Heard, voice: _Voice) -> str:
    match fact:
        case facts.MailReceived(mail):
            return voice.pick(f"Message reçu, à lire ({mail})", f"Mail received, to be read ({mail})")
        case facts.ReplyUnderstood():
            return _understood(fact, voice)
        case facts.ContactProposed(mail):
            return voice.pick(f"Autre contact proposé ({mail})", f"Another contact proposed ({mail})")
        case facts.ContactBounced(permanent=permanent):
            lasting = voice.pick("définitivement", "for good") if permanent else voice.pick("cette fois", "this time")
            return voice.pick(f"L'adresse a refusé un message, {lasting}", f"The address refused a mail, {lasting}")


def _understood(fact: facts.ReplyUnderstood, voice: _Voice) -> str:
    what = ", ".join(voice.manner.title(label) for label in fact.labels)
    if not what and fact.kind == "human":
        what = voice.pick("aucun sujet reconnu", "nothing recognised")
    doubt = voice.pick(", avec un doute", ", with a doubt") if fact.unsure else ""
    return f"{voice.colon('Message lu', 'Mail read')}{what or voice.sentence(f'kind_{fact.kind}')}{doubt} ({fact.mail})"


def _pause(fact: facts.Paused | facts.Resumed, voice: _Voice) -> str:
    if isinstance(fact, facts.Resumed):
        return voice.pick("Suspension terminée", "Pause ended") + (f" ({fact.by})" if fact.by else "")
    day, scope = voice.manner.day(fact.until), voice.scope(fact.invoices)
    head = voice.colon(
        f"Relances suspendues jusqu'au {day} inclus ({scope})", f"Reminders paused through {day} ({scope})"
    )
    return head + voice.why(fact.reason) + (f" ({fact.by})" if fact.by else "")


Promise = facts.PromiseMade | facts.PromiseKept | facts.PromiseBroken | facts.PromiseDropped


def _promise(fact: Promise, voice: _Voice) -> str:
    match fact:
        case facts.PromiseMade(_, due, amount, invoices, fuzzy=fuzzy):
            what, which, day = voice.money(amount), voice.scope(invoices), voice.manner.day(due)
            about = voice.pick(" environ", " or so") if fuzzy else ""
            return voice.pick(
                f"Promesse de règlement : {what} pour le {day}{about} ({which})",
                f"Promise to pay: {what} by {day}{about} ({which})",
            )
        case facts.PromiseKept():
            return voice.pick("Promesse tenue", "Promise kept")
        case facts.PromiseBroken():
            return voice.pick("Promesse non tenue", "Promise broken")
        case facts.PromiseDropped():
            return voice.pick(
                "Promesse sans objet : ses factures ne sont pas dans la comptabilité du compte",
                "Promise without object: its invoices are not in the account's ledger",
            )


def _dispute(fact: facts.DisputeOpened | facts.DisputeClosed, voice: _Voice) -> str:
    if isinstance(fact, facts.DisputeClosed):
        if fact.by == facts.BY_LEDGER:
            return voice.pick("Litige clos : ses factures sont soldées", "Dispute ended: its invoices are cleared")
        end = f" ({voice.why(fact.outcome)})" if fact.outcome else ""
        return voice.pick(f"Litige clos par {fact.by}", f"Dispute closed by {fact.by}") + end
    scope = voice.scope(fact.invoices)
    return voice.colon(f"Litige ouvert ({scope})", f"Dispute opened ({scope})") + voice.why(fact.reason)


def _plan(fact: facts.PlanAsked | facts.PlanAgreed | facts.PlanEnded, voice: _Voice) -> str:
    match fact:
        case facts.PlanAsked():
            return voice.pick("Échéancier demandé", "Payment plan asked for")
        case facts.PlanAgreed(_, instalments, _, _, by):
            on = voice.pick("le", "on")
            parts = ", ".join(f"{voice.money(i.amount)} {on} {voice.manner.day(i.due)}" for i in instalments)
            return voice.colon(f"Échéancier accordé par {by}", f"Plan agreed by {by}") + parts
        case facts.PlanEnded(_, kept):
            if kept:
                return voice.pick("Échéancier respecté", "Plan fulfilled")
            return voice.pick("Échéancier rompu", "Plan broken")


def _standing(fact: facts.InsolvencyDeclared | facts.InsolvencyLifted | facts.ContactMended, voice: _Voice) -> str:
    match fact:
        case facts.InsolvencyDeclared(proceeding, _, judged):
            on = voice.pick(", jugement du ", ", judgment of ") + voice.manner.day(judged) if judged else ""
            head = voice.colon("Procédure collective signalée", "Insolvency reported")
            return head + voice.sentence(f"proceeding_{proceeding}") + on
        case facts.InsolvencyLifted(by):
            return voice.pick(f"Procédure collective écartée par {by}", f"Insolvency ruled out by {by}")
        case facts.ContactMended(_, by):
            return voice.pick(
                f"Adresse du contact corrigée ou confirmée par {by}", f"Contact's address mended or confirmed by {by}"
            )


def _person(fact: facts.Escalated | facts.TakenOver | facts.TaskDone | facts.Released, voice: _Voice) -> str:
    match fact:
        case facts.Escalated(_, why):
            return voice.colon("Confié à une personne", "Handed to a person") + voice.why(why)
        case facts.TakenOver(by):
            return voice.pick(f"Compte repris à la main par {by}", f"Account taken over by {by}")
        case facts.TaskDone(task, by, outcome):
            what, end = voice.why(task.split(":")[0]), f" ({voice.why(outcome)})" if outcome else ""
            return voice.pick(f"Tâche terminée par {by} : {what}", f"Task done by {by}: {what}") + end
        case facts.Released(by):
            return voice.pick(f"Compte rendu au calendrier par {by}", f"Account given back to the schedule by {by}")


Drafted = facts.DraftPrepared | facts.DraftApproved | facts.DraftRefused | facts.DraftOutdated


def _draft(fact: Drafted, voice: _Voice) -> str:
    match fact:
        case facts.DraftPrepared(draft):
            return voice.pick(f"Réponse préparée, à valider ({draft})", f"Answer drafted, waits for approval ({draft})")
        case facts.DraftApproved(_, version, by):
            return voice.pick(
                f"Réponse validée par {by} (version {version})", f"Answer approved by {by} (version {version})"
            )
        case facts.DraftRefused(_, by, reason):
            why = voice.pick(" : ", ": ") + reason if reason else ""
            return voice.pick(f"Réponse refusée par {by}", f"Answer refused by {by}") + why
        case facts.DraftOutdated(_, why):
            return voice.colon("Réponse préparée retirée", "Drafted answer withdrawn") + voice.why(why)


def _ledger(fact: facts.Cleared | facts.CameBack | facts.SendingUnclear | facts.SendingFailed, voice: _Voice) -> str:
    match fact:
        case facts.Cleared(invoice, amount, currency, how, whole):
            cleared = voice.pick("soldée", "cleared") if whole else voice.pick("soldée en partie", "cleared in part")
            money = voice.manner.amount(amount, currency)
            return f"{voice.colon(f'{invoice} {cleared}', f'{invoice} {cleared}')}{money} ({voice.sentence(how)})"
        case facts.CameBack(invoice):
            return f"{invoice} {voice.pick('de nouveau ouverte, au niveau atteint', 'open again, at the level it had')}"
        case facts.SendingUnclear():
            return voice.sentence("sending_unclear").removesuffix(".")
        case facts.SendingFailed(_, why):
            if why == "never left":
                return voice.pick("Un envoi incertain n'était jamais parti", "An unclear mail had never left")
            return voice.sentence("sending_failed").removesuffix(".")

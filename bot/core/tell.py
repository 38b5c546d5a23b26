"""Facts as sentences a collector reads, in both UI languages: what `explain` prints."""

from datetime import date
from decimal import Decimal
from typing import assert_never

from bot.core import history as facts
from bot.core.history import Recorded
from bot.core.reasons import sentence


def tell(recorded: Recorded, language: str = "en") -> str:
    """One line: the day and what happened."""
    words = _said(recorded.fact, language)
    return f"{recorded.day.isoformat()}  {words}"


def _pick(language: str, fr: str, en: str) -> str:
    return fr if language == "fr" else en


def _list(invoices: tuple[str, ...], language: str) -> str:
    return ", ".join(invoices) if invoices else _pick(language, "tout le compte", "the whole account")


def _money(amount: Decimal | None, language: str) -> str:
    return _pick(language, "le solde", "the balance") if amount is None else f"{amount}"


def _raised(raised: tuple[facts.Raised, ...], language: str) -> str:
    return ", ".join(f"{r.invoice} ({_level(r.level, language)})" for r in raised)


def _level(day: int, language: str) -> str:
    sign = "+" if day >= 0 else "−"
    return f"{_pick(language, 'J', 'D')}{sign}{abs(day)}"


def _said(fact: facts.Fact, language: str) -> str:
    match fact:
        case facts.ReminderSent() | facts.PersonAsked() | facts.AnswerSent() | facts.PersonWrote():
            return _written(fact, language)
        case facts.MailReceived() | facts.ReplyUnderstood() | facts.ContactProposed() | facts.ContactBounced():
            return _heard(fact, language)
        case facts.Paused() | facts.Resumed():
            return _pause(fact, language)
        case facts.PromiseMade() | facts.PromiseKept() | facts.PromiseBroken():
            return _promise(fact, language)
        case facts.DisputeOpened() | facts.DisputeClosed():
            return _dispute(fact, language)
        case facts.PlanAsked() | facts.PlanAgreed() | facts.PlanEnded():
            return _plan(fact, language)
        case facts.InsolvencyDeclared() | facts.InsolvencyLifted() | facts.ContactMended():
            return _standing(fact, language)
        case facts.Escalated() | facts.TakenOver() | facts.TaskDone() | facts.Released():
            return _person(fact, language)
        case facts.DraftPrepared() | facts.DraftApproved() | facts.DraftRefused() | facts.DraftOutdated():
            return _draft(fact, language)
        case facts.Cleared() | facts.SendingUnclear() | facts.SendingFailed():
            return _ledger(fact, language)
        case _:
            assert_never(fact)


def _written(fact: facts.ReminderSent | facts.PersonAsked | facts.AnswerSent | facts.PersonWrote, language: str) -> str:
    match fact:
        case facts.ReminderSent(_, raised):
            return _pick(language, "Relance envoyée : ", "Reminder sent: ") + _raised(raised, language)
        case facts.PersonAsked(raised):
            return _pick(language, "Décision demandée : ", "Decision asked of a person: ") + _raised(raised, language)
        case facts.AnswerSent(by=by):
            return _pick(language, f"Réponse envoyée, validée par {by}", f"Answer sent, approved by {by}")
        case facts.PersonWrote(_, draft):
            if draft:
                return _pick(language, "Réponse envoyée depuis la boîte", "Answer sent by a person at the mailbox")
            return _pick(language, "Un collègue a écrit au client", "A colleague wrote to the client")


Heard = facts.MailReceived | facts.ReplyUnderstood | facts.ContactProposed | facts.ContactBounced


def _heard(fact: Heard, language: str) -> str:
    match fact:
        case facts.MailReceived(mail):
            return _pick(language, f"Message reçu, à lire ({mail})", f"Mail received, to be read ({mail})")
        case facts.ReplyUnderstood(mail, kind, labels, _, unsure):
            what = ", ".join(labels) or kind
            doubt = _pick(language, ", incertain", ", not sure") if unsure else ""
            return _pick(language, f"Message compris : {what}{doubt} ({mail})", f"Mail read: {what}{doubt} ({mail})")
        case facts.ContactProposed(mail):
            return _pick(language, f"Autre contact proposé ({mail})", f"Another contact proposed ({mail})")
        case facts.ContactBounced(permanent=permanent):
            lasting = (
                _pick(language, "définitivement", "for good")
                if permanent
                else _pick(language, "pour l'instant", "for now")
            )
            return _pick(language, f"Adresse en échec {lasting}", f"Address failed {lasting}")


def _pause(fact: facts.Paused | facts.Resumed, language: str) -> str:
    if isinstance(fact, facts.Resumed):
        return _pick(language, "Suspension terminée", "Pause ended") + (f" ({fact.by})" if fact.by else "")
    reason, day = sentence(fact.reason, language), _day(fact.until)
    scope = _list(fact.invoices, language)
    return _pick(
        language, f"Relances suspendues jusqu'au {day} ({scope}) : {reason}", f"Paused to {day} ({scope}): {reason}"
    )


def _day(day: date) -> str:
    return day.isoformat()


def _promise(fact: facts.PromiseMade | facts.PromiseKept | facts.PromiseBroken, language: str) -> str:
    match fact:
        case facts.PromiseMade(_, due, amount, invoices):
            what, which = _money(amount, language), _list(invoices, language)
            return _pick(
                language,
                f"Promesse : {what} pour le {_day(due)} ({which})",
                f"Promise: {what} by {_day(due)} ({which})",
            )
        case facts.PromiseKept():
            return _pick(language, "Promesse tenue", "Promise kept")
        case facts.PromiseBroken():
            return _pick(language, "Promesse non tenue", "Promise broken")


def _dispute(fact: facts.DisputeOpened | facts.DisputeClosed, language: str) -> str:
    if isinstance(fact, facts.DisputeClosed):
        return _pick(language, f"Litige clos par {fact.by}", f"Dispute closed by {fact.by}")
    scope = _list(fact.invoices, language)
    return _pick(language, f"Litige ouvert ({scope}) : {fact.reason}", f"Dispute opened ({scope}): {fact.reason}")


def _plan(fact: facts.PlanAsked | facts.PlanAgreed | facts.PlanEnded, language: str) -> str:
    match fact:
        case facts.PlanAsked():
            return _pick(language, "Échéancier demandé", "Payment plan asked for")
        case facts.PlanAgreed(_, instalments, _, _, by):
            parts = ", ".join(f"{i.amount} {_pick(language, 'le', 'on')} {_day(i.due)}" for i in instalments)
            return _pick(language, f"Échéancier accordé par {by} : {parts}", f"Plan agreed by {by}: {parts}")
        case facts.PlanEnded(_, kept):
            end = _pick(language, "respecté", "fulfilled") if kept else _pick(language, "rompu", "broken")
            return _pick(language, f"Échéancier {end}", f"Plan {end}")


def _standing(fact: facts.InsolvencyDeclared | facts.InsolvencyLifted | facts.ContactMended, language: str) -> str:
    match fact:
        case facts.InsolvencyDeclared(proceeding):
            return _pick(
                language, f"Procédure collective signalée : {proceeding}", f"Insolvency reported: {proceeding}"
            )
        case facts.InsolvencyLifted(by):
            return _pick(language, f"Procédure collective écartée par {by}", f"Insolvency ruled out by {by}")
        case facts.ContactMended(_, by):
            return _pick(language, f"Contact corrigé par {by}", f"Contact mended by {by}")


def _person(fact: facts.Escalated | facts.TakenOver | facts.TaskDone | facts.Released, language: str) -> str:
    match fact:
        case facts.Escalated(_, why):
            return _pick(language, "Confié à une personne : ", "Handed to a person: ") + sentence(why, language)
        case facts.TakenOver(by):
            return _pick(language, f"Repris par {by}", f"Taken over by {by}")
        case facts.TaskDone(task, by, outcome):
            end = f" : {outcome}" if outcome else ""
            return _pick(
                language,
                f"Tâche {task.split(':')[0]} faite par {by}{end}",
                f"Task {task.split(':')[0]} done by {by}{end}",
            )
        case facts.Released(by):
            return _pick(language, f"Rendu au calendrier par {by}", f"Given back to the schedule by {by}")


Drafted = facts.DraftPrepared | facts.DraftApproved | facts.DraftRefused | facts.DraftOutdated


def _draft(fact: Drafted, language: str) -> str:
    match fact:
        case facts.DraftPrepared(draft):
            return _pick(language, f"Réponse préparée ({draft})", f"Answer drafted ({draft})")
        case facts.DraftApproved(_, version, by):
            return _pick(
                language,
                f"Réponse validée par {by} (version {version})",
                f"Answer approved by {by} (version {version})",
            )
        case facts.DraftRefused(_, by, reason):
            why = f" : {reason}" if reason else ""
            return _pick(language, f"Réponse refusée par {by}{why}", f"Answer refused by {by}{why}")
        case facts.DraftOutdated(_, why):
            return _pick(language, "Réponse retirée : ", "Answer withdrawn: ") + sentence(why, language)


def _ledger(fact: facts.Cleared | facts.SendingUnclear | facts.SendingFailed, language: str) -> str:
    match fact:
        case facts.Cleared(invoice, amount, currency, how, whole):
            part = "" if whole else _pick(language, "en partie ", "in part ")
            return _pick(
                language,
                f"{invoice} soldée {part}: {amount} {currency} ({sentence(how, language)})",
                f"{invoice} cleared {part}: {amount} {currency} ({sentence(how, language)})",
            )
        case facts.SendingUnclear():
            return sentence("sending_unclear", language)
        case facts.SendingFailed(_, why):
            return sentence("sending_failed", language, why)

"""Reads the notice of a machine: when somebody returns, who stands in, and whether a person has left for good."""

import re
from datetime import date, timedelta

from bot.core.labels import Kind, Opinion, Reading, Reply, Value
from classifiers.grammar import covered
from classifiers.values.contacts import find_contacts
from classifiers.values.dates import find_dates
from classifiers.values.folding import folded
from classifiers.values.found import FoundDate

_GONE = re.compile(
    r"(?:a |ai |avoir |avons )quitte (?:la|l'|le|nos|notre|ses|mes|cette)|ne (?:travaille|fait|suis|sommes|est) "
    r"plus (?!joignable|disponible)"
    r"|plus (?:partie|salarie|en poste|employe)|parti(?:e)? (?:a la|en) retraite|n'est plus (?:utilise|active|"
    r"valable|valide|en service|consulte)"
    r"|adresse (?:a change|n'existe plus|est desactive)|nouvelle adresse|remplacee? par|desormais (?:mon|notre) "
    r"adresse"
    r"|no longer (?:with|work|works|working|employed|at|part|in use|active|monitored|available|valid|being used)|"
    r"has left|have left|left the (?:company|business)"
    r"|moved on|has been (?:disabled|deactivated|closed|discontinued)|new (?:e-?mail )?address is|address has "
    r"changed|retired"
    r"|nicht mehr (?:im|bei|fur|tatig|gultig|aktiv|in unserem)|ausgeschieden|hat (?:das|unser) unternehmen verlassen"
    r"|ya no (?:trabaja|trabajo|forma|pertenece|esta)|ha dejado (?:la|de trabajar)|dejo de trabajar"
    r"|non (?:lavora|lavoro|fa|faccio|e) piu|ha lasciato (?:l'|la)|niet (?:meer|langer) (?:werkzaam|in dienst|bij|"
    r"actief)|uit dienst"
    r"|ja nao (?:trabalha|trabalho|faz|esta)|nao (?:trabalha|faz parte) mais|deixou (?:a empresa|de)"
)
_RETURN = re.compile(
    r"retour|reprend|reviens|revien|rentr|reouvr|disponible (?:a partir|des|le)|return|back|resume|reopen|available "
    r"(?:again|from|on)"
    r"|zuruck|wieder|regres|vuelt|volver|reincorpor|ritorn|rientr|rientro|riapr|terug|aanwezig|volt|retorn|disponivel"
)
_SHUT = re.compile(r"\b(?:ferm|clos|geschlossen|cerrad|chius|geslot|fechad|fecha)")


def opinion_of_machine(reply: Reply, language: str, version: str) -> Opinion:
    """The values of an absence notice; a `wrong_contact` when somebody has left or an address changed for good.

    A bounce or receipt has no values here: its headers tell more than its words (`bot/mail/automatic`).
    """
    code = language[:2]
    gone = _GONE.search(folded(reply.text)) if reply.kind in (Kind.OUT_OF_OFFICE, Kind.RECEIPT) else None
    if gone:
        values = _people(reply.text, code, "contact_")
        return Opinion((Reading("wrong_contact", (), values, _sentence(reply.text, gone.start()), 0.85, version),))
    if reply.kind is not Kind.OUT_OF_OFFICE:
        return Opinion()
    values = _people(reply.text, code, "deputy_")
    back = return_date(reply.text, reply.received, code)
    if back:
        values["return_date"] = back.isoformat()
    unknown = code not in covered() and not values
    return Opinion(values=values, unsure=unknown, why_unsure="other_language" if unknown else "")


def return_date(text: str, received: date, language: str) -> date | None:
    """The first day on which the absent person is back, or None when the notice does not tell.

    "De retour le 30" is that day; "until the 24th" is the 24th; "jusqu'au 27 inclus", "du 16 au 22" and
    "fermé jusqu'au 22" mean the next working day (Monday to Friday; holidays are the calendar's business).
    """
    found = [d for d in find_dates(text, received, language, "future") if d.end >= received]
    if not found:
        return None
    said = [d for d in found if _RETURN.search(folded(text[max(0, d.span[0] - 40) : d.span[0]]))]
    if said:
        first = said[0]
        if first.granularity == "interval":
            return _next_working_day(first.end)
        return first.start if first.granularity in ("week", "month") else first.day
    last = max(found, key=lambda d: (d.bound.startswith("until"), d.granularity == "interval", d.end))
    return _next_working_day(last.end) if _through(last, text) else last.day


def _through(found: FoundDate, text: str) -> bool:
    """Does the absence last through that day?"""
    closed = _SHUT.search(folded(text[max(0, found.span[0] - 60) : found.span[0]]))
    return found.granularity in ("interval", "week", "month") or found.bound == "until_inclusive" or bool(closed)


def _next_working_day(day: date) -> date:
    day += timedelta(days=1)
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return day


def _people(text: str, language: str, prefix: str) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for contact in find_contacts(text, language):
        for name, value in (("name", contact.name), ("email", contact.email), ("phone", contact.phone)):
            if value:
                values.setdefault(prefix + name, value)
    return values


def _sentence(text: str, at: int) -> str:
    """The sentence around a place."""
    start = max(text.rfind(mark, 0, at) for mark in (". ", "\n", "! ", "? ")) + 1
    ends = [found for mark in (". ", "\n", "! ") if (found := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))].strip()

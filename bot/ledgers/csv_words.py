"""Reads the cells that hold a word of a closed set (country, currency, kind, yes or no …) or e-mail addresses."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from typing import TypeVar
from zoneinfo import available_timezones

from bot.core.receivables import DebtorType, ItemKind, MovementKind
from bot.ledgers.csv_columns import folded
from bot.ledgers.csv_faults import CellFault
from bot.ledgers.iso_codes import COUNTRIES, COUNTRY_NAMES, CURRENCIES, LANGUAGE_NAMES, LANGUAGES

T = TypeVar("T")


def _by_word(words: Mapping[T, str]) -> dict[str, T]:
    return {word: value for value, names in words.items() for word in names.split("|")}


ITEM_KINDS = _by_word(
    {
        ItemKind.INVOICE: "invoice|inv|i|facture|fac|fact|fa|f|fc|debit note|rechnung|re|factura|fattura|factuur|fatura"
        "|facture d acompte|deposit invoice|prepayment invoice",
        ItemKind.CREDIT_NOTE: "credit note|credit memo|credit|cn|cm|avoir|av|a|note de credit|gutschrift|gs|abono"
        "|nota de abono|nota di credito|creditnota|creditfactuur|nota de credito|factura rectificativa",
        ItemKind.UNAPPLIED: "unapplied|unapplied payment|unapplied cash|payment|payment on account|on account"
        "|reglement non affecte|reglement|rgt|reg|paiement|acompte|zahlung|anzahlung|pago|pago a cuenta|pagamento"
        "|acconto|betaling|vooruitbetaling",
    }
)
MOVEMENT_KINDS = _by_word(
    {
        MovementKind.PAYMENT: "payment|paid|receipt|bank|bank transfer|transfer|cheque|check|card|direct debit|paiement"
        "|reglement|rgt|reg|encaissement|virement|vir|prelevement|carte|especes|cash|zahlung|uberweisung|lastschrift"
        "|pago|cobro|transferencia|pagamento|incasso|bonifico|betaling|overschrijving",
        MovementKind.CREDIT: "credit|credit note|credit memo|cn|discount|avoir|av|note de credit|escompte|remise"
        "|gutschrift|skonto|abono|nota di credito|sconto|creditnota|korting|nota de credito|desconto|descuento",
        MovementKind.WRITE_OFF: "write off|writeoff|bad debt|loss|passage en perte|perte|pertes et profits"
        "|irrecouvrable|creance irrecouvrable"
        "|ausbuchung|forderungsausfall|incobrable|perdida|perdita|stralcio|afboeking"
        "|oninbaar|perda|incobravel",
    }
)
DEBTOR_TYPES = _by_word(
    {
        DebtorType.BUSINESS: "business|b2b|company|professional|pro|professionnel|entreprise|societe|firma"
        "|unternehmen|geschaftskunde|empresa|azienda|impresa|bedrijf|zakelijk|p",
        DebtorType.CONSUMER: "consumer|b2c|private|individual|particulier|prive|consommateur|privat|privatkunde"
        "|verbraucher|consumidor|consumatore|privato|consument",
        DebtorType.PUBLIC: "public|b2g|public body|government|authority|administration|collectivite"
        "|collectivite territoriale|secteur public|organisme public|etat|mairie|behorde|offentlich|administracion"
        "|administracion publica|pubblica amministrazione|pa|overheid",
    }
)
ROLES = _by_word(
    {
        "accounting": "accounting|accounts|accounts payable|ap|accountant|billing|comptabilite|compta|comptable"
        "|comptabilite fournisseurs|facturation|service comptable|buchhaltung|contabilidad|contabilita"
        "|amministrazione|boekhouding|administratie|contabilidade",
        "treasurer": "treasurer|treasury|tresorier|tresoriere|tresorerie|schatzmeister|tesoreria|tesorero|tesoriere",
        "decision_maker": "decision maker|manager|director|managing director|owner|ceo|cfo|head of finance|dirigeant"
        "|dirigeante|gerant|gerante|direction|directeur|directrice|daf|president|decideur|geschaftsfuhrer|inhaber"
        "|gerente|direccion|direttore|titolare|directie|zaakvoerder",
    }
)
TRUE_FALSE = _by_word(
    {
        True: "yes|y|true|1|x|done|oui|o|vrai|fait|ja|j|wahr|si|s|verdadero|vero|waar|sim|verdadeiro",
        False: "no|n|false|0|not done|non|faux|pas fait|nein|falsch|falso|nee|niet|nao|open|en cours",
    }
)
ADDRESS = re.compile(
    r"[^\s@<>()\[\],;:\\\"\x00-\x1f\x7f]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?:[^\W\d_]{2,63}|xn--[a-z0-9-]{2,59})"
)
"""An address as people have them (RFC 5321 dot-atom, no quoted local part), with international domains."""
PARTS = re.compile(r"[;,\s|]+")
NAMED = re.compile(r".*<([^<>]+)>\s*")


def word_of(words: Mapping[str, T], what: str, cell: str) -> T:
    """The value of a word in a closed set. Raises CellFault with the nearest word."""
    value = words.get(folded(cell))
    if value is None:
        near = get_close_matches(folded(cell), words, 1)
        known = ", ".join(dict.fromkeys(str(v) for v in words.values()))
        raise CellFault(f"“{cell}” is no {what}", f"did you mean {near[0]}?" if near else f"write one of: {known}")
    return value


def role_of(cell: str) -> str:
    """Our word for the role where we have one, else the ledger's own."""
    return ROLES.get(folded(cell), cell)


def country_of(cell: str) -> str:
    """ISO 3166-1 alpha-2, with its region if the cell has one ("fr-67" → "FR-67"). Raises CellFault."""
    code, dash, region = cell.upper().partition("-")
    if code in COUNTRIES and (not dash or re.fullmatch("[A-Z0-9]{1,3}", region)):
        return code + dash + region
    return _code(cell, COUNTRY_NAMES, COUNTRIES, "country", "write its two-letter code, such as FR or BE")


def language_of(cell: str) -> str:
    """ISO 639-1; a country behind it is dropped ("fr-BE" → "fr"). Raises CellFault."""
    code = re.split("[-_]", cell.lower())[0]
    if code in LANGUAGES:
        return code
    return _code(cell, LANGUAGE_NAMES, LANGUAGES, "language", "write its two-letter code, such as fr or en")


def _code(cell: str, names: Mapping[str, str], codes: Iterable[str], what: str, hint: str) -> str:
    found = names.get(folded(cell))
    if found:
        return found
    near = get_close_matches(folded(cell), names, 1, 0.75)
    raise CellFault(f"“{cell}” is no {what}", f"did you mean {names[near[0]]}?" if near else hint)


def currency_of(cell: str) -> str:
    """ISO 4217. Raises CellFault."""
    code = {"€": "EUR", "£": "GBP", "EURO": "EUR", "EUROS": "EUR"}.get(cell.upper(), cell.upper())
    if code in CURRENCIES:
        return code
    near = get_close_matches(code, ("EUR", "GBP", "CHF", "USD", "CAD", "DKK", "SEK", "NOK", "PLN", "MAD", "TND"), 1)
    raise CellFault(
        f"“{cell}” is no currency code", f"did you mean {near[0]}?" if near else "write EUR, GBP, CHF, USD …"
    )


def time_zone_of(cell: str) -> str:
    """A name of the IANA time zone database. Raises CellFault."""
    if cell in _zones():
        return cell
    near = get_close_matches(cell, _zones(), 1)
    raise CellFault(f"“{cell}” is no time zone", f"did you mean {near[0]}?" if near else "write it like Europe/Paris")


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def emails_of(cell: str) -> tuple[str, ...]:
    """The addresses of a cell, in order: one, or several between commas, semicolons or spaces. Raises CellFault."""
    named = NAMED.fullmatch(cell)
    parts = [named[1]] if named else PARTS.split(cell)
    found = tuple(dict.fromkeys(part.removeprefix("mailto:") for part in parts if part))
    for part in found:
        if not ADDRESS.fullmatch(part) or ".." in part or part.startswith(".") or ".@" in part:
            raise CellFault(f"“{part}” is no e-mail address", "write it like accounts@example.com")
    return found

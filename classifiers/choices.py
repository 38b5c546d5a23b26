"""Values that are one of a few: why something is contested, which paper is asked for, which proceeding was opened."""

import re
from collections.abc import Mapping
from functools import lru_cache

from classifiers.values.folding import folded

CHOICES: Mapping[str, Mapping[str, str]] = {
    "reason": {
        "penalty": r"penalit|indemnite|frais de recouvrement|interets|majoration|late fee|interest|penalt|surcharge|"
        "compensation|late charge",
        "duplicate": r"doublon|deux fois|2 fois|double|duplicate|twice|meme commande",
        "credit_note_due": r"\bavoirs?\b(?! (?:paye|regle|recu|fait|ete|un|le|la|pu))|note de credit|trop.percu|"
        "rembours"
        r"|credit (?:note|memo)|\bcredit(?:ed)?\b|refund|geste|remise promise",
        "not_delivered": r"jamais (?:ete )?(?:recu|livre|arrive|venu|realise|effectue|intervenu)|pas (?:encore |"
        "toujours )?(?:ete )?(?:recu|livre|arrive)"
        r"|non livre|not (?:been )?(?:delivered|received|arrived)|never (?:been )?(?:delivered|received|arrived|"
        r"came|turned|showed|got|provided|performed)"
        r"|pas venu|n'est pas passe|pas termine|inacheve|non realise|haven't received|hasn't arrived|did not "
        r"receive|didn't receive|undelivered"
        r"|still waiting for (?:the )?(?:goods|delivery)|pas ete realise|pas ete effectue|not (?:been "
        r")?(?:completed|finished|done)",
        "administrative": r"bon de commande|numero de commande|n° de commande|numero d'engagement|chorus|tva|rejete|"
        "siret|mention|raison sociale"
        r"|\bpo\b|purchase order|vat|portal|address on the invoice|wrong entity|entite|libell|adresse de facturation",
        "quantity": r"quantit|manqu|missing|short|incomplet|units|palettes? (?:au lieu|sur)|heures|hours|days|jours "
        "factures|missing items|only received"
        r"|seulement recu|partiel",
        "quality": r"casse|defectu|abime|endommag|pourri|panne|malfacon|qualite|defaut|mal fait|fuit|reserves|"
        "conform|hs\b|damaged|broken|faulty"
        r"|defective|quality|leak|not work|doesn't work|stopped working|shoddy|repair|fix|rotten|crack|fonctionne|"
        r"marche (?:pas|plus)|rayé|raye",
        "not_ordered": r"jamais (?:rien )?(?:commande|demande|signe|souscrit)|pas (?:passe )?commande|resili|annul|"
        "never ordered|not order|didn't order"
        r"|cancel|terminated|did not ask|never (?:signed|agreed|requested)|sans commande",
        "price": r"prix|tarif|montant|devis|au lieu|remise|trop cher|trop eleve|surfactur|rabais|price|amount|quote|"
        "agreed|overcharg|rate|discount"
        r"|too (?:much|high)|expensive|billed|anormalement|ristourne|estimate|discrepanc",
    },
    "proceeding": {
        "over_indebtedness": r"surendett|debt relief|individual voluntary|\biva\b",
        "liquidation": r"liquid|winding up|wound up|chapter 7|faillite|bankrupt|ceased trading",
        "safeguard": r"sauvegarde|moratorium|examiner",
        "reorganisation": r"redressement|administration|administrator|chapter 11|reorgani|voluntary arrangement|"
        "\bcva\b|receiver|continuation|observation",
    },
    "right": {
        "erasure": r"supprim|effac|oubli|delet|eras|forgotten|remove .{0,30}(?:data|details|information|records)",
        "access": r"acces|copie|access|copy|envoyez-moi mes|quelles donnees|what .{0,20}data|hold about",
        "objection": r"oppos|desabonn|desinscri|retir|liste|ne plus recevoir|unsubscribe|list|opt.?out|object|stop|"
        "again",
    },
}
DOCUMENTS: Mapping[str, str] = {
    "invoice_copy": r"duplicata|copie|double de|factures?\b|invoices?\b|\bcopy\b|copies|\bbill\b|pdf",
    "statement": r"releve(?! d'identite)|statement|extrait de compte|etat de compte|breakdown|line by line|detail "
    "des factures|ledger",
    "purchase_order": r"bons? de commande|numero de commande|\bpo\b|purchase order|devis signe",
    "delivery_proof": r"bons? de livraison|\bbl\b|preuve de livraison|\bpv\b|pod\b|proof of delivery|delivery "
    "(?:note|proof|confirmation)|emarge"
    r"|bill of lading|timesheet|bons? d'intervention|compte.rendu",
    "bank_details": r"\brib\b|\biban\b|coordonnees bancaires|bank(?:ing)? details|account details|wiring "
    "instructions|remittance details|payment details",
    "tax_form": r"w-?9\b|attestation fiscale|kbis|vat certificate|tax form|attestation|w-8",
    "portal": r"chorus|portail|plateforme|portal|coupa|ariba|platform|tungsten",
    "credit_note": r"\bavoir de\b|note de credit|credit note|credit memo|l'avoir",
}
"""Paper → what names it; all that are named count (label guide, rule 13)."""


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)


def chosen(name: str, text: str, default: str = "other") -> str:
    """The first of the choices of a value that a text names."""
    plain = folded(text)
    return next((value for value, words in CHOICES[name].items() if _pattern(words).search(plain)), default)


def documents_in(text: str) -> list[str]:
    """Every kind of paper that a text names; "an invoice copy" only when no other paper is what the invoice needs."""
    plain = folded(text)
    found = [kind for kind, words in DOCUMENTS.items() if _pattern(words).search(plain)]
    named_copy = re.search(r"duplicata|copie|copy|copies|double", plain)
    if (
        len(found) > 1
        and "invoice_copy" in found
        and not named_copy
        and not re.search(
            r"(?:factures?|invoices?) et|"
            "and .{0,8}invoice",
            plain,
        )
    ):
        found.remove("invoice_copy")
    return found or ["other"]

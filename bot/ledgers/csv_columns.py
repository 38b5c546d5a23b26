"""Which headers accounting programs give to the columns we read, in seven languages, and which column is which.

Long because it is a table: one field per line, its known headers in order of preference, folded (no case, accents or
signs). A header serves one field only; where two fields know it, the one listed first takes it unless it has a better.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_ACCOUNT = (
    "account|account number|account no|account code|customer number|customer no|customer id|customer code"
    "|customer account|client code|client number|client id|code client|n client|no client|num client"
    "|numero client|numero de client"
    "|id client|compte client|n compte|numero de compte|numero compte|code tiers|compte tiers|n tiers|compte auxiliaire"
    "|kundennummer|kunden nr|kundennr|debitorennummer|debitor|codigo cliente|codigo de cliente|numero de cliente"
    "|codice cliente|klantnummer|klantcode|debiteurnummer|debiteur|codigo do cliente|compte|tiers|customer|client"
    "|kunde|cliente|klant"
)
_PEOPLE = {
    "contact_name": "contact name|contact person|contact|nom du contact|nom contact|interlocuteur|ansprechpartner"
    "|persona de contacto|contacto|contatto|referente|contactpersoon|pessoa de contacto|name|full name|nom|nombre|nome"
    "|naam|last name|surname|nachname|apellido|cognome|achternaam",
    "first_name": "first name|given name|prenom|vorname|voornaam",
    "role": "role|contact role|function|job title|role du contact|fonction|service|rolle|funktion|funcion|cargo|ruolo"
    "|funzione|functie|rol|funcao",
    "email": "e mail|email|e mail address|email address|contact email|contact e mail|billing email|adresse e mail"
    "|adresse email|adresse mail|adresse electronique|courriel|e mail comptabilite|email comptabilite"
    "|e mail facturation|email facturation|mel|mail|e mail adresse|email adresse|correo electronico|correo"
    "|posta elettronica|indirizzo e mail|indirizzo email|e mailadres|emailadres|correio eletronico|endereco de e mail",
    "phone": "phone|phone number|telephone|telephone number|numero de telephone|n telephone|tel|mobile|portable|telefon"
    "|telefonnummer|telefono|telefoon|telefoonnummer|telefone",
    "time_zone": "time zone|timezone|fuseau horaire|fuseau|zeitzone|zona horaria|fuso orario|tijdzone|fuso horario",
    "provenance": "provenance|address source|source of address|origine de l adresse|source de l adresse|source|origine"
    "|herkunft|origen|provenienza|herkomst|origem",
}
_CUSTOMERS = {
    "account": _ACCOUNT,
    "name": "customer name|client name|company name|company|nom du client|nom client|raison sociale|societe"
    "|denomination|intitule|libelle client|kundenname|firma|firmenname|razon social|ragione sociale|denominazione"
    "|klantnaam|bedrijfsnaam|nome do cliente|name|nom|nombre|nome|naam|customer|client|tiers|kunde|cliente|klant",
    "address": "address|street|address line 1|address 1|billing address|adresse|adresse 1|rue|adresse de facturation"
    "|anschrift|strasse|direccion|calle|indirizzo|via|adres|straat|morada|endereco|rua",
    "address_2": "address line 2|address 2|adresse 2|complement d adresse|complement adresse|adresszusatz",
    "postcode": "postcode|post code|zip|zip code|postal code|code postal|cp|plz|postleitzahl|codigo postal|cap",
    "city": "city|town|ville|localite|commune|ort|stadt|ciudad|poblacion|citta|plaats|cidade|localidade",
    "company_number": "company number|registration number|company registration number|siret|siren|n siret|n siren"
    "|numero siret|numero siren|numero d entreprise|bce|handelsregisternummer|kvk|kvk nummer|nif|cif|vat number|vat"
    "|numero de tva|n tva|tva intracommunautaire|n tva intracommunautaire|ust idnr|ust id|partita iva|btw nummer|nipc",
    "debtor_type": "debtor type|customer type|client type|type de debiteur|type de client|type client|type|nature"
    "|categorie|kundenart|kundentyp|tipo de cliente|tipo cliente|klanttype|tipo",
    "country": "country|country code|pays|code pays|land|landcode|laendercode|pais|codigo pais|paese|nazione",
    "language": "language|language code|langue|code langue|sprache|idioma|lingua|taal|lang",
    "segment": "segment|customer segment|customer group|dunning profile|profil de relance|groupe de clients|groupe"
    "|profil|kundengruppe|segmento|grupo|gruppo|klantgroep",
    **_PEOPLE,
}
_CONTACTS = {"account": _ACCOUNT, **_PEOPLE, "language": _CUSTOMERS["language"]}
_NUMBER = (
    "number|invoice number|invoice no|invoice id|document number|document no|numero de facture|numero facture|n facture"
    "|no facture|n de facture|num facture|numero de piece|numero piece|n piece|n de piece|no piece|numero|n|no"
    "|rechnungsnummer|rechnungs nr|rechnungsnr|belegnummer|belegnr|numero de factura|n factura|num factura"
    "|numero fattura|n fattura|factuurnummer|factuurnr|numero da fatura|n fatura|invoice|facture|piece|document"
    "|rechnung|beleg|factura|fattura|factuur|fatura"
)
_CURRENCY = "currency|currency code|devise|code devise|monnaie|wahrung|waehrung|moneda|divisa|valuta|munteenheid|moeda"
_ITEMS = {
    "account": _ACCOUNT,
    "number": f"{_NUMBER}|reference piece|reference|ref",
    "kind": "kind|item type|document type|type de piece|type piece|type de document|type document|type|nature|belegart"
    "|art|tipo documento|tipo de documento|tipo|documenttype|soort",
    "issued": "issue date|issued|invoice date|document date|date de facture|date facture|date de facturation"
    "|date d emission|date emission|date de piece|date piece|rechnungsdatum|belegdatum|fecha de factura|fecha factura"
    "|fecha de emision|fecha|data fattura|data di emissione|data emissione|factuurdatum|data da fatura"
    "|data de emissao|date|datum|data",
    "due": "due date|due|maturity date|maturity|payment due|payment due date|date d echeance|date echeance|echeance"
    "|date limite de paiement|a payer avant le|a regler avant le|falligkeitsdatum|faelligkeitsdatum|falligkeit"
    "|faelligkeit|fallig am|fecha de vencimiento|fecha vencimiento|vencimiento|data di scadenza|data scadenza"
    "|scadenza|vervaldatum|vervaldag|data de vencimento|vencimento",
    "amount": "open amount|amount open|amount due|balance due|outstanding amount|outstanding|remaining amount|remaining"
    "|open balance|balance|open|reste du|reste a payer|reste a regler|restant du|montant restant du|montant restant"
    "|montant du|montant ouvert|solde restant du|solde du|solde a payer|solde|offener betrag|offen|restbetrag"
    "|importe pendiente|saldo pendiente|pendiente|importo residuo|importo aperto|residuo|openstaand bedrag"
    "|openstaand|valor em aberto|valor pendente|saldo|amount|montant|betrag|importe|importo|bedrag|valor",
    "original_amount": "original amount|invoice amount|invoice total|total amount|gross amount|amount incl vat"
    "|montant d origine|montant initial|montant de la facture|montant facture|montant ttc|total ttc|ttc"
    "|rechnungsbetrag|bruttobetrag|importe total|total factura|importo totale|totale fattura|factuurbedrag"
    "|totaalbedrag|valor total|total|amount|montant|betrag|importe|importo|bedrag|valor",
    "currency": _CURRENCY,
    "payment_terms": "payment terms|terms|conditions de reglement|conditions de paiement|delai de paiement"
    "|delai de reglement|zahlungsbedingungen|zahlungsziel|condiciones de pago|condizioni di pagamento"
    "|betalingsvoorwaarden|betalingstermijn|condicoes de pagamento",
    "order_reference": "order reference|order number|order no|purchase order|purchase order number|po number|po"
    "|customer order|your reference|numero de commande|n commande|n de commande|no commande|bon de commande"
    "|reference commande|reference de commande|commande|votre reference|bestellnummer|auftragsnummer"
    "|numero de pedido|pedido|numero ordine|ordine|bestelnummer|ordernummer|encomenda|order",
    "contract_reference": "contract reference|contract number|contract no|contract|numero de contrat|n contrat"
    "|reference contrat|reference du contrat|contrat|vertragsnummer|vertrag|numero de contrato|contrato|contratto"
    "|contractnummer",
    "project": "project|project code|job|projet|code projet|chantier|affaire|code affaire|projekt|proyecto|obra"
    "|progetto|cantiere|projeto",
    "performed": "performed|performance done|delivered|service done|prestation faite|prestation effectuee"
    "|prestation realisee|service fait|livre|effectue|execute|geleistet|geliefert|realizado|entregado|eseguito"
    "|geleverd|prestado",
    "pdf": "pdf|pdf name|pdf file|file name|filename|file|fichier pdf|nom du pdf|nom du fichier|fichier|piece jointe"
    "|dateiname|datei|archivo|fichero|bestandsnaam|bestand|ficheiro",
    "as_of": "as of|as of date|export date|ledger date|situation au|date de situation|arrete au|date d arrete"
    "|date d export|date export|extrait le|stichtag|fecha de corte|data situazione|peildatum|data de referencia",
}
_MOVEMENTS = {
    "account": _ACCOUNT,
    "number": _NUMBER,
    "day": "payment date|movement date|posting date|value date|day|date de paiement|date paiement|date de reglement"
    "|date reglement|date d operation|date operation|date comptable|date de valeur|jour|zahlungsdatum|buchungsdatum"
    "|fecha de pago|fecha de cobro|fecha|data pagamento|data di pagamento|betaaldatum|boekdatum|data de pagamento"
    "|date|datum|data",
    "amount": "amount|payment amount|paid amount|amount paid|montant|montant regle|montant paye|montant du reglement"
    "|betrag|zahlbetrag|importe|importo|bedrag|valor",
    "currency": _CURRENCY,
    "kind": "kind|movement type|type|type de mouvement|type mouvement|nature|mouvement|art|tipo|soort",
    "reference": "payment reference|reference|ref|reference de paiement|reference du reglement|libelle|description"
    "|verwendungszweck|referenz|referencia|riferimento|referentie|omschrijving",
}


@dataclass(frozen=True, eq=False)
class Kind:
    """What one of the ledger's files holds: its known headers per field, and the fields it cannot go without."""

    name: str
    known: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]


def _kind(name: str, known: Mapping[str, str], *required: str) -> Kind:
    return Kind(name, {field: _names(field.replace("_", " "), headers) for field, headers in known.items()}, required)


def _names(own: str, headers: str) -> tuple[str, ...]:
    names = tuple(headers.split("|"))
    return names if own in names else (own, *names)


CUSTOMERS = _kind("customers", _CUSTOMERS, "account", "name")
CONTACTS = _kind("contacts", _CONTACTS, "account", "email")
ITEMS = _kind("items", _ITEMS, "account", "number", "due", "amount")
MOVEMENTS = _kind("movements", _MOVEMENTS, "account", "day", "amount")
KINDS = (CUSTOMERS, CONTACTS, ITEMS, MOVEMENTS)


ORDINALS = {ord("º"): " ", ord("ª"): " ", ord("№"): "n "}
"""Signs of "number" that would decompose into letters of their own: "Nº" is "N°"."""


def folded(text: str) -> str:
    """Lower case, without accents and signs: "N° pièce" → "n piece"."""
    plain = unicodedata.normalize("NFKD", text.translate(ORDINALS).casefold())
    return " ".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())


def known_headers(kind: Kind, headers: Sequence[str], wanted: Mapping[str, str]) -> int:
    """How many of the headers mean something to us: what tells a header line and its separator from others."""
    names = {name for known in kind.known.values() for name in known} | {
        folded(name) for name in wanted.values() if name
    }
    return len({folded(header) for header in headers} & names)


def assigned(kind: Kind, headers: Sequence[str], wanted: Mapping[str, str]) -> dict[str, int]:
    """Field → position of its column. `wanted` (field → header, from the settings) goes before the known names.

    A field that the settings give no header ("") is not looked for.
    """
    places: dict[str, int] = {}
    for place, header in enumerate(headers):
        places.setdefault(folded(header), place)
    found = {field: places[folded(header)] for field, header in wanted.items() if folded(header) in places}
    unwanted = {field for field, header in wanted.items() if not header}
    for field in [field for field in kind.known if field not in found and field not in unwanted]:
        taken = set(found.values())
        free = (places[name] for name in kind.known[field] if name in places and places[name] not in taken)
        place = next(free, -1)
        if place >= 0:
            found[field] = place
    return found

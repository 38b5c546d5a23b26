"""The fictitious ledger of the demo: twelve customers, what they owe, and when which money arrives."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

START = date(2026, 3, 2)
WEEKS = 5
MAILBOX = "comptabilite@atelier-exemple.example"


@dataclass(frozen=True)
class Customer:
    """One customer of the demo and the desk that reads its mail."""

    number: str
    name: str
    contact: str
    email: str
    language: str = "fr"
    country: str = "FR"
    type: str = "business"


@dataclass(frozen=True)
class Bill:
    """One invoice of the demo. `paid` is the day on which the ledger shows the money (None: not in these weeks)."""

    customer: str
    number: str
    issued: date
    due: date
    amount: Decimal
    project: str = ""
    paid: date | None = None


def _day(month: int, day: int) -> date:
    return date(2026, month, day)


CUSTOMERS = (
    Customer("C001", "Boulangerie Exemple", "Nadia Exemple", "compta@boulangerie-exemple.example"),
    Customer("C002", "Garage Modèle", "Luc Modèle", "l.modele@garage-modele.example"),
    Customer("C003", "Imprimerie Fictive", "Anne Fictive", "anne@imprimerie-fictive.example"),
    Customer("C004", "Northwood Sample Ltd", "Pat Sample", "accounts@northwood-sample.example", "en", "GB"),
    Customer("C005", "Specimen Trading Ltd", "Sam Specimen", "sam@specimen-trading.example", "en", "GB"),
    Customer("C006", "Cabinet Témoin", "Claire Témoin", "c.temoin@cabinet-temoin.example"),
    Customer("C007", "Menuiserie Échantillon", "", "ancien@menuiserie-echantillon.example"),
    Customer("C008", "Placeholder Foods Ltd", "Chris Placeholder", "ap@placeholder-foods.example", "en", "IE"),
    Customer("C009", "Mairie d'Exempleville", "Service financier", "finances@exempleville.example", type="public"),
    Customer("C010", "Hôtel du Modèle", "Inès Modèle", "direction@hotel-modele.example"),
    Customer("C011", "Sample & Sons", "Jo Sample", "jo@sample-and-sons.example", "en", "GB"),
    Customer("C012", "Librairie Factice", "Paul Factice", "contact@librairie-factice.example"),
)

BILLS = (
    Bill("C001", "F2026-0101", _day(1, 24), _day(2, 23), Decimal("1284.60"), "Vitrine", paid=_day(3, 6)),
    Bill("C002", "F2026-0102", _day(1, 23), _day(2, 22), Decimal("3960.00"), "Banc d'essai"),
    Bill("C002", "F2026-0115", _day(2, 6), _day(3, 8), Decimal("540.00"), "Entretien"),
    Bill("C003", "F2026-0103", _day(1, 20), _day(2, 19), Decimal("6300.00"), "Massicot"),
    Bill("C004", "F2026-0104", _day(1, 24), _day(2, 23), Decimal("2150.00"), "Shop fitting", paid=_day(3, 13)),
    Bill("C005", "F2026-0105", _day(1, 24), _day(2, 23), Decimal("890.00"), "Shelving"),
    Bill("C006", "F2026-0106", _day(1, 25), _day(2, 24), Decimal("1520.40"), "Archives"),
    Bill("C007", "F2026-0107", _day(1, 26), _day(2, 25), Decimal("760.00"), "Établi"),
    Bill("C008", "F2026-0108", _day(1, 20), _day(2, 19), Decimal("1100.00"), "Cold room", paid=_day(3, 6)),
    Bill("C008", "F2026-0109", _day(1, 24), _day(2, 23), Decimal("2475.00"), "Racks"),
    Bill("C009", "F2026-0110", _day(1, 26), _day(2, 25), Decimal("4820.00"), "Salle des fêtes", paid=_day(3, 20)),
    Bill("C010", "F2026-0111", _day(2, 6), _day(3, 8), Decimal("3300.00"), "Réception", paid=_day(3, 6)),
    Bill("C011", "F2026-0112", _day(1, 24), _day(2, 23), Decimal("645.00"), "Counter"),
    Bill("C012", "F2026-0113", _day(1, 27), _day(2, 26), Decimal("2780.00"), "Rayonnages"),
)

"""Rows of the customers file, and of the contacts file if there is one, become accounts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from bot.core.receivables import Account, Contact, DebtorType
from bot.ledgers.csv_faults import FaultList
from bot.ledgers.csv_settings import CsvSettings
from bot.ledgers.csv_table import Table
from bot.ledgers.csv_words import DEBTOR_TYPES, country_of, emails_of, language_of, role_of, time_zone_of, word_of

OF_THE_CUSTOMER = (
    *("name", "address", "address_2", "postcode", "city", "company_number"),
    *("debtor_type", "country", "language", "segment"),
)
"""What must be the same in every row of one customer; the rest of a row is about a contact."""


@dataclass(frozen=True)
class Row:
    """One row: its place among the rows, and the account as it alone tells it."""

    place: int
    account: Account


def accounts_of(
    customers: Table, contacts: Table | None, settings: CsvSettings, found: FaultList, warnings: FaultList
) -> tuple[Account, ...]:
    """The accounts in the file's order; several rows of one customer are its contacts. Linear in the rows."""
    people = _by_account(contacts, found) if contacts else {}
    groups: dict[str, list[Row]] = {}
    for row in _rows(customers, settings, found):
        if row.account.number:
            groups.setdefault(row.account.number, []).append(row)
    _same(customers, groups, found)
    if contacts:
        _unknown(contacts, groups.keys(), found)
    accounts = tuple(_account(rows, people.get(number, ())) for number, rows in groups.items())
    _unreachable(customers, accounts, groups, warnings)
    return accounts


def _unreachable(table: Table, accounts: Sequence[Account], groups: dict[str, list[Row]], warnings: FaultList) -> None:
    for account in accounts:
        if not account.recipient():
            place = groups[account.number][0].place
            what = f"customer {account.number} has no contact with an e-mail address"
            warnings.add(table.file, table.rows[place], table.header("email"), what, "nobody will be reminded")


def _rows(table: Table, settings: CsvSettings, found: FaultList) -> list[Row]:
    numbers = table.required("account", "the customer number", found)
    types = table.read("debtor_type", partial(word_of, DEBTOR_TYPES, "type of debtor"), DebtorType.BUSINESS, found)
    countries = table.read("country", country_of, settings.country, found)
    languages = table.read("language", language_of, settings.language, found)
    names = _names(table, numbers, found)
    plain = zip(table.column("company_number"), table.column("segment"), strict=True)
    contacts = contacts_of(table, found, names_are_companies=True)
    told = zip(numbers, names, contacts, _addresses(table), plain, types, countries, languages, strict=True)
    return [
        Row(place, Account(number, name, people, address, company, type_, country, language, segment))
        for place, (number, name, people, address, (company, segment), type_, country, language) in enumerate(told)
    ]


def _names(table: Table, numbers: Sequence[str], found: FaultList) -> Sequence[str]:
    """Names; only the first row of a customer must give one."""
    names, seen = table.column("name"), set[str]()
    for row, number, name in zip(table.rows, numbers, names, strict=True):
        if number and number not in seen and not name:
            found.add(table.file, row, table.header("name"), "the customer's name is missing")
        seen.add(number)
    return names


def _addresses(table: Table) -> list[str]:
    fields = (table.column(name) for name in ("address", "address_2", "postcode", "city"))
    return [
        ", ".join(part for part in (street, more, f"{postcode} {city}".strip()) if part)
        for street, more, postcode, city in zip(*fields, strict=True)
    ]


def contacts_of(table: Table, found: FaultList, names_are_companies: bool) -> list[tuple[Contact, ...]]:
    """The contacts of each row: none where it names nobody, several where its cell holds several addresses."""
    none: tuple[str, ...] = ()
    emails = table.read("email", emails_of, none, found)
    languages = [""] * len(table.rows) if names_are_companies else table.read("language", language_of, "", found)
    people = zip(table.column("first_name"), table.column("contact_name"), strict=True)
    roles = table.read("role", role_of, "accounting", found)
    phones, sources = table.column("phone"), table.column("provenance")
    zones = table.read("time_zone", time_zone_of, "", found)
    return [
        tuple(
            Contact(email, f"{first} {last}".strip(), role, phone, language, zone, source)
            for email in addresses or ([""] if first or last or phone else [])
        )
        for addresses, (first, last), role, phone, language, zone, source in zip(
            emails, people, roles, phones, languages, zones, sources, strict=True
        )
    ]


def _by_account(table: Table, found: FaultList) -> dict[str, list[Contact]]:
    groups: dict[str, list[Contact]] = {}
    numbers = table.required("account", "the customer number", found)
    table.required("email", "the e-mail address", found)
    for number, contacts in zip(numbers, contacts_of(table, found, names_are_companies=False), strict=True):
        groups.setdefault(number, []).extend(contacts)
    return groups


def _account(rows: Sequence[Row], people: Sequence[Contact]) -> Account:
    """The first row tells who the customer is; the contacts file comes before the customer's own addresses."""
    first = rows[0].account
    if len(rows) == 1 and not people and len(first.contacts) < 2:
        return first
    contacts: dict[str, Contact] = {}
    for contact in chain(people, *(row.account.contacts for row in rows)):
        contacts.setdefault(contact.email.lower() or f"{contact.name} {contact.phone}", contact)
    return replace(first, contacts=tuple(contacts.values()))


def _same(table: Table, groups: dict[str, list[Row]], found: FaultList) -> None:
    """Rows of one customer that contradict each other; empty cells contradict nothing."""
    repeated = [rows for rows in groups.values() if len(rows) > 1]
    for field in OF_THE_CUSTOMER if repeated else ():
        cells = table.column(field)
        for first, *others in repeated:
            for row in others:
                said, before = cells[row.place], cells[first.place]
                if said and said != before:
                    at, number = table.rows[first.place], first.account.number
                    what = f"customer {number} has “{before}” in row {at}, here “{said}”"
                    found.add(table.file, table.rows[row.place], table.header(field), what, "make them the same")


def _unknown(contacts: Table, known: Collection[str], found: FaultList) -> None:
    for row, number in zip(contacts.rows, contacts.column("account"), strict=True):
        if number and number not in known:
            found.add(contacts.file, row, contacts.header("account"), f"no customer has the number {number}")

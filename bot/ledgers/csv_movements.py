"""Rows of the movements file: the payments, credits and write-offs that tell why an invoice is no longer open."""

from collections.abc import Collection
from functools import partial

from bot.core.receivables import Movement, MovementKind
from bot.ledgers.csv_accounts_known import unknown_account
from bot.ledgers.csv_faults import FaultList
from bot.ledgers.csv_items import amounts_of, dates_of
from bot.ledgers.csv_settings import CsvSettings
from bot.ledgers.csv_table import Table
from bot.ledgers.csv_words import MOVEMENT_KINDS, currency_of, word_of


def movements_of(
    table: Table, accounts: Collection[str], settings: CsvSettings, found: FaultList, warnings: FaultList
) -> tuple[Movement, ...]:
    """The movements in the file's order. A customer who has left the customers file is a warning only.

    Some programs write what comes in as negative: when nothing is positive every sign is turned. Else a negative one
    takes a movement back (a returned direct debit).
    """
    unknown_account(table, accounts, warnings)
    (days,) = dates_of(table, ("day",), found)
    table.required("day", "the date", found)
    currencies = table.read("currency", currency_of, settings.currency, found)
    table.required("amount", "the amount", found)
    amounts = amounts_of(table, "amount", currencies, found)
    kind = partial(word_of, MOVEMENT_KINDS, "kind of movement")
    kinds = table.read("kind", kind, MovementKind.PAYMENT, found)
    sign = -1 if all(amount is None or amount <= 0 for amount in amounts) else 1
    columns = (table.column("account"), table.column("number"), table.column("reference"))
    rows = zip(*columns, days, amounts, currencies, kinds, strict=True)
    return tuple(
        Movement(account, number, day, amount * sign, currency, why, reference)
        for account, number, reference, day, amount, currency, why in rows
        if day and amount
    )

"""Exact amounts of money: `Decimal` in the core, integer minor units in the store."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

# ISO 4217 exponents that differ from two digits, for the currencies a European ledger meets.
_EXPONENTS = {"JPY": 0, "KRW": 0, "CLP": 0, "ISK": 0, "XOF": 0, "XAF": 0, "XPF": 0} | {
    "TND": 3,
    "KWD": 3,
    "BHD": 3,
    "JOD": 3,
}


def exponent(currency: str) -> int:
    """How many decimal places a currency has (ISO 4217); two when it is not listed."""
    return _EXPONENTS.get(currency, 2)


def rounded(amount: Decimal, currency: str) -> Decimal:
    """The amount with exactly the currency's decimal places, halves away from zero."""
    return amount.quantize(Decimal(1).scaleb(-exponent(currency)), rounding=ROUND_HALF_UP)


def to_minor(amount: Decimal, currency: str) -> int:
    """Minor units (cents). Raises ValueError when the amount has finer digits than the currency."""
    scaled = amount.scaleb(exponent(currency))
    if scaled != scaled.to_integral_value():
        raise ValueError(f"{amount} {currency} has more than {exponent(currency)} decimal places")
    return int(scaled)


def from_minor(units: int, currency: str) -> Decimal:
    """The inverse of `to_minor`."""
    return Decimal(units).scaleb(-exponent(currency))


def totals(amounts: Iterable[tuple[str, Decimal]]) -> dict[str, Decimal]:
    """Sums per currency, in order of first appearance; currencies are never mixed (C5)."""
    sums: dict[str, Decimal] = {}
    for currency, amount in amounts:
        sums[currency] = sums.get(currency, Decimal(0)) + amount
    return sums

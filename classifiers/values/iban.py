"""Finds account numbers and checks that they can exist."""

import re

from classifiers.values.found import FoundText

LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20,
    "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26,
    "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MA": 28, "MC": 27, "MT": 31, "NL": 18, "NO": 15,
    "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TN": 24, "TR": 26, "VA": 22,
}  # fmt: skip
"""Characters of an IBAN by country: the SEPA countries and their neighbours (SWIFT IBAN Registry, ISO 13616)."""

_SHAPE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d\d(?:[ \u00a0\u202f.-]?[A-Za-z0-9]){11,30}")


def is_iban(number: str) -> bool:
    """Does an account number without spaces have its country's length and the right check digits (ISO 7064, mod
    97-10)?
    """
    if len(number) != LENGTHS.get(number[:2], 0) or not (number.isascii() and number.isalnum()):
        return False
    return int("".join(str(int(c, 36)) for c in number[4:] + number[:4])) % 97 == 1


def find_ibans(text: str) -> tuple[FoundText, ...]:
    """Every valid IBAN of a text, without spaces and in capitals; words glued behind it are left out."""
    found = []
    for match in _SHAPE.finditer(text):
        kept, wanted = 0, LENGTHS.get(match.group()[:2].upper(), 0)
        for end, char in enumerate(match.group(), 1):
            kept += char.isalnum()
            number = (
                "".join(c for c in match.group()[:end] if c.isalnum()).upper()
                if kept == wanted and char.isalnum()
                else ""
            )
            if number and is_iban(number):
                found.append(FoundText(number, (match.start(), match.start() + end)))
    return tuple(found)

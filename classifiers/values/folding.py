"""Text without case and accents, character for character, so that spans found in it hold in the original."""

import unicodedata
from functools import lru_cache

_ALIKE = {"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "‐": "-"}
_ALIKE |= dict.fromkeys(
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_ALIKE |= {"ß": "s", "œ": "o", "æ": "a", "ø": "o", "ł": "l", "ð": "d", "Œ": "o", "Æ": "a", "Ø": "o", "Ł": "l"}
_ALIKE |= {"\u00ad": " ", "\u200b": " ", "\ufeff": " ", "º": "o", "ª": "a"}


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """Every letter up to Latin Extended Additional that has a plain one, and the look-alikes of quotes and spaces."""
    table = {}
    for point in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        plain = unicodedata.normalize("NFD", chr(point))[0].lower()
        table[point] = plain if len(plain) == 1 else chr(point)
    return table | {ord(char): plain for char, plain in _ALIKE.items()}


def folded(text: str) -> str:
    """Lower case, no accents, plain spaces and quotes; as long as `text`, position by position."""
    return text.translate(_table())

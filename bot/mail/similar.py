"""Whether a text that a person sent is the draft they were given, edited or not."""

import re
from collections import Counter

_WORD = re.compile(r"\w+")


def similarity(one: str, other: str) -> float:
    """Share of common words (Dice, with repetition), 0 to 1; linear in both texts. Order and layout do not count."""
    a, b = Counter(_WORD.findall(one.lower())), Counter(_WORD.findall(other.lower()))
    both = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / both if both else 0.0

"""Blanks out what a number must not be a part of, so that references are looked for in the rest only."""

import re
from collections.abc import Iterable

from classifiers.values.amounts import find_amounts
from classifiers.values.found import Span

BLANK = "\x00"

_NO_REFERENCE = re.compile(
    r"""(?x)
    (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190} | https?://\S+ | www\.\S+
  | \b[A-Za-z]{2}\d\d(?:\ ?[A-Za-z0-9]{4}){3,7}(?:\ ?[A-Za-z0-9]{1,3})?\b
  | \+\d[\d .()/-]{7,16}\d | \b0\d(?:[ .-]\d\d){4}\b | \(\d{2,4}\)\ ?\d{3,4}[ -]\d{3,4}
  | \b\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d\b | \b(?:19|20)\d\d-\d\d-\d\d\b | \b\d{1,2}/\d{1,2}\b(?!/)
  | \b\d{1,2}\ ?[:h]\ ?\d\d\b | \b\d{1,9}(?:[.,]\d{1,9})?\ ?%
  """
)


def masked(text: str, spans: Iterable[Span] = ()) -> str:
    """The text, as long as before, with addresses, telephone and account numbers, dates, times, sums and `spans`
    blanked.
    """
    chars = list(text)
    sums = [a.span for a in find_amounts(text, "")]
    for start, end in (*(m.span() for m in _NO_REFERENCE.finditer(text)), *sums, *spans):
        chars[start:end] = BLANK * (end - start)
    return "".join(chars)

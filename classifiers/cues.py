"""The notation in which label files write what gives a label away, and its expansion into plain phrases.

A cue is a row of words. `a/b` are alternatives, `word?` may be missing, `{name}` or NAME is a macro of the
language's grammar, `_` is a space inside an alternative, ` .. ` allows some words between, `|` is the border of
a clause. Other words in capitals are word classes (PAID) or values (FUTURE, PAST, AMOUNT, INVOICE, EMAIL, IBAN,
PHONE, NUMBER). In front of a cue may stand: `!` it holds as it is, whatever denies around it; `?` it holds in
questions and conditions too; `~` it is weak.
"""

from dataclasses import dataclass
from itertools import chain, product

from classifiers.grammar.grammar import Grammar
from classifiers.words import PARTICIPLE, norms_of

MOST_PHRASES = 6000
"""More than that of one part is a slip of the pen: it would cost seconds at start."""

MARKS = frozenset(
    {"FUTURE", "PAST", "TODAY", "DATED", "SOMEDAY", "AMOUNT", "INVOICE", "EMAIL", "IBAN", "PHONE", "NUMBER"}
)
"""What values look like to cues."""

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Cue:
    """One cue of one label: the parts must follow each other in one clause."""

    label: str
    parts: tuple[str, ...]
    as_it_stands: bool = False
    anywhere: bool = False
    weak: bool = False


def cue_of(label: str, notation: str) -> Cue:
    """The cue that a line of a label file describes."""
    body = notation.lstrip("!?~")
    flags = notation[: len(notation) - len(body)]
    parts = tuple(part.strip() for part in body.split(" .. "))
    return Cue(label, parts, "!" in flags, "?" in flags, "~" in flags)


def phrases_of(part: str, grammar: Grammar) -> frozenset[Phrase]:
    """Every phrase that a part stands for. Raises ValueError when there are too many, KeyError for an unknown name."""
    choices = tuple(_choices(element, grammar) for element in part.split())
    unknown = (
        {norm for choice in choices for row in choice for norm in row if norm.isupper()} - MARKS - set(grammar.classes)
    )
    if unknown:
        raise KeyError(f"{part!r} names no class or value: {sorted(unknown)}")
    size = 1
    for choice in choices:
        size *= len(choice)
    if size > MOST_PHRASES:
        raise ValueError(f"{part!r} stands for {size} phrases: split it")
    rows = {tuple(chain.from_iterable(row)) for row in product(*choices)}
    return frozenset(rows - {()})


def _hurried(norm: str, grammar: Grammar) -> str:
    """The word as typed without its last accent."""
    if not norm.endswith(PARTICIPLE) or norm in grammar.accented:
        return norm
    plain = norm.removesuffix(PARTICIPLE) + "e"
    return grammar.class_of.get(plain, plain)


def _choices(element: str, grammar: Grammar) -> list[Phrase]:
    optional = element.endswith("?") and len(element) > 1
    found: list[Phrase] = [()] if optional else []
    for alternative in element.removesuffix("?").split("/") if optional else element.split("/"):
        if alternative.startswith("{") or alternative in grammar.macros:
            names = [
                w for n in grammar.macros[alternative.strip("{}")].split() for w in grammar.wider.get(n, n).split()
            ]
        else:
            names = grammar.wider.get(alternative, alternative).split()
        for name in names:
            norms = norms_of(name.replace("_", " "), grammar)
            found += [norms, tuple(_hurried(norm, grammar) for norm in norms)]
    return list(dict.fromkeys(found))

"""What a reply label is: its name, its cues, the examples that hold it to account, and what should follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.situation import Respond


@dataclass(frozen=True)
class Examples:
    """Sentences of one language: `match` must be read as the label, `near` look like it and must not."""

    match: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class Label:
    """One kind of thing a client says.

    `titles`: language → what people call it. `cues`: language → patterns in the notation of `classifiers.cues`.
    `asks`: it is usually said as a question or a condition, so its cues count there too.
    `respond` is pure: it proposes, `core/decide.py` disposes.
    """

    name: str
    titles: Mapping[str, str]
    respond: Respond
    cues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    examples: Mapping[str, Examples] = field(default_factory=dict)
    asks: bool = False


def lines(text: str) -> tuple[str, ...]:
    """The cues of a block of text, one a line; blank lines only make it readable."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())

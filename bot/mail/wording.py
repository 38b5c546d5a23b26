"""How the tables of wordings are written down: many short phrases to a line, one language after the other."""


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a block, parted by bars, each once; blanks around them do not count."""
    return tuple(dict.fromkeys(" ".join(part.split()) for part in text.split("|") if part.strip()))

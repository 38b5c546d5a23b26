"""The subject of an answer: one "Re:", whatever the client's mail program put before it."""

import re

# Reply and forward marks of mail programs in the languages we write, and of their neighbours: "AW", "SV", "TR", "RIF" …
_MARK = re.compile(
    r"\s*(?:re|réf?|rép|aw|antw|antwort|antwoord|sv|vs|rif|odp|ynt|enc|rv|res|fw|fwd|tr|wg|doorst|i|vb)"
    r"\s*(?:\[\d+\]|\(\d+\))?\s*[:：]",
    re.IGNORECASE,
)


def reply_subject(subject: str) -> str:
    """On one line: "AW: Re: Facture 12" gives "Re: Facture 12".

    Mail programs find the thread by what is left without the marks.
    """
    rest = " ".join("".join(c if c.isprintable() else " " for c in subject).split())
    while found := _MARK.match(rest):
        rest = rest[found.end() :].strip()
    return f"Re: {rest}".strip()

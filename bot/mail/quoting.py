"""The client's newest words: what stands in a mail before, between or after what it quotes, without the signature."""

import re
from collections.abc import Sequence

from bot.mail.attribution import attribution_at, shared_line, starts_older_mail
from bot.mail.html import html_to_text
from bot.mail.parse import ParsedMail
from bot.mail.signature import INVISIBLE, without_banner, without_signature

LONGEST = 400_000
"""Characters that are looked at: the newest words stand in the first pages, the rest is quoted or an attack."""
# Some programs put the quoted writer's initials before the mark ("AB> ").
_QUOTED = re.compile(r"\s{0,3}[A-Z]{0,3}>")
_ARROWS = re.compile(r"\s{0,3}>>>.{0,300}<<<")
_WRAPPED = 60


def newest_text(mail: ParsedMail) -> str:
    """The writer's newest words, from the greeting to before the sign-off (label guide, rule 12).

    The HTML part is asked first: its citations are marked by the program, not guessed from the wording.
    """
    if mail.html.strip():
        from_page = newest_of_text(html_to_text(mail.html), _who(mail))
        if from_page:
            return from_page
    return newest_of_text(mail.text, _who(mail))


def _who(mail: ParsedMail) -> str:
    return f"{mail.sender_name} <{mail.sender}>"


def newest_of_text(text: str, sender: str = "") -> str:
    """The same for a plain text. `sender` (name, address) helps to know a signature without sign-off.

    Answers between quoted lines come joined by newlines. A mail that is nothing but a quotation or a signature has
    no newest words: empty.
    """
    lines = text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    segments = own_segments(without_banner(_unshared(lines)))
    kept = [without_signature(segment, sender, last=i == len(segments) - 1) for i, segment in enumerate(segments)]
    return "\n".join(block for block in map(_joined, kept) if block)


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(line.rstrip() for line in lines).strip()


def _unshared(lines: Sequence[str]) -> list[str]:
    """Some programs put the attribution on the last line of the answer: then it gets a line of its own."""
    return [part for line in lines for part in shared_line(line)]


def own_segments(lines: Sequence[str]) -> list[list[str]]:
    """Runs of the writer's own lines, in order: the quoted lines between them are left out, as is all that follows an
    older mail quoted without marks."""
    plain = [line.translate(INVISIBLE) for line in lines]
    segments: list[list[str]] = [[]]
    i = 0
    while i < len(lines):
        if _is_quoted(plain, i):
            segments.append([])
            i += 1
            continue
        length = attribution_at(plain, i)
        if length and not _quote_follows(plain, i + length):
            break
        if not length and starts_older_mail(plain, i):
            break
        if length:
            segments.append([])
        else:
            segments[-1].append(lines[i])
        i += length or 1
    return [segment for segment in segments if any(line.strip() for line in segment)]


def _is_quoted(lines: Sequence[str], i: int) -> bool:
    if _QUOTED.match(lines[i]):
        return not _ARROWS.match(lines[i])
    # A program that wraps long quoted lines leaves the rest of the line without its mark.
    return bool(
        0 < i < len(lines) - 1
        and lines[i].strip()
        and len(lines[i - 1]) >= _WRAPPED
        and len(lines[i].split()) <= 4
        and _QUOTED.match(lines[i - 1])
        and _QUOTED.match(lines[i + 1])
    )


def _quote_follows(lines: Sequence[str], i: int) -> bool:
    """Whether the quotation after an attribution is marked: then what comes after the marks is the writer's again."""
    following = next((line for line in lines[i : i + 4] if line.strip()), "")
    return bool(_QUOTED.match(following))

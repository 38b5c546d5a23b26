"""Where a letter ends: the sign-off, the signature, what telephones and companies add, and the banner above."""

import re
from collections.abc import Sequence
from functools import cache

from bot.mail.signature_marks import BANNERS, CLOSINGS, DEVICES, DISCLAIMERS, POSTSCRIPT, THANKS

LONGEST_LINE = 400
INVISIBLE = dict.fromkeys(
    map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
)
"""Marks of writing direction and zero-width blanks: they stand before words and hide them from a comparison."""
_UNDERSCORES = re.compile(r"^\s{0,3}_{10,}\s*$")
_DASHED_NAME = re.compile(r"^\s{0,2}[-–]{1,2}\s?[^\W\d_][\w'’.]{1,20}(?:\s[^\W\d_][\w'’.]{0,20}){0,2}\s*$")
_PRODUCT = re.compile(
    r"iphone|ipad|ipod|ios\b|android|samsung|galaxy|outlook|blackberry|mail\b|courrier|orange|sfr|yahoo|gmail|proton|huawei|xiaomi|smartphone|mobile|"
    r"windows|thunderbird|spark|mailbird|t[eé]l[eé]phone|handy|telefon|móvil|móbil|cellulare|telefoon|telemóvel|celular|phone|tablet|boxer|nine\b"
)
_MINE = re.compile(r"\b(?:my|mon|ma|meinem|meiner|mi|mio|mijn|meu|min|mojego|mého|моего)\b")
_DELIMITER = re.compile(r"^\s{0,3}(?:--|—|– –|-- -|__)\s*$")
_RULE = re.compile(r"^\s{0,3}(?:[-_=*]{5,}|—{2,})\s*$")
_CONTACT = re.compile(
    r"""(?:^|\b)(?:t[eé]l|tel|phone|mobile|mob|fax|portable|gsm|direct|telefon|tfno|cell|m|t|p|f)\.?\s{0,2}[:.]?\s{0,2}\+?[\d(]
    |\+\d{1,3}[\s.(-]{0,3}\d|(?:\d{2}[\s.-]?){5}|www\.|https?://|[^\s@]{1,80}@[^\s@]{1,80}\.[a-z]{2,}""",
    re.IGNORECASE | re.VERBOSE,
)
_OFFICE = re.compile(
    r"""\b(?:service|comptabilit[eé]|direction|secr[eé]tariat|administration|facturation|accounts?|payables?|finance|department|dept|team|office|ltd
    |limited|inc|llc|plc|buchhaltung|rechnungswesen|abteilung|kreditoren\w*|gmbh|ag|kg|ug|contabilidad|administraci[oó]n|tesorer[ií]a|departamento|s\.?l\.?u?
    |amministrazione|contabilit[aà]|ufficio|s\.?r\.?l|s\.?p\.?a|crediteuren\w*|boekhouding|administratie|afdeling|b\.?v|n\.?v|contabilidade|tesouraria|lda|ltda
    |sarl|sas|sasu|eurl|sa|sci|scop|mairie|ville|commune)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAME = re.compile(r"^[\s*_-]{0,3}(?:[^\W\d_][\w'’.-]{0,20}\s{0,2}){1,4}[,.]?\s*$")


def without_banner(lines: Sequence[str]) -> list[str]:
    """The lines without the notice that a gateway or help desk puts on top."""
    kept = list(lines)
    start = next((i for i, line in enumerate(kept) if line.strip()), len(kept))
    opening = _plain(kept[start]) if start < len(kept) else ""
    if not opening.lstrip("*_# ").startswith(BANNERS):
        return kept
    end = next((i for i in range(start, len(kept)) if not kept[i].strip()), len(kept))
    # A banner glued to the text is one line; one that is a paragraph of its own may be wrapped.
    rest = kept[end:] if end < len(kept) else kept[start + 1 :]
    return rest if any(line.strip() for line in rest) else kept


def without_signature(lines: Sequence[str], sender: str = "", last: bool = True) -> list[str]:
    """The lines before the sign-off, and any postscript after it. A text that is all sign-off stays as it is."""
    lines = _without_device_on_top(lines)
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    end = next((i for i in range(first, len(lines)) if _closes(lines, i, first)), len(lines))
    own = list(lines[:end])
    while own and not own[-1].strip():
        own.pop()
    if own and end == len(lines):
        own[-1] = _without_inline_closing(own[-1])
    own = _without_name(own, sender) if end < len(lines) or last else own
    return own + _postscript(lines[end:])


def _without_device_on_top(lines: Sequence[str]) -> Sequence[str]:
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    more = any(line.strip() for line in lines[first + 1 :])
    return lines[first + 1 :] if more and lines and _device(_plain(lines[first])) else lines


def _plain(line: str) -> str:
    return line.translate(INVISIBLE).strip(" \t\u00a0*_").lower().replace("’", "'")[:LONGEST_LINE]


def _closes(lines: Sequence[str], i: int, first: int) -> bool:
    line = lines[i]
    if not line.strip() or len(line) > 4 * LONGEST_LINE:
        return False
    low = _plain(line)
    if _DELIMITER.match(line) or _device(low) or low.startswith(DISCLAIMERS):
        return True
    if i == first:
        return False
    if _UNDERSCORES.match(line):
        return True
    closing, thanks = bool(_closing().match(low)), bool(_thanks().match(low))
    named, ruled = bool(_DASHED_NAME.match(line)), bool(_RULE.match(line))
    if not (closing or thanks or named or ruled):
        return False
    rest = [other for other in lines[i + 1 : i + 60] if other.strip()]
    return (
        (closing and not _goes_on(rest))
        or (named and len(rest) <= 4)
        or (ruled and (not rest or _looks_like_signature(rest)))
        or (thanks and bool(rest) and _only_signature(rest))
    )


@cache
def _closing() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(CLOSINGS, key=len, reverse=True))
    formal = "je vous prie|veuillez agréer|veuillez recevoir|nous vous prions|recevez|sin otro particular|le saluda"
    more = r"(?:\s(?:et|and|und|y|e|en)\s[^,.!]{2,40})?"
    return re.compile(
        rf"(?:(?:{formal})\b.{{0,200}}|(?:{words}){more}\s{{0,2}}[,.!;/:-]{{0,3}}(?:\s{{1,2}}\S{{1,25}}){{0,4}})\s*$"
    )


@cache
def _thanks() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(THANKS, key=len, reverse=True))
    return re.compile(rf"(?:{words})\s{{0,2}}[,.!]{{0,3}}(?:\s{{1,2}}[^\s,]{{1,20}}){{0,2}}[.!]?\s*$")


@cache
def _inline_closing() -> re.Pattern[str]:
    words = [w for w in CLOSINGS if len(w) > 3]
    known = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(
        rf"(?<=[.!?…])\s{{1,3}}(?:{known})\s?[,.!]{{0,2}}(?:\s{{1,2}}[^\s,.]{{1,25}}){{0,4}}\s{{0,3}}[.!]?\s*$",
        re.IGNORECASE,
    )


def _without_inline_closing(line: str) -> str:
    """A letter typed in one go carries its sign-off on its last line: "… demain. Cordialement, X"."""
    tail = line[-160:]
    found = _inline_closing().search(tail)
    return line[: len(line) - len(tail) + found.start()] if found else line


def _device(low: str) -> bool:
    """What a telephone or program adds: a product, or "my" and few words; "sent from my desk, which…" is a sentence."""
    if len(low) > 160 or not low.startswith((*DEVICES, "sent ", "envoyé ")):
        return False
    few = len(low.split()) <= 6 and "," not in low and "?" not in low
    return (bool(_PRODUCT.search(low)) and len(low.split()) <= 14) or (few and bool(_MINE.search(low)))


def _goes_on(rest: Sequence[str]) -> bool:
    """Text after what looked like a sign-off: two long sentences are no signature."""
    long = [line for line in rest[:6] if len(line.split()) > 12 and not _CONTACT.search(line[:LONGEST_LINE])]
    legal = [line for line in long if _plain(line).startswith(DISCLAIMERS)]
    return len(long) > 1 and not legal


def _looks_like_signature(rest: Sequence[str]) -> bool:
    return bool(rest) and sum(len(line.split()) <= 8 for line in rest) >= len(rest) * 0.6


def _only_signature(rest: Sequence[str]) -> bool:
    """Nothing but a name, and perhaps a few short lines with ways to reach it."""
    head = rest[0]
    if not (_NAME.match(head) and len(head.split()) <= 4):
        return False
    reached = any(_CONTACT.search(line[:LONGEST_LINE]) for line in rest[1:8])
    return all(len(line.split()) <= 8 for line in rest[1:8]) and (len(rest) <= 2 or reached)


def _without_name(own: list[str], sender: str) -> list[str]:
    """Cut a last paragraph that is the sender's name, alone or over ways to reach them."""
    start = len(own)
    while start > 0 and own[start - 1].strip():
        start -= 1
    block = own[start:]
    if start and block and _is_name_block(block, sender):
        own = own[:start]
    elif len(own) > 1 and _is_own_name(own[-1], sender):
        own = own[:-1]
    while own and not own[-1].strip():
        own.pop()
    return own


def _is_name_block(block: Sequence[str], sender: str) -> bool:
    short = all(len(line.split()) <= 8 and not line.rstrip().endswith(("?", ":")) for line in block)
    named = _is_own_name(block[0], sender)
    reached = any(_CONTACT.search(line[:LONGEST_LINE]) for line in block[1:])
    if short and len(block) <= 6 and not any(line.rstrip().endswith((".", "!", ",")) for line in block):
        titled = all(len(line.split()) <= 6 and line.strip()[:1].isupper() for line in block)
        if (
            titled
            and any(_OFFICE.search(line) for line in block)
            and not any(re.search(r"[\d€$£]", x) for x in block[:1])
        ):
            return True
    return short and (named or (reached and len(block) > 1 and bool(_NAME.match(block[0]))))


def _is_own_name(line: str, sender: str) -> bool:
    """A short line made only of words that stand in the sender's name or address."""
    words = [w.lower() for w in _WORD.findall(line[:80])]
    known = sender.lower()
    return bool(words) and len(line.split()) <= 4 and bool(sender) and all(word in known for word in words)


def _postscript(rest: Sequence[str]) -> list[str]:
    for i, line in enumerate(rest):
        head = re.split(r"[\s:.,-]+(?=\s|\S)", _plain(line), maxsplit=1)[0] if line.strip() else ""
        if head and _plain(line).startswith(POSTSCRIPT) and re.match(r"[a-z.-]{2,16}\.?\s{0,2}[:.-]", _plain(line)):
            end = next((n for n in range(i + 1, len(rest)) if not rest[n].strip()), len(rest))
            return list(rest[i:end])
    return []

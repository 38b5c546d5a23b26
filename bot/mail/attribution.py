"""Where a quoted mail begins: attribution lines, dashed marks, header blocks. Every test is linear in the line."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from bot.mail.quote_marks import ASIDE, FORWARDED_OR_ORIGINAL, FROM, OPENERS, SENT, SUBJECT, TO, WROTE

MOST_LINES = 5
"""Lines over which programs wrap one attribution."""
LONGEST_LINE = 500
"""Characters of a line that may be part of a mark: longer ones are text, whatever they hold."""
_END = (":", "：", "--")
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\s?[:h.]\s?\d{2}\b|[٠-٩]{2,}|\d{4}年|\d{4}\.? ?\d{1,2}"
)
_MAILBOX = re.compile(r"[^\s<>@]{1,80}@[^\s<>@]{1,120}")
_DATED_START = re.compile(
    r"""(?:\d{4}[-/.年]|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:[^\W\d]{2,12}\.?,?\s){1,2}\d{1,2}\b|\d{1,2}\.?\s[^\W\d]{3,10}\s\d)"""
)
_MESSAGE = re.compile(
    r"""\b(?:message|nachricht|mail|e-mail|mensaje|messaggio|bericht|mensagem|meddelelse|melding|meddelande|viesti|wiadomość|zpráva|mesaj|üzenet|сообщение)\b"""
)
_DASHED = re.compile(r"^[\s>*]{0,4}[-_=~*#]{2,}\s{0,4}(.{3,80}?)\s{0,4}[-_=~*#:]{0,}\s{0,4}:?\s*$")
_TAILED = re.compile(r"^[\s>*]{0,4}(.{3,60}?)\s{0,4}(?:[-_=]{2,}|:)\s*$")
_FIELD = re.compile(r"^[\s>*|]{0,6}([^\W\d_][\w/ '’-]{0,24}?)\s?\*{0,2}\s?[:：]\*{0,2}(\s|$|\S)", re.UNICODE)
_RULE = re.compile(r"^\s{0,3}(?:_{20,}|-{20,}|={20,})\s*$")


def attribution_at(lines: Sequence[str], i: int) -> int:
    """How many lines from `i` on form an attribution ("Le …, X a écrit :"); 0 when none starts there."""
    first = lines[i]
    if not first.strip() or len(first) > LONGEST_LINE or not any(map(_may_end, lines[i : i + MOST_LINES + 1])):
        return 0
    strong = bool(_strong_start().match(first))
    joined, blanks = "", 0
    for length, line in enumerate(lines[i : i + MOST_LINES + strong], start=1):
        blanks += not line.strip()
        if blanks > (1 if strong else 0) or len(joined) + len(line) > LONGEST_LINE:
            return 0
        if length > 1 and (_opened().match(line) if strong else _strong_start().match(line)):
            return 0  # the attribution starts further down; this line is the writer's
        if not line.strip() and joined.endswith((".", "!", "?")):
            return 0  # a finished sentence and an empty line: the writer's own, whatever it began with
        joined = f"{joined} {line.strip(' *_')}".strip()
        if _may_end(line) and _is_attribution(joined, strong):
            return length if strong or length == 1 or _may_open(first) else 0
    return 0


def _may_end(line: str) -> bool:
    """Cheap: most lines of most mails end no attribution."""
    return line.rstrip(" \t*_").endswith(_END) or ":>" in line or ": >" in line


def shared_line(line: str) -> tuple[str, ...]:
    """The line, cut in two where an attribution shares it with the writer's last words."""
    if len(line) > LONGEST_LINE or not line.rstrip().endswith((":", "：")) or not _verb().search(line):
        return (line,)
    found = _inner_start().search(line, 3)
    if not found or _strong_start().match(line) or not _is_attribution(line[found.start(1) :].strip(), True):
        return (line,)
    return line[: found.start()], line[found.start(1) :]


def _may_open(first: str) -> bool:
    """Without opener or date, the first of several lines must be a name or hold the address, and end no sentence."""
    return bool(_MAILBOX.search(first) or _opener().match(first)) or (
        len(first.split()) <= 4 and not first.rstrip().endswith((".", "!", "?", ","))
    )


def _is_attribution(line: str, strong: bool) -> bool:
    """An opener, a date or a mailbox, then a verb, and a colon (or dashes) at the end."""
    glued = bool(_glued().search(line))
    if not line.endswith(_END) and not glued:
        return False
    verb = _verb().search(line)
    if verb and _aside().search(line[max(0, verb.start() - 14) : verb.start()]):
        return False
    dated, mailbox = bool(_DATE.search(line)), bool(_MAILBOX.search(line))
    if verb:
        return (strong and dated) or (mailbox and not glued) or (bool(_opener().match(line)) and (dated or mailbox))
    # "2026-03-18 9:12 GMT+01:00 X <x@y>:" has no verb.
    return dated and mailbox and line.endswith((":", "：")) and strong


@cache
def _strong_start() -> re.Pattern[str]:
    """An opener with a figure soon after it, or a date."""
    return re.compile(
        rf"[\s*_>-]{{0,10}}(?:(?:{_openers()})(?![^\W\d]).{{0,25}}?[\d٠-٩]|{_DATED_START.pattern})", re.I | re.X
    )


@cache
def _opened() -> re.Pattern[str]:
    """A second opener with its date: the first line was not the beginning of this attribution."""
    return re.compile(rf"[\s*_>-]{{0,10}}(?:{_openers()})(?![^\W\d]).{{0,25}}?\d{{1,2}}[./\s]", re.IGNORECASE)


@cache
def _inner_start() -> re.Pattern[str]:
    openers = "On|Le|Am|El|Il|Op|Em|Den"
    return re.compile(rf"\s?(?:-{{2,5}}\s?)?(?<![^\W_])((?:{openers})\s[^\W\d]{{0,9}}[.,]{{0,2}}\s?.{{0,12}}?\d)")


def _openers() -> str:
    words = [word for words in OPENERS.values() for word in words]
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _glued() -> re.Pattern[str]:
    """Some programs lose the line break after the attribution: "… wrote:> the quoted line"."""
    return re.compile(rf"(?:{_verbs()})\s?:\s?>", re.IGNORECASE)


def _verbs() -> str:
    return "|".join(re.escape(verb) for verbs in WROTE.values() for verb in sorted(verbs, key=len, reverse=True))


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{_verbs()})(?![^\W_])|写道|寫道|のメ|작성", re.IGNORECASE)


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"[\s*_>]{{0,4}}(?:{_openers()})(?![^\W\d])", re.IGNORECASE)


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, ASIDE))})\s{{0,2}}(?:a|ont|avez|ha|hat|haben)?\s{{0,2}}$", re.IGNORECASE
    )


def starts_older_mail(lines: Sequence[str], i: int) -> bool:
    """Whether from this line to the end an older mail follows without quotation marks."""
    line = lines[i]
    if not line.strip() or len(line) > LONGEST_LINE:
        return False
    if line.lstrip()[:1] not in "-_=~*#>" and ":" not in line and "：" not in line and "--" not in line:
        return False
    if _RULE.match(line):
        following = [n for n in range(i + 1, min(i + 4, len(lines))) if lines[n].strip()]
        return bool(following) and starts_older_mail_block(lines, following[0])
    return _is_dashed_mark(line) or starts_older_mail_block(lines, i)


def _is_dashed_mark(line: str) -> bool:
    found = _DASHED.match(line)
    if found and (_names_mark(found.group(1)) or _dashed_message(line, found.group(1))):
        return True
    tailed = _TAILED.match(line)
    return bool(tailed) and _names_mark(tailed.group(1) if tailed else "")


def _dashed_message(line: str, words: str) -> bool:
    """Any few words about a message between dashes on both sides: programs invent new ones."""
    both = line.strip().startswith("---") and line.strip().endswith("---")
    return both and len(words.split()) <= 4 and bool(_MESSAGE.search(words.lower()))


def _names_mark(words: str) -> bool:
    low = words.strip(" -_*:>").lower().replace("’", "'")
    return low in _marks() or any(
        low.startswith(f"{mark} ") for mark in ("forwarded by", "weitergeleitet von", "in reply to")
    )


@cache
def _marks() -> frozenset[str]:
    return frozenset(FORWARDED_OR_ORIGINAL)


@cache
def _groups() -> dict[str, int]:
    names = (FROM, SENT, TO, SUBJECT)
    return {word: number for number, words in enumerate(names) for word in words}


@lru_cache(maxsize=8192)
def _group(line: str) -> int | None:
    found = _FIELD.match(line[:200])
    return _groups().get(found.group(1).strip().lower()) if found else None


def starts_older_mail_block(lines: Sequence[str], i: int) -> bool:
    """A header block: who, when, to whom, about what; two of them beside the sender, or one and an address."""
    first = _group(lines[i])
    if first is None:
        return False
    groups, filled, address = {first}, 0, "@" in lines[i]
    for line in lines[i + 1 : i + 12]:
        if not line.strip():
            filled += 1
            if filled > 1 and len(groups) < 2:
                break
            continue
        group = _group(line[:LONGEST_LINE])
        if group is None and len(line) > 200:
            break
        if group is not None:
            groups.add(group)
            address = address or "@" in line
    return 0 in groups and (len(groups) >= 3 or (len(groups) == 2 and address and first in (0, 1)))

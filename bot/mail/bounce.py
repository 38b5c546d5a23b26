"""What a server says about a mail that did not arrive: which address, which status, for good or not yet."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.mail.bounce_marks import DAEMON_NAMES, DAEMONS, DELAYED, FAILED, RETURNED_COPY, SUBJECTS
from bot.mail.charset import decode
from bot.mail.parse import ParsedMail, header

LONGEST = 60_000
"""Characters of a notice that are looked at; a server's own words are short."""
_STATUS_PARTS = ("message/delivery-status", "message/global-delivery-status")
WENT_WELL = ("delivered", "relayed", "expanded")
"""Actions of RFC 3464 §2.3.3 that are no failure; servers invent others for failures ("error")."""
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,80}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z0-9-]{2,24}")
_ENHANCED = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)")
# "It failed", "the address, somehow", "it took too long": the server's own sentence may tell more.
_UNTELLING = re.compile(r"2\.|[45]\.(?:0\.0|1\.0|4\.7|5\.0)$")
_REPLY_CODE = re.compile(r"(?<![\d.@-])([45][0-7]\d)(?![\d.:@]|-?\d|[.]\d)(?=[\s\-#:;,)\]]|$)")
_MESSAGE_ID = re.compile(r"(?im)^\s{0,8}>?\s?(?:x-microsoft-original-)?message-id:\s{0,20}<([^<>\s]{3,990})>")


@dataclass(frozen=True)
class Bounce:
    """A failed or delayed delivery. `status`: enhanced ("5.1.1", RFC 3463) or else the reply code ("552"), or empty."""

    recipient: str
    status: str
    permanent: bool
    signals: tuple[str, ...]


@dataclass(frozen=True)
class _Notice:
    """What the notice says of one recipient (RFC 3464 §2.3)."""

    recipient: str = ""
    action: str = ""
    status: str = ""
    diagnostic: str = ""


def read_bounce(mail: ParsedMail) -> Bounce | None:
    """The failure or delay that this mail reports, or None. Its form decides first, then who wrote, then wording."""
    notices = tuple(_notices(mail))
    failing = [n for n in notices if n.action not in WENT_WELL]
    if notices and not failing:
        return None
    words = own_words(mail)
    signals = _signals(mail, words, bool(failing))
    if not _enough(signals):
        return None
    notice = failing[0] if failing else _Notice()
    recipient = _recipient(mail, notice, words)
    status = _status(notice, words, recipient)
    return Bounce(recipient, status, _permanent(notice, status, f"{mail.subject}\n{words}".lower()), signals)


def is_delivered_report(mail: ParsedMail) -> bool:
    """A report that says that all went well (RFC 3464: delivered, relayed, expanded)."""
    notices = tuple(_notices(mail))
    return bool(notices) and all(n.action in WENT_WELL for n in notices)


def own_words(mail: ParsedMail) -> str:
    """The server's own words: its text without the copy of our mail under it."""
    text = mail.text[:LONGEST] if mail.text.strip() else _spoken_in_status(mail)
    low = text.lower().replace("’", "'")
    if len(low) != len(text):
        low = text.lower()
    ends = [at for mark in RETURNED_COPY if (at := low.find(mark)) > 40]
    received = re.search(r"(?m)^\s{0,4}(?:Received|Return-Path):\s", text)
    ends += [received.start()] if received and received.start() > 40 else []
    return text[: min(ends, default=len(text))]


def _spoken_in_status(mail: ParsedMail) -> str:
    """Some servers write their sentence into the delivery-status part itself."""
    return "\n".join(decode(content[:LONGEST]) for kind, content in mail.report if kind in _STATUS_PARTS)


def bounced_ids(mail: ParsedMail) -> tuple[str, ...]:
    """Message-IDs of the mail that a report or notice is about, from the enclosed headers and from its text."""
    texts = [decode(content[:LONGEST]) for kind, content in mail.report if "status" not in kind]
    texts.append(mail.text[:LONGEST])
    found = (f"<{m.group(1)}>" for text in texts for m in _MESSAGE_ID.finditer(text))
    return tuple(dict.fromkeys(i for i in found if i != mail.message_id))


def _notices(mail: ParsedMail) -> Iterator[_Notice]:
    for kind, content in mail.report:
        if kind in _STATUS_PARTS:
            text = decode(content[:LONGEST])
            groups = [_fields(block) for block in re.split(r"\n\s*\n", text)]
            yield from (_notice(group) for group in groups if "final-recipient" in group or "action" in group)


def _fields(block: str) -> Mapping[str, str]:
    unfolded = re.sub(r"\n[ \t]+", " ", block)
    pairs = (line.partition(":") for line in unfolded.split("\n"))
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}


def _notice(fields: Mapping[str, str]) -> _Notice:
    final = _address_in(fields.get("final-recipient", "")) or _address_in(fields.get("original-recipient", ""))
    wished = _address_in(fields.get("original-recipient", "")) or _address_in(fields.get("x-actual-recipient", ""))
    action = fields.get("action", "").lower().split(" ")[0].strip(" ;")
    return _Notice(final or wished, action, fields.get("status", ""), fields.get("diagnostic-code", ""))


def _address_in(value: str) -> str:
    found = _ADDRESS.search(value.rpartition(";")[2])
    return found.group().strip(".'").lower() if found else ""


def _signals(mail: ParsedMail, words: str, reported: bool) -> tuple[str, ...]:
    low = words.lower().replace("’", "'")
    subject = mail.subject.lower().replace("’", "'")
    type_ = header(mail, "Content-Type").lower()
    found = (
        ("delivery status part", reported),
        ("report-type delivery-status", "report-type" in type_ and "delivery-status" in type_),
        ("X-Failed-Recipients", bool(header(mail, "X-Failed-Recipients"))),
        ("written by a mail server", _by_daemon(mail)),
        ("null return path", header(mail, "Return-Path").replace(" ", "") == "<>"),
        (
            "subject",
            any(mark in subject for mark in SUBJECTS) and not subject.startswith(("re:", "re :", "aw:", "rv:")),
        ),
        ("wording of a failure", any(mark in low for mark in FAILED)),
        ("wording of a delay", any(mark in low for mark in DELAYED)),
        ("encloses a mail", any("status" not in kind for kind, _ in mail.report)),
        ("status code", bool(_ENHANCED.search(words) or _REPLY_CODE.search(words))),
        ("bounce notification data", '"bouncedrecipients"' in low or '"notificationtype":"bounce"' in low),
    )
    return tuple(name for name, holds in found if holds)


def _by_daemon(mail: ParsedMail) -> bool:
    local = mail.sender.partition("@")[0]
    name = (mail.sender_name or header(mail, "From")).strip(' "').lower()
    return local.startswith(DAEMONS) or name.startswith(DAEMON_NAMES)


def _enough(signals: Sequence[str]) -> bool:
    """A form made for failures is enough; else two signs of different nature, one of them what is said."""
    seen = set(signals)
    if seen & {"delivery status part", "X-Failed-Recipients", "bounce notification data"}:
        return True
    said = len(seen & {"subject", "wording of a failure", "wording of a delay"}) + ("status code" in seen)
    formal = seen & {"report-type delivery-status", "written by a mail server"}
    if formal:
        return said >= 1
    if "null return path" in seen:
        return said >= (1 if "encloses a mail" in seen else 2)
    return "subject" in seen and said >= 2


def _recipient(mail: ParsedMail, notice: _Notice, words: str) -> str:
    """The address that failed: the report's, the header's, the text's, and last whom our mail was for."""
    listed = _address_in(header(mail, "X-Failed-Recipients"))
    if notice.recipient or listed:
        return notice.recipient or listed
    own = {mail.sender, *mail.to, *mail.cc}
    said = _spoken(words)
    spoken = [a for a in said if a not in own]
    return (*spoken, *_meant(mail, own), *said, "")[0]


def _spoken(words: str) -> list[str]:
    """Addresses in the server's words, those that stand where failures are listed first."""
    ranked: list[tuple[int, int, str]] = []
    for at, found in enumerate(_ADDRESS.finditer(words)):
        address = found.group().strip(".'").lower()
        before = words[max(0, found.start() - 60) : found.start()].rpartition("\n")[2].lower()
        after = words[found.end() : found.end() + 3]
        if address.split("@")[0].startswith((*DAEMONS, "support", "abuse", "help")) or "message-id" in before:
            continue
        if re.search(r"(?:\bfrom|\bby|\bsender|\bde|\bvon|contact|e-?mail to|mailto)\W{0,6}$", before):
            continue
        listed = not before.strip(" \t<>*\"'(-") or re.search(
            r"(?:\bto|recipients?|address|user|rcpt to|for|à|an|a)\W{0,4}$", before
        )
        ranked.append((0 if listed or after.startswith((">:", ":")) else 1, at, address))
    return [address for _, _, address in sorted(ranked)]


def _meant(mail: ParsedMail, own: Iterable[str]) -> list[str]:
    """To: of the enclosed mail; failing that, of the copy in the text."""
    enclosed = [decode(content[:LONGEST]) for kind, content in mail.report if "status" not in kind]
    own = set(own)
    fields = [
        m.group(1)
        for text in (*enclosed, mail.text[:LONGEST])
        for m in re.finditer(r"(?im)^\s{0,4}to:(.{1,300})", text)
    ]
    return [
        a for field in fields for a in (found.group().lower() for found in _ADDRESS.finditer(field)) if a not in own
    ]


def _status(notice: _Notice, words: str, recipient: str) -> str:
    """The most telling code: "5.0.0" says only that it failed, so the server's own sentence is asked as well."""
    stated = [m.group(1) for m in _ENHANCED.finditer(notice.status)][:1]
    places = (notice.diagnostic, _around(words, recipient), words)
    spoken = next((codes for place in places if (codes := _codes(_ENHANCED, place))), [])
    telling = [code for code in (*stated, *spoken) if not _UNTELLING.match(code)]
    replies = [code for place in places for code in _codes(_REPLY_CODE, place)[:1]]
    return (*telling, *stated, *spoken, *replies, "")[0]


def _codes(pattern: re.Pattern[str], text: str) -> list[str]:
    return [m.group(1) for m in pattern.finditer(text)]


def _around(words: str, recipient: str) -> str:
    at = words.lower().find(recipient) if recipient else -1
    return words[max(0, at - 20) : at + 800] if at >= 0 else ""


def _permanent(notice: _Notice, status: str, low: str) -> bool:
    if notice.action == "delayed" or status[:1] == "4":
        return False
    if status[:1] == "5":
        return True
    return not any(mark in low.replace("’", "'") for mark in DELAYED)

"""Who wrote this mail: a person, or a machine that must never be taken for an answer nor get one."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from bot.core.labels import Kind, Value
from bot.mail import absence_marks as absence
from bot.mail import receipt_marks as receipt
from bot.mail.bounce import Bounce, bounced_ids, is_delivered_report, read_bounce
from bot.mail.parse import ParsedMail, header
from bot.mail.quoting import newest_of_text

LONGEST = 6_000
"""Characters of a notice that are looked at."""
_SENTENCE = re.compile(r"(?<!\d)[.!?]+(?=\s|$)|\n+|;")
_GREETING = re.compile(
    r"(?:bonjour|bonsoir|madame|monsieur|chère?s?|hello|hi|dear|good (?:morning|afternoon)|hallo|guten tag|sehr geehrte"
    r"|hola|estimad|buongiorno|gentile|salve|beste|geachte|olá|caro|cara|prezad|hi there)"
    r"\b(?:[^,]{0,30},\s{0,3}|[^,]{0,30}$)"
)
_NOBODY = ("no-reply", "noreply", "do-not-reply", "donotreply", "ne-pas-repondre")
_SERVICE_NOTE = re.compile(r'\{\s{0,9}"(?:notificationType|eventType)"\s{0,3}:\s{0,3}"(?:Delivery|Complaint|Send)"')
_REPLIED = re.compile(r"^(?:\s*(?:re|aw|sv|antw|tr|rép|ref|fwd?|wg|rv|enc)\s{0,2}:)+", re.IGNORECASE)


@dataclass(frozen=True)
class Machine:
    """Who wrote the mail. `values`: of a bounce, the failing address and its status; `signals`: why we think so."""

    kind: Kind
    values: Mapping[str, Value] = field(default_factory=dict)
    signals: tuple[str, ...] = ()


def machine_kind(mail: ParsedMail) -> Machine:
    """The kind of mail (label guide, "Kinds of mail"): reports first, then what headers say, then the wording.

    Headers alone do not make a machine of a person: X-Auto-Response-Suppress, Precedence and List-* only lower the
    bar for the wording (Zammad, FreeScout, Discourse and OTRS disagree on them; RFC 3834 §2 names Auto-Submitted).
    """
    report = _report(mail)
    if report:
        return report
    bounce = read_bounce(mail)
    if bounce and not _replied_by_vacation(mail, bounce):
        return Machine(Kind.BOUNCE, _bounce_values(bounce), bounce.signals)
    return _notice(mail)


def bounced_message_ids(mail: ParsedMail) -> tuple[str, ...]:
    """Message-IDs (with brackets) of the original that a report is about: the enclosed one, then what it answers."""
    answered = (mail.in_reply_to, *reversed(mail.references))
    return tuple(dict.fromkeys((*bounced_ids(mail), *(i for i in answered if i))))


def loop_risk(mail: ParsedMail) -> tuple[str, ...]:
    """Why an automatic answer to this mail could start a loop (RFC 3834 §2, RFC 5230 §4.6); empty when nothing says so.

    Only reminders and digests leave unattended, and never as an answer; this is the second lock on that door.
    """
    checks: tuple[tuple[str, bool], ...] = (
        ("null return path", header(mail, "Return-Path").replace(" ", "") == "<>"),
        ("Auto-Submitted", header(mail, "Auto-Submitted").strip().lower() not in ("", "no")),
        ("Precedence", header(mail, "Precedence").strip().lower() in ("bulk", "junk", "list", "auto_reply")),
        ("X-Loop", bool(header(mail, "X-Loop"))),
        ("mailing list", bool(header(mail, "List-Id") or header(mail, "List-Unsubscribe"))),
        ("written by a machine", machine_kind(mail).kind is not Kind.HUMAN),
    )
    return tuple(name for name, holds in checks if holds)


def _bounce_values(bounce: Bounce) -> Mapping[str, Value]:
    values: dict[str, Value] = {"permanent": bounce.permanent}
    if bounce.recipient:
        values["failed_recipient"] = bounce.recipient
    if bounce.status:
        values["smtp_status"] = bounce.status
    return values


def _report(mail: ParsedMail) -> Machine | None:
    """Reports that are no failure: read receipts (RFC 8098), deliveries that went well, complaints (RFC 5965)."""
    kinds = " ".join((*(kind for kind, _ in mail.report), header(mail, "Content-Type").lower()))
    if "disposition-notification" in kinds and "delivery-status" not in kinds:
        return Machine(Kind.RECEIPT, {}, ("disposition-notification",))
    if "feedback-report" in kinds or mail.subject.lower().startswith("complaint about message from"):
        return Machine(Kind.RECEIPT, {}, ("feedback-report",))
    if _SERVICE_NOTE.match(mail.text.lstrip()[:300]):
        return Machine(Kind.RECEIPT, {}, ("service notification",))
    return Machine(Kind.RECEIPT, {}, ("delivered",)) if is_delivered_report(mail) else None


def _replied_by_vacation(mail: ParsedMail, bounce: Bounce) -> bool:
    """An absence notice may leave from a null return path and speak of mail that is "not delivered" meanwhile."""
    formal = {"delivery status part", "X-Failed-Recipients", "report-type delivery-status", "written by a mail server"}
    return not formal & set(bounce.signals) and _auto_subject(mail.subject) == Kind.OUT_OF_OFFICE


def _notice(mail: ParsedMail) -> Machine:
    signals = _header_signals(mail)
    by_subject = _auto_subject(mail.subject)
    spoken = _wording(newest_of_text(mail.text[:LONGEST]) or mail.text[:LONGEST])
    replied, weak = bool(signals["replied"]), bool(signals["weak"])
    why = (*signals["replied"], *signals["weak"], *(("subject",) if by_subject else ()), *spoken.signals)
    if by_subject and not (spoken.answers and not replied and _REPLIED.match(mail.subject)):
        kind = spoken.kind if spoken.kind is Kind.RECEIPT and by_subject is Kind.OUT_OF_OFFICE else by_subject
        return Machine(kind, {}, why)
    if replied:
        return Machine(spoken.kind or Kind.OUT_OF_OFFICE, {}, why)
    if spoken.kind and (spoken.sure or weak) and not spoken.answers:
        return Machine(spoken.kind, {}, why)
    return Machine(Kind.HUMAN, {}, ())


def _header_signals(mail: ParsedMail) -> Mapping[str, tuple[str, ...]]:
    submitted = header(mail, "Auto-Submitted").lower()
    precedence = f"{header(mail, 'Precedence')} {header(mail, 'X-Precedence')}".lower()
    replied = (
        ("Auto-Submitted: auto-replied", "auto-replied" in submitted or "vacation" in submitted),
        (
            "X-Autoreply",
            any(header(mail, f"X-{n}") for n in ("Autoreply", "Autorespond", "Autoresponder", "Auto-Reply")),
        ),
        ("Precedence: auto_reply", "auto_reply" in precedence or "auto-reply" in precedence),
        ("X-Apple-Action: vacation", "vacation" in header(mail, "X-Apple-Action").lower()),
        ("Delivered-To: autoresponder", header(mail, "Delivered-To").lower() == "autoresponder"),
    )
    weak = (
        ("Auto-Submitted", submitted.strip() not in ("", "no")),
        ("Precedence", any(word in precedence for word in ("bulk", "junk", "list"))),
        ("X-Auto-Response-Suppress", bool(header(mail, "X-Auto-Response-Suppress"))),
        ("X-Loop", bool(header(mail, "X-Loop"))),
        ("inbox rule", bool(header(mail, "X-MS-Exchange-Inbox-Rules-Loop"))),
        ("null return path", header(mail, "Return-Path").replace(" ", "") == "<>"),
        ("no-reply sender", mail.sender.startswith(_NOBODY)),
    )
    return {"replied": tuple(n for n, holds in replied if holds), "weak": tuple(n for n, holds in weak if holds)}


def _auto_subject(subject: str) -> Kind | None:
    low = subject.strip().lower().replace("’", "'").lstrip("[(*# ")
    if low.startswith(receipt.RECEIPT_SUBJECTS):
        return Kind.RECEIPT
    starts = low.startswith(absence.AUTO_SUBJECTS) or low.rstrip("!. ") in ("ooo", "absence", "absent", "absente")
    return Kind.OUT_OF_OFFICE if starts else None


@dataclass(frozen=True)
class _Spoken:
    """What the wording says: which kind of notice, whether that is beyond doubt, and whether it also answers us."""

    kind: Kind | None
    sure: bool
    answers: bool
    signals: tuple[str, ...]


def _wording(text: str) -> _Spoken:
    said = [s for part in _SENTENCE.split(text.lower().replace("’", "'")) if (s := _ungreeted(part.strip(" \t-*_>")))]
    kinds = [_sentence_kind(s) for s in said[:40]]
    found = {k for k in kinds if k}
    answers = any(_money().search(s) and k not in ("urgent", "later") for s, k in zip(said, kinds, strict=False))
    lead = next((k for k in kinds if k not in ("thanks", "received")), None)
    foreign = sum(1 for k in kinds if k is None) / max(1, len(kinds))
    if "absent" in found:
        # A notice asks nothing; a person "on vacation right now" may.
        sure = lead in ("absent", "later", "automatic") and foreign <= 0.5 and not answers and "?" not in text
        return _Spoken(Kind.OUT_OF_OFFICE, sure, answers, ("wording of an absence",))
    if "telework" in found:
        return _Spoken(Kind.RECEIPT, "automatic" in found or "later" in found, answers, ("wording of a notice",))
    hinted = {"received", "automatic", "ticket", "thanks"} & found
    if hinted:
        strong = "automatic" in found or len(found & {"received", "thanks", "ticket", "later"}) > 1
        return _Spoken(
            Kind.RECEIPT, strong and foreign <= 0.5 and bool(found - {"thanks"}), answers, ("wording of a receipt",)
        )
    return _Spoken(None, False, answers, ())


def _ungreeted(sentence: str) -> str:
    """The sentence without its greeting; a greeting that says more ("Hi all on leave") stays."""
    greeting = _GREETING.match(sentence)
    if not greeting or (greeting.end() == len(sentence) and _sentence_kind(sentence)):
        return sentence
    return sentence[greeting.end() :]


def _sentence_kind(sentence: str) -> str | None:
    return next((name for name, test in _tests() if test(sentence[:600])), None)


@cache
def _tests() -> Sequence[tuple[str, Callable[[str], object]]]:
    """In this order: "for urgent matters during my absence write to X" is about whom to write to."""
    named = (
        ("telework", absence.TELEWORK),
        ("absent", absence.ABSENT),
        ("automatic", receipt.AUTOMATIC),
        ("received", receipt.RECEIVED),
        ("thanks", receipt.THANKS),
        ("ticket", receipt.TICKET),
        ("urgent", absence.URGENT),
        ("later", absence.ANSWER_LATER),
    )
    return tuple((name, re.compile("|".join(patterns)).search) for name, patterns in named)


@cache
def _money() -> re.Pattern[str]:
    return re.compile("|".join(absence.MONEY))

"""Finds the people a text sends us to: name, e-mail address, telephone number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from classifiers.languages import LANGUAGES
from classifiers.languages import language as words_of
from classifiers.languages.vocabulary import listed
from classifiers.values.folding import folded
from classifiers.values.found import FoundText, Span

_EMAIL = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9](?:[\w.+'-]*[\w+-])?@(?:[A-Za-z0-9](?:[\w-]*\w)?\.)+[A-Za-z]{2,24}(?![\w-])"
)
_PHONE = re.compile(
    r"""(?x)(?<![\w+.,/-])(?:
      (?:\+|00)\d{1,3}[ .\-/]?(?:\(0\)[ ]?)?(?:\(?\d{1,5}\)?[ .\-/]?){2,6}\d{2,4}
    | 0\d(?:[ .-]?\d\d){4}
    | 0\d{2,4}[ /-]\d{3,4}[ -]?\d{3,5}
    | \(?0\d{1,4}\)?[ /-]\d{2,4}(?:[ -]?\d{2,4}){1,3}
    | \(\d{3}\)[ ]?\d{3}[ -]\d{4} | \d{3}[-.]\d{3}[-.]\d{4}
    )(?![\w]|[.,]\d)"""
)
_UPPER = r"[A-ZÀ-ÖØ-Þ]"
_PARTICLE = r"(?:de|du|des|van|von|der|den|la|le|di|da|do|dos|del|el|ten|ter|y)"
_WORD = rf"(?:{_UPPER}[\w'’]+(?:-{_UPPER}[\w'’]+)*|{_UPPER}\.)"
_NAME = rf"{_WORD}(?:[ \u00a0](?:{_PARTICLE}[ ]){{0,2}}(?:{_WORD}|&[ ]{_WORD})){{0,3}}"
NEAR = 90
"""Characters between a name and the address or number that belongs to it."""


@dataclass(frozen=True)
class FoundContact:
    """A person or desk to write to; what the text does not give is ""."""

    name: str
    email: str
    phone: str
    span: Span


def find_emails(text: str) -> tuple[FoundText, ...]:
    """Every e-mail address, as written."""
    return tuple(FoundText(m.group(), m.span()) for m in _EMAIL.finditer(text))


def find_phones(text: str) -> tuple[FoundText, ...]:
    """Every telephone number in international or national form, as written; 8 to 15 digits (ITU E.164)."""
    found = (FoundText(m.group(), m.span()) for m in _PHONE.finditer(text))
    return tuple(f for f in found if 8 <= sum(c.isdigit() for c in f.value) <= 15)


@lru_cache(maxsize=8)
def _cued(code: str) -> re.Pattern[str]:
    """A cue, a few words in lower case, perhaps a title, then a name. Case matters for the name only."""
    words = words_of(code if code in LANGUAGES else "en")
    cues = "|".join(sorted((re.escape(folded(c)) for c in listed(words.contact_cues)), key=len, reverse=True))
    return re.compile(rf"\b(?:{cues})\b(?:,?\ (?!a\ partir)[a-z']+){{0,4}}?\ ?:?\s?(?=(?P<rest>\S))")


@lru_cache(maxsize=8)
def _titled(code: str) -> re.Pattern[str]:
    titles = "|".join(sorted((re.escape(t) for t in listed(words_of(code).titles)), key=len, reverse=True))
    return re.compile(rf"(?i:(?:{titles})\b\.?[ \u00a0]+)*(?P<name>{_NAME})")


_BEFORE_ADDRESS = re.compile(
    rf"(?P<name>{_NAME})[ ]?(?:[,:(<\[]|[-–][ ]|\bat\b|\bsur\b|\bà\b|\bunter\b|\bon\b|\ben\b)[ ]?\(?<?(?=$)"
)


def _names(text: str, code: str) -> Iterator[FoundText]:
    """Names that stand behind a cue ("contacter", "replaced by") or right before an address."""
    plain = folded(text)
    for match in _cued(code).finditer(plain):
        named = _titled(code).match(text, match.end())
        if named and not _is_ordinary(named.group("name"), code):
            yield FoundText(named.group("name"), named.span("name"))
    for address in (*find_emails(text), *find_phones(text)):
        start = max(0, address.span[0] - NEAR)
        before = _BEFORE_ADDRESS.search(text[start : address.span[0]])
        if before and len(before.group("name").split()) > 1 and not _is_ordinary(before.group("name"), code):
            offset = start + before.start("name")
            named = _titled(code).match(text, offset)
            name = named.group("name") if named else before.group("name")
            offset = named.start("name") if named else offset
            yield FoundText(name, (offset, offset + len(name)))


def _is_ordinary(name: str, code: str) -> bool:
    """Is the capitalised word an everyday one at the head of a sentence ("Merci", "Please", "Service")?"""
    words = words_of(code)
    everyday = {folded(w) for w in (*listed(words.stop_words), *listed(words.unmistakable))}
    return folded(name.split()[0]) in everyday


def find_contacts(text: str, language: str) -> tuple[FoundContact, ...]:
    """The people or desks a text names as someone to write to: each name with the address and number close behind it.

    An address or number without a name makes a contact of its own. Nothing is said about whether the person replaces
    the
    writer for good: that is the label's business.
    """
    names = {n.span: n for n in _names(text, language[:2].lower())}
    emails, phones = list(find_emails(text)), list(find_phones(text))
    found = []
    for name in sorted(names.values(), key=lambda n: n.span):
        email, phone = _close(name, emails, text), _close(name, phones, text)
        end = max([name.span[1], *(f.span[1] for f in (email, phone) if f)])
        found.append(
            FoundContact(name.value, email.value if email else "", phone.value if phone else "", (name.span[0], end))
        )
        emails, phones = [e for e in emails if e != email], [p for p in phones if p != phone]
    found += _nameless(emails, phones, text)
    return tuple(sorted(found, key=lambda c: c.span))


def _close(name: FoundText, candidates: list[FoundText], text: str) -> FoundText | None:
    behind = [
        c for c in candidates if 0 <= c.span[0] - name.span[1] <= NEAR and "\n\n" not in text[name.span[1] : c.span[0]]
    ]
    return behind[0] if behind else None


def _nameless(emails: list[FoundText], phones: list[FoundText], text: str) -> list[FoundContact]:
    """Addresses without a name; a number near one belongs to it."""
    found = []
    for email in emails:
        phone = _close(email, phones, text)
        phones = [p for p in phones if p != phone]
        end = phone.span[1] if phone else email.span[1]
        found.append(FoundContact("", email.value, phone.value if phone else "", (email.span[0], end)))
    return found + [FoundContact("", "", phone.value, phone.span) for phone in phones]

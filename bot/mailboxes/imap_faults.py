"""What an IMAP library's or server's complaint means for the rest of Relance."""

import imaplib
import re

from bot.mailboxes.imap_settings import ImapSettings
from bot.mailboxes.wire import first_up, quoted, wire_fault
from bot.ports import BadAnswer, EdgeError, Refused, Throttled, Unreachable

NONSENSE = (ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, RecursionError)
"""What the library raises from inside when an answer is no IMAP."""

# RFC 5530 3, and LIMIT of RFC 9051's registry; THROTTLED is Microsoft's and Gmail's own.
_LATER = re.compile(
    r"\[(?:UNAVAILABLE|INUSE|SERVERBUG|EXPUNGEISSUED)\]|temporar|unavailable|try again|server busy", re.I
)
_TOO_MUCH = re.compile(r"\[(?:LIMIT|THROTTLED)\b|too many|throttl|bandwidth limit|rate limit", re.I)
# How the library tells a NO ("select failed: …") and a greeting that is a goodbye; its own complaints read otherwise.
_NO = re.compile(r"^\w+ failed: |^b'\* BYE")
_WAIT_SECONDS = 300.0


def fault(error: Exception, settings: ImapSettings, doing: str) -> EdgeError:
    """The edge error for whatever the library raised while `doing` ("opening the folder Sent")."""
    if isinstance(error, OSError):
        return wire_fault(error, settings.where)
    words = quoted(str(error), settings.password)
    if isinstance(error, imaplib.IMAP4.readonly):
        return Refused(f"{first_up(settings.where)} lets user {settings.user} read only, which ended {doing}: {words}.")
    if isinstance(error, imaplib.IMAP4.abort):
        return _broken(words, settings, doing)
    if isinstance(error, imaplib.IMAP4.error) and _NO.search(words):
        return _declined(words, settings, doing)
    return BadAnswer(f"{first_up(settings.where)} gave an answer that is no IMAP while {doing}: {words}.")


def login_fault(error: Exception, settings: ImapSettings) -> EdgeError:
    """Why nobody could log in. The library calls a connection lost meanwhile a failed log-in, too; we do not."""
    cause = error.__context__ if isinstance(error, imaplib.IMAP4.error) else None
    if isinstance(error, imaplib.IMAP4.abort | OSError) or isinstance(cause, imaplib.IMAP4.abort | OSError):
        lost = cause if isinstance(cause, Exception) else error
        return fault(lost, settings, "logging in")
    if not isinstance(error, imaplib.IMAP4.error):
        return fault(error, settings, "logging in")
    words = quoted(str(error), settings.password)
    if _TOO_MUCH.search(words) or _LATER.search(words):
        return _declined(words, settings, "the log-in")
    return Refused(
        f"{first_up(settings.where)} refused the password of user {settings.user} ({words}); set the right one, or an "
        "app password where the provider wants one."
    )


def _declined(words: str, settings: ImapSettings, doing: str) -> EdgeError:
    if _TOO_MUCH.search(words):
        return Throttled(
            f"{first_up(settings.where)} is asked too much; it will be tried again ({words}).", _WAIT_SECONDS
        )
    if _LATER.search(words) or words.startswith("b'* BYE"):
        return Unreachable(f"{first_up(settings.where)} cannot serve now; it will be tried again ({words}).")
    return Refused(f"{first_up(settings.where)} refused {doing}: {words}.")


def _broken(words: str, settings: ImapSettings, doing: str) -> EdgeError:
    """The library calls both a cut connection and an answer it cannot read an abort."""
    if "unexpected response" in words or "unexpected tagged response" in words:
        return BadAnswer(f"{first_up(settings.where)} gave an answer that is no IMAP while {doing}: {words}.")
    if _TOO_MUCH.search(words):
        return Throttled(
            f"{first_up(settings.where)} ended the connection; it will be tried again ({words}).", _WAIT_SECONDS
        )
    return Unreachable(f"{first_up(settings.where)} broke off while {doing}; it will be tried again ({words}).")

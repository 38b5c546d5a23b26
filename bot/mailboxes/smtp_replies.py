"""What an SMTP server's reply means, before the text left and after."""

import re
from dataclasses import dataclass

from bot.mailboxes.wire import first_up
from bot.ports import BadAnswer, EdgeError, Later, Refused, Throttled, Unclear, Undeliverable, Unreachable

# Codes by which a server says "slower" or "later" (RFC 5321 4.2.3); 450 and 451 are also how greylisting speaks.
_SLOWER = {421: 60.0, 450: 300.0, 451: 300.0, 452: 600.0}
_HINTS = (
    (re.compile(r"(\d+)\s*(?:s\b|secs?\b|seconds?\b)", re.I), 1),
    (re.compile(r"(\d+)\s*(?:m\b|mins?\b|minutes?\b)", re.I), 60),
    (re.compile(r"(\d+)\s*(?:h\b|hours?\b)", re.I), 3600),
)
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2}):(\d{2})\b")
# RFC 5321 4.2.3 (unknown command, wrong sequence), RFC 4954 6 (log in first); 421 closes the connection.
_ABOUT_US = frozenset({421, 500, 502, 503, 530, 534, 535, 538})
_NO_RELAY = re.compile(r"\brelay", re.I)
_LONGEST_WAIT = 24 * 3600.0


@dataclass(frozen=True)
class Answer:
    """A reply: its code (-1 for what is no code) and its words, fit for a sentence."""

    code: int
    words: str

    def __str__(self) -> str:
        return f"{self.code} {self.words}".strip() if self.code >= 0 else self.words or "nothing readable"


def refusal(answer: Answer, where: str, stage: str, of_mail: bool = False) -> EdgeError:
    """A reply that is not the wanted one, while nothing has left. `stage`: "the recipient jean@example.com".

    `of_mail`: the server had been told of this mail's recipient or text, so that the reply speaks of this mail alone;
    before that it speaks of the mailbox. 421 ends the connection at any stage (RFC 5321 3.8).
    """
    code, of_mail = answer.code, of_mail and not _of_mailbox(answer)
    if code in _SLOWER or (of_mail and 400 <= code < 500):
        told = f"{first_up(where)} asks to come back later for {stage} ({answer})."
        return (Later if of_mail else Throttled)(told, wait_seconds(answer))
    if 400 <= code < 500:
        return Unreachable(f"{first_up(where)} cannot take {stage} now; it will be tried again ({answer}).")
    if 500 <= code < 600:
        told = f"{first_up(where)} refused {stage} ({answer}); nothing left. Correct it before sending again."
        return (Undeliverable if of_mail else Refused)(told)
    return BadAnswer(f"{first_up(where)} gave an answer that is no SMTP to {stage} ({answer}); nothing left.")


def _of_mailbox(answer: Answer) -> bool:
    """Replies to RCPT or DATA that every mail of this mailbox would get: no log-in, no right to relay, odd commands."""
    return answer.code in _ABOUT_US or (answer.code >= 500 and _NO_RELAY.search(answer.words) is not None)


def verdict(answer: Answer, where: str, recipient: str) -> EdgeError | None:
    """The reply after the whole text went over: None when the server has taken it."""
    if 200 <= answer.code < 300:
        return None
    # 421 says that the connection ends, not that the text was thrown away; a gateway says it when its own back end,
    # which may have the text, is silent.
    if answer.code == 421 or not 400 <= answer.code < 600:
        return unclear(where, recipient, str(answer))
    return refusal(answer, where, f"the text for {recipient}", of_mail=True)


def unclear(where: str, recipient: str, why: str) -> Unclear:
    """The connection went while the text was on its way."""
    return Unclear(
        f"{first_up(where)} did not confirm the mail to {recipient} ({why}): it may have left or not. It is not sent "
        "again; look in Sent, or ask the recipient."
    )


def wait_seconds(answer: Answer) -> float:
    """How long the server asks us to wait: what its words say, else what its code usually means."""
    clock = _CLOCK.search(answer.words)
    if clock:
        hours, minutes, seconds = map(int, clock.groups())
        return min(_LONGEST_WAIT, 3600.0 * hours + 60.0 * minutes + seconds) or _SLOWER[421]
    for pattern, factor in _HINTS:
        found = pattern.search(answer.words)
        if found and int(found[1]):
            return min(_LONGEST_WAIT, float(int(found[1]) * factor))
    return _SLOWER.get(answer.code, 300.0)

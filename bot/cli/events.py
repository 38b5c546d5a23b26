"""What a pass did, a line per event, in the company's language: ids and figures only, never a client's words."""

import json
import re

from bot.cli.words import counted, say, title
from bot.core.reasons import event_sentence, known, sentence
from bot.steps.world import Event

WIDE = 46
_FOLDER = re.compile(r"^(\S+) from (inbox|junk|sent)$")
_COUNTS = re.compile(r"^(\d+) accounts, (\d+) items$")
_LABELS = re.compile(r"^(\S+): ([a-z_]+(?:, [a-z_]+)*)$")
_HOW = re.compile(r"\((payment|credit|write_off|unknown)\)$")


def event_line(event: Event, language: str) -> str:
    """Mark, account, what happened, and its ids and figures."""
    words = event_sentence(event.step, event.what, language)
    return f"{'!' if event.bad else ' '} {event.account:<10} {words:<{WIDE}}  {detail(event, language)}".rstrip()


def event_json(event: Event) -> str:
    """The same for a script, with the codes as they are."""
    told = {"step": event.step, "what": event.what, "account": event.account, "detail": event.detail, "bad": event.bad}
    return json.dumps(told, ensure_ascii=False)


def detail(event: Event, language: str) -> str:
    """The detail with its codes in words; whatever has another form stays as the step wrote it."""
    if event.what in ("answer_waits", "refused", "cancelled"):
        return "; ".join(
            sentence(code, language).removesuffix(".") if known(code) else code for code in event.detail.split(", ")
        )
    if folder := _FOLDER.match(event.detail):
        return f"{folder[1]} ({say(language, f'folder_{folder[2]}')})"
    if counts := _COUNTS.match(event.detail):
        return f"{counted(language, 'account', int(counts[1]))}, {counted(language, 'item', int(counts[2]))}"
    if event.what == "mail_read" and (labels := _LABELS.match(event.detail)):
        return f"{labels[1]}: {', '.join(_label(name, language) for name in labels[2].split(', '))}"
    return _HOW.sub(lambda found: f"({sentence(found[1], language)})", event.detail)


def _label(name: str, language: str) -> str:
    kind = f"kind_{name}"
    return sentence(kind, language) if known(kind) else title(language, name)

"""One mail as a collector reads it: who wrote when, their words with the evidence marked, what was understood."""

from collections.abc import Mapping, Sequence

from bot.cli import formats
from bot.cli.columns import barred, cut, harmless, section, table
from bot.cli.words import choice, confidence, say, title, value_name
from bot.core import history as facts
from bot.core.history import NOBODY, Recorded
from bot.core.inbound import InboundMail
from bot.core.labels import Kind, Reading, Understanding, Value
from bot.core.reasons import sentence, task_sentence
from bot.core.tasks import Task
from bot.core.tell import Manner, said
from bot.mail.parse import ParsedMail, parse
from bot.ports import Books
from bot.steps.world import Tick, World

LINE = 100
OPEN, CLOSE = "⟦", "⟧"
"""Around the words that counted: marks that no client types."""


def head_lines(world: World, tick: Tick, books: Books, mail: InboundMail) -> list[str]:
    """From, received, subject, account and by which sign it was recognised."""
    language = world.company.language
    parsed = parse(mail.raw)
    rows: list[tuple[str, str]] = []
    if isinstance(parsed, ParsedMail):
        writer = f"{parsed.sender_name} <{parsed.sender}>" if parsed.sender_name else parsed.sender
        rows = [(say(language, "from"), cut(writer, LINE)), (say(language, "subject"), cut(parsed.subject, LINE))]
    rows.insert(1, (say(language, "received"), formats.instant(mail.received_at, tick.zone, language)))
    rows.append((say(language, "account"), _recognised(books, mail, language)))
    return table(rows)


def _recognised(books: Books, mail: InboundMail, language: str) -> str:
    who = account_title(books, mail.account, language)
    if not mail.matched_by:
        return who
    sign, _, sure = mail.matched_by.partition(" ")  # "thread 0.99": the sign, and how sure it is where it was weighed
    by = sentence(f"matched_{sign}", language)
    if sure.replace(".", "", 1).isdigit():
        by += f" ({confidence(language, float(sure))})"
    return say(language, "recognised_by", account=who, by=by)


def account_title(books: Books, number: str, language: str) -> str:
    """ "C005 – Specimen Trading Ltd"; the number alone when the ledger no longer knows it."""
    if number in ("", NOBODY):
        return say(language, "nobody")
    found = books.accounts([number])
    return f"{number} – {found[0].name}" if found else number


def words_lines(mail: InboundMail | None, understanding: Understanding | None, language: str) -> list[str]:
    """The client's newest words with the evidence marked; the text as it came when it was not understood."""
    if understanding is not None:
        text = marked(understanding.reply, [r.evidence for r in understanding.readings])
        return section(say(language, "client_words"), barred(text) or [f"  {say(language, 'no_text')}"])
    if mail is None:
        return section(say(language, "client_words"), [f"  {say(language, 'purged')}"])
    parsed = parse(mail.raw)
    if isinstance(parsed, ParsedMail):
        return section(say(language, "client_words"), barred(parsed.text) or [f"  {say(language, 'no_text')}"])
    return section(say(language, "client_words"), [f"  {say(language, 'not_read', why=parsed.why)}"])


def marked(text: str, evidence: Sequence[str]) -> str:
    """The text with each piece of evidence between the marks; pieces that overlap are marked as one."""
    spans = sorted((at, at + len(e)) for e in dict.fromkeys(evidence) if e and (at := text.find(e)) >= 0)
    merged: list[tuple[int, int]] = []
    for first, last in spans:
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    for first, last in reversed(merged):
        text = f"{text[:first]}{OPEN}{text[first:last]}{CLOSE}{text[last:]}"
    return text


def understood_lines(understanding: Understanding | None, currency: str, language: str) -> list[str]:
    """Each reading in words: what, how sure, which invoices, which values, and the words it rests on."""
    if understanding is None:
        return []
    lines = [line for r in understanding.readings for line in _reading(r, currency, language)]
    if understanding.kind is not Kind.HUMAN:
        values = _values(understanding.values, currency, language)
        lines.insert(0, f"  • {'. '.join(filter(None, (sentence(f'kind_{understanding.kind}', language), values)))}")
    if understanding.unsure:
        why = sentence(understanding.why_unsure or "unsure", language)
        lines.append(f"  ! {say(language, 'doubt', why=why)}")
    return section(say(language, "understood"), lines or [f"  {say(language, 'nothing_understood')}"])


def _reading(reading: Reading, currency: str, language: str) -> list[str]:
    sure = confidence(language, reading.confidence)
    about = ", ".join(reading.invoices)
    values = _values(reading.values, currency, language)
    told = [f"  • {title(language, reading.label)} ({sure})", about, values]
    quoted = f"      « {cut(reading.evidence, LINE)} »" if reading.evidence else ""
    return [" – ".join(part for part in told if part), *([quoted] if quoted else [])]


def _values(values: Mapping[str, Value], currency: str, language: str) -> str:
    return ", ".join(
        told for name, value in values.items() if (told := _value(name, value, currency, language)) is not None
    )


def _value(name: str, value: Value, currency: str, language: str) -> str | None:
    called = value_name(language, name)
    if isinstance(value, bool):
        return called if value else None
    if isinstance(value, list):
        return f"{called} {', '.join(choice(language, one) for one in value)}"
    if name == "reason":
        return f"{called} {sentence(str(value), language)}"
    if name == "proceeding":
        return sentence(f"proceeding_{value}", language)
    return f"{called} {_figure(name, str(value), currency, language)}"


def _figure(name: str, value: str, currency: str, language: str) -> str:
    from datetime import date
    from decimal import Decimal, InvalidOperation

    try:
        if name.endswith("_amount"):
            return formats.amount(Decimal(value), currency, language)
        if name.endswith(("_date", "_until")):
            return formats.day(date.fromisoformat(value), language)
    except (ValueError, InvalidOperation):
        pass  # a plug-in's classifier may give anything: it is shown as it is
    return harmless(choice(language, value))


def follows_lines(
    mail: str, history: Sequence[Recorded], tasks: Sequence[Task], manner: Manner, language: str
) -> list[str]:
    """What followed from the mail: the acts that were written down, and the tasks for a person."""
    lines = [said(r.fact, language, manner) for r in history if getattr(r.fact, "mail", "") == mail and _is_act(r)]
    lines += [
        say(language, "task_follows", what=task_sentence(t.kind, t.why, language)) for t in tasks if t.mail == mail
    ]
    return section(
        say(language, "follows"), [f"  • {line}" for line in lines] or [f"  {say(language, 'nothing_follows')}"]
    )


def _is_act(recorded: Recorded) -> bool:
    """An escalation is told by its task, and the mail itself stands above."""
    return not isinstance(
        recorded.fact, facts.Escalated | facts.MailReceived | facts.ReplyUnderstood | facts.DraftPrepared
    )

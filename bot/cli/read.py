"""`read`: what a mail says, without a database: .eml files or JSON lines in, JSON lines out (docs/read-format.md)."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TextIO

from bot.core.calendar import Calendar
from bot.core.decide import Context, decide
from bot.core.labels import Kind, OpenInvoice, Understanding
from bot.core.receivables import ItemKind, OpenItem
from bot.mail.parse import ParsedMail, Unreadable, mail_from_fields, parse
from bot.steps.reading import open_mail, read
from bot.wiring import Reader, act_json, reader


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """Files in order; - is standard input."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help=".eml files, or JSON lines (.jsonl, - for standard input)"
    )
    parser.add_argument("--values", action="store_true", help="only dates and amounts of short texts")
    parser.add_argument(
        "--today", type=date.fromisoformat, metavar="DAY", help="the day an .eml without a date arrived"
    )


def main(options: argparse.Namespace) -> int:
    """One line per mail, flushed at once. A line that is no JSON object is told on standard error; code 1 then."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    tools, bad = reader(), 0
    for name in options.files:
        for record in _records(name):
            if isinstance(record, str):
                print(record, file=sys.stderr)
                bad += 1
                continue
            answer = _values(tools, record) if options.values else _guarded(tools, record, options.today)
            print(json.dumps(answer, ensure_ascii=False), flush=True)
    return 1 if bad else 0


def _values(tools: Reader, record: Mapping[str, Any]) -> dict[str, Any]:
    """A text that breaks the reader costs that text only."""
    try:
        return tools.values(record)
    except Exception as error:
        return {"id": record.get("id"), "dates": [], "amounts": [], "error": f"{type(error).__name__}: {error}"}


def _records(name: str) -> Iterator[Mapping[str, Any] | str]:
    if name == "-":
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        yield from _lines(sys.stdin, "standard input")
        return
    try:
        if name.endswith((".jsonl", ".json")):
            with Path(name).open(encoding="utf-8", errors="replace") as file:
                yield from _lines(file, name)
        else:
            yield {"id": name, "raw": Path(name).read_bytes()}
    except OSError as error:
        yield f"{name}: cannot be read: {error.strerror}"


def _lines(file: TextIO, name: str) -> Iterator[Mapping[str, Any] | str]:
    for n, line in enumerate(file, 1):
        if line.strip():
            try:
                record = json.loads(line)
            except ValueError as error:
                yield f"{name} line {n}: is no JSON: {error}"
                continue
            yield record if isinstance(record, dict) else f"{name} line {n}: is no JSON object"


def _guarded(tools: Reader, record: Mapping[str, Any], today: date | None) -> dict[str, Any]:
    """A mail that breaks the reader costs that mail only: a person reads it."""
    try:
        return _answer(tools, record, today)
    except Exception as error:
        told = Understanding(Kind.HUMAN, "", "", unsure=True, why_unsure="unreadable")
        return {**_line(str(record.get("id", "")), told, []), "error": f"{type(error).__name__}: {error}"}


def _answer(tools: Reader, record: Mapping[str, Any], today: date | None) -> dict[str, Any]:
    """The line for one mail; a mail that cannot be read is told as such, never left out."""
    mail, received = _mail(record, today)
    if isinstance(mail, Unreadable):
        return {**_line(str(record["id"]), Understanding(Kind.HUMAN, "", "", unsure=True), []), "error": mail.why}
    invoices = tuple(filter(None, (_invoice(i) for i in record.get("open_invoices") or ())))
    said = read(open_mail(mail), received, invoices, tools.classifier)
    items = tuple(OpenItem("?", i.number, ItemKind.INVOICE, i.due or received, i.amount, i.currency) for i in invoices)
    context = Context(received, tools.policy, Calendar("", {}), items)
    return _line(str(record.get("id", "")), said, [act_json(p.act) for p in decide(said, context, tools.labels)])


def _mail(record: Mapping[str, Any], today: date | None) -> tuple[ParsedMail | Unreadable, date]:
    if "raw" in record:
        mail = parse(record["raw"])
        sent = mail.date.date() if isinstance(mail, ParsedMail) and mail.date else None
        return mail, today or sent or date(1970, 1, 1)
    received = _day(record.get("received")) or today or date(1970, 1, 1)
    texts = {name: str(record.get(name) or "") for name in ("id", "sender", "subject", "text")}
    headers = record.get("headers")
    told = {str(k): str(v) for k, v in headers.items()} if isinstance(headers, dict) else {}
    return mail_from_fields(texts["id"], received, texts["sender"], texts["subject"], texts["text"], told), received


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None


def _invoice(told: object) -> OpenInvoice | None:
    if not isinstance(told, dict) or not told.get("number"):
        return None
    try:
        amount = Decimal(str(told.get("amount") or "0"))
    except InvalidOperation:
        amount = Decimal(0)
    amount = amount if amount.is_finite() else Decimal(0)
    return OpenInvoice(str(told["number"]), amount, _day(told.get("due")), str(told.get("currency") or "EUR"))


def _line(ident: str, said: Understanding, acts: list[dict[str, Any]]) -> dict[str, Any]:
    readings = [
        {
            "label": r.label,
            "invoices": list(r.invoices),
            "values": dict(r.values),
            "evidence": r.evidence,
            "confidence": round(r.confidence, 3),
            "by": r.by,
        }
        for r in said.readings
    ]
    return {
        "id": ident,
        "kind": said.kind.value,
        "language": said.language,
        "reply": said.reply,
        "values": dict(said.values),
        "readings": readings,
        "acts": acts,
        "unsure": said.unsure,
    }

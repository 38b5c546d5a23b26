"""Writing and sending: letters into the outbox per second, and deliveries per second to a local SMTP server."""

import smtplib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2.sandbox import SandboxedEnvironment

from benchmarks.book import TODAY, account, items, snapshot
from benchmarks.figures import Figure
from benchmarks.house import ADDRESS, mailbox, pretend_read, tick, world
from benchmarks.processes import alone
from bot.core.outbox import RowState
from bot.core.policy import Mode
from bot.mailboxes.smtp import SmtpSender, SmtpSettings
from bot.steps.deliver import deliver
from bot.steps.run_dunning import run_dunning

ACCOUNTS = 5_000
"""A first start with an old ledger: most of them get a letter."""

_TEXT = """Dear client,
{% for item in items %}{{ item.number }} of {{ item.issued }}, due {{ item.due }}: {{ item.amount }} {{ item.currency }}
{% endfor %}Please pay by {{ day }}."""
_HTML = "<p>Dear client,</p><ul>{% for i in items %}<li>{{ i.number }} {{ i.due }} {{ i.amount }}</li>{% endfor %}</ul>"


@dataclass(frozen=True)
class Sent:
    """How many letters, and seconds for writing them, sending them, and the baseline of each."""

    written: int
    sent: int
    writing: float
    plain_writing: float
    sending: float
    plain_sending: float


def letters(accounts: int = ACCOUNTS) -> Iterator[Figure]:
    """Both figures; the baselines are a bare template with EmailMessage, and smtplib with the very same bytes."""
    with _smtp_server() as port:
        told = alone(_write_and_send, port, accounts)
    print(f"  {told.written:,} letters written, {told.sent:,} delivered", flush=True)
    if told.sent != told.written:
        raise AssertionError(f"{told.written - told.sent} letters did not leave")
    yield _figure("letters: planned, rendered, queued", told.written, told.writing, told.plain_writing, "bare template")
    yield _figure("outbox: gate, sent, noted", told.sent, told.sending, told.plain_sending, "smtplib")


def _figure(what: str, count: int, spent: float, plain: float, name: str) -> Figure:
    return Figure(what, f"{count / spent:,.0f}/s", f"{count / plain:,.0f}/s {name}", spent / plain)


def _write_and_send(port: int, accounts: int) -> Sent:
    sender = SmtpSender(SmtpSettings("127.0.0.1", port, "plain", ADDRESS))
    with TemporaryDirectory() as folder:
        here = world(Path(folder), f"sqlite:///{folder}/letters.sqlite", Mode.LIVE, mailbox(sender=sender))
        with here.store.transaction() as books:
            books.keep_snapshot(snapshot(accounts))
        pretend_read(here.store)
        writing = _seconds(run_dunning(here, tick()))
        with here.store.transaction() as books:
            rows = books.rows((RowState.QUEUED,), limit=accounts)
        plain_sending = _plain_sending(port, [(row.recipient, row.raw) for row in rows])
        sending = _seconds(deliver(here, tick()))
        with here.store.transaction() as books:
            sent = len(books.rows((RowState.SENT,), limit=accounts))
        sender.close()
    return Sent(len(rows), sent, writing, _plain_writing(len(rows)), sending, plain_sending)


def _seconds(events: Iterator[object]) -> float:
    start = time.perf_counter()
    for _ in events:
        pass
    return time.perf_counter() - start


def _plain_writing(count: int) -> float:
    environment = SandboxedEnvironment(autoescape=True)
    text, html = environment.from_string(_TEXT), environment.from_string(_HTML)
    start = time.perf_counter()
    for n in range(count):
        mail = EmailMessage()
        mail["From"], mail["To"] = ADDRESS, account(n).contacts[0].email
        mail["Subject"] = f"Reminder {n}"
        mail.set_content(text.render(items=items(n), day=TODAY))
        mail.add_alternative(html.render(items=items(n)), subtype="html")
        mail.as_bytes()
    return time.perf_counter() - start


def _plain_sending(port: int, mails: list[tuple[str, bytes]]) -> float:
    start = time.perf_counter()
    with smtplib.SMTP("127.0.0.1", port) as server:
        for recipient, raw in mails:
            server.sendmail(ADDRESS, [recipient], raw)
    return time.perf_counter() - start


@contextmanager
def _smtp_server() -> Iterator[int]:
    """The tests' server in a process of its own, so that it does not share our interpreter."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()  # so that a server that dies is noticed
    try:
        yield int(ours.recv())
    finally:
        ours.send("end")
        process.join(10)


def _serve(pipe: "Connection[int, str]") -> None:
    from tests.real.smtp import smtp_server

    with smtp_server() as server:
        pipe.send(server.port)
        pipe.recv()

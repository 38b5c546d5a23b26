"""The only module that names concrete classes and reads the clock: settings become a world the steps can use.

Heavy libraries are imported inside the functions that need them: `run_bot.py --help` must not pay for them.

Long because it alone names concrete classes: splitting it would spread that knowledge.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.core.acts import Act
from bot.core.calendar import Calendar
from bot.core.letter_fields import Company
from bot.core.policy import Policy, Staircase
from bot.core.receivables import Snapshot
from bot.core.receivables_check import Thresholds, check
from bot.core.secret import Secret
from bot.core.situation import Respond
from bot.ports import Classifier, Fault
from bot.settings import Settings, SettingsFaults
from bot.settings.load import password
from bot.settings.policy import policy_of
from bot.settings.schema import Mailbox as MailboxSettings
from bot.settings.schema import Server
from bot.steps.world import DigestTo, Mailbox, Tick, World

if TYPE_CHECKING:
    from bot.ledgers.csv_settings import CsvSettings
    from bot.letters import JinjaLetters
    from bot.store.store import SqlStore

FIRST_LOOK_BACK = timedelta(days=7)
"""How far back mail is read on a first start, unless the settings name a day."""
OVERLAP = timedelta(days=2)
"""Read again before the last reading's end: clocks and time zones differ, and a mail read twice is the same mail."""
SHIPPED_TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


def now() -> datetime:
    """The present instant, aware, in UTC: the one clock read."""
    return datetime.now(UTC)


def moment(settings: Settings, clock: Callable[[], datetime] = now) -> Tick:
    """This moment on the seller's clock."""
    return Tick(clock(), settings.company.zone)


def build(settings: Settings, environment: Mapping[str, str]) -> World:
    """The world by these settings. Raises SettingsFaults when passwords are missing; connects to no mail server."""
    from bot.ledgers.csv_file import CsvLedger
    from bot.ledgers.pdf_folder import PdfFolder

    store, policy, written = open_database(settings), policy_of(settings.policy), letters(settings)
    return World(
        store=store,
        ledger=CsvLedger(ledger_settings(settings)),
        ledger_hash=_hash(settings.ledger),
        files=PdfFolder(settings.ledger.pdf_folder),
        mailboxes=_mailboxes(settings, environment, _last_read(settings, store)),
        classifier=classifier(),
        letters=written,
        languages=frozenset(written.languages),
        labels=labels(),
        calendars=calendars(settings.company.language),
        policy=policy,
        policy_hash=_hash((policy, settings.mode)),
        thresholds=thresholds(settings),
        mode=settings.mode,
        company=company(settings),
        country=settings.company.country,
        zone=settings.company.zone,
        key=signing_key(settings.data_dir),
        digest=DigestTo(
            settings.digest.to, settings.digest.language, settings.digest.hour.hour, settings.digest.hour.minute
        ),
    )


def _hash(rules: object) -> str:
    return sha256(_ordered(rules).encode()).hexdigest()[:16]


def _ordered(rules: object) -> str:
    """The rules as text that is the same in every process: a set's own order changes with each start of Python."""
    if isinstance(rules, set | frozenset):
        return f"{{{', '.join(sorted(map(_ordered, rules)))}}}"
    if isinstance(rules, Mapping):
        return f"{{{', '.join(f'{_ordered(key)}: {_ordered(value)}' for key, value in rules.items())}}}"
    if isinstance(rules, list | tuple):
        return f"({', '.join(map(_ordered, rules))})"
    if is_dataclass(rules) and not isinstance(rules, type):
        told = (f"{each.name}={_ordered(getattr(rules, each.name))}" for each in fields(rules))
        return f"{type(rules).__name__}({', '.join(told)})"
    return repr(rules)


def open_database(settings: Settings) -> "SqlStore":
    """The store that the settings name: SQLite in data_dir unless `database` is a URL."""
    from bot.store.store import open_store

    return open_store(settings.database or f"sqlite:///{settings.data_dir / 'relance.sqlite'}")


def ledger_settings(settings: Settings) -> "CsvSettings":
    """Where the receivables lie."""
    from bot.ledgers.csv_settings import CsvSettings

    told = settings.ledger
    return CsvSettings(
        customers=told.customers,
        items=told.items,
        movements=told.movements,
        contacts=told.contacts,
        separator=told.separator,
        encoding=told.encoding,
        columns=told.columns,
        currency=told.currency,
        country=settings.company.country,
        language=settings.company.language,
        zone=settings.company.zone,
    )


def company(settings: Settings) -> Company:
    """Who signs."""
    told = settings.company
    return Company(
        name=told.name,
        sender=told.sender,
        phone=told.phone,
        address=told.address,
        iban=told.iban,
        bic=told.bic,
        language=told.language,
    )


def letters(settings: Settings) -> "JinjaLetters":
    """The user's templates in front of the shipped ones."""
    from bot.letters import JinjaLetters

    own = (settings.templates,) if settings.templates else ()
    return JinjaLetters((*own, SHIPPED_TEMPLATES))


def classifier() -> Classifier:
    """The reader of replies. It loads its language data when the first mail comes."""
    from classifiers.rules import RulesClassifier

    return RulesClassifier()


def labels() -> Mapping[str, Respond]:
    """Label → what it proposes."""
    from classifiers.labels import all_labels

    return {name: label.respond for name, label in all_labels().items()}


def calendars(language: str) -> Callable[[str], Calendar]:
    """Country → calendar, its holidays named in this language. The years around any day a run may touch."""
    from bot.countries.calendars import calendar_of

    years = range(now().year - 3, now().year + 4)
    return lambda country: calendar_of(country, years, language)


def signing_key(data_dir: Path) -> bytes:
    """The key that signs our Message-IDs: made once, readable by us only. Losing it loses no data, only recognition."""
    file = data_dir / "message.key"
    if not file.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(".new")
        partial.write_bytes(secrets.token_bytes(32))
        partial.chmod(0o600)
        partial.rename(file)
    return file.read_bytes()


def _last_read(settings: Settings, store: "SqlStore") -> dict[str, date]:
    """Until when each mailbox is known to be read: what a server renumbers is looked through again from there."""
    with store.transaction() as books:
        read = {box.name: books.read_to_end_at(box.name) for box in settings.mailboxes}
    return {name: (at - OVERLAP).date() for name, at in read.items() if at is not None}


def _mailboxes(settings: Settings, environment: Mapping[str, str], since: Mapping[str, date]) -> dict[str, Mailbox]:
    found: dict[str, Mailbox] = {}
    faults: list[Fault] = []
    for box in settings.mailboxes:
        secret = {"imap": password(box.imap, environment), "smtp": password(box.smtp, environment)}
        missing = [told for told in secret.values() if isinstance(told, Fault)]
        faults += missing
        if not missing:
            found[box.name] = mailbox(box, secret, since.get(box.name))  # type: ignore[arg-type]
    if faults:
        raise SettingsFaults(list(dict.fromkeys(faults)))
    return found


def mailbox(box: MailboxSettings, secret: Mapping[str, Secret], last_read: date | None = None) -> Mailbox:
    """Both ways of one mailbox; nothing connects yet. Older mail than `last_read` was read before."""
    from bot.mailboxes.imap import ImapInbox
    from bot.mailboxes.imap_settings import ImapSettings
    from bot.mailboxes.smtp import SmtpSender
    from bot.mailboxes.smtp_settings import SmtpSettings

    folders = {role: name for role, name in box.imap.folders.model_dump().items() if name}
    start = last_read or box.imap.start_date or now().date() - FIRST_LOOK_BACK
    imap = ImapSettings(**_server(box.imap), password=secret["imap"], folders=folders, start_date=start)
    smtp = SmtpSettings(**_server(box.smtp), password=secret["smtp"], mailbox=box.address)
    return Mailbox(
        box.name,
        box.address,
        ImapInbox(imap),
        SmtpSender(smtp),
        box.smtp.rate_per_hour,
        box.smtp.files_sent_copies,
        box.drafts_folder,
        box.segments,
    )


def _server(server: Server) -> dict[str, Any]:
    return {
        "host": server.host,
        "port": server.port,
        "security": server.security,
        "user": server.user,
        "ca_file": server.ca_file,
        "timeout": float(server.timeout_seconds),
    }


@dataclass(frozen=True)
class Reader:
    """What the command `read` needs: no database, no settings."""

    classifier: Classifier
    labels: Mapping[str, Respond]
    policy: Policy

    def values(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """Dates and amounts of a short text, as docs/read-format.md tells."""
        from classifiers.values.amounts import find_amounts
        from classifiers.values.dates import find_dates

        text, language = str(record.get("text") or ""), str(record.get("lang") or "en")
        received = date.fromisoformat(str(record.get("received") or "1970-01-01")[:10])
        dates = [{"start": d.start.isoformat(), "end": d.end.isoformat()} for d in find_dates(text, received, language)]
        amounts = [f"{found.amount:f}" for found in find_amounts(text, language)]
        return {"id": record.get("id"), "dates": dates, "amounts": amounts}


def reader() -> Reader:
    """The reader of mails with the default rules."""
    return Reader(classifier(), labels(), Policy({"": Staircase(())}))


def act_json(act: Act) -> dict[str, Any]:
    """One act as JSON: its name and its fields that say something."""
    told = {name: _plain(value) for name, value in asdict(act).items() if value not in (None, "", (), False)}
    return {"act": _snake(type(act).__name__), **told}


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.value if isinstance(value, Enum) else list(value) if isinstance(value, tuple) else value


def ledger_is_stale(settings: Settings, snapshot: Snapshot) -> bool:
    """Whether reminders may not rest on this snapshot today for its age."""
    calendar = calendars(settings.company.language)(settings.company.country)
    found = check(None, snapshot, moment(settings).today, calendar, thresholds(settings), confirmed=False)
    return any(refusal.code == "ledger_stale" for refusal in found)


def thresholds(settings: Settings) -> Thresholds:
    """When a ledger is too old or changed too much."""
    told = settings.ledger
    return Thresholds(told.stale_working_days, told.vanished_share, told.vanished_count, told.total_share)


def test_mail(settings: Settings, box: MailboxSettings) -> bytes:
    """A mail to oneself, marked as a test: it looks like one and it cannot be taken for a reminder."""
    from bot.mail.compose import Outgoing, compose, message_id

    at = now()
    key = signing_key(settings.data_dir)
    text = "This is a test mail of Relance. It asks for nothing.\nCeci est un message d'essai de Relance, sans suite."
    return compose(
        Outgoing(
            sender=box.address,
            sender_name=settings.company.name,
            recipient=box.address,
            recipient_name="",
            subject="[TEST] Relance",
            text=text,
            html=f"<p>{text}</p>",
            message_id=message_id(f"t{at:%Y%m%d%H%M%S}", key, box.address.rpartition("@")[2]),
            date=at,
            auto_submitted=True,
            headers={"X-Relance-Test": "yes"},
        )
    )

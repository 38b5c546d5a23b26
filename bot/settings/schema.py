"""What may stand in config.yaml. Every key is read by something; an unknown key is a fault."""

from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from bot.core.policy import LevelKind, Mode


class Section(BaseModel):
    """A part of the settings: frozen, and closed to keys nobody reads."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _time_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(f"{name!r} is no time zone; write one like Europe/Paris")
    return name


def _address(text: str) -> str:
    local, at, domain = text.rpartition("@")
    if not (local and at and "." in domain) or any(c.isspace() or c in "<>,;" for c in text):
        raise ValueError(f"{text!r} is no e-mail address; write one like accounts@example.com")
    return text


TimeZone = Annotated[str, AfterValidator(_time_zone)]
Address = Annotated[str, AfterValidator(_address)]


class Company(Section):
    """Who writes: shown in every mail. The IBAN is shown from here and from nowhere else."""

    name: str = Field(min_length=1)
    sender: str = Field(min_length=1)
    phone: str = ""
    address: str = ""
    iban: str = ""
    bic: str = ""
    country: str = Field("FR", pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")
    time_zone: TimeZone = "Europe/Paris"
    language: Literal["fr", "en"] = "fr"

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which a business day begins and ends."""
        return ZoneInfo(self.time_zone)


class Ledger(Section):
    """Where the receivables come from."""

    customers: Path
    items: Path
    movements: Path | None = None
    contacts: Path | None = None
    pdf_folder: Path | None = None
    separator: str = ""
    encoding: str = ""
    columns: dict[str, str] = {}
    currency: str = Field("EUR", pattern=r"^[A-Z]{3}$")
    stale_working_days: int = Field(1, ge=0, le=30)
    vanished_share: Decimal = Field(Decimal("0.30"), gt=0, le=1)
    vanished_count: int = Field(10, ge=1)
    total_share: Decimal = Field(Decimal("0.50"), gt=0, le=1)


class Server(Section):
    """One way into or out of a mailbox. The password comes from the environment or from a file."""

    host: str = Field(min_length=1)
    port: int = Field(ge=1, le=65535)
    security: Literal["tls", "starttls", "plain"] = "tls"
    user: str = ""
    password_env: str = ""
    password_file: Path | None = None
    ca_file: Path | None = None
    timeout_seconds: int = Field(60, ge=1, le=600)

    @model_validator(mode="after")
    def _plain_only_at_home(self) -> "Server":
        if self.security == "plain" and self.host not in {"127.0.0.1", "localhost", "::1"}:
            raise ValueError(f"security: plain would send the password in clear to {self.host}; use tls or starttls")
        return self


class Folders(Section):
    """Names of folders, where the server does not tell which is which."""

    inbox: str = ""
    junk: str = ""
    sent: str = ""
    drafts: str = ""


class Imap(Server):
    """Where answers are read."""

    port: int = Field(993, ge=1, le=65535)
    folders: Folders = Folders()
    start_date: date | None = None


class Smtp(Server):
    """Where mail leaves."""

    port: int = Field(465, ge=1, le=65535)
    rate_per_hour: int = Field(100, ge=1)
    files_sent_copies: bool = False


class Mailbox(Section):
    """One shared mailbox. `segments` whose reminders leave from it; the first mailbox serves all others."""

    name: str = Field(pattern=r"^[a-z0-9_-]{1,30}$")
    address: Address
    imap: Imap
    smtp: Smtp
    segments: tuple[str, ...] = ()
    drafts_folder: bool = True


class LevelRule(Section):
    """One dunning level: four lines."""

    name: str = Field(min_length=1)
    day: int = Field(ge=-60, le=1000)
    kind: LevelKind = LevelKind.MAIL
    template: str = ""

    @model_validator(mode="after")
    def _mail_needs_a_template(self) -> "LevelRule":
        if self.kind is LevelKind.MAIL and not self.template:
            raise ValueError(f"level {self.name!r} sends a mail: name its template, e.g. reminders/first")
        return self


class Segment(Section):
    """The staircase of one group of customers."""

    levels: tuple[LevelRule, ...] = Field(min_length=1)
    most_reminders: int = Field(3, ge=1, le=10)

    @model_validator(mode="after")
    def _levels_climb(self) -> "Segment":
        days = [level.day for level in self.levels]
        if days != sorted(set(days)):
            raise ValueError(f"levels must climb, each on a later day than the one before; these are days {days}")
        return self


class Quiet(Section):
    """Days without reminders: dates, or days of every month."""

    reason: str = Field(min_length=1)
    first: date | None = None
    last: date | None = None
    first_day: int = Field(0, ge=0, le=31)
    last_day: int = Field(0, ge=0, le=31)

    @model_validator(mode="after")
    def _one_kind(self) -> "Quiet":
        dated, monthly = bool(self.first and self.last), bool(self.first_day and self.last_day)
        if dated == monthly:
            raise ValueError("give first and last (dates), or first_day and last_day (days of every month)")
        return self


class Rules(Section):
    """The credit and collection policy."""

    gap_days: int = Field(8, ge=7)
    tolerance: Decimal = Field(Decimal("5.00"), ge=0)
    answer_days: int = Field(8, ge=1, le=60)
    bank_delay_days: int = Field(5, ge=0, le=30)
    promise_grace_days: int = Field(3, ge=0, le=30)
    pause_days: int = Field(10, ge=1, le=90)
    reply_rest_days: int = Field(3, ge=1, le=30)
    longest_pause_days: int = Field(60, ge=1, le=365)
    start_level: int = Field(0, ge=0)
    from_hour: time = time(8, 0)
    to_hour: time = time(18, 0)
    refused_debtor_types: frozenset[Literal["business", "consumer", "public"]] = frozenset({"consumer"})
    quiet: tuple[Quiet, ...] = ()
    segments: dict[str, Segment]

    @model_validator(mode="after")
    def _somebody_is_everybody_else(self) -> "Rules":
        if "default" not in self.segments:
            raise ValueError("segments needs one named default: the levels of everybody else")
        return self


class Digest(Section):
    """The manager's morning mail."""

    to: tuple[Address, ...] = ()
    language: Literal["fr", "en"] = "fr"
    hour: time = time(7, 0)


class Settings(Section):
    """All settings of one installation."""

    mode: Mode = Mode.SHADOW
    company: Company
    ledger: Ledger
    mailboxes: tuple[Mailbox, ...] = Field(min_length=1)
    policy: Rules
    digest: Digest = Digest()
    data_dir: Path = Path("~/.local/share/relance")
    database: str = ""
    templates: Path | None = None
    poll_minutes: int = Field(5, ge=1, le=60)

    @model_validator(mode="after")
    def _mailboxes_differ(self) -> "Settings":
        names = [m.name for m in self.mailboxes]
        if len(set(names)) != len(names):
            raise ValueError(f"two mailboxes have the same name: {', '.join(names)}")
        return self

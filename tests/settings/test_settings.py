"""Settings: every fault at once, each with its line and what to do; the shipped file is valid and complete."""

from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from bot.core.secret import Secret
from bot.ports import Fault
from bot.settings import Settings, SettingsFaults, load, settings_path
from bot.settings.load import password
from bot.settings.policy import policy_of

SHIPPED = Path(__file__).parents[2] / "config.yaml"


def faults_of(text: str, folder: Path) -> str:
    file = folder / "config.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsFaults) as raised:
        load(file)
    return str(raised.value)


def test_the_shipped_file_is_valid_and_sends_nothing() -> None:
    assert load(SHIPPED).mode.value == "shadow"


def test_all_faults_are_told_at_once_with_line_and_suggestion(tmp_path: Path) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    broken = (
        text.replace("gap_days: 8", "gap_days: 3").replace("tolerance:", "tolerence:").replace("port: 993", "port: 0")
    )
    told = faults_of(broken, tmp_path)
    assert len(told.splitlines()) == 3
    assert "policy.gap_days" in told and "line 7" in told
    assert "did you mean tolerance?" in told
    assert "mailboxes.0.imap.port" in told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("mode: [", "is no YAML"),
        ("", "holds no settings"),
        ("- a", "holds no settings"),
        ("mode: live\n", "company: is missing"),
    ],
)
def test_a_file_that_is_no_settings_file_says_so(text: str, words: str, tmp_path: Path) -> None:
    assert words in faults_of(text, tmp_path)


def test_a_missing_file_says_how_to_name_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsFaults, match="--config"):
        load(tmp_path / "nowhere.yaml")


def test_a_password_never_crosses_the_net_in_clear(tmp_path: Path) -> None:
    text = SHIPPED.read_text(encoding="utf-8").replace("security: tls ", "security: plain ", 1)
    assert "in clear" in faults_of(text, tmp_path)


def test_relative_paths_start_at_the_file(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(SHIPPED.read_text(encoding="utf-8"), encoding="utf-8")
    assert load(file).ledger.items == tmp_path / "ledger/items.csv"


def test_the_command_line_wins_over_the_environment() -> None:
    assert settings_path("a.yaml", {"RELANCE_CONFIG": "b.yaml"}) == Path("a.yaml")
    assert settings_path(None, {"RELANCE_CONFIG": "b.yaml"}) == Path("b.yaml")


def test_a_password_comes_from_the_environment_or_a_file_and_never_shows(tmp_path: Path) -> None:
    imap = load(SHIPPED).mailboxes[0].imap
    found = password(imap, {"RELANCE_IMAP_PASSWORD": "s3cret"})
    assert isinstance(found, Secret) and found.reveal() == "s3cret" and "s3cret" not in f"{found!r} {found}"
    assert isinstance(password(imap, {}), Fault)
    (tmp_path / "pw").write_text("other\n")
    filed = imap.model_copy(update={"password_env": "", "password_file": tmp_path / "pw"})
    assert password(filed, {}) == Secret("other")


def test_the_policy_holds_every_rule_of_the_file() -> None:
    policy = policy_of(load(SHIPPED).policy)
    assert [level.day for level in policy.staircase("anything else").levels] == [-5, 5, 15, 30, 45]
    assert policy.staircase("trusted").most_reminders == 3


def _keys(model: type[BaseModel]) -> set[str]:
    found: set[str] = set()
    for name, field in model.model_fields.items():
        found.add(name)
        for part in (field.annotation, *getattr(field.annotation, "__args__", ())):
            if isinstance(part, type) and issubclass(part, BaseModel):
                found |= _keys(part)
    return found


def test_every_key_is_read_by_something() -> None:
    """No dead switch: each key of the schema is named in the code outside it."""
    root = Path(__file__).parents[2]
    code = "".join(p.read_text() for p in root.glob("bot/**/*.py") if p.name != "schema.py")
    assert [key for key in sorted(_keys(Settings)) if f".{key}" not in code and f'"{key}"' not in code] == []


def test_every_key_stands_in_the_shipped_file() -> None:
    """The shipped file is the documentation."""
    text = SHIPPED.read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    quiet_and_folders = {"first_day", "last_day", "inbox", "drafts", "first", "last", "reason"}
    assert [k for k in sorted(_keys(Settings)) if f"{k}:" not in text and k not in quiet_and_folders] == []

"""A command loads what it uses and nothing else: nobody waits seconds for spaCy to read a help text."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.main import COMMANDS

ROOT = Path(__file__).parent.parent
HEAVY = frozenset("spacy thinc numpy exchangelib sqlalchemy sqlmodel alembic psycopg holidays babel jinja2".split())

LOADED = """
import json, sys
from bot.cli.main import run
try:
    code = run(sys.argv[2:])
except SystemExit as end:
    code = end.code
with open(sys.argv[1], "w") as told:
    json.dump([code, sorted({name.partition(".")[0] for name in sys.modules})], told)
"""


def heavy_modules(tmp_path: Path, *arguments: str) -> tuple[int | None, set[str]]:
    """The exit code of a command, and what it loaded of the libraries that cost a start."""
    told = tmp_path / "loaded.json"
    command = [sys.executable, "-c", LOADED, str(told), *arguments]
    environment = {**os.environ, "RELANCE_IMAP_PASSWORD": "unused", "RELANCE_SMTP_PASSWORD": "unused"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, timeout=60)
    code, loaded = json.loads(told.read_text())
    return code, set(loaded) & HEAVY


def config(tmp_path: Path) -> str:
    """The shipped settings, with their state in a folder of the test."""
    text = (ROOT / "config.yaml").read_text(encoding="utf-8")
    own = tmp_path / "config.yaml"
    own.write_text(
        text.replace("data_dir: ~/.local/share/relance", f"data_dir: {tmp_path / 'state'}"), encoding="utf-8"
    )
    return str(own)


def test_the_general_help_loads_nothing_heavy(tmp_path: Path) -> None:
    """Issue 2, figures: spaCy and exchangelib are not imported by commands that do not use them."""
    assert heavy_modules(tmp_path, "--help") == (0, set())


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_help_of_each_command_loads_nothing_heavy(command: str, tmp_path: Path) -> None:
    assert heavy_modules(tmp_path, command, "--help") == (0, set())


def test_a_mistyped_command_loads_nothing_heavy(tmp_path: Path) -> None:
    assert heavy_modules(tmp_path, "remnid") == (64, set())


def test_faulty_settings_are_told_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("mode: sometimes\n", encoding="utf-8")
    assert heavy_modules(tmp_path, "run", "--config", str(wrong)) == (1, set())


@pytest.mark.parametrize("command", ["stop", "resume", "backup"])
def test_a_command_that_reads_no_mail_loads_no_language(command: str, tmp_path: Path) -> None:
    """The stop switch works at once (issue 2, 10)."""
    target = [str(tmp_path / "copy.sqlite")] if command == "backup" else []
    code, loaded = heavy_modules(tmp_path, command, "--config", config(tmp_path), *target)
    assert code == 0
    assert "sqlalchemy" in loaded, "the database was opened"
    assert not loaded & {"spacy", "thinc", "numpy", "exchangelib", "holidays"}


def test_reading_a_mail_opens_no_database_and_knows_no_mail_server(tmp_path: Path) -> None:
    """`read` needs no database (issue 2, 11)."""
    mail = tmp_path / "reply.eml"
    mail.write_bytes(b"From: a@client.example\r\nTo: b@example.com\r\nSubject: Re: F1\r\n\r\nWe paid yesterday.\r\n")
    code, loaded = heavy_modules(tmp_path, "read", str(mail))
    assert code == 0
    assert not loaded & {"exchangelib", "sqlalchemy", "sqlmodel", "alembic", "psycopg", "holidays"}

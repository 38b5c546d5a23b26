"""run_bot.py as a user types it: help, slips, missing settings, missing libraries, outputs that go away."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.main import COMMANDS
from tests.cli.conftest import Office
from tests.cli.told import ROOT, SHIPPED, process


@pytest.mark.parametrize("arguments", [(), ("-h",), ("--help",), ("help",)])
def test_help_names_every_command_and_what_it_is_for(arguments: tuple[str, ...]) -> None:
    told = process(*arguments)
    assert told.code == 0
    for name, (_, what) in COMMANDS.items():
        assert name in told.out and what in told.out


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_has_a_help_that_says_what_it_is_for(name: str, office: Office) -> None:
    told = office.run(name, "--help")
    assert told.code == 0
    assert f"run_bot.py {name}" in told.out


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_of_every_command_explains_itself(name: str) -> None:
    """An option without a word of help is one that nobody dares to use."""
    import argparse
    import importlib

    parser = argparse.ArgumentParser()
    importlib.import_module(COMMANDS[name][0]).arguments(name, parser)
    silent = [action.dest for action in parser._actions if not action.help and action.option_strings]
    assert silent == []


def test_a_mistyped_command_is_wrong_usage_and_says_which_was_meant() -> None:
    told = process("reveiw")
    assert told.code == 64
    assert "Did you mean review?" in told.err


@pytest.mark.parametrize(
    "arguments",
    [("plan", "--nonsense"), ("review", "aprove"), ("explain",), ("review", "agree-plan", "--instalment", "x")],
)
def test_wrong_usage_has_a_code_of_its_own(arguments: tuple[str, ...], office: Office) -> None:
    """2 means "try later" to a script that runs us: a slip must not look like a server that is down."""
    told = office.run(*arguments)
    assert told.code == 64
    assert "--help" in told.err


def test_a_missing_settings_file_says_how_to_name_one(tmp_path: Path) -> None:
    told = process("check", "--config", str(tmp_path / "nowhere.yaml"))
    assert told.code == 1
    assert "nowhere.yaml" in told.err and "--config" in told.err and "Traceback" not in told.err


def test_broken_settings_are_told_all_at_once_with_their_lines(tmp_path: Path) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    file = tmp_path / "config.yaml"
    file.write_text(text.replace("gap_days: 8", "gap_days: 3").replace("port: 993", "port: 0"), encoding="utf-8")
    told = process("once", RELANCE_CONFIG=str(file))
    assert told.code == 1
    assert "2 faults" in told.err and "gap_days" in told.err and "port" in told.err and "line" in told.err


def test_without_its_libraries_it_says_what_to_do_instead_of_a_traceback(tmp_path: Path) -> None:
    """A fresh clone, started with the system's Python."""
    python = (sys.executable, "-S", "-E")
    assert process("--help", python=python).code == 0
    told = process("check", "--config", str(SHIPPED), python=python)
    assert told.code == 3
    assert "make setup" in told.err and "Traceback" not in told.err


def test_a_reader_of_our_output_that_goes_away_is_no_error(tmp_path: Path, office: Office) -> None:
    """`plan | head -1` ends quietly."""
    office.run("import")
    command = f"{sys.executable} {ROOT / 'run_bot.py'} plan | true"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert ended.stderr == ""


def test_missing_passwords_are_told_together(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PW")
    told = office.run("once")
    assert told.code == 1
    assert "PW" in told.err and "is not set" in told.err


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(office: Office) -> None:
    (office.folder / "file").write_text("in the way")
    office.change(data_dir="file/state")
    told = office.run("stop")
    assert told.code in (1, 2)
    assert "file" in told.err and "Traceback" not in told.err

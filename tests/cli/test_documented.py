"""docs/commands.md tells every command, action and option that there is, and none that there is not."""

import argparse
import importlib
import re

import pytest

from bot.cli.main import COMMANDS
from bot.cli.review import ACTIONS
from tests.cli.told import ROOT

TEXT = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def parser_of(name: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser()
    importlib.import_module(COMMANDS[name][0]).arguments(name, parser)
    return parser


def section_of(name: str) -> str:
    sections = re.split(r"^## ", TEXT, flags=re.M)[1:]
    return next((text for text in sections if name in re.split(r" — ", text)[0].split(", ")), "")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_has_its_section_with_all_its_options(name: str) -> None:
    section = section_of(name)
    assert section
    options = {text for action in parser_of(name)._actions for text in action.option_strings if text.startswith("--")}
    told_for_all = {"--help", "--config", "--by"}
    assert sorted(option for option in options - told_for_all if option not in section) == []


def test_no_option_is_promised_that_does_not_exist() -> None:
    real = {text for name in COMMANDS for action in parser_of(name)._actions for text in action.option_strings}
    promised = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", TEXT)) - {"--format"}
    assert sorted(promised - real) == []


def test_every_action_of_review_is_told() -> None:
    section = section_of("review")
    assert [action for action in ACTIONS if action != "list" and f"`{action} " not in section] == []


def test_the_exit_codes_are_those_of_the_command_line() -> None:
    from bot.cli import main

    told = {int(code) for code in re.findall(r"^\| (\d+) \|", TEXT, flags=re.M)}
    assert told == {main.OK, main.FAULT, main.AWAY, main.NO_DEPENDENCIES, main.USAGE, main.INTERRUPTED}

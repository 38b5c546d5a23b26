"""Runs a command line and keeps what it told: in this process, on a story's house, or as a process of its own."""

import argparse
import importlib
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli.main import COMMANDS, run
from tests.stories.house import House

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "config.yaml"


@dataclass(frozen=True)
class Told:
    """The exit code and both outputs."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


def told_by(capsys: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    """`run` in this process, as run_bot.py calls it."""

    def told(*arguments: object) -> Told:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Told(code, out, err)

    return told


def at_house(house: House, capsys: pytest.CaptureFixture[str], name: str, *arguments: str) -> Told:
    """The command on the house's world at the house's hour: the same code as `run`, with time as an argument."""
    from bot.cli.failures import EXPECTED
    from bot.cli.failures import told as failure

    module = importlib.import_module(COMMANDS[name][0])
    parser = argparse.ArgumentParser()
    module.arguments(name, parser)
    options = parser.parse_args(arguments)
    capsys.readouterr()
    try:
        code = module.answer(house.world, house.moment, options)
        words = ""
    except EXPECTED as error:
        words, code = failure(error)
    out, err = capsys.readouterr()
    return Told(code, out, err + words)


def process(*arguments: str, python: tuple[str, ...] = (sys.executable,), **environment: str) -> Told:
    """run_bot.py as a process of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RELANCE_")}
    ended = subprocess.run(
        [*python, str(ROOT / "run_bot.py"), *arguments],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return Told(ended.returncode, ended.stdout, ended.stderr)


def free_port() -> int:
    """A loopback port on which nothing answers."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])

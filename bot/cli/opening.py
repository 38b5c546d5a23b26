"""What most commands begin with: the settings, the wired world, this moment."""

import argparse
import os
from pathlib import Path

from bot.settings import Settings, load, settings_path
from bot.steps.world import Tick, World
from bot.wiring import build, moment


def config_option(parser: argparse.ArgumentParser) -> None:
    """The option that chooses the settings file."""
    parser.add_argument("--config", metavar="FILE", help="settings file (else RELANCE_CONFIG, else config.yaml)")


def settings_of(options: argparse.Namespace) -> Settings:
    """The settings that the command line or the environment names."""
    return load(settings_path(options.config, os.environ))


def open_world(options: argparse.Namespace) -> tuple[World, Tick]:
    """The world by the settings, and now."""
    settings = settings_of(options)
    return build(settings, os.environ), moment(settings)


def person(options: argparse.Namespace) -> str:
    """Who decides: --by, else the login name of the system."""
    return str(options.by or os.environ.get("USER") or os.environ.get("LOGNAME") or "somebody")


def data_dir(settings: Settings) -> Path:
    """The folder of the state."""
    return settings.data_dir

"""What most commands begin with: the settings, the wired world, this moment, and who is deciding."""

import argparse
import getpass
import os

from bot.core.drafts import Conflict
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
    """Who decides: --by, else the login name of the system. Raises Conflict: a decision needs a name (law)."""
    named = str(options.by or "").strip()
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise Conflict("Say who decides: --by NAME.") from error

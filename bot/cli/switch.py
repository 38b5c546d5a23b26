"""`stop` and `resume`: the switch that works at once, for every process on the same data."""

import argparse
from datetime import datetime

from bot.cli import formats
from bot.cli.opening import config_option, person, settings_of
from bot.cli.words import say
from bot.settings import Settings
from bot.wiring import moment, open_database


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """Both take only who turned the switch."""
    config_option(parser)
    parser.add_argument("--by", metavar="NAME", help="who turns the switch (else your login name)")
    parser.set_defaults(switch=name)


def main(options: argparse.Namespace) -> int:
    """The gate reads the switch before every single mail. Only the database is opened: no password is needed."""
    settings = settings_of(options)
    who, at = person(options), moment(settings)
    with open_database(settings).transaction() as books:
        before = books.setting("stopped")
        if options.switch == "resume":
            books.keep_setting("stopped", "")
        elif not before:
            books.keep_setting("stopped", f"{who} {at.now.isoformat()}")
    print(_told(settings, options.switch, who, before))
    return 0


def _told(settings: Settings, switch: str, who: str, before: str) -> str:
    language = settings.company.language
    if switch == "resume":
        return say(language, "resumed" if before else "was_not_stopped")
    if not before:
        return say(language, "stopped", who=who)
    first, _, at = before.rpartition(" ")
    day = formats.instant(datetime.fromisoformat(at), settings.company.zone, language)
    return say(language, "stopped_already", who=first, day=day)

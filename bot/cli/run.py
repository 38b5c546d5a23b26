"""`once` and `run`: one pass, or pass after pass."""

import argparse
import os
import signal
import sys
import threading
from datetime import timedelta

from bot.cli.events import event_json, event_line
from bot.cli.opening import config_option, settings_of
from bot.cli.words import say
from bot.engines.embedded import run_every
from bot.engines.lock import alone
from bot.settings import Settings
from bot.steps.tick import tick
from bot.steps.world import World
from bot.wiring import build, moment

AWAY = 2


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """Both print a line per event."""
    config_option(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object per event")
    parser.set_defaults(forever=name == "run")


def main(options: argparse.Namespace) -> int:
    """`once` returns 1 when something needs a person's eye, 2 when another pass is under way.

    `run` ends with SIGTERM or Ctrl-C after the event at hand: whatever a pass leaves, the next one goes on with.
    """
    settings = settings_of(options)
    world = build(settings, os.environ)
    stop = threading.Event()
    if not options.forever:
        return _pass(settings, world, options.json, stop)
    with alone(settings.data_dir / "run.lock") as ours:
        if not ours:
            print(say(settings.company.language, "runs_already"), file=sys.stderr)
            return AWAY
        _forever(settings, world, options.json, stop)
    return 0


def _forever(settings: Settings, world: World, as_json: bool, stop: threading.Event) -> None:
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    language = settings.company.language
    mode = say(language, f"mode_{world.mode.value}")
    # To standard error, as the failures below: standard output holds events and nothing else.
    print(say(language, "runs", mode=mode, minutes=settings.poll_minutes), file=sys.stderr, flush=True)

    def wake() -> None:
        _pass(settings, world, as_json, stop)

    def failed(error: Exception) -> None:
        print(f"! the pass failed: {type(error).__name__}: {error}", file=sys.stderr, flush=True)

    run_every(timedelta(minutes=settings.poll_minutes), wake, failed, stop)
    print(say(language, "ended"), file=sys.stderr, flush=True)


def _pass(settings: Settings, world: World, as_json: bool, stop: threading.Event) -> int:
    """One pass, alone on the data: 0, 1 when an event needs a person's eye, 2 when another process is passing."""
    language, bad = settings.company.language, False
    with alone(settings.data_dir / "pass.lock") as ours:
        if not ours:
            print(say(language, "busy"), file=sys.stderr, flush=True)
            return AWAY
        for event in tick(world, moment(settings)):
            bad = bad or event.bad
            print(event_json(event) if as_json else event_line(event, language), flush=True)
            if stop.is_set():
                break
    return int(bad)

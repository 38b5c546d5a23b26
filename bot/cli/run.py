"""`once` and `run`: one pass, or pass after pass."""

import argparse
import json
import os
import signal
import sys
import threading
from datetime import timedelta

from bot.cli.opening import config_option, settings_of
from bot.engines.embedded import run_every
from bot.engines.lock import alone
from bot.settings import Settings
from bot.steps.tick import tick
from bot.steps.world import Event, World
from bot.wiring import build, moment


def arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """Both print a line per event."""
    config_option(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object per event")
    parser.set_defaults(forever=name == "run")


def main(options: argparse.Namespace) -> int:
    """`once` returns 1 when something needs a person's eye; `run` ends with SIGTERM or Ctrl-C, after its pass."""
    settings = settings_of(options)
    world = build(settings, os.environ)
    if not options.forever:
        return 1 if _pass(settings, world, options.json) else 0
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    print(f"Relance runs in {world.mode.value} mode, every {settings.poll_minutes} min. Ctrl-C ends it.", flush=True)
    run_every(
        timedelta(minutes=settings.poll_minutes),
        lambda: _quietly(settings, world, options.json),
        lambda error: print(f"! the pass failed: {type(error).__name__}: {error}", file=sys.stderr, flush=True),
        stop,
    )
    return 0


def _quietly(settings: Settings, world: World, as_json: bool) -> None:
    _pass(settings, world, as_json)


def _pass(settings: Settings, world: World, as_json: bool) -> bool:
    """One pass, alone on the data. True when an event needs a person's eye."""
    bad = False
    with alone(settings.data_dir / "pass.lock") as ours:
        if not ours:
            print("Another process is in the middle of a pass; this one does nothing.", file=sys.stderr)
            return False
        for event in tick(world, moment(settings)):
            bad = bad or event.bad
            print(_line(event, as_json), flush=True)
    return bad


def _line(event: Event, as_json: bool) -> str:
    if not as_json:
        return f"{'!' if event.bad else ' '} {event}"
    told = {"step": event.step, "what": event.what, "account": event.account, "detail": event.detail, "bad": event.bad}
    return json.dumps(told, ensure_ascii=False)

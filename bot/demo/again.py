"""The demo's state again: its servers start, a command works on it, and what was approved really arrives."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from bot.demo.ledger_files import export
from bot.demo.play import Clock
from bot.demo.stage import ENVIRONMENT, MARK, stage
from bot.engines.lock import alone
from bot.steps.tick import tick
from bot.steps.world import Tick, World
from bot.wiring import build

FOLDER = Path("relance-demo")


def reviewed(command: Callable[[World, Tick], int], folder: Path = FOLDER) -> int:
    """A pass, the command on the demo's world, and a pass again: what was approved leaves. Says what happened."""
    if not (folder / MARK).exists():
        print(f"There is no demo in {folder}: run `run_bot.py demo` first.")
        return 1
    with alone(folder / "lock") as ours:
        if not ours:
            print(f"The demo in {folder} is in use by another process.")
            return 1
        return _reviewed(command, folder)


def _reviewed(command: Callable[[World, Tick], int], folder: Path) -> int:
    clock = Clock(datetime.fromisoformat((folder / "clock").read_text(encoding="utf-8")))
    arrived: list[tuple[str, int]] = []
    with stage(folder, clock, lambda _, to, raw: arrived.append((to, len(raw)))) as on:
        world = build(on.settings, ENVIRONMENT)
        export(folder / "ledger", clock.at.date(), clock.at)
        on.post_dropped()
        _pass(world, clock)
        code = command(world, Tick(clock.at, world.zone))
        _pass(world, clock)
        for to, size in arrived:
            print(f"arrived at {to} ({size} bytes)")
    (folder / "clock").write_text(clock.at.isoformat(), encoding="utf-8")
    return code


def _pass(world: World, clock: Clock) -> None:
    """One pass a minute later."""
    clock.at += timedelta(minutes=1)
    for event in tick(world, Tick(clock.at, world.zone)):
        if event.what not in UNTOLD:
            print(event)


UNTOLD = frozenset({"mail_kept", "ledger_taken", "sent_copy_seen"})

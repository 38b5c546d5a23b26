"""Counts every call through a port and kills the process at a chosen moment, so that no moment is left untried."""

import os
import select
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, cast

from bot.ports import Books, Files, Inbox, Ledger, Letters, Sender, Store
from bot.steps.world import Mailbox, World

_ANSWER_SECONDS = 0.05


class Points:
    """The moments of one run, two per call: before and after it. Kills at the `deadly`th, counted from 1; 0: never."""

    def __init__(self, deadly: int, tell: Callable[[str], None]) -> None:
        self._deadly, self._tell, self._count = deadly, tell, 0

    @contextmanager
    def around(self, call: str) -> Iterator[None]:
        """Before the call and, when it returned, after it."""
        self._pass(f"before {call}")
        yield
        self._pass(f"after {call}")

    def network(self) -> None:
        """From now on each write to the network is a moment as well: its answer has come and is not read yet.

        The library's own method is wrapped, since no port shows what lies between two commands. Only for a process
        that is about to end.
        """
        plain = socket.socket.sendall

        def sendall(wire: socket.socket, data: Any, flags: int = 0) -> None:
            plain(wire, data, flags)
            # An answer that is on its way makes the moment certain: the server has done what it was told.
            select.select([wire], [], [], _ANSWER_SECONDS)
            self._pass(f"after sending {bytes(data[:24])!r}")

        socket.socket.sendall = sendall  # type: ignore[assignment]

    def _pass(self, moment: str) -> None:
        self._count += 1
        self._tell(moment)
        if self._count == self._deadly:
            os.kill(os.getpid(), signal.SIGKILL)


class Counted:
    """Any port, each call of it between two moments; an iterator it returns has two moments per item."""

    def __init__(self, port: object, name: str, points: Points) -> None:
        self._port, self._name, self._points = port, name, points

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._port, name)
        if not callable(found):
            return found
        called = f"{self._name}.{name}"

        def call(*given: Any, **named: Any) -> Any:
            with self._points.around(called):
                result = found(*given, **named)
            return self._each(result, called) if isinstance(result, Iterator) else result

        return call

    def _each(self, items: Iterator[Any], called: str) -> Iterator[Any]:
        while True:
            with self._points.around(f"the next of {called}"):
                try:
                    item = next(items)
                except StopIteration:
                    return
            yield item


class CountedStore:
    """A store whose transactions begin and commit between two moments, and lend counted books."""

    def __init__(self, store: Store, points: Points) -> None:
        self._store, self._points = store, points

    @contextmanager
    def transaction(self) -> Iterator[Books]:
        lent = self._store.transaction()
        with self._points.around("store.begin"):
            books = lent.__enter__()
        try:
            yield cast("Books", Counted(books, "books", self._points))
        except BaseException:
            if not lent.__exit__(*sys.exc_info()):
                raise
        else:
            with self._points.around("store.commit"):
                lent.__exit__(None, None, None)


def counted(world: World, points: Points) -> World:
    """The same world behind counted ports. The classifier is none of them: it touches nothing outside the process."""
    boxes = {name: _counted_box(box, points) for name, box in world.mailboxes.items()}
    return replace(
        world,
        store=CountedStore(world.store, points),
        ledger=cast("Ledger", Counted(world.ledger, "ledger", points)),
        files=cast("Files", Counted(world.files, "files", points)),
        letters=cast("Letters", Counted(world.letters, "letters", points)),
        mailboxes=boxes,
    )


def _counted_box(box: Mailbox, points: Points) -> Mailbox:
    inbox = cast("Inbox", Counted(box.inbox, "inbox", points))
    return replace(box, inbox=inbox, sender=cast("Sender", Counted(box.sender, "sender", points)))

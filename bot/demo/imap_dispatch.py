"""Reads a client's commands one after the other and answers each, whatever is sent."""

import asyncio
import logging
import socket
import ssl

from bot.demo import (
    imap_access,
    imap_change_commands,
    imap_folder_commands,
    imap_list_commands,
    imap_read_commands,
)
from bot.demo.imap_folders import FolderFault
from bot.demo.imap_parser import Bad, Command, announced_literal, parse_command, tag_of
from bot.demo.imap_session import GUEST_LITERAL, LONGEST_LITERAL, Handler, Refused, Session

LONGEST_LINE = 1024 * 1024
_MOST_LITERALS = 1000
_USERS = {**imap_access.USERS, **imap_list_commands.USERS, **imap_folder_commands.USERS}
_SELECTED = {
    **imap_access.SELECTED,
    **imap_folder_commands.SELECTED,
    **imap_read_commands.SELECTED,
    **imap_change_commands.SELECTED,
}
# In answers to these no message may change its number (RFC 3501 7.4.1).
_NUMBERS_STAY = {"FETCH", "STORE", "SEARCH"}
_log = logging.getLogger(__name__)


async def converse(session: Session) -> None:
    """Serve one client until it leaves, is cut off, or breaks the rules beyond repair."""
    greeting = f"OK [CAPABILITY {imap_access.capabilities(session)}] Relance demo mail server"
    session.tell(greeting.encode("ascii"))
    try:
        while not session.closing:
            await session.writer.drain()
            data = await read_command(session)
            if data:
                await _answer(session, data)
            if session.upgrading:
                await _encrypt(session)
        await session.writer.drain()
    except (EOFError, ConnectionError, ssl.SSLError):
        _log.debug("a client is gone")
    except ValueError:
        session.tell(b"BYE the command is too long")


async def read_command(session: Session) -> bytes:
    """One whole command with its literals; empty when it was answered here; raises EOFError, ValueError (too long)."""
    data = line = await _line(session)
    for _ in range(_MOST_LITERALS):
        announced = announced_literal(line)
        if announced is None:
            return data
        size, waiting = announced
        if size > (LONGEST_LITERAL if session.user else GUEST_LITERAL):
            if not waiting:
                raise ValueError("a literal is too long and already on its way")
            session.writer.write(tag_of(data) + b" NO [TOOBIG] the literal is too long\r\n")
            return b""
        if waiting:
            session.go_on()
            await session.writer.drain()
        content = await session.reader.readexactly(size)
        line = await _line(session)
        data = b"".join((data, content, line))
    raise ValueError("too many literals")


async def _line(session: Session) -> bytes:
    _acknowledge_at_once(session.writer)
    line = await session.reader.readline()
    if not line.endswith(b"\n"):
        raise EOFError("cut within a command")
    return line


def _acknowledge_at_once(writer: asyncio.StreamWriter) -> None:
    """Clients built on imaplib send one command in several small writes; Linux delays our ACK of the first by 40 ms."""
    connection = writer.get_extra_info("socket")
    if connection is not None and hasattr(socket, "TCP_QUICKACK"):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)


async def _answer(session: Session, data: bytes) -> None:
    """Carry out one command; no fault of client or server ends the connection."""
    tag, expunge = tag_of(data), False
    try:
        command = parse_command(data)
        handler = _handler(session, command)
        expunge = command.name not in _NUMBERS_STAY
        reply = "OK " + await handler(session, command)
    except Bad as fault:
        reply = f"BAD {fault}"
    except Refused as fault:
        reply = f"NO {fault}"
    except FolderFault as fault:
        reply = f"NO [{fault.code}] {fault}"
    except (EOFError, ConnectionError, asyncio.CancelledError):
        raise
    except Exception:
        _log.exception("a command failed")
        reply = "NO [SERVERBUG] the server made a mistake"
    session.sync(expunge)
    session.writer.write(tag + b" " + reply.encode("ascii", "replace") + b"\r\n")


def _handler(session: Session, command: Command) -> Handler:
    """What carries out a command in the state the session is in (RFC 3501 3); raises Bad."""
    known = {**imap_access.ANY_TIME, **(_USERS if session.user else imap_access.GUESTS)}
    if session.view:
        known |= _SELECTED
    if command.name in known:
        return known[command.name]
    elsewhere = command.name in {*imap_access.GUESTS, *_USERS, *_SELECTED}
    raise Bad("not now" if elsewhere else "unknown command")


async def _encrypt(session: Session) -> None:
    assert session.setup.tls is not None  # STARTTLS was refused otherwise
    await session.writer.drain()
    plain = session.writer.transport
    try:
        await session.writer.start_tls(session.setup.tls)
    except AttributeError:
        # asyncio (3.11 to 3.13) loses the transport of a client that leaves during the handshake, stumbles over that
        # here, and would again whenever the writer is closed or collected.
        session.writer._transport = plain  # type: ignore[attr-defined]
        raise ConnectionResetError("gone during the handshake") from None
    session.upgrading, session.encrypted = False, True

"""IMAP commands about the connection itself: what the server can do, who is there, encryption, waiting for news."""

import asyncio
import base64
import binascii
import hmac

from bot.demo.imap_format import string
from bot.demo.imap_parser import Bad, Command
from bot.demo.imap_session import Handler, Refused, Session, arguments, as_bytes

_ALWAYS = "IMAP4rev1 LITERAL+ SASL-IR ID ENABLE IDLE NAMESPACE UNSELECT UIDPLUS MOVE CONDSTORE SPECIAL-USE CHILDREN"


def capabilities(session: Session) -> str:
    """What this session may use now; STARTTLS only where a certificate is and encryption is not yet."""
    extra = [] if session.user else ["AUTH=PLAIN"]
    if session.setup.tls and not session.encrypted and not session.user:
        extra.append("STARTTLS")
    return " ".join([_ALWAYS, *extra])


async def capability(session: Session, command: Command) -> str:
    """Tell what the server can do."""
    arguments(command, 0)
    session.tell(b"CAPABILITY " + capabilities(session).encode("ascii"))
    return "that is all"


async def nothing(session: Session, command: Command) -> str:
    """NOOP and CHECK: news is told after every command anyway."""
    arguments(command, 0)
    return "done"


async def logout(session: Session, command: Command) -> str:
    """Say goodbye."""
    arguments(command, 0)
    session.tell(b"BYE until next time")
    session.closing = True
    return "logged out"


async def identify(session: Session, command: Command) -> str:
    """Say who we are (RFC 2971)."""
    arguments(command, 1)
    session.tell(b"ID (" + string(b"name") + b" " + string(b"Relance demo") + b")")
    return "pleased to meet you"


async def starttls(session: Session, command: Command) -> str:
    """Agree to encrypt; the connection does it once the answer is out (RFC 3501 6.2.1)."""
    arguments(command, 0)
    if session.encrypted or not session.setup.tls:
        raise Bad("no encryption to start")
    session.upgrading = True
    return "begin TLS now"


async def login(session: Session, command: Command) -> str:
    """Log in with a password."""
    user, password = (as_bytes(value) for value in arguments(command, 2))
    return _admit(session, user, password)


async def authenticate(session: Session, command: Command) -> str:
    """Log in by SASL PLAIN (RFC 4616), with or without the initial response (RFC 4959)."""
    mechanism, *initial = (as_bytes(value) for value in arguments(command, 1, 2))
    if mechanism.upper() != b"PLAIN":
        raise Refused("only PLAIN is known here")
    if not initial:
        session.go_on(b"")
        await session.writer.drain()
        initial = [(await session.reader.readline()).strip()]
        if initial == [b"*"]:
            raise Bad("given up by the client")
    try:
        _, user, password = base64.b64decode(initial[0], validate=True).split(b"\0")
    except (binascii.Error, ValueError) as fault:
        raise Bad("not a PLAIN response") from fault
    return _admit(session, user, password)


def _admit(session: Session, user: bytes, password: bytes) -> str:
    name = user.decode("utf-8", "replace")
    expected = session.setup.users.get(name)
    if expected is None or not hmac.compare_digest(expected.encode("utf-8"), password):
        raise Refused("user or password is wrong", "AUTHENTICATIONFAILED")
    session.user = name
    return f"[CAPABILITY {capabilities(session)}] welcome"


async def enable(session: Session, command: Command) -> str:
    """Switch CONDSTORE on; what is unknown is ignored (RFC 5161 3.1)."""
    arguments(command, 1, 20)
    wanted = {as_bytes(value).upper() for value in command.args}
    session.modseqs |= b"CONDSTORE" in wanted
    session.tell(b"ENABLED CONDSTORE" if b"CONDSTORE" in wanted else b"ENABLED")
    return "enabled"


async def namespace(session: Session, command: Command) -> str:
    """One personal namespace, nobody else's (RFC 2342)."""
    arguments(command, 0)
    session.tell(b'NAMESPACE (("" "/")) NIL NIL')
    return "that is all"


async def idle(session: Session, command: Command) -> str:
    """Tell news the moment it happens until the client says DONE (RFC 2177)."""
    arguments(command, 0)
    session.go_on(b"idling")
    done = asyncio.ensure_future(session.reader.readline())
    try:
        while not done.done() and not session.closing:
            session.woken.clear()
            session.sync(expunge=True)
            await session.writer.drain()
            waking = asyncio.ensure_future(session.woken.wait())
            await asyncio.wait((done, waking), return_when=asyncio.FIRST_COMPLETED)
            waking.cancel()
        line = b"" if session.closing else await done
    finally:
        done.cancel()
    if not line and not session.closing:
        raise ConnectionResetError("cut while idle")
    if line.strip().upper() != b"DONE":
        raise Bad("DONE was expected")
    return "idle done"


ANY_TIME: dict[str, Handler] = {"CAPABILITY": capability, "NOOP": nothing, "LOGOUT": logout, "ID": identify}
GUESTS: dict[str, Handler] = {"STARTTLS": starttls, "LOGIN": login, "AUTHENTICATE": authenticate}
USERS: dict[str, Handler] = {"ENABLE": enable, "NAMESPACE": namespace, "IDLE": idle}
SELECTED: dict[str, Handler] = {"CHECK": nothing}

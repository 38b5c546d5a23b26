"""IMAP commands that change the selected folder: mark, copy, move and remove messages."""

from bot.demo.imap_format import parse_flag
from bot.demo.imap_journal import Message
from bot.demo.imap_mailbox import Mailbox
from bot.demo.imap_names import compact
from bot.demo.imap_parser import Bad, Command
from bot.demo.imap_session import Handler, Session, arguments, as_bytes, modseq_modifier


async def store(session: Session, command: Command) -> str:
    """STORE and UID STORE: set, add or take away flags; UNCHANGEDSINCE spares what changed since (RFC 7162 3.1.3)."""
    args = list(arguments(command, 3, 30))
    unless = modseq_modifier([args.pop(1)], b"UNCHANGEDSINCE") if isinstance(args[1], tuple) else None
    spec, action, *values = args
    word, _, silent = as_bytes(action).upper().partition(b".")
    if word not in (b"FLAGS", b"+FLAGS", b"-FLAGS") or silent not in (b"", b"SILENT"):
        raise Bad("unknown STORE action")
    given = values[0] if len(values) == 1 and isinstance(values[0], tuple) else values
    flags = frozenset(parse_flag(as_bytes(flag)) for flag in given)
    session.modseqs |= unless is not None
    chosen = list(session.writable().chosen(as_bytes(spec), command.by_uid))
    kept = [(number, m) for number, m in chosen if unless is None or m.modseq <= unless]
    session.selected.mailbox.set_flags({m.uid: _changed(m.flags, word, flags) for _, m in kept})
    _tell_stored(session, [number for number, _ in kept], bool(silent))
    spared = [m.uid if command.by_uid else number for number, m in chosen if (number, m) not in kept]
    return f"[MODIFIED {compact(spared).decode()}] some changed meanwhile" if spared else "stored"


def _changed(own: frozenset[str], word: bytes, flags: frozenset[str]) -> frozenset[str]:
    """The flags after a STORE; a keyword already there in another case is the same keyword."""
    lower = {flag.lower() for flag in flags}
    others = frozenset(flag for flag in own if flag.lower() not in lower)
    if word == b"-FLAGS":
        return others
    same = frozenset(flag for flag in own if flag.lower() in lower)
    added = same | frozenset(flag for flag in flags if flag.lower() not in {known.lower() for known in same})
    return added if word == b"FLAGS" else others | added


def _tell_stored(session: Session, numbers: list[int], silent: bool) -> None:
    """Answer with the flags; a silent STORE tells at most the new mod-sequences."""
    view = session.selected
    for number in numbers:
        message = view.mailbox.message(view.uids[number - 1])
        if message is None:
            continue
        view.told(message)
        if not silent:
            session.tell(b"%d FETCH %b" % (number, view.flags_answer(message, session.modseqs)))
        elif session.modseqs:
            session.tell(b"%d FETCH (UID %d MODSEQ (%d))" % (number, message.uid, message.modseq))


async def copy(session: Session, command: Command) -> str:
    """COPY and UID COPY, telling the new UIDs (RFC 4315 3)."""
    spec, name = arguments(command, 2)
    target = session.target(name)
    chosen = [message for _, message in session.selected.chosen(as_bytes(spec), command.by_uid)]
    code = _copied(session.selected.mailbox, target, chosen)
    return f"{code} copied" if code else "nothing to copy"


async def move(session: Session, command: Command) -> str:
    """MOVE and UID MOVE: the copies are told before the originals go (RFC 6851 3.3)."""
    spec, name = arguments(command, 2)
    target = session.target(name)
    view = session.writable()
    chosen = [message for _, message in view.chosen(as_bytes(spec), command.by_uid)]
    code = _copied(view.mailbox, target, chosen)
    if code:
        session.tell(f"OK {code} moving".encode("ascii"))
    view.mailbox.remove(message.uid for message in chosen)
    session.sync(expunge=True)
    return "moved" if code else "nothing to move"


def _copied(source: Mailbox, target: Mailbox, messages: list[Message]) -> str:
    """Copy messages with flags and internal date; returns the COPYUID code, empty when there were none."""
    made = [target.add(source.raw(message.uid), message.date, message.flags).uid for message in messages]
    if not made:
        return ""
    old = compact([message.uid for message in messages]).decode()
    return f"[COPYUID {target.validity} {old} {compact(made).decode()}]"


async def expunge(session: Session, command: Command) -> str:
    """EXPUNGE, or UID EXPUNGE for chosen messages only (RFC 4315 2.1): remove what is marked as deleted."""
    view = session.writable()
    spec = as_bytes(arguments(command, 1)[0]) if command.by_uid else b"1:*"
    arguments(command, 1 if command.by_uid else 0)
    chosen = view.chosen(spec, command.by_uid)
    view.mailbox.remove([message.uid for _, message in chosen if "\\Deleted" in message.flags])
    session.sync(expunge=True)
    return "expunged"


_WITH_UID: dict[str, Handler] = {"STORE": store, "COPY": copy, "MOVE": move, "EXPUNGE": expunge}
SELECTED: dict[str, Handler] = {**_WITH_UID, **{f"UID {name}": handler for name, handler in _WITH_UID.items()}}

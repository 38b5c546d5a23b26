"""IMAP commands that make, rename, open and fill folders."""

from bot.demo.imap_format import parse_date_time, parse_flag
from bot.demo.imap_names import SEPARATOR
from bot.demo.imap_parser import Bad, Command, Text, Value
from bot.demo.imap_session import Handler, Session, arguments, as_bytes, as_list, folder_name
from bot.demo.imap_view import View


async def create(session: Session, command: Command) -> str:
    """Make a folder; a closing separator only announces folders below it (RFC 3501 6.3.3)."""
    (name,) = arguments(command, 1)
    session.folders.create(folder_name(name).removesuffix(SEPARATOR))
    return "created"


async def delete(session: Session, command: Command) -> str:
    """Remove a folder and its messages."""
    (name,) = arguments(command, 1)
    deleted = session.folders.mailbox(folder_name(name))
    session.folders.delete(deleted.name)
    if session.view and session.view.mailbox is deleted:
        session.view = None
    return "deleted"


async def rename(session: Session, command: Command) -> str:
    """Give a folder another name."""
    old, new = (folder_name(value) for value in arguments(command, 2))
    session.folders.rename(old, new.removesuffix(SEPARATOR))
    return "renamed"


async def subscribe(session: Session, command: Command) -> str:
    """Note that the user wants to see a folder."""
    session.folders.subscribe(folder_name(*arguments(command, 1)), wanted=True)
    return "subscribed"


async def unsubscribe(session: Session, command: Command) -> str:
    """Note that the user does not want to see a folder."""
    session.folders.subscribe(folder_name(*arguments(command, 1)), wanted=False)
    return "unsubscribed"


async def select(session: Session, command: Command) -> str:
    """SELECT and EXAMINE: open a folder; whatever was open is closed first, even if this fails (RFC 3501 6.3.1)."""
    name, *options = arguments(command, 1, 2)
    session.view = None
    mailbox = session.folders.mailbox(folder_name(name))
    if options:
        session.modseqs |= any(as_bytes(option).upper() == b"CONDSTORE" for option in as_list(options[0]))
    session.view = View(mailbox, read_only=command.name == "EXAMINE")
    session.tell(*session.view.status())
    return "[READ-ONLY] opened" if session.view.read_only else "[READ-WRITE] opened"


async def append(session: Session, command: Command) -> str:
    """Put a message into a folder and tell its UID (RFC 3501 6.3.11, RFC 4315 3)."""
    name, *options, raw = arguments(command, 2, 4)
    flags = [parse_flag(as_bytes(flag)) for flag in as_list(options.pop(0))] if _is_list(options) else []
    when = parse_date_time(as_bytes(options.pop(0))) if options else session.setup.now()
    if options or not isinstance(raw, Text):
        raise Bad("APPEND wants flags, a date and a literal")
    mailbox = session.target(name)
    message = mailbox.add(raw, when, flags)
    return f"[APPENDUID {mailbox.validity} {message.uid}] kept"


def _is_list(options: list[Value]) -> bool:
    return bool(options) and isinstance(options[0], tuple)


async def close(session: Session, command: Command) -> str:
    """Close the folder and silently remove what is marked as deleted (RFC 3501 6.4.2)."""
    arguments(command, 0)
    view, session.view = session.selected, None
    if not view.read_only:
        view.mailbox.remove(message.uid for message in view.mailbox.messages() if "\\Deleted" in message.flags)
    return "closed"


async def unselect(session: Session, command: Command) -> str:
    """Close the folder and remove nothing (RFC 3691)."""
    arguments(command, 0)
    session.view = None
    return "closed"


USERS: dict[str, Handler] = {
    "CREATE": create,
    "DELETE": delete,
    "RENAME": rename,
    "SUBSCRIBE": subscribe,
    "UNSUBSCRIBE": unsubscribe,
    "SELECT": select,
    "EXAMINE": select,
    "APPEND": append,
}
SELECTED: dict[str, Handler] = {"CLOSE": close, "UNSELECT": unselect}

"""IMAP commands that tell about folders without opening them: LIST, LSUB and STATUS."""

from collections.abc import Iterable, Iterator

from bot.demo.imap_folders import SPECIAL_USE
from bot.demo.imap_format import listed, string
from bot.demo.imap_journal import Contents
from bot.demo.imap_mailbox import Mailbox
from bot.demo.imap_names import SEPARATOR, decode_name, encode_name, name_pattern, parents
from bot.demo.imap_parser import Bad, Command
from bot.demo.imap_session import Handler, Session, arguments, as_bytes, as_list, folder_name


async def list_folders(session: Session, command: Command) -> str:
    """LIST: folders and the names above them, with what they are for (RFC 3501 6.3.8, RFC 6154)."""
    prefix, pattern = (decode_name(as_bytes(value)) for value in arguments(command, 2))
    if not pattern:
        session.tell(b'LIST (\\Noselect) "/" ""')
        return "that is the separator"
    names = session.folders.names()
    session.tell(*(_line("LIST", name, _attributes(name, names)) for name in _matching(names, prefix + pattern)))
    return "listed"


async def list_subscribed(session: Session, command: Command) -> str:
    """LSUB: the same for subscribed names (RFC 3501 6.3.9)."""
    prefix, pattern = (decode_name(as_bytes(value)) for value in arguments(command, 2))
    names = sorted(session.folders.subscribed)
    matching = _matching(names, prefix + pattern)
    session.tell(*(_line("LSUB", name, [] if name in names else ["\\Noselect"]) for name in matching))
    return "listed"


def _matching(names: Iterable[str], pattern: str) -> list[str]:
    """Names that match; a name above one that exists is listed too, or `%` would hide what is below."""
    wanted = name_pattern(pattern)
    every = dict.fromkeys(level for name in names for level in (*parents(name), name))
    return [name for name in every if wanted.fullmatch(name)]


def _attributes(name: str, names: Iterable[str]) -> Iterator[str]:
    if name not in names:
        yield "\\Noselect"
    below = any(other.startswith(name + SEPARATOR) for other in names)
    yield "\\HasChildren" if below else "\\HasNoChildren"
    if name in SPECIAL_USE:
        yield SPECIAL_USE[name]


def _line(word: str, name: str, attributes: Iterable[str]) -> bytes:
    return f'{word} ({" ".join(attributes)}) "{SEPARATOR}" '.encode("ascii") + string(encode_name(name))


async def status(session: Session, command: Command) -> str:
    """Tell figures of a folder without opening it (RFC 3501 6.3.10)."""
    name, items = arguments(command, 2)
    mailbox = session.folders.mailbox(folder_name(name))
    wanted = [as_bytes(item).upper().decode("ascii", "replace") for item in as_list(items)]
    session.modseqs |= "HIGHESTMODSEQ" in wanted
    now = mailbox.snapshot()
    answer = listed(f"{item} {_figure(mailbox, now, item)}".encode("ascii") for item in wanted)
    session.tell(b"STATUS " + string(encode_name(mailbox.name)) + b" " + answer)
    return "told"


def _figure(mailbox: Mailbox, now: Contents, item: str) -> int:
    match item:
        case "MESSAGES":
            return len(now.messages)
        case "RECENT":
            return mailbox.recent_count()
        case "UNSEEN":
            return sum("\\Seen" not in message.flags for message in now.messages.values())
        case "UIDNEXT":
            return now.uid_next
        case "UIDVALIDITY":
            return mailbox.validity
        case "HIGHESTMODSEQ":
            return now.modseq
    raise Bad("unknown STATUS item")


USERS: dict[str, Handler] = {"LIST": list_folders, "LSUB": list_subscribed, "STATUS": status}

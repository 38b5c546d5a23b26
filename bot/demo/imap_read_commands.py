"""IMAP commands that read the selected folder: FETCH and SEARCH."""

from bot.demo.imap_fetch import Item, Subject, flags_item, modseq_item, parse_items, uid_item
from bot.demo.imap_format import listed
from bot.demo.imap_journal import Message
from bot.demo.imap_parser import Command
from bot.demo.imap_search import CHARSETS, Criteria, Found, UnknownCharset, parse_criteria
from bot.demo.imap_session import Handler, Refused, Session, arguments, as_bytes, modseq_modifier
from bot.demo.imap_view import View


async def fetch(session: Session, command: Command) -> str:
    """FETCH and UID FETCH: tell what a client asks of messages; reading without PEEK marks them as seen."""
    spec, wanted, *modifiers = arguments(command, 2, 3)
    view, items = session.selected, parse_items(wanted)
    since = modseq_modifier(modifiers, b"CHANGEDSINCE")
    labels = {item.label for item in items}
    if since is not None or b"MODSEQ" in labels:
        session.modseqs = True
    if since is not None and b"MODSEQ" not in labels:
        items.append(modseq_item())
    if command.by_uid and b"UID" not in labels:
        items.insert(0, uid_item())
    for number, message in view.chosen(as_bytes(spec), command.by_uid):
        if since is None or message.modseq > since:
            _tell_one(session, view, number, message, items)
            # Message by message, so that one large answer neither fills the memory nor starves other clients.
            await session.writer.drain()
    return "fetched"


def _tell_one(session: Session, view: View, number: int, message: Message, items: list[Item]) -> None:
    if any(item.marks_seen for item in items) and not view.read_only and "\\Seen" not in message.flags:
        view.mailbox.set_flags({message.uid: message.flags | {"\\Seen"}})
        message = view.mailbox.message(message.uid) or message
        items = [*items, *(item for item in (flags_item(),) if item.label not in {i.label for i in items})]
    subject = Subject(message, lambda: view.flags(message), lambda: view.mailbox.raw(message.uid))
    try:
        answer = listed(item.label + b" " + item.render(subject) for item in items)
    except FileNotFoundError:
        return  # expunged by somebody else between the listing and the reading
    if any(item.label == b"FLAGS" for item in items):
        view.told(message)
    session.tell(b"%d FETCH %b" % (number, answer))


async def search(session: Session, command: Command) -> str:
    """SEARCH and UID SEARCH."""
    view = session.selected
    try:
        criteria = parse_criteria(command.args, view.uids)
    except UnknownCharset as fault:
        raise Refused("that charset is unknown here", f"BADCHARSET ({' '.join(CHARSETS)})") from fault
    session.modseqs |= criteria.asks_modseq
    hits = [(number, m) for number, m in view.chosen(b"1:*", by_uid=False) if _holds(criteria, view, m)]
    numbers = b"".join(b" %d" % (m.uid if command.by_uid else number) for number, m in hits)
    highest = b" (MODSEQ %d)" % max(m.modseq for _, m in hits) if hits and criteria.asks_modseq else b""
    session.tell(b"SEARCH" + numbers + highest)
    return "searched"


def _holds(criteria: Criteria, view: View, message: Message) -> bool:
    try:
        return criteria.test(Found(message, message.uid in view.recent, lambda: view.mailbox.raw(message.uid)))
    except FileNotFoundError:
        return False  # expunged by another session meanwhile


SELECTED: dict[str, Handler] = {"FETCH": fetch, "UID FETCH": fetch, "SEARCH": search, "UID SEARCH": search}

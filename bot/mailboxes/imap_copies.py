"""Our copies in Drafts and Sent: put there once, found by Message-ID, removed only while they are ours."""

from collections.abc import Sequence

from bot.mailboxes.imap_places import Handle, handle_of
from bot.mailboxes.imap_session import Fetched, Session
from bot.mailboxes.message_ids import MESSAGE_ID, ORIGINAL_ID, carries, header, same_bytes
from bot.ports import BadAnswer


def keep(session: Session, folder: str, raw: bytes, flags: Sequence[bytes], live_only: bool) -> Handle:
    """File the message unless the same bytes lie there already; where it lies. Raises the edge errors."""
    lying = _same(session, folder, raw, live_only)
    if lying:
        return lying
    before = session.open(folder).highest
    told = session.append(folder, raw, flags)
    filed = told or _same(session, folder, raw, live_only, above=before)
    if filed is None:
        raise BadAnswer(f"The server took a copy into the folder {folder} but does not show it; look for it there.")
    return filed


def find(
    session: Session, folder: str, message_id: str, live_only: bool, names: Sequence[str] = (MESSAGE_ID,)
) -> tuple[Handle, bytes] | None:
    """The newest message that carries this id in one of the headers, the first header first."""
    validity = session.open(folder).validity
    for name in names:
        for uid in reversed(session.with_header(name, message_id, live_only)):
            # The search means "contains", and some servers search their index by words.
            head = session.messages([uid], whole=False).get(uid)
            if head and head.raw and carries(head.raw, message_id, [name]):
                whole = session.messages([uid]).get(uid)
                if whole and whole.raw:
                    return Handle(folder, validity, uid), whole.raw
    return None


def find_sent(session: Session, folder: str, message_id: str) -> bytes | None:
    """The copy in Sent under this Message-ID, or under another that the server gave it instead."""
    found = find(session, folder, message_id, live_only=False, names=(MESSAGE_ID, ORIGINAL_ID))
    return found[1] if found else None


def draft(session: Session, handle_text: str, write: bool = False) -> tuple[int, bytes] | None:
    """UID and bytes of the copy under this handle; None when it is gone, or marked \\Deleted by a mail program."""
    handle = handle_of(handle_text)
    if handle is None or handle.folder not in {folder.name for folder in session.folders()}:
        return None
    if session.open(handle.folder, write).validity != handle.validity:
        return None
    found: Fetched | None = session.messages([handle.uid]).get(handle.uid)
    return (handle.uid, found.raw) if found and found.raw and not found.deleted else None


def remove_draft(session: Session, handle_text: str) -> bool:
    """Remove the copy under this handle; False when it was gone."""
    found = draft(session, handle_text, write=True)
    if found:
        session.remove(found[0])
    return found is not None


def _same(session: Session, folder: str, raw: bytes, live_only: bool, above: int | None = None) -> Handle | None:
    """Where these very bytes lie; with `above`, among the messages with UIDs above that one."""
    validity = session.open(folder).validity
    own = header(raw, MESSAGE_ID)
    if own and own.isascii():
        candidates = session.with_header(MESSAGE_ID, own, live_only)
    else:
        # Without a Message-ID only what came just now can be ours.
        candidates = session.after(above) if above is not None else []
    for uid in reversed([uid for uid in candidates if uid > (above or 0)]):
        found = session.messages([uid]).get(uid)
        if found and found.raw and same_bytes(found.raw, raw):
            return Handle(folder, validity, uid)
    return None

"""Reads what is new in the inbox, junk and sent folders, so that no message is lost and none stops the others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from bot.mailboxes.folders import INBOX, JUNK, SENT
from bot.mailboxes.imap_places import Place, cursor_of, places_of
from bot.mailboxes.imap_session import Fetched, Outline, Session, Standing
from bot.mailboxes.message_ids import header
from bot.ports import BadAnswer, EdgeError, Incoming, Refused, Throttled, Unreachable

READ = (INBOX, JUNK, SENT)
TOO_LARGE = 50 * 1024 * 1024
"""Octets; of a message above it only the headers are fetched."""

_BATCH = 500
_BATCH_OCTETS = 16 * 1024 * 1024
_UNKNOWN_DATE = datetime(1970, 1, 1, tzinfo=UTC)


class Stream:
    """One reading of a mailbox from a cursor to its end. `connect` gives a session, a new one after a failure.

    `folders` are the folder names by role; roles without a folder are left out.
    """

    def __init__(
        self, connect: Callable[[], Session], folders: Mapping[str, str], cursor: str | None, start_date: date | None
    ) -> None:
        self._connect, self._folders, self._start_date = connect, folders, start_date
        known = places_of(cursor)
        self._places = {role: known[role] for role in READ if role in known and role in folders}
        self._may_lose_connection = True
        self._outlines: Mapping[int, Outline] = {}

    def read(self) -> Iterator[Incoming]:
        """Every new message. Raises the edge errors; what was yielded until then counts."""
        # All places first: from the first message on the cursor tells what was there before we came, in every folder.
        for role in READ:
            if role in self._folders and role not in self._places:
                self._places[role] = _first_look(self._connect().open(self._folders[role]))
        for role in READ:
            if role in self._folders:
                yield from self._role(role)

    def _role(self, role: str) -> Iterator[Incoming]:
        session = self._connect()
        standing, place = session.open(self._folders[role]), self._places[role]
        if (place.folder, place.validity) != (standing.folder, standing.validity):
            # UIDs of another UIDVALIDITY mean nothing: read again from the start date, the store knows its mails.
            place = self._places[role] = _first_look(standing)
        uids = _unread(session, place, self._start_date)
        for batch in _slices(uids, _BATCH):
            yield from self._batch(role, batch)

    def _batch(self, role: str, uids: Sequence[int]) -> Iterator[Incoming]:
        self._outlines = self._outlined(role, uids)
        sizes = {uid: outline.octets for uid, outline in self._outlines.items()}
        for group in grouped(uids, sizes, _BATCH_OCTETS):
            if sizes.get(group[0], 0) > TOO_LARGE:
                yield from self._one_by_one(role, group, whole=False)
                continue
            try:
                found = self._session(role).messages(group)
            except Throttled:
                raise
            except EdgeError:
                # One message that the server or the library chokes on must not hide the 499 others.
                yield from self._one_by_one(role, group)
                continue
            yield from self._given(role, group, found)

    def _outlined(self, role: str, uids: Sequence[int]) -> dict[int, Outline]:
        """Outlines as far as known; one damaged message must not keep the others from being fetched."""
        try:
            return self._session(role).outlines(uids)
        except (BadAnswer, Refused):
            return {}

    def _given(self, role: str, uids: Sequence[int], found: Mapping[int, Fetched]) -> Iterator[Incoming]:
        absent = [uid for uid in uids if uid not in found or not found[uid].raw]
        still_there = set(self._session(role).existing(absent)) if absent else set()
        for uid in uids:
            if uid in found and found[uid].raw:
                yield self._incoming(role, uid, found[uid].raw or b"")
            elif uid in still_there:
                yield from self._one_by_one(role, [uid])

    def _one_by_one(self, role: str, uids: Sequence[int], whole: bool = True) -> Iterator[Incoming]:
        for uid in uids:
            found = self._alone(role, uid, whole)
            if isinstance(found, str):
                yield self._incoming(role, uid, b"", found)
            elif found and whole:
                yield self._incoming(role, uid, found.raw or b"", "" if found.raw else "the message is empty")
            elif found:
                yield self._incoming(role, uid, found.raw or b"", "too large")

    def _alone(self, role: str, uid: int, whole: bool) -> Fetched | str | None:
        """The message, why it cannot be fetched, or None when it is gone."""
        try:
            found = self._session(role).messages([uid], whole).get(uid)
            if found and found.raw is not None:
                return found
            return "the server does not give this message" if self._session(role).existing([uid]) else None
        except Throttled:
            raise
        except Unreachable as error:
            return self._lost_connection(role, uid, whole, error)
        except EdgeError as error:
            return str(error)

    def _lost_connection(self, role: str, uid: int, whole: bool, error: Unreachable) -> Fetched | str | None:
        """Some servers hang up on a message that they cannot read; a network that fails does it to any message.

        So it is tried once more, and per reading one message may be given up for it: the next tick goes on behind it.
        """
        if not self._may_lose_connection:
            raise error
        self._may_lose_connection = False
        try:
            return self._session(role).messages([uid], whole).get(uid)
        except Unreachable:
            self._session(role)  # raises when it is the network after all
            return f"the connection broke at this message twice ({error})"

    def _session(self, role: str) -> Session:
        """A session that has the role's folder open, as it was when we found the UIDs."""
        session, place = self._connect(), self._places[role]
        if session.opened != place.folder:
            standing = session.open(place.folder)
            if standing.validity != place.validity:
                raise Unreachable(f"The folder {place.folder} was built anew while it was read; it will be read again.")
        return session

    def _incoming(self, role: str, uid: int, raw: bytes, why: str = "") -> Incoming:
        self._places[role] = replace(self._places[role], uid=uid)
        return Incoming(cursor_of(self._places), role, raw, _received(self._outlines.get(uid), raw), why)


def grouped(uids: Sequence[int], sizes: Mapping[int, int], octets: int) -> Iterator[list[int]]:
    """The UIDs in order, in groups of at most so many octets together; what is larger stands alone."""
    group: list[int] = []
    total = 0
    for uid in uids:
        size = sizes.get(uid, 0)
        if group and total + size > octets:
            yield group
            group, total = [], 0
        group.append(uid)
        total += size
    if group:
        yield group


def _unread(session: Session, place: Place, start_date: date | None) -> list[int]:
    if start_date is None or place.uid >= place.old:
        return session.after(place.uid)
    # An old mail that a colleague moves here later gets a UID above `old`, and is read whatever its date.
    return session.since(place.uid + 1, place.old, start_date) + session.after(place.old)


def _first_look(standing: Standing) -> Place:
    return Place(standing.folder, standing.validity, 0, standing.highest)


def _received(outline: Outline | None, raw: bytes) -> datetime:
    """INTERNALDATE; where the server gives none the sender's date; else 1970, which nobody takes for a date."""
    try:
        told = outline.received_at if outline else None
        stamp = told or parsedate_to_datetime(header(raw, "Date"))
        return stamp.astimezone(UTC) if stamp.tzinfo else stamp.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError):
        return _UNKNOWN_DATE


def _slices(uids: Sequence[int], length: int) -> Iterator[Sequence[int]]:
    for start in range(0, len(uids), length):
        yield uids[start : start + length]

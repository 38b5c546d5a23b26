"""One logged-in IMAP connection as a few typed commands; every complaint of library or server is an edge error."""

import imaplib
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.mailboxes.folders import Listed
from bot.mailboxes.imap_faults import NONSENSE, fault
from bot.mailboxes.imap_places import Handle
from bot.mailboxes.imap_settings import ImapSettings
from bot.mailboxes.wire import GOODBYE_SECONDS
from bot.ports import EdgeError

_APPENDUID = re.compile(rb"\[APPENDUID (\d+) (\d+)\]")
_DELETED = b"\\deleted"


@dataclass(frozen=True)
class Standing:
    """A folder as it was opened: its UIDVALIDITY and the highest UID that was ever given in it."""

    folder: str
    validity: int
    highest: int


@dataclass(frozen=True)
class Outline:
    """What is known of a message before it is fetched. `received_at`: its INTERNALDATE, aware, None when unreadable."""

    octets: int
    received_at: datetime | None


@dataclass(frozen=True)
class Fetched:
    """A message as fetched; `raw` None when the server gave none. `deleted`: marked \\Deleted, not yet expunged."""

    raw: bytes | None
    deleted: bool


class Session:
    """The commands, over a client of the IMAP library that is logged in already.

    Nothing here ever sets \\Seen: folders are opened to read only (EXAMINE) unless `write` is asked for, and messages
    are fetched by BODY.PEEK. All methods raise the edge errors, after which the session is `broken`: an answer may be
    half read, so nothing more can be asked on this connection.
    """

    def __init__(self, client: Any, settings: ImapSettings) -> None:
        self._client = client
        self._settings = settings
        self._listed: tuple[Listed, ...] = ()
        self._opened = ""
        self.broken = False

    @property
    def opened(self) -> str:
        """The folder that is open now; empty when none is."""
        return self._opened

    def folders(self) -> tuple[Listed, ...]:
        """Every folder of the mailbox; asked once per connection."""
        if not self._listed:
            with self._doing("listing the folders"):
                self._listed = tuple(
                    Listed(str(name), frozenset(_text(flag) for flag in flags), _text(delimiter or b""))
                    for flags, delimiter, name in self._client.list_folders()
                )
        return self._listed

    def open(self, folder: str, write: bool = False) -> Standing:
        """Make this the folder of all further commands, with a fresh view of what lies in it."""
        self._opened = ""
        with self._doing(f"opening the folder {folder}"):
            answer = self._client.select_folder(folder, readonly=not write)
            self._opened = folder
            highest = answer.get(b"UIDNEXT", 0) - 1
            if highest < 0:
                highest = max(self._client.search(["UID", "*"]), default=0)
            return Standing(folder, int(answer[b"UIDVALIDITY"]), highest)

    def after(self, uid: int) -> list[int]:
        """UIDs above this one, ascending."""
        # "n:*" means "from the last one down" when n lies above it, so the last one always comes back.
        return sorted(found for found in self._search(["UID", f"{uid + 1}:*"]) if found > uid)

    def since(self, first: int, last: int, day: date) -> list[int]:
        """UIDs of this range whose messages arrived on that day or later, ascending."""
        return sorted(self._search(["UID", f"{first}:{last}", "SINCE", day]))

    def existing(self, uids: Sequence[int]) -> list[int]:
        """Those of the UIDs that are still there, ascending."""
        with self._doing("asking for news"):
            self._client.noop()
        return sorted(self._search(["UID", ",".join(map(str, uids))]) if uids else [])

    def with_header(self, name: str, value: str, live_only: bool) -> list[int]:
        """UIDs whose header contains this value, ascending; `live_only` leaves out what is marked \\Deleted."""
        if not (value.isascii() and value.isprintable()):
            # No id is like that (RFC 5322 3.6.4), and a line break would start another command.
            return []
        return sorted(self._search(["HEADER", name, value, *(["UNDELETED"] if live_only else [])]))

    def deleted(self) -> list[int]:
        """UIDs marked \\Deleted."""
        return sorted(self._search(["DELETED"]))

    def outlines(self, uids: Sequence[int]) -> dict[int, Outline]:
        """Size and arrival of each message that is there."""
        return {uid: _outline(found) for uid, found in self._fetch(uids, ["RFC822.SIZE", "INTERNALDATE"]).items()}

    def messages(self, uids: Sequence[int], whole: bool = True) -> dict[int, Fetched]:
        """Each message that is there, without marking it read; only its header block unless `whole`."""
        part = b"BODY[]" if whole else b"BODY[HEADER]"
        answers = self._fetch(uids, ["BODY.PEEK[]" if whole else "BODY.PEEK[HEADER]", "FLAGS"])
        # A server that tells of a flag change meanwhile makes an entry that holds no body: left out.
        return {uid: _fetched(found, part) for uid, found in answers.items() if part in found}

    def append(self, folder: str, raw: bytes, flags: Sequence[bytes]) -> Handle | None:
        """File a message; its handle where the server tells it (UIDPLUS, RFC 4315), else None."""
        with self._doing(f"filing a copy in the folder {folder}"):
            answer = self._client.append(folder, raw, flags)
        told = _APPENDUID.search(answer if isinstance(answer, bytes) else b"")
        return Handle(folder, int(told[1]), int(told[2])) if told else None

    def remove(self, uid: int) -> None:
        """Mark one message of the folder opened for writing as \\Deleted, and expunge it if that removes no other."""
        with self._doing(f"removing a copy from the folder {self._opened}"):
            self._client.add_flags([uid], [b"\\Deleted"], silent=True)
            if self._client.has_capability("UIDPLUS"):
                self._client.uid_expunge([uid])
            elif self.deleted() == [uid]:
                # Without UIDPLUS an expunge takes all that is marked; what others marked is theirs to expunge.
                self._client.expunge()

    def alive(self) -> bool:
        """Whether the server still answers on this connection."""
        try:
            with self._doing("asking for news"):
                self._client.noop()
        except EdgeError:
            return False
        return True

    def close(self) -> None:
        """Say goodbye; whatever goes wrong with that does not matter any more."""
        with suppress(Exception):
            self._client.socket().settimeout(GOODBYE_SECONDS)
            self._client.logout()
        with suppress(Exception):
            self._client.shutdown()

    def abandon(self) -> None:
        """Close the socket without a goodbye."""
        with suppress(Exception):
            self._client.shutdown()

    def _search(self, criteria: list[object]) -> list[int]:
        with self._doing(f"searching the folder {self._opened}"):
            return [int(uid) for uid in self._client.search(criteria)]

    def _fetch(self, uids: Sequence[int], wanted: Sequence[str]) -> Mapping[int, Mapping[bytes, Any]]:
        # Only lists of ints: the library fails on "1:*" and "1,2" since its version 4.0.
        with self._doing(f"fetching from the folder {self._opened}"):
            found: Mapping[int, Mapping[bytes, Any]] = self._client.fetch(list(uids), list(wanted))
            return found

    @contextmanager
    def _doing(self, doing: str) -> Iterator[None]:
        try:
            yield
        except (imaplib.IMAP4.error, OSError, *NONSENSE) as error:
            self.broken = True
            raise fault(error, self._settings, doing) from error


def _outline(found: Mapping[bytes, Any]) -> Outline:
    octets, received_at = found.get(b"RFC822.SIZE"), found.get(b"INTERNALDATE")
    return Outline(
        octets if isinstance(octets, int) else 0,
        received_at if isinstance(received_at, datetime) and received_at.tzinfo else None,
    )


def _fetched(found: Mapping[bytes, Any], part: bytes) -> Fetched:
    raw, flags = found[part], {flag.lower() for flag in found.get(b"FLAGS") or ()}
    return Fetched(raw if isinstance(raw, bytes) else _as_bytes(raw), _DELETED in flags)


def _as_bytes(raw: object) -> bytes | None:
    """A message of digits alone comes back from the library as a number."""
    return str(raw).encode("ascii") if isinstance(raw, int) else None


def _text(sent: bytes | str) -> str:
    return sent.decode("ascii", "replace") if isinstance(sent, bytes) else str(sent)

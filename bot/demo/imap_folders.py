"""The folders of one user: which there are, where each is kept, which are subscribed."""

import json
import re
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import RLock

from bot.demo.imap_mailbox import Mailbox
from bot.demo.imap_names import SEPARATOR

SPECIAL_USE = {"Drafts": "\\Drafts", "Sent": "\\Sent", "Junk": "\\Junk", "Archive": "\\Archive"}
_LONGEST_NAME = 200
_UNSAFE = re.compile(r"[^\w@ +-]+")


class FolderFault(Exception):
    """A folder cannot be used so; `code` is the response code of RFC 5530 that says it to a client."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


class FolderList:
    """One user's folders below `place`; the list itself is a small JSON file, replaced as a whole."""

    def __init__(self, place: Path, lock: RLock, changed: Callable[[], None]) -> None:
        self._place, self._lock, self._changed = place, lock, changed
        self._file = place / "folders.json"
        self._mailboxes: dict[str, Mailbox] = {}
        self._places: dict[str, str] = {}
        self.subscribed: set[str] = set()
        # Not counted from 1: a folder that was wiped and set up anew must not look like the old one to a client.
        self._next_validity = 1 + secrets.randbelow(2**30)
        place.mkdir(parents=True, exist_ok=True)
        if self._file.exists():
            self._load()
        else:
            self._start()

    def names(self) -> list[str]:
        """The names of all folders, INBOX first."""
        with self._lock:
            return sorted(self._mailboxes, key=lambda name: (name != "INBOX", name))

    def mailbox(self, name: str) -> Mailbox:
        """The folder of that name; raises FolderFault."""
        found = self._mailboxes.get(name)
        if found is None:
            raise FolderFault("NONEXISTENT", "there is no such folder")
        return found

    def create(self, name: str) -> Mailbox:
        """Make a folder; a name that existed before gets a greater UIDVALIDITY (RFC 3501 6.3.3); raises FolderFault."""
        with self._lock:
            self._must_be_free(name)
            made = self._add(name)
            self._save()
        self._changed()
        return made

    def delete(self, name: str) -> None:
        """Remove a folder with its messages; folders below it stay; raises FolderFault."""
        if name == "INBOX":
            raise FolderFault("CANNOT", "INBOX stays")
        with self._lock:
            self.mailbox(name).deleted = True
            del self._mailboxes[name]
            place = self._places.pop(name)
            self._save()
            shutil.rmtree(self._place / place, ignore_errors=True)
        self._changed()

    def rename(self, old: str, new: str) -> None:
        """Rename a folder and those below it; from INBOX the messages move out (RFC 3501 6.3.5); raises FolderFault."""
        with self._lock:
            going = [name for name in self._mailboxes if name == old or name.startswith(old + SEPARATOR)]
            if not going:
                raise FolderFault("NONEXISTENT", "there is no such folder")
            for name in [old, *going]:
                self._must_be_free(new + name.removeprefix(old))
            if old == "INBOX":
                self._move_all(self.mailbox("INBOX"), self._add(new))
            else:
                for name in going:
                    self._rename_one(name, new + name.removeprefix(old))
            self._save()
        self._changed()

    def subscribe(self, name: str, wanted: bool) -> None:
        """Note whether a user wants to see a folder; it need not exist (RFC 3501 6.3.6)."""
        with self._lock:
            (self.subscribed.add if wanted else self.subscribed.discard)(name)
            self._save()

    def _must_be_free(self, name: str) -> None:
        if name in self._mailboxes:
            raise FolderFault("ALREADYEXISTS", "there is a folder of that name")
        if not all(name.split(SEPARATOR)) or not name.isprintable() or len(name) > _LONGEST_NAME:
            raise FolderFault("CANNOT", "a folder cannot have that name")

    def _add(self, name: str) -> Mailbox:
        validity, self._next_validity = self._next_validity, self._next_validity + 1
        self._places[name] = f"{_UNSAFE.sub('_', name)[:60]}.{validity}"
        return self._open(name, validity)

    def _open(self, name: str, validity: int) -> Mailbox:
        place = self._place / self._places[name]
        self._mailboxes[name] = Mailbox(place, name, validity, self._lock, self._changed)
        return self._mailboxes[name]

    def _rename_one(self, old: str, new: str) -> None:
        """Only the list changes: the messages stay where they are, and so do their UIDs."""
        self._mailboxes[new] = self._mailboxes.pop(old)
        self._mailboxes[new].name = new
        self._places[new] = self._places.pop(old)

    def _move_all(self, source: Mailbox, target: Mailbox) -> None:
        for message in source.messages():
            target.add(source.raw(message.uid), message.date, message.flags)
        source.remove(message.uid for message in source.messages())

    def _start(self) -> None:
        for name in ("INBOX", *SPECIAL_USE):
            self._add(name)
        self.subscribed = {"INBOX", *SPECIAL_USE}
        self._save()

    def _load(self) -> None:
        kept = json.loads(self._file.read_text("utf-8"))
        self._next_validity = kept["next_validity"]
        self.subscribed = set(kept["subscribed"])
        for folder in kept["folders"]:
            self._places[folder["name"]] = folder["place"]
            self._open(folder["name"], folder["validity"])

    def _save(self) -> None:
        folders = [
            {"name": name, "validity": box.validity, "place": self._places[name]}
            for name, box in self._mailboxes.items()
        ]
        kept = {"next_validity": self._next_validity, "subscribed": sorted(self.subscribed), "folders": folders}
        fresh = self._file.with_suffix(".new")
        fresh.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
        fresh.replace(self._file)

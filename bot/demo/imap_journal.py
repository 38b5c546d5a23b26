"""What is known about the messages of one folder, as lines that a kill at any moment cannot spoil."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Message:
    """One message as IMAP sees it, without its octets.

    `size` is in octets; `date` is the internal date, aware; `modseq` tells when its flags last changed (RFC 7162).
    """

    uid: int
    size: int
    date: datetime
    modseq: int
    flags: frozenset[str] = frozenset()


@dataclass
class Contents:
    """What a journal adds up to: the next UID, the highest mod-sequence and the messages by UID, ascending."""

    uid_next: int = 1
    modseq: int = 1
    messages: dict[int, Message] = field(default_factory=dict)


def added(message: Message) -> dict[str, Any]:
    """The journal entry of a new message."""
    return {
        "uid": message.uid,
        "size": message.size,
        "date": message.date.isoformat(),
        "flags": sorted(message.flags),
        "modseq": message.modseq,
    }


def flagged(message: Message) -> dict[str, Any]:
    """The journal entry of a message whose flags are now these."""
    return {"uid": message.uid, "flags": sorted(message.flags), "modseq": message.modseq}


def removed(uids: Iterable[int], modseq: int) -> dict[str, Any]:
    """The journal entry of messages that are gone."""
    return {"gone": sorted(uids), "modseq": modseq}


def append(path: Path, entries: Iterable[dict[str, Any]]) -> None:
    """Add entries in one write; a process that dies leaves at most one torn last line."""
    with path.open("ab") as journal:
        journal.write(b"".join(json.dumps(entry).encode() + b"\n" for entry in entries))


def load(path: Path) -> Contents:
    """Fold a journal, and write it anew when it holds a torn line or much that is past."""
    lines = path.read_bytes().splitlines(keepends=True) if path.exists() else []
    contents, torn = Contents(), False
    for line in lines:
        try:
            _apply(contents, json.loads(line))
        except (ValueError, KeyError):
            torn = True
    if torn or len(lines) > 2 * len(contents.messages) + 10 or (lines and not lines[-1].endswith(b"\n")):
        _rewrite(path, contents)
    return contents


def _apply(contents: Contents, entry: dict[str, Any]) -> None:
    """Fold one entry; the counters only grow, so that no UID is ever given twice (RFC 3501 2.3.1.1)."""
    contents.modseq = max(contents.modseq, entry["modseq"])
    contents.uid_next = max(contents.uid_next, entry.get("uid_next", 1), entry.get("uid", 0) + 1)
    for uid in entry.get("gone", ()):
        contents.messages.pop(uid, None)
    if "size" in entry:
        when, flags = datetime.fromisoformat(entry["date"]), frozenset(entry["flags"])
        contents.messages[entry["uid"]] = Message(entry["uid"], entry["size"], when, entry["modseq"], flags)
    elif "uid" in entry and entry["uid"] in contents.messages:
        known = contents.messages[entry["uid"]]
        changed = replace(known, flags=frozenset(entry["flags"]), modseq=entry["modseq"])
        contents.messages[entry["uid"]] = changed


def _rewrite(path: Path, contents: Contents) -> None:
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    append(fresh, [{"uid_next": contents.uid_next, "modseq": contents.modseq}])
    append(fresh, map(added, contents.messages.values()))
    fresh.replace(path)

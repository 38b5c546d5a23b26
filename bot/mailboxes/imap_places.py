"""Where reading stands in each folder, and which message a handle means: texts that only the IMAP mailbox reads."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Place:
    """All up to `uid` was read. UIDs up to `old` were there at the first look: of them only mail since the start date.

    A UID means something only together with its folder and UIDVALIDITY (RFC 3501 2.3.1.1).
    """

    folder: str
    validity: int
    uid: int
    old: int


@dataclass(frozen=True)
class Handle:
    """One message for as long as its folder's UIDVALIDITY stays."""

    folder: str
    validity: int
    uid: int


def cursor_of(places: Mapping[str, Place]) -> str:
    """The places by role, as text."""
    return json.dumps({role: asdict(place) for role, place in places.items()}, ensure_ascii=False)


def places_of(cursor: str | None) -> dict[str, Place]:
    """The places in a cursor; none for a text that is no cursor of ours: reading twice is harmless, skipping is not."""
    try:
        found = json.loads(cursor or "{}")
        return {role: Place(p["folder"], int(p["validity"]), int(p["uid"]), int(p["old"])) for role, p in found.items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def handle_text(handle: Handle) -> str:
    """The handle as the store keeps it."""
    return json.dumps(asdict(handle), ensure_ascii=False)


def handle_of(text: str) -> Handle | None:
    """The handle in a text; None when it is none of ours (another kind of mailbox gave it)."""
    try:
        found = json.loads(text)
        return Handle(found["folder"], int(found["validity"]), int(found["uid"]))
    except (ValueError, TypeError, KeyError):
        return None

"""A ledger that is handed its snapshot: for tests, for the demo, and for programs that already hold the data."""

from collections.abc import Mapping

from bot.core.receivables import Snapshot
from bot.ports import LedgerFaults, Unreachable


class MemoryLedger:
    """Gives the snapshot it was handed, or fails as it was told to."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._now: Snapshot | LedgerFaults | Unreachable = snapshot

    def put(self, now: Snapshot | LedgerFaults | Unreachable) -> None:
        """What the next `read` gives, or raises."""
        self._now = now

    def read(self) -> Snapshot:
        """The present snapshot. Raises what was put."""
        if isinstance(self._now, Snapshot):
            return self._now
        raise self._now


class MemoryFiles:
    """Invoice PDFs by name."""

    def __init__(self, pdfs: Mapping[str, bytes]) -> None:
        self._pdfs = dict(pdfs)

    def pdf(self, name: str) -> bytes | None:
        """The invoice's PDF, or None."""
        return self._pdfs.get(name)

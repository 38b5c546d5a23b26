"""All the books together: what `bot.ports.Books` promises, inside one transaction."""

from bot.core.receivables import Snapshot
from bot.store.day_books import DayBooks
from bot.store.desk_books import DeskBooks
from bot.store.history_books import HistoryBooks
from bot.store.inbound_books import InboundBooks
from bot.store.ledger_books import LedgerBooks
from bot.store.outbox_books import OutboxBooks


class SqlBooks(LedgerBooks, HistoryBooks, InboundBooks, OutboxBooks, DeskBooks, DayBooks):
    """The books of one open transaction; useless after its end."""

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """As `LedgerBooks` says; it moves next action dates, so plans made before are written before."""
        self.settle_plans()
        super().keep_snapshot(snapshot)

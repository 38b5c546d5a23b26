"""Folds every history anew and corrects the cached folds: after a change of the fold, or out of doubt."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sqlalchemy import Connection, select

from bot.core.case import Case, fold
from bot.store.codec import case_from_json, case_to_json
from bot.store.history_books import recorded_of
from bot.store.tables import FACT, STANDING
from bot.store.within import WithinTransaction, batches

_FACTS = select(FACT.c.account, FACT.c.seq, FACT.c.at, FACT.c.day, FACT.c.type, FACT.c.body)
_ACCOUNTS_AT_ONCE = 2000
_EMPTY = (0, Case())


def rebuild(db: Connection) -> int:
    """How many cached folds were wrong; they are corrected and their accounts due, whatever the policy."""
    return sum(_Corrections(db).correct(accounts) for accounts in batches(_accounts(db), _ACCOUNTS_AT_ONCE))


def _accounts(db: Connection) -> Iterator[str]:
    """Every account that has a history or a standing, by number, read in pages."""
    after = ""
    while True:
        known = select(STANDING.c.account).where(STANDING.c.account > after)
        heard = select(FACT.c.account).where(FACT.c.account > after)
        page = known.union(heard).order_by("account").limit(_ACCOUNTS_AT_ONCE)
        accounts = list(db.scalars(page))
        if not accounts:
            return
        yield from accounts
        after = accounts[-1]


class _Corrections(WithinTransaction):
    """Compares cached folds with their histories."""

    def correct(self, accounts: Sequence[str]) -> int:
        """How many of these were wrong."""
        folded, cached = self._folded(accounts), self._cached(accounts)
        wrong = [account for account in accounts if folded.get(account, _EMPTY) != cached.get(account)]
        for account in wrong:
            seq, case = folded.get(account, _EMPTY)
            row = {"account": account, "seq": seq, "body": case_to_json(case), "policy_hash": ""}
            self._put(STANDING, row, key=["account"])
        return len(wrong)

    def _folded(self, accounts: Sequence[str]) -> dict[str, tuple[int, Case]]:
        query = _FACTS.where(FACT.c.account.in_(accounts)).order_by(FACT.c.account, FACT.c.seq)
        histories = groupby(self._db.execute(query), key=lambda row: row[0])
        folds = {}
        for account, rows in histories:
            history = [recorded_of(row[1:]) for row in rows]
            folds[account] = (history[-1].seq, fold(history))
        return folds

    def _cached(self, accounts: Sequence[str]) -> dict[str, tuple[int, Case]]:
        query = select(STANDING.c.account, STANDING.c.seq, STANDING.c.body).where(STANDING.c.account.in_(accounts))
        return {account: (seq, case_from_json(body)) for account, seq, body in self._db.execute(query)}

"""The books' histories: append-only facts, and the cached fold of each account that says when to look again."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select, update
from sqlalchemy.exc import IntegrityError

from bot.core.case import Case, fold
from bot.core.drafts import Conflict
from bot.core.history import Fact, Recorded
from bot.ports import Standing
from bot.store.codec import case_from_json, case_to_json, fact_from_json, fact_to_json
from bot.store.lists import as_json, one_of, plan_update
from bot.store.tables import FACT, STANDING
from bot.store.within import WithinTransaction, batches

_NEW_FACTS = FACT.insert()
_RECORDED = select(FACT.c.seq, FACT.c.at, FACT.c.day, FACT.c.type, FACT.c.body)
_STANDING = select(STANDING.c.account, STANDING.c.seq, STANDING.c.body, STANDING.c.next_action)
# Statements with parameters are built once: building one costs as much as running it.
_ONE = _STANDING.where(STANDING.c.account == bindparam("of_account"))
_LOCKED = _ONE.with_for_update()
_FOLDED = (
    update(STANDING)
    .where(STANDING.c.account == bindparam("of_account"))
    .values(seq=bindparam("new_seq"), body=bindparam("new_body"), next_action=bindparam("new_next"))
)


def recorded_of(row: Sequence[Any]) -> Recorded:
    """A fact as it was appended, from seq, at, day, type and body."""
    seq, at, day, name, body = row
    return Recorded(seq, at, day, fact_from_json(name, body))


def standing_of(row: Sequence[Any]) -> Standing:
    """A cached fold, from account, seq, body and next action."""
    account, seq, body, next_action = row
    return Standing(account, seq, case_from_json(body), next_action)


class HistoryBooks(WithinTransaction):
    """What was done and heard, and where each account stands."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._read: dict[str, tuple[int, date | None]] = {}
        self._planned: dict[str, tuple[date | None, str]] = {}

    def history(self, account: str) -> Sequence[Recorded]:
        """Every fact of the account in order. Linear in their number, by primary key."""
        query = _RECORDED.where(FACT.c.account == account).order_by(FACT.c.seq)
        return [recorded_of(row) for row in self._db.execute(query)]

    def facts_of_day(self, day: date) -> Sequence[tuple[str, Recorded]]:
        """Every fact of a business day with its account, in the order in which they happened. One indexed query."""
        query = _RECORDED.add_columns(FACT.c.account).where(FACT.c.day == day)
        rows = self._db.execute(query.order_by(FACT.c.at, FACT.c.account, FACT.c.seq))
        return [(account, recorded_of(told)) for *told, account in rows]

    def append(self, account: str, after_seq: int, facts: Sequence[Fact], at: datetime, day: date) -> Standing:
        """Append after `after_seq`; the account is due on `day`. Three statements, whatever the history's length.

        Raises `Conflict` when somebody appended since `after_seq` was read.
        """
        before = self._locked(account)
        if before.seq != after_seq:
            raise Conflict(f"account {account} stands at fact {before.seq}, not at {after_seq}: somebody was faster")
        new = [Recorded(after_seq + place, at, day, fact) for place, fact in enumerate(facts, 1)]
        if not new:
            return before
        self._write_facts(account, new)
        next_action = day if before.next_action is None else min(day, before.next_action)
        after = Standing(account, new[-1].seq, fold(new, before.case), next_action)
        row = {"new_seq": after.seq, "new_body": case_to_json(after.case), "new_next": next_action}
        self._db.execute(_FOLDED, {"of_account": account, **row})
        self._read[account] = (after.seq, next_action)
        return after

    def _locked(self, account: str) -> Standing:
        """The standing, held until the transaction ends; made first when the account has no history yet.

        SQLite's transaction already excludes every other writer; on PostgreSQL the row lock lets the slower of two
        writers see the seq of the faster one, instead of breaking its whole transaction on the unique index.
        """
        self._write_plan_of(account)
        row = self._db.execute(_LOCKED, {"of_account": account}).first()
        if row is None:
            self._new(STANDING, _fresh(account, None), unless=["account"])
            row = self._db.execute(_LOCKED, {"of_account": account}).one()
        return standing_of(row)

    def _write_facts(self, account: str, new: Sequence[Recorded]) -> None:
        rows = []
        for recorded in new:
            name, body = fact_to_json(recorded.fact)
            told = {"seq": recorded.seq, "at": recorded.at, "day": recorded.day, "type": name, "body": body}
            rows.append({"account": account, **told})
        try:
            self._db.execute(_NEW_FACTS, rows)
        except IntegrityError as error:
            raise Conflict(f"somebody appended to account {account} at the same time") from error

    def standing(self, account: str) -> Standing:
        """The cached fold; an account without history stands at seq 0 with an empty case. One look-up."""
        self._write_plan_of(account)
        row = self._db.execute(_ONE, {"of_account": account}).first()
        if row is None:
            return Standing(account, 0, Case(), None)
        self._read[account] = (row[1], row[3])
        return standing_of(row)

    def standings(self, accounts: Sequence[str]) -> Mapping[str, Standing]:
        """The cached folds of a batch. One query per 5,000 accounts; 7 µs for a quiet account, 30 µs for a busy one."""
        self._write_plans()
        found: dict[str, Standing] = {}
        for batch in batches(accounts):
            for row in self._db.execute(_STANDING.where(one_of(self._db, STANDING.c.account, batch))).all():
                found[row[0]] = standing_of(row)
                self._read[row[0]] = (row[1], row[3])
        missing = (account for account in accounts if account not in found)
        return found | {account: Standing(account, 0, Case(), None) for account in missing}

    def due_accounts(self, day: date, policy_hash: str, after: str, limit: int) -> Sequence[str]:
        """The next accounts to look at. All pages of one pass together read one covering index once."""
        self._write_plans()
        due = or_(STANDING.c.next_action <= day, STANDING.c.policy_hash != policy_hash)
        query = select(STANDING.c.account).where(STANDING.c.account > after, due)
        return list(self._db.scalars(query.order_by(STANDING.c.account).limit(limit)))

    def plan_next(self, account: str, next_action: date | None, policy_hash: str) -> None:
        """When to look at the account again. Collected, and written in one go before the next read or the commit.

        When the account's standing was read in this transaction and somebody changed it since (PostgreSQL lets them),
        theirs stays: the account is due again, and nothing that happened meanwhile is slept through.
        """
        self._planned[account] = (next_action, policy_hash)

    def _write_plan_of(self, account: str) -> None:
        """Only if it has one: a look at one account must not break the others' plans into small writes."""
        if account in self._planned:
            self._write_plans()

    def _write_plans(self) -> None:
        planned, self._planned = self._planned, {}
        as_read, blind = [], []
        for account, (next_action, policy_hash) in planned.items():
            new = {"account": account, "next_action": next_action, "policy_hash": policy_hash}
            if account in self._read:
                seq, next_read = self._read[account]
                as_read.append({**new, "seq": seq, "next_read": next_read})
                self._read[account] = (seq, next_action)
            else:
                blind.append({**_fresh(account, next_action), "policy_hash": policy_hash})
        for batch in batches(as_read):
            self._db.execute(plan_update(self._db.dialect.name), {"plans": as_json(batch)})
        for batch in batches(blind):
            self._upsert_plans(batch)

    def _upsert_plans(self, rows: Sequence[Mapping[str, Any]]) -> None:
        statement = self._insert(STANDING)
        new = {"next_action": statement.excluded.next_action, "policy_hash": statement.excluded.policy_hash}
        self._db.execute(statement.on_conflict_do_update(index_elements=["account"], set_=new), list(rows))

    def settle_plans(self) -> None:
        """Write what `plan_next` collected and forget what was read: before the commit, and before dates are moved."""
        self._write_plans()
        self._read.clear()


def _fresh(account: str, next_action: date | None) -> dict[str, Any]:
    return {"account": account, "seq": 0, "body": "{}", "next_action": next_action, "policy_hash": ""}

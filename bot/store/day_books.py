"""The books' days: what was held and why, and the small switches that live with the data."""

import json
from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, select

from bot.ports import Held
from bot.store.lists import one_of
from bot.store.tables import HELD, SETTING
from bot.store.within import WithinTransaction, batches


class DayBooks(WithinTransaction):
    """What is known of a day, and of the house."""

    def keep_held(self, day: date, held: Sequence[Held]) -> None:
        """Replace what is known of these accounts on that day. Two statements per 5,000 accounts.

        Raises ValueError for something held on another day.
        """
        if any(one.day != day for one in held):
            raise ValueError(f"only what is held on {day} can be kept for {day}")
        last = {one.account: one for one in held}
        for batch in batches(last.values()):
            known = one_of(self._db, HELD.c.account, [one.account for one in batch])
            self._db.execute(delete(HELD).where(HELD.c.day == day, known))
            rows = [{"day": day, "account": o.account, "reasons": json.dumps(o.reasons)} for o in batch if o.reasons]
            if rows:
                self._db.execute(HELD.insert(), rows)

    def held(self, day: date) -> Sequence[Held]:
        """What is held on that day, by account. Linear in its number."""
        query = select(HELD.c.account, HELD.c.reasons).where(HELD.c.day == day).order_by(HELD.c.account)
        return [Held(account, day, tuple(json.loads(reasons))) for account, reasons in self._db.execute(query)]

    def setting(self, name: str) -> str:
        """A switch's value; empty when never set. One look-up."""
        return self._db.scalar(select(SETTING.c.value).where(SETTING.c.name == name)) or ""

    def keep_setting(self, name: str, value: str) -> None:
        """Set the switch."""
        self._put(SETTING, {"name": name, "value": value}, key=["name"])

"""A collector at the command line of a story's house."""

from datetime import date

import pytest

from bot.core.drafts import DraftState
from tests.cli.told import Told, at_house
from tests.stories.house import House, Row

MONDAY = date(2026, 3, 9)
CLIENT = "compta@boulangerie.example"
F1 = Row("C001", "F-101", date(2026, 3, 2), "1284.60")
F2 = Row("C001", "F-102", date(2026, 3, 2), "500.00")
DISPUTE = "Bonjour,\n\nNous contestons la facture F-101 : le prix convenu était de 1 000,00 €.\n\nCordialement"
By = tuple[str, str]
ANN: By = ("--by", "Ann Example")


class Desk:
    """A collector at the command line."""

    def __init__(self, house: House, capsys: pytest.CaptureFixture[str]) -> None:
        self.house, self.capsys = house, capsys

    def __call__(self, *arguments: str) -> Told:
        return at_house(self.house, self.capsys, "review", *arguments)

    def disputed(self) -> str:
        """A client disputes an invoice; the id of the drafted answer."""
        self.house.rows = [F1, F2]
        self.house.day(MONDAY)
        letter = self.house.arrived()[0] if self.house.mode == "live" else None
        self.house.client_writes(CLIENT, DISPUTE, answers=letter)
        self.house.day(MONDAY, hour=11)
        (draft,) = self.drafts(DraftState.OPEN)
        return draft

    def drafts(self, state: DraftState) -> list[str]:
        with self.house.world.store.transaction() as books:
            return [draft.id for draft in books.drafts((state,))]

    def tasks(self) -> list[str]:
        with self.house.world.store.transaction() as books:
            return [task.kind for task in books.tasks()]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")

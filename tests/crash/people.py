"""What people do between a death and the next pass, or after it: decide a draft, or use its copy in the mailbox."""

from collections.abc import Callable, Iterator
from contextlib import suppress

from bot.core.drafts import Conflict, DraftAnswer, DraftState
from bot.core.outbox import RowKind, RowState
from bot.demo.scene import Customer
from bot.steps import decisions, review
from bot.steps.world import Tick, World
from tests.crash import scene
from tests.crash.stage import main_box

Person = Callable[[World, Tick], None]
"""Somebody who may come by. Raises Conflict when the desk tells them that it cannot be done."""
POSTSCRIPT = b"\r\nP.S.\r\n"


def nobody(world: World, tick: Tick) -> None:
    """Nobody comes by."""


def approves(customer: Customer) -> Person:
    """Approves the customer's draft if it is still open."""

    def person(world: World, tick: Tick) -> None:
        for draft in _open_drafts(world, customer):
            review.approve(world, tick, draft.id, draft.version, scene.COLLECTOR)

    return person


def edits(customer: Customer) -> Person:
    """Changes the text of the customer's draft at the desk, if nobody did yet."""

    def person(world: World, tick: Tick) -> None:
        for draft in _open_drafts(world, customer):
            if draft.version == 1:
                review.edit(world, draft.id, 1, f"{draft.text}\n\nÀ bientôt")

    return person


def refuses(customer: Customer) -> Person:
    """Refuses the customer's draft if it is still open."""

    def person(world: World, tick: Tick) -> None:
        for draft in _open_drafts(world, customer):
            review.refuse(world, tick, draft.id, draft.version, scene.COLLECTOR, "we called them")

    return person


def sends_from_drafts(customer: Customer) -> Person:
    """Sends the copy that lies in Drafts, as a mail program does it: out, into Sent, away from Drafts."""

    def person(world: World, tick: Tick) -> None:
        for draft in _open_drafts(world, customer):
            box = main_box(world)
            lying = box.inbox.find_draft(draft.message_id)
            if lying:
                box.sender.send(lying[1], draft.recipient)
                box.inbox.keep_sent(lying[1])
                box.inbox.remove_draft(lying[0])

    return person


def edits_in_drafts(customer: Customer) -> Person:
    """Changes the copy that lies in Drafts, as a mail program does it: a new message in place of the old one."""

    def person(world: World, tick: Tick) -> None:
        for draft in _open_drafts(world, customer):
            inbox = main_box(world).inbox
            lying = inbox.find_draft(draft.message_id)
            if lying:
                inbox.keep_draft(lying[1] + POSTSCRIPT)
                inbox.remove_draft(lying[0])

    return person


def one_after_the_other(*people: Person) -> Person:
    """Each of them in turn; who is told that something cannot be done leaves it at that."""

    def person(world: World, tick: Tick) -> None:
        for each in people:
            with suppress(Conflict):
                each(world, tick)

    return person


def settles_what_is_unclear(world: World, tick: Tick, arrived: Callable[[str], bool]) -> None:
    """Asks the clients whether a mail arrived, and says so at the desk."""
    with world.store.transaction() as books:
        unknown = [row for row in books.rows((RowState.UNKNOWN,)) if row.kind is not RowKind.DIGEST]
    for row in unknown:
        decisions.settle_unclear(world, tick, row.id, arrived(row.id), scene.COLLECTOR)


def _open_drafts(world: World, customer: Customer) -> Iterator[DraftAnswer]:
    with world.store.transaction() as books:
        found = books.drafts((DraftState.OPEN,))
    return (draft for draft in found if draft.account == customer.number)

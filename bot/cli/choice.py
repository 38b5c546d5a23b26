"""One decision of a named person on the command line, and what several kinds of decision need."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from bot.cli.choosing import account_named
from bot.cli.events import detail
from bot.cli.mail_page import account_title
from bot.cli.words import say
from bot.core.reasons import event_sentence, task_sentence
from bot.steps import decisions
from bot.steps.world import Event, Tick, World


@dataclass(frozen=True)
class Choice:
    """One decision: `typed` names what it is about, `by` is the person, `options` the rest of the command line."""

    world: World
    tick: Tick
    typed: str
    by: str
    options: argparse.Namespace

    @property
    def language(self) -> str:
        """The company's."""
        return self.world.company.language

    def say(self, code: str, **figures: object) -> str:
        """Words in that language."""
        return say(self.language, code, **figures)

    def told(self, event: Event) -> str:
        """What the step reports, and on which account."""
        with self.world.store.transaction() as books:
            who = account_title(books, event.account, self.language)
        about = detail(event, self.language) if event.what in ("task_done", "dispute_closed") else ""
        words = event_sentence(event.step, event.what, self.language)
        return f"{words} – {who}" + (f" ({about})" if about else "")


def account_of(choice: Choice) -> str:
    """The account that is meant, as the ledger writes its number. Raises Conflict."""
    with choice.world.store.transaction() as books:
        return account_named(books, choice.typed, choice.language)


def finish(choice: Choice, account: str, kind: str, mail: str = "") -> Iterator[str]:
    """The tasks that asked for this very decision are done with it."""
    with choice.world.store.transaction() as books:
        asked = [t for t in books.tasks(account) if t.kind == kind and (not mail or t.mail == mail)]
    for task in asked:
        decisions.finish_task(choice.world, choice.tick, task.id, choice.by, choice.options.reason)
        yield choice.say("also_done", what=task_sentence(task.kind, task.why, choice.language))

"""Every fault of the templates at once, before anything starts: what is missing, what breaks, what is no field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jinja2 import TemplateError

from bot.letters.environment import LetterEnvironment
from bot.letters.samples import samples
from bot.ports import Fault, TemplateFault

if TYPE_CHECKING:
    from bot.letters.render import JinjaLetters

ANSWER_FRAME = "answers/frame"


def faults(letters: JinjaLetters, environments: Sequence[LetterEnvironment]) -> list[Fault]:
    """Faults in reading order; one template with three faulty situations is told once."""
    broken = list(_compiled(environments))
    return broken or [*_missing(letters), *_rendered(letters)]


def _compiled(environments: Sequence[LetterEnvironment]) -> Iterator[Fault]:
    for env in environments:
        for name in sorted(env.names):
            if f".{env.medium}." not in name:
                continue
            try:
                env.get_template(name)
            except TemplateError as error:
                line = getattr(error, "lineno", None)
                yield Fault(
                    f"{name}, line {line}" if line else name, str(error), "compare it with the shipped template"
                )


def _missing(letters: JinjaLetters) -> Iterator[Fault]:
    """A template that one language has and another has not."""
    every = sorted({name for language in letters.languages for name in letters.names(language)})
    for language in letters.languages:
        for name in every:
            if name not in letters.names(language):
                what = f"is missing, while another language has it: {name}"
                yield Fault(f"{language}/{name}.txt.j2", what, f"write it, or remove {name} everywhere")


def _rendered(letters: JinjaLetters) -> Iterator[Fault]:
    for language in letters.languages:
        for name in letters.names(language):
            if name != ANSWER_FRAME:
                yield from _tried(letters, language, name)


def _tried(letters: JinjaLetters, language: str, name: str) -> Iterator[Fault]:
    template = ANSWER_FRAME if name.startswith("answers/") else name
    for situation, fields in samples(name).items():
        try:
            letters.render(template, language, {**fields, "language": language})
        except TemplateFault as error:
            yield Fault(f"{language}/{name}", f"{error} (tried with: {situation})", "use a field, or correct its name")
            return

"""Letters from templates: subject, text and HTML in one language, every figure of them a field."""

import re
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

from bot.letters.check import faults
from bot.letters.environment import FRAME, LetterEnvironment
from bot.letters.figures import Trace, bare
from bot.letters.formats import typeset
from bot.letters.visible import visible
from bot.mail.to_html import blocks_to_html, text_to_html
from bot.ports import Fault, Letter, TemplateFault

SUBJECT = "Subject:"


class JinjaLetters:
    """Templates in folders laid out as `<language>/<family>/<name>.txt.j2`; the first folder that has a file wins.

    A template is read once. Its HTML part is the same template run with the HTML forms of what it includes, or
    `<name>.html.j2` where there is one; the HTML of an answer is made from its text, as after a person's edit.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._text = LetterEnvironment(folders, "txt")
        self._html = LetterEnvironment(folders, "html")

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have templates."""
        return self._text.languages

    def names(self, language: str) -> tuple[str, ...]:
        """The templates of a language as `render` takes them, parts left out."""
        found = (n.removeprefix(f"{language}/").split(".")[0] for n in self._text.names if n.startswith(f"{language}/"))
        return tuple(sorted({name for name in found if not name.startswith("parts/")}))

    def render(self, template: str, language: str, fields: Mapping[str, object]) -> Letter:
        """The letter `template` ("reminders/first") in this language. `fields` as `letter_fields.as_fields` gives them.

        Raises TemplateFault: no such language or template, an unknown field, a figure that is no field.
        """
        self._must_exist(template, language)
        try:
            return self._letter(template, language, fields)
        except Exception as error:
            # Whatever a template does wrong holds its own letter only; the others go.
            raise TemplateFault(f"{_place(error, f'{language}/{template}')}: {_what(error)}") from error

    def check(self) -> list[Fault]:
        """Every fault of every template in every language, found by compiling them and rendering sample letters."""
        return faults(self, (self._text, self._html))

    def _must_exist(self, template: str, language: str) -> None:
        if language not in self.languages:
            have = ", ".join(self.languages) or "none"
            raise TemplateFault(f"There are no templates in language {language!r}; there are: {have}.")
        if f"{language}/{template}.txt.j2" not in self._text.names:
            raise TemplateFault(f"There is no template {language}/{template}.txt.j2.")

    def _letter(self, template: str, language: str, fields: Mapping[str, object]) -> Letter:
        trace = Trace(language)
        subject, body = _subject(_run(self._text, f"{language}/{template}.txt.j2", trace, fields))
        subject_line, in_subject = trace.take(subject)
        text, in_text = trace.take(body)
        html = text_to_html(text, language)
        if not template.startswith("answers/"):
            html = self._page(template, language, fields, subject_line)
        return Letter(subject_line, text, html, language, {**in_text, **in_subject})

    def _page(self, template: str, language: str, fields: Mapping[str, object], title: str) -> str:
        trace = Trace(language)
        own = f"{language}/{template}.html.j2"
        if own in self._html.names:
            body = _run(self._html, own, trace, fields)
        else:
            prose = _run(self._html, f"{language}/{template}.txt.j2", trace, fields)
            body = blocks_to_html(_subject(prose)[1])
        page = self._html.get_template(FRAME).render(body=body, title=title, language=language)
        trace.take(visible(page))
        return bare(page)


def _run(env: LetterEnvironment, name: str, trace: Trace, fields: Mapping[str, object]) -> str:
    values = {field: trace.wrap(value, field) for field, value in fields.items()}
    return _tidy(typeset(env.get_template(name).render(values), trace.language))


def _tidy(text: str) -> str:
    """Single spaces, single blank lines, none inside a list: conditions in a template leave holes."""
    lines = (re.sub(" {2,}", " ", line).strip(" \t") for line in text.split("\n"))
    close = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"
    return re.sub(r"(?m)^(– .*\n)\n(?=– )", r"\1", close)


def _subject(rendered: str) -> tuple[str, str]:
    first, _, body = rendered.partition("\n")
    if not first.startswith(SUBJECT):
        raise ValueError(f'the first line must be "{SUBJECT} …"')
    return first.removeprefix(SUBJECT).strip(), body.lstrip("\n")


def _place(error: BaseException, template: str) -> str:
    """The template file and line where it happened, as exactly as the error tells."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name}, line {error.lineno}"
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".j2")]
    return f"{_short(frames[-1].filename)}, line {frames[-1].lineno}" if frames else template


def _short(filename: str) -> str:
    return "/".join(Path(filename).parts[-3:])


def _what(error: BaseException) -> str:
    if isinstance(error, TemplateNotFound):
        return f"includes {error.name}, which does not exist"
    return bare(str(error)) or type(error).__name__

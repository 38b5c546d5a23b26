"""How templates are found and run: sandboxed, strict about names, one language at a time."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.letters.filters import filters, final

FRAME = "frame.html.j2"


class LetterEnvironment(ImmutableSandboxedEnvironment):
    """Templates of one medium, "txt" or "html". `{% include "parts/closing" %}` means this language and this medium."""

    def __init__(self, folders: Sequence[Path], medium: str) -> None:
        super().__init__(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            undefined=StrictUndefined,
            autoescape=medium == "html",
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            finalize=final,
        )
        self.medium = medium
        self.filters.update(filters(medium))
        files = [name for name in self.list_templates() if name.endswith(".j2")]
        # Other things may live in the same folders (the desk's pages): a language is a folder that has reminders.
        self.languages = tuple(sorted({name.split("/")[0] for name in files if name.split("/")[1:2] == ["reminders"]}))
        self.names = frozenset(n for n in files if n == FRAME or n.split("/")[0] in self.languages)

    def join_path(self, template: str, parent: str) -> str:
        """The file an include means: same language, HTML only where there is an HTML form, else the text's."""
        if template.endswith(".j2"):
            return template
        name = f"{parent.partition('/')[0]}/{template}"
        exact = f"{name}.{self.medium}.j2"
        return exact if exact in self.names else f"{name}.txt.j2"

"""How templates are found and run: sandboxed, strict about names, one language at a time."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.letters.filters import filters, final


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
        self.names = frozenset(name for name in self.list_templates() if name.endswith(".j2"))

    def join_path(self, template: str, parent: str) -> str:
        """The file an include means: same language, HTML only where there is an HTML form, else the text's."""
        if template.endswith(".j2"):
            return template
        name = f"{parent.partition('/')[0]}/{template}"
        exact = f"{name}.{self.medium}.j2"
        return exact if exact in self.names else f"{name}.txt.j2"

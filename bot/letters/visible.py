"""The words of an HTML mail that a reader sees."""

from html.parser import HTMLParser

_HIDDEN = frozenset({"style", "script", "title"})
_BREAKING = frozenset("p br div li ul tr td th table h1 h2 h3".split())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _HIDDEN
        if tag in _BREAKING:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN
        if tag in _BREAKING:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def visible(html: str) -> str:
    """The text between the tags, without styles; linear in the document."""
    words = _Words()
    words.feed(html)
    words.close()
    return "".join(words.parts)

"""Plain text that a person wrote or edited, as simple HTML that looks like any mail."""

from html import escape
from itertools import groupby

_BULLETS = ("– ", "- ", "• ", "* ")
_BODY = "font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.45;margin:0;padding:8px"


def text_to_html(text: str, language: str = "fr") -> str:
    """A complete HTML document with the same words, escaped: paragraphs at blank lines, lists from dashes."""
    body = blocks_to_html(escape(text.replace("\r\n", "\n"), quote=False))
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    page = f'<html lang="{escape(language)}"><head>{head}</head>\n<body style="{_BODY}">\n{body}\n</body></html>'
    return f"<!DOCTYPE html>\n{page}\n"


def blocks_to_html(escaped: str) -> str:
    """Escaped text as paragraphs and lists. A block that is a tag already (it begins with "<") stays as it is."""
    blocks = [block.strip("\n") for block in escaped.split("\n\n")]
    return "\n".join(_block(block) for block in blocks if block.strip())


def _block(block: str) -> str:
    if block.startswith("<") and not block.startswith(("<strong", "<em", "<a ")):
        return block
    runs = groupby(block.split("\n"), key=lambda line: line.startswith(_BULLETS))
    return "\n".join(_list(list(lines)) if listed else _paragraph(list(lines)) for listed, lines in runs)


def _list(lines: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{line[2:]}</li>" for line in lines) + "</ul>"


def _paragraph(lines: list[str]) -> str:
    return "<p>" + "<br>\n".join(lines) + "</p>"

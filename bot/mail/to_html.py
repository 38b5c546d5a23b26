"""Plain text that a person wrote or edited, as simple HTML that looks like any mail."""

from html import escape

_BULLETS = ("– ", "- ", "• ", "* ")
_BODY = "font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.45;margin:0;padding:8px"


def text_to_html(text: str, language: str = "fr") -> str:
    """A complete HTML document with the same words: paragraphs at blank lines, lists from dashes. Everything escaped."""
    body = blocks_to_html(escape(text.replace("\r\n", "\n"), quote=False))
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    return f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head>{head}</head>\n<body style="{_BODY}">\n{body}\n</body></html>\n'


def blocks_to_html(escaped: str) -> str:
    """Escaped text as paragraphs and lists. A block that is a tag already (it begins with "<") stays as it is."""
    blocks = [block.strip("\n") for block in escaped.split("\n\n")]
    return "\n".join(_block(block) for block in blocks if block.strip())


def _block(block: str) -> str:
    if block.startswith("<") and not block.startswith(("<strong", "<em", "<a ")):
        return block
    found, plain, items = [], [], []
    for line in [*block.split("\n"), ""]:
        item = line.startswith(_BULLETS)
        if items and not item:
            found.append("<ul>" + "".join(f"<li>{text}</li>" for text in items) + "</ul>")
            items = []
        if plain and (item or not line):
            found.append("<p>" + "<br>\n".join(plain) + "</p>")
            plain = []
        if item:
            items.append(line[2:])
        elif line:
            plain.append(line)
    return "\n".join(found)

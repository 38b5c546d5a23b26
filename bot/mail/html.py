"""HTML to the text a reader sees, cited mail marked as in plain text, so that one reader of quotes does for both."""

import re
from dataclasses import dataclass, field
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

QUOTED_BELOW = "-----Original Message-----"
"""The line written where a mail program only draws a rule and puts the older mail under it."""

_UNSEEN = frozenset("script style head title template noscript object svg select option iframe -comment".split())
_BLOCKS = frozenset(
    """address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header
    hr li main nav ol p pre section table tbody tfoot thead tr ul""".split()
)
_SPACED = frozenset("p h1 h2 h3 h4 h5 h6 ul ol table blockquote pre".split())
_CELLS = frozenset(("td", "th"))

# Elements that hold nothing but an older mail, by class or id as the programs write them.
_CITED = re.compile(
    r"""(?:^|[\s_])(?:gmail_attr|moz-cite-prefix|yahoo_quoted(?:_\d+)?|protonmail_quote|tutanota_quote|zmail_extra
    |cite_prefix|mail_quote|mailbox_signature_quote|gmx-quote|quelltext|x_gmail_attr|mcntmcntquote)(?:$|\s)""",
    re.VERBOSE,
)
_CITED_IDS = re.compile(
    r"^(?:x_)*(?:yahoo_quoted_\d+|isReplyContent|isForwardContent|OLK_SRC_BODY_SECTION|replySplit)$"
)
# Elements after which, to the end, the older mail follows.
_DIVIDER_IDS = re.compile(
    r"""^(?:x_)*(?:divRplyFwdMsg|appendonsend|stopSpelling|mail-editor-reference-message-container|reply-intro|zwchr
    |ms-outlook-mobile-reference-message|OutlookMessageHeader|divtagdefaultreply|replyBlockquote)$""",
    re.VERBOSE,
)
_DIVIDER_CLASS = re.compile(
    r"(?:^|\s)(?:x_)?(?:OutlookMessageHeader|moz-forward-container|ms-outlook-mobile-reference)"
)
# Outlook for Windows and Mac: a thin grey or blue rule over the header block of the older mail.
_RULE = re.compile(
    r"border-top\s*:\s*(?:1(?:\.0)?p[tx]\s+solid|solid)\s*#?(?:e1e1e1|b5c4df|ccc)|border\s*:\s*none\s*;\s*border-top"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_FROM = re.compile(r"\s*\*?(?:from|de|von|da|van|fra|från|od|expéditeur|afzender)\*?\s*:", re.IGNORECASE)
_DATA_URI = re.compile(r"(?<=[\"'])data:[^\"'<>\s]{200,}")
_TAG = re.compile(r"<[^<>]{0,5000}>")
_NESTING = re.compile(
    r"<(/?)(?:div|span|blockquote|table|font|center|section|article|ul|ol|dl|b|i|u|em|strong|a|big|small|code)\b", re.I
)
LONGEST = 4_000_000
"""Characters of a page that are looked at, embedded pictures apart."""
DEEPEST = 1_000
"""Nesting that a page may have; the parser's time grows with its square, and only an attack needs more."""
_BLANK = re.compile(r"[ \t\n\r\f\u00a0\u200b\ufeff]+")


@dataclass
class _Page:
    """What was written so far: finished lines, the line in hand, and how many citations we stand in."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    cited: int = 0
    kept: int = 0
    divided: bool = False

    def end_line(self, blank: bool = False) -> None:
        """Finish the line in hand; `blank` leaves one empty line after it, never two."""
        text = "".join(self.line).strip() if not self.kept else "".join(self.line).rstrip()
        self.line.clear()
        if text:
            self.lines.append("> " * min(self.cited, 3) + text)
        if blank and self.lines and self.lines[-1].strip("> "):
            self.lines.append(">" if self.cited else "")

    def add(self, text: str) -> None:
        """Text as the browser flows it: white space collapses, except where it is kept."""
        if self.kept:
            *whole, last = text.split("\n")
            for piece in whole:
                self.line.append(piece)
                self.end_line(blank=not piece.strip())
            self.line.append(last)
            return
        flowed = _BLANK.sub(" ", text)
        if flowed != " " or (self.line and not self.line[-1].endswith(" ")):
            self.line.append(flowed)


def html_to_text(html: str) -> str:
    """The page as plain text: blocks become lines, citations get "> ", a mere dividing rule becomes `QUOTED_BELOW`.

    What a mail program hides is left out. Works without recursion, so that endless nesting does no harm.
    """
    html = _DATA_URI.sub("", html)[:LONGEST]
    if not html.strip():
        return ""
    if _depth(html) > DEEPEST:
        return unescape(_TAG.sub("\n", html)).strip()
    page = _Page()
    root = LexborHTMLParser(html).root
    node, leaving = root, False
    while node is not None:
        if not leaving and _enter(page, node) and node.child is not None:
            node = node.child
            continue
        _leave(page, node)
        if node.mem_id == (root.mem_id if root else 0):
            break
        leaving = node.next is None
        node = node.parent if leaving else node.next
    page.end_line()
    return "\n".join(page.lines).strip("\n")


def _depth(html: str) -> int:
    depth = deepest = 0
    for tag in _NESTING.finditer(html):
        depth = max(0, depth - 1) if tag.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _enter(page: _Page, node: LexborNode) -> bool:
    """Write what comes before the children; False when they are not to be seen."""
    tag = node.tag or ""
    if tag == "-text":
        page.add(node.text_content or "")
        return False
    if tag in _UNSEEN or (tag[:1] == "-" and node.child is None):
        return False
    if tag == "br":
        page.end_line(blank=not "".join(page.line).strip())
        return False
    if tag in _BLOCKS:
        page.end_line(blank=tag in _SPACED)
    elif tag in _CELLS and page.line:
        page.add(" ")
    page.kept += tag == "pre"
    return _enter_attributes(page, node, tag)


def _enter_attributes(page: _Page, node: LexborNode, tag: str) -> bool:
    marks = node.attributes
    style = (marks.get("style") or "").lower()
    if style and _HIDDEN.search(style):
        page.kept -= tag == "pre"
        return False
    if _is_cited(node, tag):
        page.end_line()
        page.cited += 1
    elif _divides(node, marks, style) and not page.cited and not page.divided:
        page.end_line(blank=True)
        page.lines.append(QUOTED_BELOW)
        page.divided = True
    return True


def _leave(page: _Page, node: LexborNode) -> None:
    tag = node.tag or ""
    if tag[:1] == "-" or tag in _UNSEEN or tag == "br":
        return
    if _HIDDEN.search((node.attributes.get("style") or "").lower()):
        return
    if tag in _BLOCKS:
        page.end_line(blank=tag in _SPACED)
    page.kept -= tag == "pre"
    if _is_cited(node, tag):
        page.end_line()
        page.cited -= 1


def _is_cited(node: LexborNode, tag: str) -> bool:
    marks = node.attributes
    names, ident = marks.get("class") or "", marks.get("id") or ""
    if tag == "blockquote":
        # Gmail's "indent more" is a blockquote without border; every other one holds somebody else's words.
        return not re.search(r"border\s*:\s*(?:none|0)", marks.get("style") or "") or "quote" in names.lower()
    if not names and not ident and marks.get("name") != "quote":
        return False
    if marks.get("name") == "quote" and tag == "div":
        return True
    cited = bool(_CITED.search(names) or _CITED_IDS.match(ident))
    # A forward's attribution must stay readable: nothing but its dashes tells that the rest is not the writer's.
    return cited and "-----" not in (node.text(deep=True)[:200] if "attr" in names else "")


def _divides(node: LexborNode, marks: dict[str, str | None], style: str) -> bool:
    if _DIVIDER_IDS.match(marks.get("id") or "") or _DIVIDER_CLASS.search(marks.get("class") or ""):
        return True
    return bool(style and _RULE.search(style) and _FROM.match(node.text(deep=True)[:200]))

"""Turns a text into a string of one-letter codes, so that date expressions of every language share one grammar."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from classifiers.languages import language
from classifiers.languages.vocabulary import Language, listed
from classifiers.values.folding import folded
from classifiers.values.lexicon import YEARS, vocabulary

_TOKEN = re.compile(
    r"""(?x)
    (?P<thing> (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190} | https?://\S+ | www\.\S+
      | \b[a-z]{2}\d\d(?:\ ?[a-z0-9]{4}){3,7}(?:\ ?[a-z0-9]{1,3})?\b
      | \+\d[\d .()/-]{7,16}\d | \(\d{2,4}\)\ ?\d{3,4}[ -]\d{3,4} | \b0\d(?:[ .-]?\d\d){4}\b
      | \b\d{3}[-.]\d{2,4}[-.]\d{4}\b
      | (?:[€$£]|\b(?:eur|chf|usd|gbp)\b)\ ?\d+(?:[.,' ]\d{3}){0,4}(?:[.,]\d+)?(?:\s?k\b)?
      | (?<!\d)\d+(?:[.,' ]\d{3}){0,4}(?:[.,]\d{1,2})?\ ?(?:
          %|[€$£]|k€|(?:k?eur|euros?|chf|usd|gbp|pct|pour\ cent|percent)\b)
      | (?<!\d)\d{1,3}(?:[.,' ]\d{3}){1,4}(?:[.,]\d\d)?(?![\d.,]) | \d+,\d+ | (?<!\d[./-])\d+\.\d{3,} | \d{6,}
      | \d{1,2}\ ?[:]\ ?\d\d(?::\d\d)?(?:\ ?[ap]\.?m\b)? | \d{1,2}\ ?h\ ?\d\d\b
      | \d{1,2}\ ?(?:[ap]m\b|[ap]\.m\.|o'clock|uhr\b) )
    | (?P<number> \d+) | (?P<word> [^\W\d_]+) | (?P<mark> [^\s]) | (?P<line> \n)"""
)


@dataclass(frozen=True)
class Lexed:
    """A text as codes. `values[i]`, `starts[i]`, `ends[i]` belong to `codes[i]`; positions hold in `text`."""

    text: str
    codes: str
    values: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


Token = tuple[str, str, int, int]
_MARKS_INSIDE = frozenset("-'. /")


def _tokens(text: str) -> list[Token]:
    """(kind, text, start, end) of every token of a folded text."""
    return [(m.lastgroup or "", m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def _matched(tokens: list[Token], at: int, words: tuple[str, ...]) -> int:
    """The index behind the phrase that starts at `at`, 0 when it does not stand there."""
    here, last = at, len(tokens)
    for number, word in enumerate(words):
        if number and here < last and tokens[here][0] == "mark" and tokens[here][1] in _MARKS_INSIDE:
            here += 1
        if here >= last or tokens[here][1] != word:
            return 0
        here += 1
    return here


def _number(token: Token) -> tuple[str, int]:
    """A digit token's code and value."""
    value = int(token[1][:6])
    if len(token[1]) == 4 and value in YEARS:
        return "Y", value
    return ("n" if 1 <= value <= 31 and len(token[1]) <= 2 else "N"), value


class _Reader:
    """Reads tokens one phrase at a time; keeps what it has read so that a word can be judged by the one before."""

    def __init__(self, words: Language, tokens: list[Token]) -> None:
        self.words, self.tokens = words, tokens
        self.table = vocabulary(words.code)
        self.full_names = {folded(listed(names)[0]) for names in (*words.months, *words.weekdays)}
        self.suffixes = frozenset(folded(s) for s in listed(words.ordinal_suffixes))
        self.read: list[tuple[str, int, int, int]] = []

    def add(self, code: str, value: int, start: int, end: int) -> None:
        self.read.append((code, value, start, end))

    def step(self, at: int) -> int:
        """Reads what stands at token `at`; returns the index of the next token to read."""
        kind, text, start, end = self.tokens[at]
        if kind == "word":
            return self._word(at)
        if kind == "number":
            return self._digits(at)
        if kind == "thing":
            self.add("X", 0, start, end)
        elif text in "°'\"":
            return at + 1
        elif kind == "line":
            self.add("!", 0, start, end)
        else:
            self.add({"_": "_", "#": "_"}.get(text, text if text in "-/.," else "!"), 0, start, end)
        return at + 1

    def _word(self, at: int) -> int:
        _, text, start, end = self.tokens[at]
        month = self.words.after_number.get(text)
        if month and (self._behind_number() or self._dot_follows(at, text)):
            self.add("M", month, start, end)
            return self._past_dot(at + 1, end)
        if text in ("q", "t") and self._quarter(at):
            return at + 2
        for words, code, value in self.table.get(text, ()):
            after = _matched(self.tokens, at, words)
            if after:
                last = self.tokens[after - 1][3]
                self.add(code, value, start, last)
                return self._past_dot(after, last) if code in "MmWwkt" and last - start <= 5 else after
        self.add("x", 0, start, end)
        return at + 1

    def _quarter(self, at: int) -> bool:
        """ "Q3", "T1": a letter with a number from 1 to 4 glued to it."""
        if at + 1 >= len(self.tokens) or self.tokens[at + 1][2] != self.tokens[at][3]:
            return False
        _, digits, _, end = self.tokens[at + 1]
        if digits in ("1", "2", "3", "4"):
            self.add("Q", int(digits), self.tokens[at][2], end)
            return True
        return False

    def _behind_number(self) -> bool:
        """Does a number stand right before, or before a full stop or an "of"?"""
        codes = "".join(code for code, *_ in self.read[-2:])
        return codes[-1:] in ("n", "o") or codes in ("n.", "o.", "ne", "oe")

    def _dot_follows(self, at: int, text: str) -> bool:
        return text == "sept" and at + 1 < len(self.tokens) and self.tokens[at + 1][1] == "."

    def _past_dot(self, at: int, end: int) -> int:
        """Skips the full stop of an abbreviation; a weak word written with one is no longer weak."""
        if at < len(self.tokens) and self.tokens[at][1] == "." and self.tokens[at][2] == end:
            code, value, start, _ = self.read[-1]
            ends_sentence = at + 1 >= len(self.tokens) or self.tokens[at + 1][0] != "word"
            if ends_sentence or self.tokens[at + 1][2] > end + 1:
                known = self.tokens[at - 1][1] in self.full_names
                self.read[-1] = (code.upper() if code in "mw" and not known else code, value, start, end + 1)
            return at + 1
        return at

    def _digits(self, at: int) -> int:
        token = self.tokens[at]
        code, value = _number(token)
        start, end, after = token[2], token[3], at + 1
        if after < len(self.tokens) and self.tokens[after][0] == "word" and self.tokens[after][2] == end:
            if self.tokens[after][1] in self.suffixes and code == "n":
                code, end, after = "o", self.tokens[after][3], after + 1
            elif self.tokens[after][1] not in self.table or self.tokens[after][1] in ("d", "l", "s", "m"):
                code = "X"
        self.add("X" if self._glued(start) else code, value, start, end)
        return after

    def _glued(self, start: int) -> bool:
        """Is the number a piece of a longer reference ("F2026-0118", "GA-12")?"""
        back = len(self.read) - 1
        if back >= 0 and self.read[back][0] in "-/_." and self.read[back][3] == start:
            start, back = self.read[back][2], back - 1
        return back >= 0 and self.read[back][3] == start and self.read[back][0] in "xXN;V"


def lexed(text: str, code: str) -> Lexed:
    """The text as codes, in the words of language `code`. Linear in the length of the text."""
    tokens = _tokens(folded(text))
    reader, at = _Reader(language(code), tokens), 0
    while at < len(tokens):
        at = reader.step(at)
    return _columns(text, reader.read)


def _columns(text: str, read: Iterable[tuple[str, int, int, int]]) -> Lexed:
    rows = tuple(read)
    codes, values, starts, ends = zip(*rows, strict=True) if rows else ((), (), (), ())
    return Lexed(text, "".join(codes), tuple(values), tuple(starts), tuple(ends))

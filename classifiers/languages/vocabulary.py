"""The shape of one language's words: what a language file must say so that values can be read from a text."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Language:
    """The words of one language. Every string is a comma-separated list of phrases; case and accents do not matter.

    `months` (12) and `weekdays` (7, Monday first) hold full names and abbreviations.
    `weak` words are also everyday words ("may", "mars", "sun"): alone they are no date.
    `cardinals`, `ordinals` map a number to its words; `ordinal_suffixes` follow digits ("15th", "1er").
    `units` maps day, working_day, week, month, quarter, year, hour, and "days:15" for words that count days, to
    their words.
    `relative_days` maps an offset in days from the day of receipt to its words ("demain": 1).
    `phrases` maps the concepts of `classifiers.values.lexicon.CODES` ("next", "within", "before" …) to their words.
    `not_dates` are phrases that hold date words and mean none ("bonne journée", "day after day").
    `after_number` are words that name a month only behind a number ("5 sept."): word → month number.
    `bare_day`: is "the 15" a day as such ("number"), only as "the 15th" ("ordinal")?
    `day_first`: 3/4 is the 3rd of April. False means that both orders are met and the likelier one is taken.
    `dotted_days`: is "15.10." with a closing point a day?
    `stop_words` are frequent short words that give the language away.
    `unmistakable` are words of payment mail that only this language has; they decide for very short texts.
    `currencies` maps an ISO code to its words; `scales` maps a factor to its words ("thousand": 1000).
    `positions` maps first, last, other, both, all to the words that point at invoices, "but" to those that except
    some, and
    "then" to verbs that may follow directly (any other word behind "les deux" is what is counted: "les deux palettes").
    `frequencies` maps weekly, monthly, quarterly to their words; `parts` are the words for instalments.
    `methods` maps transfer, cheque, card, direct_debit, cash to the words that name the means of payment.
    `contact_cues` precede the person to write to; `reference_cues` precede a payment's reference.
    `titles` precede a person's name and are no part of it.
    """

    code: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    cardinals: Mapping[int, str]
    ordinals: Mapping[int, str]
    units: Mapping[str, str]
    relative_days: Mapping[int, str]
    phrases: Mapping[str, str]
    weak: str = ""
    ordinal_suffixes: str = ""
    not_dates: str = ""
    after_number: Mapping[str, int] = field(default_factory=dict)
    bare_day: str = "number"
    day_first: bool = True
    dotted_days: bool = False
    stop_words: str = ""
    unmistakable: str = ""
    currencies: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[int, str] = field(default_factory=dict)
    invoice_words: str = ""
    positions: Mapping[str, str] = field(default_factory=dict)
    frequencies: Mapping[str, str] = field(default_factory=dict)
    parts: str = ""
    methods: Mapping[str, str] = field(default_factory=dict)
    contact_cues: str = ""
    reference_cues: str = ""
    titles: str = ""


def listed(phrases: str) -> tuple[str, ...]:
    """The phrases of a comma-separated list, without empty ones."""
    return tuple(p for p in (part.strip() for part in phrases.split(",")) if p)


def numbered(words: str, start: int = 1) -> dict[int, str]:
    """Words separated by semicolons, counted from `start`: "one; two" → {1: "one", 2: "two"}."""
    return {n: word.strip() for n, word in enumerate(words.split(";"), start)}

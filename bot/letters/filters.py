"""The filters that templates may use: each prints a field and marks what it printed."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from bot.letters import formats
from bot.letters.figures import Amount, Count, Day, Record, Rows, UntracedFigure, origin


def amount(value: Amount, currency: str) -> str:
    """`{{ line.open|amount(line.currency) }}`"""
    trace, path = origin(value)
    return trace.mark(formats.amount(value, currency, trace.language), path)


def deducted(value: Amount, currency: str) -> str:
    """A positive amount that is taken off: with a minus sign."""
    trace, path = origin(value)
    return trace.mark(formats.amount(-value, currency, trace.language), path)


def _dated(write: Callable[[Any, str], str]) -> Callable[[Day], str]:
    def filtered(value: Day) -> str:
        trace, path = origin(value)
        return trace.mark(write(value, trace.language), path)

    return filtered


def count(rows: Rows) -> Count:
    """How many rows there are: `{{ lines|count }}`."""
    return rows.count()


def beyond(rows: Rows, shown: int) -> Count:
    """How many rows there are beyond those shown: `{{ tasks|beyond(10) }}`."""
    return rows.beyond(shown)


def words(parts: Iterable[Any], last: str) -> str:
    """An enumeration: `{{ numbers|words("et") }}` is "A, B et C"."""
    shown = [final(part) for part in parts]
    return f" {last} ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def sums(totals: Iterable[Any], last: str) -> str:
    """One total per currency: `{{ totals|sums("et") }}` is "120,00 € et 80,00 £GB"."""
    return words([amount(total.amount, total.currency) for total in totals], last)


def final(value: Any) -> Any:
    """What `{{ … }}` prints: counts are marked; an amount or a date needs a filter that says how it is written."""
    if isinstance(value, Count):
        trace, path = origin(value)
        return trace.mark(formats.whole(value, trace.language), path)
    if isinstance(value, Amount | Day):
        raise UntracedFigure(f"{value.path} needs a filter: amount, day, long_day or weekday")
    return "" if value is None else value


def iban(company: Record) -> str:
    """The company's account number in groups of four: `{{ company|iban }}`."""
    return company.rewritten("iban", formats.iban)


def _bold(text: str) -> Markup:
    return Markup("<strong>{}</strong>").format(text)


def filters(medium: str) -> Mapping[str, Callable[..., Any]]:
    """All filters by name; `strong` stands out in HTML and is plain in text."""
    return {
        "amount": amount,
        "deducted": deducted,
        "day": _dated(formats.day),
        "long_day": _dated(formats.long_day),
        "weekday": _dated(formats.weekday),
        "number": final,
        "count": count,
        "beyond": beyond,
        "words": words,
        "sums": sums,
        "iban": iban,
        "strong": _bold if medium == "html" else str,
    }

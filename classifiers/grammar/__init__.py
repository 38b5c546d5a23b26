"""One file per language that the rules cover: word classes, negation, conditions and where a new clause begins."""

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from classifiers.grammar.grammar import Grammar


@lru_cache(maxsize=1)
def covered() -> frozenset[str]:
    """The languages that the rules cover: those with a file here (two letters, ISO 639-1)."""
    return frozenset(found.name for found in iter_modules(__path__) if len(found.name) == 2)


@lru_cache(maxsize=16)
def grammar(code: str) -> Grammar:
    """The grammar of a covered language; loaded on first use. Raises KeyError for any other."""
    if code not in covered():
        raise KeyError(code)
    found: Grammar = import_module(f"{__name__}.{code}").GRAMMAR
    return found

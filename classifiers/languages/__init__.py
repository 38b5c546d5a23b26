"""One file per language: months, numbers, relative days, and the words around payments."""

from functools import lru_cache
from importlib import import_module

from classifiers.languages.vocabulary import Language

LANGUAGES = ("fr", "en", "de", "es", "it", "nl", "pt")
DEFAULT = "en"


@lru_cache(maxsize=len(LANGUAGES) + 1)
def language(code: str) -> Language:
    """The words of a language (ISO 639-1, "fr-CH" counts as "fr"); English when it has no file. Loaded on first use."""
    short = code[:2].lower()
    module = import_module(f"{__name__}.{short if short in LANGUAGES else DEFAULT}")
    found: Language = module.LANGUAGE
    return found

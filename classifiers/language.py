"""Tells in which language a text is written, short ones included."""

import re
from functools import lru_cache
from typing import Protocol

from classifiers.languages import LANGUAGES, language
from classifiers.languages.vocabulary import listed
from classifiers.values.folding import folded

ENOUGH = 3.0
"""Evidence (words counted by weight) from which the words alone decide."""
CLEAR = 1.5
"""How much more evidence than the runner-up the winner needs."""
HINTED = 0.75
"""What the language of the account weighs: less than one word that only one language has."""
READ = 2000
"""Characters looked at: the rest of a longer text tells nothing new."""

_WORDS = re.compile(r"[^\W\d_]+")


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@lru_cache(maxsize=1)
def _identifier() -> _Identifier:
    """py3langid's model, held to our languages; loaded only for a text whose words do not decide."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a second of start-up that most texts do not need

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(list(LANGUAGES))
    found: _Identifier = model
    return found


@lru_cache(maxsize=1)
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """Word → the languages it speaks for; one that several share speaks less for each.

    Accents tell languages apart and are kept, but a sure word counts without them too ("deja reglee").
    """
    strong: dict[str, set[str]] = {}
    owners: dict[str, set[str]] = {}
    for code in LANGUAGES:
        words = language(code)
        sure = set(listed(words.unmistakable)) | {folded(word) for word in listed(words.unmistakable)}
        names = [name for group in (*words.months, *words.weekdays) for name in listed(group)[:1]]
        for word in {*listed(words.stop_words), *sure, *names}:
            owners.setdefault(word.lower(), set()).add(code)
        for word in sure:
            strong.setdefault(word.lower(), set()).add(code)
    return {
        word: tuple((c, (1.5 if c in strong.get(word, ()) else 1.0) / len(codes)) for c in sorted(codes))
        for word, codes in owners.items()
    }


def _evidence(text: str) -> dict[str, float]:
    weights, totals = _weights(), dict.fromkeys(LANGUAGES, 0.0)
    for word in _WORDS.findall(text.lower()):
        for code, weight in weights.get(word, ()):
            totals[code] += weight
    return totals


def detect_language(text: str, hint: str = "") -> str:
    """The language of a text: fr, en, de, es, it, nl or pt.

    Frequent words decide where they suffice, py3langid where they do not. `hint` is the language of the account: it
    settles
    what is too short to tell ("ok"), and is returned for a text without words. Without a hint such a text counts as
    French.
    """
    totals = _evidence(text[:READ])
    hint = hint[:2].lower() if hint[:2].lower() in LANGUAGES else ""
    if hint:
        totals[hint] += HINTED
    first, second = sorted(LANGUAGES, key=lambda c: -totals[c])[:2]
    if totals[first] >= ENOUGH and totals[first] >= CLEAR * totals[second]:
        return first
    return _weighed(text[:READ], totals, hint)


def _weighed(text: str, totals: dict[str, float], hint: str) -> str:
    """The words' evidence and the model's opinion together; a text of few letters gives the model little say."""
    letters = sum(c.isalpha() for c in text)
    if letters < 3 or (letters < 8 and hint and max(totals.values()) <= HINTED):
        return hint or max(LANGUAGES, key=lambda c: totals[c])
    guess, sureness = _identifier().classify(text)
    totals = totals | {guess: totals.get(guess, 0.0) + sureness * min(letters / 25, 2.0)}
    return max(LANGUAGES, key=lambda c: totals[c])

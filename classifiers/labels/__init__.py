"""One file per label; a new file here is found by itself."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from classifiers.label import Label


@lru_cache(maxsize=1)
def all_labels() -> Mapping[str, Label]:
    """Every label by name: each module of this package holds one, called LABEL."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    labels: list[Label] = [module.LABEL for module in modules]
    return MappingProxyType({label.name: label for label in labels})


def find_label(name: str) -> Label:
    """The label of that name. Raises KeyError for a name that no file gives."""
    return all_labels()[name]

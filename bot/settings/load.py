"""Reading the settings file: YAML, then the schema, then paths; faults name the line, the key and what to do."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from bot.core.secret import Secret
from bot.ports import Fault
from bot.settings.schema import Server, Settings


class SettingsFaults(Exception):
    """The settings cannot be used; nothing starts. Holds every fault."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)


def settings_path(given: str | None, environment: Mapping[str, str]) -> Path:
    """--config, else RELANCE_CONFIG, else config.yaml in the working folder."""
    return Path(given or environment.get("RELANCE_CONFIG") or "config.yaml")


def load(path: Path) -> Settings:
    """The settings in this file. Relative paths in it start at its folder. Raises SettingsFaults with all faults."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise SettingsFaults([Fault(str(path), f"cannot be read: {why}", "name it with --config")]) from error
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise SettingsFaults([_yaml_fault(path, error)]) from error
    if not isinstance(data, dict):
        raise SettingsFaults([Fault(str(path), "holds no settings", "start from the shipped config.yaml")])
    lines = dict(_lines(node, ()))
    try:
        return _resolved(Settings.model_validate(data), path.resolve().parent)
    except ValidationError as error:
        raise SettingsFaults([_fault(path, e, lines) for e in _telling(error.errors())]) from error


def _telling(errors: Sequence[Any]) -> list[Any]:
    """Without "too short" for a list whose own entries are at fault: they were dropped because of it."""
    return [
        e
        for e in errors
        if e["type"] != "too_short" or not any(o["loc"][: len(e["loc"])] == e["loc"] and o is not e for o in errors)
    ]


def _yaml_fault(path: Path, error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None)
    where = f"{path.name} line {mark.line + 1}" if mark else path.name
    return Fault(where, f"is no YAML: {getattr(error, 'problem', error)}", "check indentation, colons and quotes")


def _lines(node: yaml.Node | None, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int]]:
    if node is None:
        return
    yield path, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*path, str(key.value))
            yield from _lines(value, here)
            yield here, key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for n, value in enumerate(node.value):
            yield from _lines(value, (*path, str(n)))


def _fault(path: Path, error: Any, lines: Mapping[tuple[str, ...], int]) -> Fault:
    keys = tuple(str(key) for key in error["loc"])
    near = next((keys[:n] for n in range(len(keys), -1, -1) if keys[:n] in lines), ())
    where = f"{path.name} line {lines.get(near, 1)}, {'.'.join(keys) or 'settings'}"
    if error["type"] == "extra_forbidden":
        return Fault(where, "is no setting of Relance", _closest(keys))
    if error["type"] == "missing":
        return Fault(where, "is missing", f"add {keys[-1]}: as in the shipped config.yaml")
    given = error.get("input")
    shown = f" (found {given!r})" if isinstance(given, str | int | float | bool) else ""
    return Fault(where, error["msg"].removeprefix("Value error, ") + shown)


def _closest(keys: tuple[str, ...]) -> str:
    known = sorted(_known_keys(Settings, keys[:-1]))
    close = difflib.get_close_matches(keys[-1], known, n=1)
    return f"did you mean {close[0]}?" if close else f"known here: {', '.join(known)}"


def _known_keys(model: type[BaseModel], path: tuple[str, ...]) -> set[str]:
    for key in path:
        field = model.model_fields.get(key)
        if field is None:
            continue
        found = _model_in(field.annotation)
        model = found or model
    return set(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The section inside `Section`, `tuple[Section, ...]`, `dict[str, Section]` or `Section | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in found if model), None)


def _resolved(section: Settings, folder: Path) -> Settings:
    """Paths with ~ expanded and made absolute from the folder of the settings file."""
    data = section.model_dump()

    def walk(value: Any) -> Any:
        if isinstance(value, Path):
            return folder / value.expanduser()
        if isinstance(value, dict):
            return {key: walk(v) for key, v in value.items()}
        return [walk(v) for v in value] if isinstance(value, list | tuple) else value

    return Settings.model_validate(walk(data))


def password(server: Server, environment: Mapping[str, str]) -> Secret | Fault:
    """The password of a server, from where its settings say; a fault tells what to set."""
    if server.password_env:
        found = environment.get(server.password_env)
        return (
            Secret(found) if found else Fault(f"environment variable {server.password_env}", "is not set", "export it")
        )
    if server.password_file:
        try:
            return Secret(server.password_file.read_text(encoding="utf-8").strip())
        except (OSError, UnicodeDecodeError) as error:
            return Fault(
                str(server.password_file), f"cannot be read: {error}", "give Relance's user the right to read it"
            )
    if server.user:
        return Fault(
            f"password of {server.user} at {server.host}", "is nowhere named", "set password_env or password_file"
        )
    return Secret("")

"""The new text of a draft: from a file, or from the person's own editor."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from bot.cli.words import say
from bot.core.drafts import Conflict


def new_text(file: Path | None, old: str, language: str) -> str:
    """The text that was written. Raises Conflict when there is none to be had, or when it is empty."""
    text = file.read_text(encoding="utf-8") if file else _from_editor(old, language)
    if not text.strip():
        raise Conflict(say(language, "empty_text"))
    return text


def _from_editor(old: str, language: str) -> str:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise Conflict(say(language, "needs_editor"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "draft.txt"
        file.write_text(old, encoding="utf-8")
        ended = subprocess.run([*shlex.split(editor), str(file)], check=False)
        if ended.returncode:
            raise Conflict(say(language, "not_changed"))
        return file.read_text(encoding="utf-8")

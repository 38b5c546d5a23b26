"""The folder in which the invoices' PDFs lie, under the names that the ledger gives them."""

from errno import ELOOP, ENAMETOOLONG
from pathlib import Path

from bot.ports import Unreachable

NO_SUCH_NAME = (ENAMETOOLONG, ELOOP)
"""Errors that tell about the name, not about the folder: no file can be called so."""


class PdfFolder:
    """Gives PDFs of one folder and of nothing outside it. `folder` None: there are none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def pdf(self, name: str) -> bytes | None:
        """The PDF of that name ("2026/F12.pdf", or "F12"), or None when the folder does not hold it.

        A name that leads out of the folder, by dots, by an absolute path or by a link, is not held; nor is a file that
        is no PDF. Raises Unreachable when the file is there but cannot be read.
        """
        try:
            path = self._path(name.strip())
            data = path.read_bytes() if path else b""
        except (FileNotFoundError, RuntimeError):  # RuntimeError: links that lead in a circle
            return None
        except OSError as error:
            if error.errno in NO_SUCH_NAME:
                return None
            raise Unreachable(f"the PDF {name} cannot be read: {error.strerror or error}") from error
        return data if b"%PDF-" in data[:1024] else None

    def _path(self, name: str) -> Path | None:
        if self._folder is None or not name or "\0" in name:
            return None
        root = self._folder.resolve()
        plain = name.replace("\\", "/")
        path = (root / (plain if plain.lower().endswith(".pdf") else f"{plain}.pdf")).resolve()
        return path if path.is_relative_to(root) and path.is_file() else None

"""Only invoices of the folder can be attached to a letter, whatever name the ledger gives."""

from pathlib import Path

import pytest

from bot.ledgers.pdf_folder import PdfFolder

PDF = b"%PDF-1.7\nfictitious"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "pdfs"
    (inside / "2026").mkdir(parents=True)
    for path in (inside / "F1.pdf", inside / "2026" / "F2.PDF", tmp_path / "secret.pdf"):
        path.write_bytes(PDF)
    (inside / "list.csv").write_bytes(b"a;b")
    (inside / "fake.pdf").write_bytes(b"MZ")
    (inside / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    return inside


@pytest.mark.parametrize("name", ["F1.pdf", "F1", " F1.pdf ", "2026/F2.PDF", "2026\\F2.PDF", "2026/../F1.pdf"])
def test_a_pdf_of_the_folder_is_found(folder: Path, name: str) -> None:
    assert PdfFolder(folder).pdf(name) == PDF


@pytest.mark.parametrize(
    "name",
    [
        "",
        "F9.pdf",
        "../secret.pdf",
        "2026/../../secret",
        "..\\secret.pdf",
        "link.pdf",
        "list.csv",
        "fake.pdf",
        "2026",
        "F1.pdf\0",
        "." * 3_000,
    ],
)
def test_what_is_no_pdf_of_the_folder_is_not(folder: Path, name: str) -> None:
    assert PdfFolder(folder).pdf(name) is None


def test_an_absolute_path_leads_nowhere(folder: Path) -> None:
    assert PdfFolder(folder).pdf(str(folder.parent / "secret.pdf")) is None


def test_without_a_folder_there_are_no_pdfs() -> None:
    assert PdfFolder(None).pdf("F1.pdf") is None

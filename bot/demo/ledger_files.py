"""The demo's accounting: each morning it exports what is open, as CSV files with French headers."""

import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from bot.demo.scene import BILLS, CUSTOMERS, Bill


def export(folder: Path, today: date, now: datetime) -> None:
    """Write customers, open items and payments as they stand on that day. Each file is replaced whole."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "clients.csv", _customers(), now)
    _write(folder / "factures.csv", _items(today), now)
    _write(folder / "reglements.csv", _movements(today), now)
    _pdfs(folder / "pdf", today)


def _open(bill: Bill, today: date) -> bool:
    return bill.issued <= today and (bill.paid is None or bill.paid > today)


def _customers() -> Iterator[str]:
    yield "Code client;Raison sociale;Nom du contact;E-mail;Langue;Pays;Type de client"
    for c in CUSTOMERS:
        yield f"{c.number};{c.name};{c.contact};{c.email};{c.language};{c.country};{c.type}"


def _items(today: date) -> Iterator[str]:
    yield "Code client;N° facture;Date de facture;Échéance;Montant TTC;Reste dû;Devise;Projet;Fichier PDF"
    for b in BILLS:
        if _open(b, today):
            amount = f"{b.amount}".replace(".", ",")
            dates = f"{b.issued:%d/%m/%Y};{b.due:%d/%m/%Y}"
            yield f"{b.customer};{b.number};{dates};{amount};{amount};EUR;{b.project};{b.number}.pdf"


def _movements(today: date) -> Iterator[str]:
    yield "Code client;N° facture;Date de règlement;Montant;Devise;Nature"
    for b in BILLS:
        if b.paid is not None and b.paid <= today:
            yield f"{b.customer};{b.number};{b.paid:%d/%m/%Y};{f'{b.amount}'.replace('.', ',')};EUR;règlement"


def _write(path: Path, lines: Iterator[str], now: datetime) -> None:
    partial = path.with_suffix(".new")
    partial.write_text("\n".join(lines) + "\n", encoding="utf-8")
    os.utime(partial, (now.timestamp(), now.timestamp()))
    partial.replace(path)


def _pdfs(folder: Path, today: date) -> None:
    folder.mkdir(exist_ok=True)
    for bill in BILLS:
        path = folder / f"{bill.number}.pdf"
        if bill.issued <= today and not path.exists():
            path.write_bytes(_page(f"Facture {bill.number} - {bill.amount} EUR"))


def _page(text: str) -> bytes:
    """A one-page PDF with one line of text (ISO 32000-1): enough to be attached, opened and read."""
    stream = f"BT /F1 18 Tf 72 760 Td ({text}) Tj ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        start,
    )
    return bytes(out)

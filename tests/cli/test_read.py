"""`read` keeps every promise of docs/read-format.md: scripts of users stand on it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.core.labels import PRIORITY
from tests.cli.told import ROOT, Told, process, told_by

DATA = ROOT.parent / "shared" / "data"
FIELDS = ["id", "kind", "language", "reply", "values", "readings", "acts", "unsure"]
RECORD = {
    "id": "a1",
    "received": "2026-03-18",
    "sender": "compta@client.example",
    "subject": "Re: Facture F2026-0118",
    "text": "Bonjour,\n\nLe virement de 1 284,60 € est parti hier pour la facture F2026-0118.\n\nCordialement",
    "headers": {},
    "open_invoices": [{"number": "F2026-0118", "amount": "1284.60", "due": "2026-02-28", "currency": "EUR"}],
}
EML = (
    b"From: Zoe Exemple <compta@client.example>\r\nTo: b@vendeur.example\r\nDate: Wed, 18 Mar 2026 09:00:00 +0100\r\n"
    b"Subject: Re: Facture F2026-0118\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    + "Bonjour,\n\nNous réglerons vendredi.\n".encode()
)


class Reader:
    """`read` in this process."""

    def __init__(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._run = tmp_path, told_by(capsys)

    def __call__(self, *arguments: object) -> Told:
        return self._run("read", *arguments)

    def lines(self, *records: object, options: tuple[str, ...] = ()) -> Told:
        file = self.folder / "replies.jsonl"
        file.write_text(
            "".join(f"{r if isinstance(r, str) else json.dumps(r, ensure_ascii=False)}\n" for r in records), "utf-8"
        )
        return self(*options, file)

    def one(self, **changes: object) -> dict[str, Any]:
        told = self.lines({**RECORD, **changes})
        assert told.code == 0, told.err
        found: dict[str, Any] = json.loads(told.out)
        return found


@pytest.fixture
def read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Reader:
    return Reader(tmp_path, capsys)


def test_an_answer_has_the_promised_fields_in_the_promised_order(read: Reader) -> None:
    answer = read.one()
    assert list(answer) == FIELDS
    assert answer["id"] == "a1" and answer["kind"] == "human" and answer["language"] == "fr"
    assert answer["unsure"] is False and answer["values"] == {}


def test_a_reading_names_label_invoices_values_evidence_confidence_and_who_said_so(read: Reader) -> None:
    answer = read.one()
    (reading,) = answer["readings"]
    assert list(reading) == ["label", "invoices", "values", "evidence", "confidence", "by"]
    assert reading["label"] in PRIORITY and reading["label"] == "paid"
    assert reading["invoices"] == ["F2026-0118"]
    assert reading["values"]["paid_date"] == "2026-03-17" and reading["values"]["paid_amount"] == "1284.60"
    assert reading["evidence"] and reading["evidence"] in answer["reply"]
    assert 0 <= reading["confidence"] <= 1 and "/" in reading["by"]


def test_the_acts_are_those_of_the_closed_set_and_none_sends(read: Reader) -> None:
    """R19."""
    acts = read.one()["acts"]
    assert {act["act"] for act in acts} <= {
        *("pause", "note_promise", "open_dispute", "propose_plan", "propose_contact"),
        *("stop_for_insolvency", "escalate", "draft"),
    }
    assert {"act": "draft", "template": "thanks_for_payment"} in acts


def test_quoted_parts_and_the_signature_are_no_part_of_the_reply(read: Reader) -> None:
    text = RECORD["text"] + "\n\nLe 16 mars 2026 à 09:00, b@vendeur.example a écrit :\n> Nous contestons tout.\n"  # type: ignore[operator]
    answer = read.one(text=text)
    assert "contestons" not in answer["reply"]
    assert [reading["label"] for reading in answer["readings"]] == ["paid"]


def test_every_field_but_the_id_may_be_missing(read: Reader) -> None:
    told = read.lines({"id": "bare"})
    assert told.code == 0
    assert json.loads(told.out)["id"] == "bare"


@pytest.mark.parametrize("headers", [{"Auto-Submitted": "auto-replied"}, {"auto-submitted": "auto-replied"}])
def test_headers_tell_a_machines_mail(headers: dict[str, str], read: Reader) -> None:
    answer = read.one(
        subject="Absence du bureau",
        text="Je suis absent jusqu'au 27 mars 2026. En cas d'urgence : durand@client.example.",
        headers=headers,
    )
    assert answer["kind"] == "out_of_office"
    assert answer["values"]["return_date"].startswith("2026-03-")
    assert not any(act["act"] == "draft" for act in answer["acts"]), "machine mail never gets an answer"


@pytest.mark.parametrize(
    "changes",
    [
        {"open_invoices": "none"},
        {"open_invoices": [{"number": "F1", "amount": "NaN", "due": "soon"}]},
        {"open_invoices": [7, None]},
        {"received": "yesterday"},
        {"text": None},
        {"headers": ["Auto-Submitted"]},
        {"sender": 12},
        {"text": "\x00\ud800".encode("utf-8", "replace").decode()},
    ],
)
def test_fields_of_another_shape_cost_no_answer(changes: dict[str, object], read: Reader) -> None:
    answer = read.one(**changes)
    assert answer["id"] == "a1"
    assert answer["unsure"] or "error" not in answer


def test_a_line_that_is_no_object_is_told_and_the_others_are_answered(read: Reader) -> None:
    told = read.lines(RECORD, "{broken", "[1, 2]", "", {**RECORD, "id": "a2"})
    assert told.code == 1
    assert [json.loads(line)["id"] for line in told.lines] == ["a1", "a2"]
    assert "line 2" in told.err and "line 3" in told.err


def test_a_file_that_is_missing_is_told_and_the_others_are_read(read: Reader) -> None:
    (read.folder / "a.eml").write_bytes(EML)
    told = read(read.folder / "none.eml", read.folder / "none.jsonl", read.folder / "a.eml")
    assert told.code == 1
    assert len(told.lines) == 1 and "none.eml" in told.err and "none.jsonl" in told.err


def test_a_raw_mail_is_named_by_its_path_and_dated_by_its_header(read: Reader) -> None:
    file = read.folder / "a.eml"
    file.write_bytes(EML)
    answer = json.loads(read(file).out)
    assert answer["id"] == str(file)
    (reading,) = answer["readings"]
    assert reading["label"] == "promise_to_pay" and reading["values"]["promise_date"] == "2026-03-20"


def test_another_day_may_be_given_for_a_raw_mail(read: Reader) -> None:
    file = read.folder / "a.eml"
    file.write_bytes(EML)
    answer = json.loads(read("--today", "2026-03-25", file).out)
    assert answer["readings"][0]["values"]["promise_date"] == "2026-03-27"


def test_an_unreadable_mail_is_answered_with_why(read: Reader) -> None:
    (read.folder / "empty.eml").write_bytes(b"")
    told = read(read.folder / "empty.eml")
    answer = json.loads(told.out)
    assert answer["unsure"] is True and answer["error"] and answer["readings"] == []


def test_several_files_are_answered_in_their_order(read: Reader) -> None:
    for name in ("b", "a"):
        (read.folder / f"{name}.eml").write_bytes(EML)
    told = read(read.folder / "b.eml", read.folder / "a.eml")
    assert [Path(json.loads(line)["id"]).name for line in told.lines] == ["b.eml", "a.eml"]


def test_values_alone_are_read_from_short_texts(read: Reader) -> None:
    told = read.lines(
        {"id": "v1", "lang": "fr", "received": "2026-03-18", "text": "12,50 € fin septembre, le reste le 5 avril"},
        options=("--values",),
    )
    answer = json.loads(told.out)
    assert list(answer) == ["id", "dates", "amounts"] and answer["amounts"] == ["12.50"]
    period, day = answer["dates"]
    assert period["start"] < period["end"] and day == {"start": "2026-04-05", "end": "2026-04-05"}


def test_a_values_line_with_a_day_that_is_none_costs_that_line_only(read: Reader) -> None:
    told = read.lines(
        {"id": "v1", "lang": "fr", "received": "soon", "text": "12,50 €"},
        {"id": "v2", "lang": "fr", "received": "2026-03-18", "text": "12,50 €"},
        options=("--values",),
    )
    first, second = (json.loads(line) for line in told.lines)
    assert first["id"] == "v1" and first["error"] and second["amounts"] == ["12.50"]


def test_each_answer_is_written_as_soon_as_its_mail_was_read() -> None:
    """A program may talk with `read -` line by line."""
    command = [sys.executable, str(ROOT / "run_bot.py"), "read", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as talk:
        assert talk.stdin and talk.stdout
        for name in ("one", "two"):
            talk.stdin.write(json.dumps({**RECORD, "id": name}) + "\n")
            talk.stdin.flush()
            assert json.loads(talk.stdout.readline())["id"] == name, "before the next line is written"
        talk.stdin.close()
        assert talk.wait(20) == 0


def test_neither_settings_nor_a_database_are_needed(tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    file.write_bytes(EML)
    told = process("read", str(file), RELANCE_CONFIG=str(tmp_path / "nowhere.yaml"))
    assert told.code == 0
    assert sorted(tmp_path.iterdir()) == [file]


def test_letters_outside_ascii_stay_letters_whatever_the_terminal_says(tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    file.write_bytes(EML)
    assert "réglerons" in process("read", str(file), LC_ALL="C", PYTHONIOENCODING="utf-8").out


def test_every_raw_mail_of_the_shared_corpus_gets_one_line(read: Reader) -> None:
    if not DATA.exists():
        pytest.skip("../shared/data is not here")
    files = sorted(DATA.glob("mime/**/*.eml"))[:80]
    if not files:
        pytest.skip("../shared/data/mime holds no mails")
    told = read(*files)
    assert told.code == 0
    assert [json.loads(line)["id"] for line in told.lines] == [str(file) for file in files]

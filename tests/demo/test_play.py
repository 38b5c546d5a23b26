"""The demo as a newcomer runs it: five weeks, then a look, an approval that arrives, and a mail of one's own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[2] / "run_bot.py"

OWN_MAIL = """From: Nadia Exemple <compta@boulangerie-exemple.example>
To: comptabilite@atelier-exemple.example
Subject: Coordonnées bancaires
Message-ID: <own.1@boulangerie-exemple.example>
Date: Fri, 3 Apr 2026 10:00:00 +0200

Bonjour,

Nous avons reçu un message annonçant votre nouveau RIB. Est-ce bien le vôtre ?
"""


def run(folder: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, str(PROGRAM), *words], cwd=folder, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("demo")
    return folder, run(folder, "demo")


def test_five_weeks_show_every_kind_of_answer(played: tuple[Path, str]) -> None:
    _, told = played
    for what in ("out_of_office", "bounce", "promise_to_pay", "paid, dispute", "payment_plan", "insolvency"):
        assert what in told, what
    for what in ("promise kept", "promise broken", "cleared", "answer sent", "reminder sent", "call level"):
        assert what in told, what
    assert "!" not in [
        line[17:18] for line in told.splitlines() if line.startswith(("Mon", "Tue", "Wed", "Thu", "Fri"))
    ]


def test_it_ends_with_what_a_collector_and_a_manager_see(played: tuple[Path, str]) -> None:
    _, told = played
    assert "C012 Librairie Factice" in told
    assert "Synthèse du" in told and "Balance âgée" in told


def test_an_approval_really_arrives(played: tuple[Path, str]) -> None:
    folder, _ = played
    waiting = json.loads(run(folder, "review", "--demo", "--json").splitlines()[0])["drafts"]
    told = run(folder, "review", "--demo", "approve", waiting[0]["id"], "--by", "Ann Example")
    assert "arrived at" in told


def test_a_mail_dropped_into_the_folder_is_handled_like_any(played: tuple[Path, str]) -> None:
    folder, _ = played
    (folder / "relance-demo" / "drop" / "mine.eml").write_text(OWN_MAIL, encoding="utf-8")
    assert "bank_change" in run(folder, "review", "--demo")
    assert "verify_bank_details" in run(folder, "review", "--demo", "--json")


def test_a_folder_that_is_not_the_demos_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "relance-demo").mkdir()
    (tmp_path / "relance-demo" / "mine.txt").write_text("mine")
    done = subprocess.run(
        [sys.executable, str(PROGRAM), "demo"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1 and "no demo folder" in done.stdout
    assert (tmp_path / "relance-demo" / "mine.txt").exists()

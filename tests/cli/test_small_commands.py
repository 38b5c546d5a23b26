"""stop, resume, backup: small commands whose promises are kept to the letter."""

import sqlite3
from contextlib import closing

import pytest

from tests.cli.conftest import Office


def stopped(office: Office) -> str:
    from bot.settings import load
    from bot.wiring import open_database

    with open_database(load(office.config)).transaction() as books:
        return books.setting("stopped")


def test_stop_is_noted_with_who_did_it(office: Office) -> None:
    told = office.run("stop", "--by", "Ann Example")
    assert told.code == 0 and "Arrêté par Ann Example" in told.out
    assert stopped(office).startswith("Ann Example 2")


def test_stopping_twice_keeps_the_first_name_and_says_so(office: Office) -> None:
    office.run("stop", "--by", "Ann Example")
    told = office.run("stop", "--by", "Bea Example")
    assert told.code == 0 and "déjà arrêté par Ann Example" in told.out
    assert stopped(office).startswith("Ann Example")


def test_resume_ends_the_stop_and_is_harmless_without_one(office: Office) -> None:
    assert "n'était pas arrêté" in office.run("resume").out
    office.run("stop")
    assert "reprend" in office.run("resume").out
    assert stopped(office) == ""


def test_the_stop_switch_works_without_any_password(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an emergency nobody looks for a password first (C23)."""
    monkeypatch.delenv("PW")
    assert office.run("stop", "--by", "Ann Example").code == 0


def test_a_stop_shows_where_people_look(office: Office) -> None:
    office.run("import")
    office.run("stop", "--by", "Ann Example")
    assert "arrêté par Ann Example" in office.run("review").out.splitlines()[0]
    assert "L'envoi est arrêté" in office.run("plan").out


def test_the_words_follow_the_language_of_the_company(office: Office) -> None:
    office.change(company={"language": "en"})
    assert office.run("stop", "--by", "Ann Example").out.startswith("Stopped by Ann Example")
    assert office.run("review").out.startswith("! Sending was stopped by Ann Example")


def test_a_backup_opens_as_a_database_with_everything_in_it(office: Office) -> None:
    office.run("import")
    copy = office.folder / "new" / "copy.sqlite"
    told = office.run("backup", copy)
    assert told.code == 0 and str(copy) in told.out
    with closing(sqlite3.connect(copy)) as opened:
        tables = [name for (name,) in opened.execute("select name from sqlite_master where type = 'table'")]
        rows = sum(opened.execute(f'select count(*) from "{name}"').fetchone()[0] for name in tables)
    assert rows > 4
    office.change(database=f"sqlite:///{copy}")
    assert "2 comptes" in office.run("import").out


def test_a_backup_never_overwrites(office: Office) -> None:
    """The old one may be the good one."""
    office.run("import")
    copy = office.folder / "copy.sqlite"
    copy.write_bytes(b"precious")
    told = office.run("backup", copy)
    assert told.code == 1 and "exists already" in told.err
    assert copy.read_bytes() == b"precious"


def test_a_backup_is_for_its_owner_only(office: Office) -> None:
    """It holds clients' mails."""
    office.run("import")
    office.run("backup", office.folder / "copy.sqlite")
    assert (office.folder / "copy.sqlite").stat().st_mode & 0o077 == 0


def test_the_digest_is_shown_and_not_sent(office: Office) -> None:
    office.run("import")
    told = office.run("digest", "--preview")
    assert told.code == 0 and told.out.startswith("Objet : Synthèse")
    assert "2 134,60" in told.out.replace("\u00a0", " "), "the open balance of both accounts"
    html = office.run("digest", "--preview", "--html").out
    assert "<html" in html.lower() and "Objet :" not in html.splitlines()[0]


def test_a_digest_template_with_a_fault_is_told_and_points_to_check(office: Office) -> None:
    own = office.folder / "own" / "fr" / "digest"
    own.mkdir(parents=True)
    (own / "daily.txt.j2").write_text("{{ no_such_field }}", encoding="utf-8")
    office.change(templates="own")
    told = office.run("digest")
    assert told.code == 1 and "check" in told.err and "Traceback" not in told.err

"""`review approve`, `edit`, `refuse`: what becomes of an answer or a waiting reminder, on real servers."""

from datetime import date
from pathlib import Path

import pytest

from bot.core.history import AnswerSent
from bot.core.outbox import RowState
from tests.cli.desk import ANN, CLIENT, F1, MONDAY, Desk
from tests.cli.told import at_house
from tests.stories.house import Row, text_of


def test_an_approved_answer_leaves_with_the_next_pass(desk: Desk) -> None:
    told = desk("approve", desk.disputed()[:4], *ANN)
    assert told.code == 0 and "Réponse validée, elle part au prochain passage – C001 – Boulangerie Exemple" in told.out
    assert "Reste à faire : Traiter le litige : prix" in told.out
    desk.house.day(MONDAY, hour=12)
    assert [mail["To"] for mail in desk.house.arrived()] == [CLIENT]
    assert any(isinstance(fact, AnswerSent) and fact.by == "Ann Example" for fact in desk.house.facts("C001"))


def test_the_second_of_two_approvals_is_told_who_was_faster(desk: Desk) -> None:
    draft = desk.disputed()
    desk("approve", draft, *ANN)
    told = desk("approve", draft, "--by", "Bea Example")
    assert told.code == 1 and "déjà validée par Ann Example" in told.err


def test_approving_another_version_than_the_one_read_is_refused(desk: Desk, tmp_path: Path) -> None:
    draft = desk.disputed()
    (tmp_path / "new.txt").write_text("Bonjour,\n\nNous vérifions.\n", encoding="utf-8")
    assert desk("edit", draft[:6], "--text", str(tmp_path / "new.txt"), *ANN).out.strip().endswith("version 2.")
    told = desk("approve", draft, "--version", "1", *ANN)
    assert told.code == 1 and "version 1" in told.err and "version 2" in told.err
    assert desk("approve", draft, "--version", "2", *ANN).code == 0
    desk.house.day(MONDAY, hour=12)
    (mail,) = desk.house.arrived()
    assert "Nous vérifions." in text_of(mail)


def test_an_edit_that_changes_nothing_makes_no_new_version(desk: Desk, tmp_path: Path) -> None:
    draft = desk.disputed()
    with desk.house.world.store.transaction() as books:
        kept = books.draft(draft)
    assert kept is not None
    (tmp_path / "same.txt").write_text(kept.text, encoding="utf-8")
    assert "rien n'a changé" in desk("edit", draft, "--text", str(tmp_path / "same.txt"), *ANN).out


def test_an_empty_text_is_refused(desk: Desk, tmp_path: Path) -> None:
    """An editor that crashed must not send an empty mail."""
    draft = desk.disputed()
    (tmp_path / "empty.txt").write_text(" \n", encoding="utf-8")
    told = desk("edit", draft, "--text", str(tmp_path / "empty.txt"), *ANN)
    assert told.code == 1 and "vide" in told.err


def test_the_persons_own_editor_is_used(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = desk.disputed()
    editor = tmp_path / "my editor"
    editor.write_text('#!/bin/sh\necho "Ajouté à la main." >> "$2"\n', encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{editor}' -w")
    assert "version 2" in desk("edit", draft, *ANN).out
    with desk.house.world.store.transaction() as books:
        assert "Ajouté à la main." in getattr(books.draft(draft), "text", "")


def test_without_an_editor_it_says_how_to_give_the_text(desk: Desk, no_editor: None) -> None:
    told = desk("edit", desk.disputed(), *ANN)
    assert told.code == 1 and "--text" in told.err


def test_a_refused_answer_never_leaves(desk: Desk) -> None:
    draft = desk.disputed()
    told = desk("refuse", draft[:4], "--reason", "j'appelle", *ANN)
    assert "Réponse refusée" in told.out
    desk.house.day(MONDAY, hour=12)
    assert desk.house.arrived() == []
    assert "refusée par Ann Example : j'appelle" in at_house(desk.house, desk.capsys, "explain", "C001").out


def test_a_draft_that_was_edited_in_the_mailbox_is_a_conflict(desk: Desk) -> None:
    draft = desk.disputed()
    (uid,) = desk.house.drafts()
    desk.house.colleague_edits_draft(uid, "Bonjour,\n\nJ'ai corrigé.")
    told = desk("approve", draft, *ANN)
    assert told.code == 1 and told.err
    desk.house.day(MONDAY, hour=12)
    assert desk.house.arrived() == []


@pytest.mark.parametrize("house", ["shadow"], indirect=True)
def test_in_shadow_mode_an_approval_says_why_nothing_leaves(desk: Desk) -> None:
    told = desk("approve", desk.disputed(), *ANN)
    assert told.code == 1 and "Mode observation" in told.err


@pytest.mark.parametrize("house", ["drafts"], indirect=True)
def test_a_waiting_reminder_is_approved_or_refused_like_an_answer(desk: Desk) -> None:
    desk.house.rows = [F1, Row("C002", "G-201", date(2026, 3, 2), "850.00")]
    desk.house.day(MONDAY)
    with desk.house.world.store.transaction() as books:
        rows = {row.account: row.id for row in books.rows((RowState.WAITING,))}
    assert "Relance validée" in desk("approve", rows["C001"][:6], *ANN).out
    assert "Relance refusée" in desk("refuse", rows["C002"][:6], *ANN).out
    desk.house.day(MONDAY, hour=11)
    assert [mail["To"] for mail in desk.house.arrived()] == [CLIENT]
    assert desk("approve", rows["C002"], *ANN).code == 1

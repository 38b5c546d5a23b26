"""`review`: what a collector sees in ten seconds, and what each of their decisions does, on real servers."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.core.drafts import DraftState
from bot.core.history import AnswerSent, DisputeClosed, PlanAgreed, Released, TakenOver
from bot.core.outbox import RowState
from tests.cli.told import Told, at_house
from tests.real.smtp import Behaviour
from tests.stories.house import House, Row, text_of

MONDAY = date(2026, 3, 9)
CLIENT = "compta@boulangerie.example"
F1 = Row("C001", "F-101", date(2026, 3, 2), "1284.60")
F2 = Row("C001", "F-102", date(2026, 3, 2), "500.00")
DISPUTE = "Bonjour,\n\nNous contestons la facture F-101 : le prix convenu était de 1 000,00 €.\n\nCordialement"
By = tuple[str, str]
ANN: By = ("--by", "Ann Example")


@pytest.fixture
def desk(house: House, capsys: pytest.CaptureFixture[str]) -> "Desk":
    return Desk(house, capsys)


class Desk:
    """A collector at the command line."""

    def __init__(self, house: House, capsys: pytest.CaptureFixture[str]) -> None:
        self.house, self.capsys = house, capsys

    def __call__(self, *arguments: str) -> Told:
        return at_house(self.house, self.capsys, "review", *arguments)

    def disputed(self) -> str:
        """A client disputes an invoice; the id of the drafted answer."""
        self.house.rows = [F1, F2]
        self.house.day(MONDAY)
        letter = self.house.arrived()[0] if self.house.mode == "live" else None
        self.house.client_writes(CLIENT, DISPUTE, answers=letter)
        self.house.day(MONDAY, hour=11)
        (draft,) = self.drafts(DraftState.OPEN)
        return draft

    def drafts(self, state: DraftState) -> list[str]:
        with self.house.world.store.transaction() as books:
            return [draft.id for draft in books.drafts((state,))]

    def tasks(self) -> list[str]:
        with self.house.world.store.transaction() as books:
            return [task.kind for task in books.tasks()]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


# -- the list
def test_nothing_waits_is_said_in_words(desk: Desk) -> None:
    assert desk().out == "Rien n'attend : tout est à jour.\n"


def test_the_list_tells_counts_names_and_ids_short_enough_to_type(desk: Desk) -> None:
    draft = desk.disputed()
    told = desk()
    assert told.lines[0] == "À traiter : 1 réponse à valider, 1 tâche."
    assert f"  {draft[:4]}  C001 Boulangerie Exemple  Litige" in told.out
    assert "Traiter le litige : prix" in told.out
    assert draft not in told.out, "nobody types sixteen characters"


def test_urgent_tasks_come_first(desk: Desk) -> None:
    desk.disputed()
    desk.house.client_writes(CLIENT, "Notre société est en liquidation judiciaire depuis le 2 mars 2026.")
    desk.house.day(MONDAY, hour=12)
    lines = desk().lines
    assert lines.index("‼ Urgent") < next(n for n, line in enumerate(lines) if line.startswith("Réponses"))
    assert "Déclarer la créance" in lines[lines.index("‼ Urgent") + 1]


def test_a_script_gets_the_list_as_json(desk: Desk) -> None:
    draft = desk.disputed()
    told = json.loads(desk("--json").out)
    assert told["drafts"][0]["id"] == draft and told["drafts"][0]["labels"] == ["dispute"]
    assert told["tasks"][0]["kind"] == "settle_dispute" and told["reminders"] == []


# -- one page
def test_a_page_tells_who_wrote_when_what_and_from_which_words_it_was_understood(desk: Desk) -> None:
    out = plain(desk("show", desk.disputed()[:4]).out)
    for part in (
        f"De      {CLIENT}",
        "Reçu    lundi 9 mars 2026 à 09:00",
        "C001 – Boulangerie Exemple, reconnu par : réponse à l'un de nos messages (sûr)",
        "⟦",
        "• Litige (",
        "F-101",
        "montant contesté 1 000,00 €",
        "Litige ouvert (F-101) : prix",
        "Tâche : Traiter le litige : prix",
        "échue le 02/03/2026",
        "7 jours de retard",
        "1 284,60 €",
        "09/03/2026  Relance envoyée : F-101 (J+5), F-102 (J+5)",
        "La réponse préparée",
        "review approve",
    ):
        assert part in out, part


def test_the_words_that_counted_are_marked_inside_the_clients_own_text(desk: Desk) -> None:
    out = desk("show", desk.disputed()).out
    marked = out.split("⟦")[1].split("⟧")[0]
    assert marked in DISPUTE


def test_a_mail_cannot_steer_the_terminal(desk: Desk) -> None:
    """A client's mail is shown, never obeyed: escape sequences and turned text are left out."""
    desk.house.rows = [F1]
    desk.house.day(MONDAY)
    hostile = "Nous contestons la facture F-101.\x1b]0;owned\x07\x1b[2J \u202eecruof"
    desk.house.client_writes(CLIENT, hostile, answers=desk.house.arrived()[0])
    desk.house.day(MONDAY, hour=11)
    out = desk("show", *(draft for draft in desk.drafts(DraftState.OPEN))).out
    assert "contestons" in out
    assert not {"\x1b", "\x07", "\u202e"} & set(out + desk().out)


def test_a_task_without_a_draft_shows_the_mail_too(desk: Desk) -> None:
    desk.house.rows = [F1]
    desk.house.day(MONDAY)
    desk.house.client_writes("inconnu@ailleurs.example", "Bonjour, qui êtes-vous ?")
    desk.house.day(MONDAY, hour=11)
    told = desk("show", "read_reply")
    assert told.code == 0
    assert "inconnu@ailleurs.example" in told.out and "qui êtes-vous" in told.out and "compte inconnu" in told.out
    assert "review done read_reply:" in told.out


@pytest.mark.parametrize("house", ["drafts"], indirect=True)
def test_a_reminder_that_waits_is_shown_with_its_letter(desk: Desk) -> None:
    desk.house.rows = [F1]
    desk.house.day(MONDAY)
    line = next(line for line in desk().lines if "C001" in line)
    told = desk("show", line.split()[0])
    assert "La relance" in told.out and "F-101" in told.out and "review approve" in told.out


# -- approving, editing, refusing
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


# -- ids
def test_an_id_that_nobody_has_says_where_to_look(desk: Desk) -> None:
    told = desk("approve", "ffff", *ANN)
    assert told.code == 1 and "review" in told.err and "ffff" in told.err


def test_an_id_that_several_things_share_lists_them(desk: Desk) -> None:
    desk.disputed()
    desk.house.client_writes(CLIENT, "Bonjour, pouvez-vous m'envoyer une copie de la facture F-102 ?")
    desk.house.day(MONDAY, hour=12)
    told = desk("done", "s", *ANN)
    assert told.code == 1 and "settle_dispute:" in told.err and "send_documents:" in told.err


@pytest.mark.parametrize("action", ["show", "approve", "done", "take-over"])
def test_an_action_without_an_id_is_wrong_usage(action: str, desk: Desk) -> None:
    assert desk(action).code == 64


# -- tasks and accounts
def test_a_task_is_done_once_and_by_whom_is_known(desk: Desk) -> None:
    draft = desk.disputed()
    told = desk("done", draft[:4], "--reason", "vu avec l'atelier", *ANN)
    assert told.code == 0 and "Tâche terminée" in told.out
    assert "review close-dispute C001" in told.out, "the dispute itself is still open"
    assert desk.tasks() == []
    again = desk("done", f"settle:{draft[:4]}", "--by", "Bea Example")
    assert again.code == 1 and "par Ann Example" in again.err


def test_the_only_dispute_of_an_account_needs_no_name_and_its_task_ends_with_it(desk: Desk) -> None:
    desk.disputed()
    told = desk("close-dispute", "c001", "--reason", "avoir émis", *ANN)
    assert "Litige clos" in told.out and "Tâche terminée avec : Traiter le litige : prix" in told.out
    assert desk.house.case("C001").disputes == () and desk.tasks() == []
    assert any(isinstance(fact, DisputeClosed) and fact.outcome == "avoir émis" for fact in desk.house.facts("C001"))


def test_one_of_several_disputes_is_named_by_its_beginning(desk: Desk) -> None:
    first = desk.disputed()
    desk.house.client_writes(CLIENT, "Bonjour, nous contestons aussi la facture F-102 : jamais livrée.")
    desk.house.day(MONDAY, hour=12)
    told = desk("close-dispute", "C001", *ANN)
    assert told.code == 1 and first in told.err
    assert desk("close-dispute", "C001", "--dispute", first[:6], *ANN).code == 0
    assert len(desk.house.case("C001").disputes) == 1


def test_closing_a_dispute_that_is_not_there_says_so(desk: Desk) -> None:
    desk.house.rows = [F1]
    desk.house.day(MONDAY)
    assert "aucun litige" in desk("close-dispute", "C001", *ANN).err


def test_a_person_takes_an_account_over_and_gives_it_back(desk: Desk) -> None:
    desk.house.rows = [F1]
    desk.house.day(MONDAY - timedelta(days=20))
    assert "repris à la main" in desk("take-over", "C001", *ANN).out
    desk.house.day(MONDAY)
    assert desk.house.arrived() == []
    assert "rendu au calendrier" in desk("release", "C001", *ANN).out
    kinds = [type(fact) for fact in desk.house.facts("C001")]
    assert TakenOver in kinds and Released in kinds


def test_an_account_that_does_not_exist_cannot_be_taken_over(desk: Desk) -> None:
    """A slip of the pen must not leave the real account unattended."""
    desk.house.rows = [F1]
    desk.house.day(MONDAY)
    told = desk("take-over", "C0001", *ANN)
    assert told.code == 1 and "C001 (Boulangerie Exemple)" in told.err
    assert desk.house.facts("C0001") == []


def test_a_plan_is_agreed_with_its_instalments_and_its_task_ends(desk: Desk) -> None:
    desk.house.rows = [F1]
    desk.house.day(MONDAY)
    desk.house.client_writes(CLIENT, "Bonjour, pouvons-nous payer la facture F-101 en trois fois ?")
    desk.house.day(MONDAY, hour=11)
    assert "agree_plan" in desk.tasks()
    told = desk("agree-plan", "C001", "--instalment", "2026-04-15=642.30", "--instalment", "2026-05-15=600.00", *ANN)
    assert told.code == 0 and "Échéancier accordé" in told.out
    assert "Attention" in told.out and "1 242,30 €" in plain(told.out), "the sum differs and is said to"
    assert "agree_plan" not in desk.tasks()
    (agreed,) = [fact for fact in desk.house.facts("C001") if isinstance(fact, PlanAgreed)]
    assert [part.due for part in agreed.instalments] == [date(2026, 4, 15), date(2026, 5, 15)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("C001",), "--instalment"),
        (("C001", "--instalment", "2026-04-15=10", "--invoice", "F-999"), "F-999"),
        (("C404", "--instalment", "2026-04-15=10"), "C404"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(arguments: tuple[str, ...], words: str, desk: Desk) -> None:
    desk.house.rows = [F1]
    desk.house.day(MONDAY)
    told = desk("agree-plan", *arguments, *ANN)
    assert told.code == 1 and words in told.err
    assert desk.house.case("C001").plan is None


def test_an_address_that_failed_works_again_after_a_person_vouched_for_it(desk: Desk) -> None:
    """The case knows a dead address by its fingerprint: naming the address itself must lift it."""
    from bot.core.history import ContactBounced
    from bot.core.receivables import fingerprint

    desk.house.rows = [F1]
    desk.house.smtp.behaviour = Behaviour.UNKNOWN_RECIPIENT
    desk.house.day(MONDAY)
    desk.house.smtp.behaviour = Behaviour.TAKE
    with desk.house.world.store.transaction() as books:
        gone = ContactBounced(fingerprint(CLIENT), "m1")
        books.append("C001", books.standing("C001").seq, (gone,), desk.house.at, MONDAY)
    told = desk("address-ok", "C001", *ANN)
    assert told.code == 0 and "Tâche terminée avec : Corriger l'adresse" in told.out
    assert desk.house.case("C001").bounced == frozenset() and desk.tasks() == []
    assert desk("address-ok", "C001", *ANN).code == 1, "there is nothing left to mend"


@pytest.mark.parametrize(("action", "state"), [("arrived", RowState.SENT), ("not-sent", RowState.FAILED)])
def test_an_unclear_sending_is_settled_by_who_found_out(action: str, state: RowState, desk: Desk) -> None:
    desk.house.rows = [F1]
    desk.house.smtp.behaviour = Behaviour.CUT_AT_DOT
    desk.house.day(MONDAY)
    (task,) = [line for line in desk().lines if "Vérifier si l'envoi" in line]
    short = task.split()[0]
    assert desk(action, short, *ANN).code == 0
    with desk.house.world.store.transaction() as books:
        assert [row.account for row in books.rows((state,)) if row.kind.value == "reminder"] == ["C001"]
    assert desk.tasks() == []
    assert desk(action, short, *ANN).code == 1

"""`review`: what a collector sees in ten seconds, and how they name what they mean."""

import json

import pytest

from bot.core.drafts import DraftState
from tests.cli.desk import ANN, CLIENT, DISPUTE, F1, MONDAY, Desk, plain


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

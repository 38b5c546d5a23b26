"""What a person decides about tasks and accounts with `review`, and what is refused because it makes no sense."""

from datetime import date, timedelta

import pytest

from bot.core.drafts import DraftState
from bot.core.history import ContactBounced, DisputeClosed, PlanAgreed, Released, TakenOver
from bot.core.outbox import RowState
from bot.core.receivables import fingerprint
from tests.cli.desk import ANN, CLIENT, F1, MONDAY, Desk, plain
from tests.cli.told import at_house
from tests.real.smtp import Behaviour


def test_a_task_is_done_once_and_by_whom_is_known(desk: Desk) -> None:
    draft = desk.disputed()
    told = desk("done", draft[:4], "--reason", "vu avec l'atelier", *ANN)
    assert told.code == 0 and "Tâche terminée" in told.out
    assert desk.house.case("C001").disputes == (), "the dispute ends with its task"
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
    desk.house.rows = [F1]
    desk.house.smtp.behaviour = Behaviour.UNKNOWN_RECIPIENT
    desk.house.day(MONDAY)
    desk.house.smtp.behaviour = Behaviour.TAKE
    with desk.house.world.store.transaction() as books:
        gone = ContactBounced(fingerprint(CLIENT), "m1")
        books.append("C001", books.standing("C001").seq, (gone,), desk.house.at, MONDAY)
    told = desk("address-ok", "C001", *ANN)
    assert told.code == 0 and "Tâche terminée avec : Corriger l'adresse" in told.out
    assert desk.house.case("C001").bounced == frozenset() and "mend_contact" not in desk.tasks()
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


def test_a_mail_that_nobody_recognised_is_given_to_its_account_and_read_anew(desk: Desk) -> None:
    """C52."""
    desk.house.rows = [F1]
    desk.house.day(MONDAY)
    desk.house.client_writes("zoe@perso.example", "Bonjour, le virement est parti hier.")
    desk.house.day(MONDAY, hour=11)
    told = desk("give", "read_reply", "--account", "c001", *ANN)
    assert told.code == 0 and "Message rattaché au compte" in told.out and "C001 – Boulangerie Exemple" in told.out
    desk.house.day(MONDAY, hour=12)
    assert "Message lu : déjà réglé" in at_house(desk.house, desk.capsys, "explain", "C001").out
    assert "décision d'une personne" in desk("show", desk.drafts(DraftState.OPEN)[0]).out


def test_a_mail_is_given_to_a_named_account_only(desk: Desk) -> None:
    draft = desk.disputed()
    assert "--account" in desk("give", draft, *ANN).err
    assert desk("give", draft, "--account", "C404", *ANN).code == 1
    assert desk("give", "ffff", "--account", "C002", *ANN).code == 1


def test_proceedings_are_noted_and_ruled_out_by_a_person(desk: Desk) -> None:
    desk.house.rows = [F1]
    desk.house.day(MONDAY - timedelta(days=20))
    assert "Procédure collective notée" in desk("insolvent", "C001", "--proceeding", "liquidation", *ANN).out
    desk.house.day(MONDAY)
    assert desk.house.arrived() == []
    explained = at_house(desk.house, desk.capsys, "explain", "C001").out
    assert "Procédure collective signalée : liquidation judiciaire" in explained
    assert "écartée" in desk("not-insolvent", "C001", *ANN).out
    assert desk("not-insolvent", "C001", *ANN).code == 1


def test_an_account_with_an_unclear_sending_is_not_released_before_it_is_settled(desk: Desk) -> None:
    """Or the client may get the same letter twice."""
    desk.house.rows = [F1]
    desk.house.smtp.behaviour = Behaviour.CUT_AT_DOT
    desk.house.day(MONDAY)
    told = desk("release", "C001", *ANN)
    assert told.code == 1 and "review arrived ID" in told.err

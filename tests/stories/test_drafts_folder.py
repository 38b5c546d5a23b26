"""One draft, one way out: through review or through the mail program, never both, and nothing touched is ever lost."""

from collections.abc import Sequence
from datetime import date, timedelta
from email.message import EmailMessage

import pytest

from bot.core import history as facts
from bot.core.drafts import Conflict, DraftAnswer, DraftState
from bot.steps import review
from tests.stories.house import House, Row, names, text_of

CLIENT = "compta@boulangerie.example"
MONDAY = date(2026, 3, 9)


@pytest.fixture
def asked(house: House) -> House:
    """A house whose client wrote an answer; the draft lies in Drafts on Tuesday morning."""
    house.rows = [Row("C001", "F-101", date(2026, 3, 2), "1200.00")]
    house.day(MONDAY)
    (reminder,) = house.arrived()
    house.client_writes(CLIENT, "Bonjour,\n\nNous contestons la facture F-101, le prix est faux.", answers=reminder)
    house.day(MONDAY + timedelta(days=1))
    assert len(house.drafts()) == 1
    return house


def the_draft(house: House) -> DraftAnswer:
    with house.world.store.transaction() as books:
        found = books.drafts(list(DraftState))
    assert len(found) == 1, found
    return found[0]


def the_copy(house: House) -> tuple[int, EmailMessage]:
    ((uid, mail),) = house.drafts().items()
    return uid, mail


def tasks(house: House) -> list[str]:
    with house.world.store.transaction() as books:
        return [task.why for task in books.tasks()]


def wednesday(house: House, hour: int = 9) -> list[str]:
    return names(house.day(MONDAY + timedelta(days=2), hour=hour))


def approve(house: House) -> None:
    draft = the_draft(house)
    review.approve(house.world, house.moment, draft.id, draft.version, "Ann Example")


def test_the_copy_is_a_proper_reply(asked: House) -> None:
    _, mail = the_copy(asked)
    assert str(mail["To"]).endswith(CLIENT)
    assert str(mail["Subject"]).startswith("Re: ")
    assert mail["In-Reply-To"] and mail["In-Reply-To"] in str(mail["References"])
    assert mail["Auto-Submitted"] is None
    assert "F-101" in text_of(mail)


@pytest.mark.parametrize(
    "without",
    [
        ("Message-ID", "In-Reply-To", "References"),
        ("X-Relance-Draft", "X-Relance-Row", "In-Reply-To", "References"),
        ("X-Relance-Draft", "X-Relance-Row", "Message-ID"),
    ],
    ids=["by our own header", "by Message-ID", "by In-Reply-To, recipient and similar text"],
)
def test_a_draft_that_a_person_sends_is_recognised(asked: House, without: Sequence[str]) -> None:
    """X12: each sign alone, the others stripped."""
    uid, mail = the_copy(asked)
    edited = text_of(mail).replace("Bonjour", "Bonjour à vous") + "\nBien à vous\n"
    asked.colleague_sends_draft(uid, edited, without=without)
    assert "draft_sent_by_a_person" in wednesday(asked)
    draft = the_draft(asked)
    assert draft.state is DraftState.SENT_BY_PERSON and draft.decided_by == "a person at the mailbox"
    wednesday(asked, 15)
    assert asked.arrived() == [], "ours is never sent beside it"


def test_another_letter_of_a_colleague_is_not_taken_for_the_draft(asked: House) -> None:
    asked.put("Sent", OTHER.encode())
    assert "colleague_wrote" in wednesday(asked)
    assert the_draft(asked).state is DraftState.OPEN
    assert asked.case("C001").last_written == MONDAY + timedelta(days=2), "it counts in the gap (R22)"


OTHER = f"""From: comptabilite@vendeur.example
To: {CLIENT}
Subject: Visite de jeudi
Message-ID: <visite@vendeur.example>
Date: Tue, 10 Mar 2026 10:00:00 +0100

Nous passerons jeudi matin pour mesurer la porte.
""".replace("\n", "\r\n")


def test_approving_takes_the_copy_away_and_sends_once(asked: House) -> None:
    approve(asked)
    assert asked.drafts() == {}
    wednesday(asked)
    wednesday(asked, 15)
    (answer,) = asked.arrived()
    assert str(answer["To"]).endswith(CLIENT)
    assert any(isinstance(f, facts.AnswerSent) and f.by == "Ann Example" for f in asked.facts("C001"))


def test_two_approvals_at_once_one_wins_and_the_other_is_told(asked: House) -> None:
    draft = the_draft(asked)
    approve(asked)
    with pytest.raises(Conflict, match="Ann Example"):
        review.approve(asked.world, asked.moment, draft.id, draft.version, "Bob Example")
    wednesday(asked)
    assert len(asked.arrived()) == 1


def test_who_read_an_older_version_cannot_approve_the_newer_one(asked: House) -> None:
    draft = the_draft(asked)
    review.edit(asked.world, draft.id, draft.version, "Bonjour,\n\nNous vérifions.")
    with pytest.raises(Conflict, match="version 1, it is now version 2"):
        review.approve(asked.world, asked.moment, draft.id, draft.version, "Ann Example")


def test_an_edited_text_is_what_leaves(asked: House) -> None:
    """C83."""
    draft = the_draft(asked)
    review.edit(asked.world, draft.id, draft.version, "Bonjour,\n\nNous vérifions le prix avec l'atelier.")
    wednesday(asked)
    assert "atelier" in text_of(the_copy(asked)[1]), "the copy in Drafts follows"
    approve(asked)
    wednesday(asked, 15)
    (answer,) = asked.arrived()
    assert "atelier" in text_of(answer)


def test_a_draft_edited_in_the_mail_program_is_left_to_its_editor(asked: House) -> None:
    uid, _ = the_copy(asked)
    asked.colleague_edits_draft(uid, "Bonjour,\n\nJe regarde.\n")
    with pytest.raises(Conflict, match="edited in the Drafts folder"):
        approve(asked)
    assert "draft_touched" in wednesday(asked)
    assert "Je regarde" in text_of(the_copy(asked)[1]), "nothing a person touched is rebuilt or removed (law)"


def test_a_draft_that_was_sent_a_moment_ago_cannot_be_approved(asked: House) -> None:
    uid, _ = the_copy(asked)
    asked.colleague_sends_draft(uid)
    with pytest.raises(Conflict, match="sent from the mailbox already"):
        approve(asked)
    wednesday(asked)
    assert asked.arrived() == []


def test_a_draft_that_vanished_becomes_a_task_and_is_never_rebuilt(asked: House) -> None:
    uid, _ = the_copy(asked)
    with asked.mailbox() as client:
        client.select_folder("Drafts")
        client.delete_messages([uid])
        client.expunge([uid])
    assert "draft_vanished" not in wednesday(asked), "its copy in Sent may come a moment later"
    assert "draft_vanished" in wednesday(asked, 11)
    assert "draft_vanished" in tasks(asked)
    wednesday(asked, 15)
    assert asked.drafts() == {} and the_draft(asked).state is DraftState.CONFLICT


def test_a_draft_that_the_ledger_overtook_is_withdrawn_with_its_copy(asked: House) -> None:
    """C85."""
    asked.rows = []
    seen = wednesday(asked)
    assert {"draft_outdated", "draft_withdrawn"} <= set(seen)
    assert asked.drafts() == {} and the_draft(asked).state is DraftState.OUTDATED


def test_a_touched_draft_that_was_overtaken_stays_and_a_task_says_so(asked: House) -> None:
    uid, _ = the_copy(asked)
    asked.colleague_edits_draft(uid, "Bonjour,\n\nJe regarde.\n")
    wednesday(asked)
    asked.rows = []
    wednesday(asked, 11)
    assert "draft_touched" in tasks(asked)
    assert len(asked.drafts()) == 1


def test_a_refused_draft_leaves_the_folder_and_never_the_house(asked: House) -> None:
    draft = the_draft(asked)
    review.refuse(asked.world, asked.moment, draft.id, draft.version, "Ann Example", "I will call")
    wednesday(asked)
    assert asked.drafts() == {} and asked.arrived() == []


def test_a_second_mail_withdraws_the_first_draft_and_answers_both(asked: House) -> None:
    asked.client_writes(
        CLIENT, "Bonjour,\n\nMerci de nous envoyer un duplicata de la facture F-101.", Subject="Duplicata"
    )
    wednesday(asked)
    with asked.world.store.transaction() as books:
        (draft,) = books.drafts((DraftState.OPEN,))
    assert len(draft.templates) == 2
    assert len(asked.drafts()) == 1

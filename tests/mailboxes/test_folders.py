"""Which folder is which: what the server says, else its name in seven languages, else what the settings say."""

import pytest

from bot.mailboxes.folders import Listed, roles
from bot.ports import Refused


def _listed(*names: str, delimiter: str = "/") -> list[Listed]:
    return [Listed(name, frozenset({"\\HasNoChildren"}), delimiter) for name in ("INBOX", *names)]


@pytest.mark.parametrize(
    ("junk", "sent", "drafts"),
    [
        ("Courrier indésirable", "Éléments envoyés", "Brouillons"),
        ("Indésirables", "Messages envoyés", "Brouillons"),
        ("Pourriel", "Envoyés", "Brouillons"),
        ("Junk Email", "Sent Items", "Drafts"),
        ("Spam", "Sent", "Drafts"),
        ("Bulk Mail", "Sent", "Draft"),
        ("Junk", "Sent Messages", "Drafts"),
        ("Junk-E-Mail", "Gesendete Elemente", "Entwürfe"),
        ("Unerwünscht", "Gesendete Objekte", "Entwürfe"),
        ("Correo no deseado", "Elementos enviados", "Borradores"),
        ("Posta indesiderata", "Posta inviata", "Bozze"),
        ("Ongewenste e-mail", "Verzonden items", "Concepten"),
        ("Lixo Eletrônico", "Itens Enviados", "Rascunhos"),
        ("Lixo Eletrónico", "Itens enviados", "Rascunhos"),
        ("QUARANTAINE", "OUTBOX", "DRAFT"),
    ],
)
@pytest.mark.parametrize("root", ["", "INBOX.", "[Gmail].", "INBOX.INBOX."])
def test_folders_are_known_by_name_in_every_language(junk: str, sent: str, drafts: str, root: str) -> None:
    listed = _listed(root + "Archive", root + junk, root + sent, root + drafts, delimiter=".")
    expected = {"inbox": "INBOX", "junk": root + junk, "sent": root + sent, "drafts": root + drafts}
    assert roles(listed, {}) == expected


def test_decomposed_accents_and_curly_signs_are_the_same_name() -> None:
    """macOS programs write é as e and an accent."""
    assert roles(_listed("E\u0301le\u0301ments envoye\u0301s"), {})["sent"] == "E\u0301le\u0301ments envoye\u0301s"


def test_what_the_server_says_beats_any_name() -> None:
    listed = [*_listed("Sent"), Listed("Ausgang", frozenset({"\\SENT"})), Listed("[Gmail]/Spam", frozenset({"\\Junk"}))]
    assert roles(listed, {})["sent"] == "Ausgang"
    assert roles(listed, {})["junk"] == "[Gmail]/Spam"


def test_the_surer_name_wins_whatever_the_order() -> None:
    assert roles(_listed("Outbox", "Sent Items"), {})["sent"] == "Sent Items"


def test_somebodys_filing_deep_down_is_not_a_role() -> None:
    assert roles(_listed("Clients/Spam", "Projets/2026/Sent"), {}) == {"inbox": "INBOX"}


def test_a_folder_that_cannot_be_opened_is_none() -> None:
    assert "sent" not in roles([Listed("Sent", frozenset({"\\NoSelect"})), Listed("INBOX")], {})


def test_a_server_without_levels_is_understood() -> None:
    assert roles(_listed("Sent", delimiter=""), {})["sent"] == "Sent"


def test_the_settings_win_and_empty_means_ask_the_server() -> None:
    listed = _listed("Sent", "Envoyés par compta")
    assert roles(listed, {"sent": "envoye\u0301s par compta", "junk": ""})["sent"] == "Envoyés par compta"


def test_another_folder_can_be_the_inbox() -> None:
    assert roles(_listed("Factures"), {"inbox": "Factures"})["inbox"] == "Factures"


def test_a_wanted_folder_that_is_missing_names_those_that_exist() -> None:
    with pytest.raises(Refused, match=r"'Sendt', set for sent, does not exist .* It has: INBOX, Sent\."):
        roles(_listed("Sent"), {"sent": "Sendt"})

"""Which folder is Junk, Sent or Drafts: what the server says (SPECIAL-USE), else its name in one of our languages."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.mailboxes.wire import first_up
from bot.ports import Refused

INBOX, JUNK, SENT, DRAFTS = "inbox", "junk", "sent", "drafts"


@dataclass(frozen=True)
class Listed:
    """One folder of LIST: its name as people read it, its attributes as sent, and what separates its levels."""

    name: str
    attributes: frozenset[str] = frozenset()
    delimiter: str = "/"


# RFC 6154; \Spam is what the older XLIST of some servers says.
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    JUNK: frozenset({"\\junk", "\\spam"}),
    SENT: frozenset({"\\sent"}),
    DRAFTS: frozenset({"\\drafts"}),
}
_CLOSED = frozenset({"\\noselect", "\\nonexistent"})

# Names that servers and mail programs give in fr en de es it nl pt, the surest first; folded as by `_folded`.
_NAMES: Mapping[str, tuple[str, ...]] = {
    JUNK: (
        "junk",
        "spam",
        "junk e-mail",
        "junk email",
        "junk mail",
        "courrier indesirable",
        "courriers indesirables",
        "indesirables",
        "pourriel",
        "pourriels",
        "junk-e-mail",
        "spamverdacht",
        "unerwunscht",
        "unerwunschte werbung",
        "correo no deseado",
        "correo basura",
        "no deseado",
        "posta indesiderata",
        "ongewenste e-mail",
        "ongewenste mail",
        "ongewenst",
        "lixo eletronico",
        "lixo electronico",
        "correio nao solicitado",
        "bulk mail",
        "bulk",
        "quarantaine",
    ),
    SENT: (
        "sent",
        "sent items",
        "sent messages",
        "sent mail",
        "sent-mail",
        "sentmail",
        "elements envoyes",
        "messages envoyes",
        "courrier envoye",
        "courriers envoyes",
        "mails envoyes",
        "envoyes",
        "envoye",
        "gesendete elemente",
        "gesendete objekte",
        "gesendete nachrichten",
        "gesendet",
        "elementos enviados",
        "mensajes enviados",
        "correo enviado",
        "enviados",
        "posta inviata",
        "messaggi inviati",
        "elementi inviati",
        "inviati",
        "inviata",
        "verzonden items",
        "verzonden berichten",
        "verzonden objecten",
        "verzonden",
        "itens enviados",
        "mensagens enviadas",
        "e-mails enviados",
        "enviadas",
        "outbox",
    ),
    DRAFTS: (
        "drafts",
        "draft",
        "brouillons",
        "brouillon",
        "entwurfe",
        "entwurf",
        "borradores",
        "borrador",
        "bozze",
        "bozza",
        "concepten",
        "concept",
        "rascunhos",
        "rascunho",
    ),
}
# Below these a server keeps the user's own folders; "Clients/Spam" on the other hand is somebody's filing.
_ROOTS = frozenset({"inbox", "[gmail]", "[google mail]"})


def roles(listed: Sequence[Listed], wanted: Mapping[str, str]) -> dict[str, str]:
    """Role → folder name, for the roles that have a folder. `wanted` are the settings' own names; they win.

    INBOX is INBOX on every server (RFC 3501 5.1). Raises `Refused` for a wanted folder that does not exist, naming
    those that do.
    """
    open_ = [folder for folder in listed if not _lower(folder.attributes) & _CLOSED]
    found = {INBOX: next((f.name for f in open_ if f.name.upper() == "INBOX"), "INBOX")}
    for role in (JUNK, SENT, DRAFTS):
        name = _by_attribute(open_, role) or _by_name(open_, role)
        if name:
            found[role] = name
    for role, name in wanted.items():
        if name:
            found[role] = _wanted(open_, role, name)
    return found


def missing(role: str, listed: Iterable[Listed], where: str) -> Refused:
    """The refusal that tells which folder is not there, and which are."""
    return Refused(
        f"{first_up(where)} has no folder for {role}; create it, or name it in the settings under "
        f"folders: {role}. It has: {_names(listed)}."
    )


def _wanted(listed: Sequence[Listed], role: str, name: str) -> str:
    for same in (str, _composed, _folded):
        for folder in listed:
            if same(folder.name) == same(name):
                return folder.name
    raise Refused(f"The folder {name!r}, set for {role}, does not exist in the mailbox. It has: {_names(listed)}.")


def _composed(name: str) -> str:
    """é as one character, however it was typed."""
    return unicodedata.normalize("NFC", name)


def _by_attribute(listed: Sequence[Listed], role: str) -> str | None:
    return next((f.name for f in listed if _lower(f.attributes) & _ATTRIBUTES[role]), None)


def _by_name(listed: Sequence[Listed], role: str) -> str | None:
    ranks = _NAMES[role]
    found = [(ranks.index(own), n, f.name) for n, f in enumerate(listed) if (own := _own_name(f)) in ranks]
    return min(found)[2] if found else None


def _own_name(folder: Listed) -> str:
    """The folded name without the root it lies below; empty for folders that lie deeper."""
    levels = _folded(folder.name).split(folder.delimiter) if folder.delimiter else [_folded(folder.name)]
    while len(levels) > 1 and levels[0] in _ROOTS:
        levels = levels[1:]
    return levels[0].strip() if len(levels) == 1 else ""


def _folded(name: str) -> str:
    """Lower case, without accents, with one kind of apostrophe, hyphen and space."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(bare.replace("’", "'").replace("\u2011", "-").replace("_", " ").split())


def _lower(attributes: Iterable[str]) -> frozenset[str]:
    return frozenset(attribute.lower() for attribute in attributes)


def _names(listed: Iterable[Listed]) -> str:
    return ", ".join(sorted(folder.name for folder in listed)) or "no folder at all"

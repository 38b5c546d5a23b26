"""What a database says when it cannot, in sentences for a person."""

from sqlalchemy.exc import DBAPIError, StatementError

_SENTENCES = (
    ("database is locked", "another process keeps the database locked; nothing was changed, try again"),
    ("database is full", "no space is left for the database; nothing was changed, free some space and try again"),
    ("disk is full", "no space is left for the database; nothing was changed, free some space and try again"),
    ("no space left", "no space is left for the database; nothing was changed, free some space and try again"),
    ("disk i/o error", "the disk does not take or give the database's data; nothing was changed, look at the disk"),
    ("readonly database", "the database may not be written: check the rights on its file and folder"),
    ("unable to open", "the database file cannot be opened: check that its folder exists and may be written"),
    ("malformed", "the database file is damaged: restore a backup"),
    ("not a database", "the file is not a database of ours: check the path"),
    ("deadlock", "two processes waited for each other; nothing was changed, try again"),
    ("lock timeout", "another process keeps the database locked; nothing was changed, try again"),
    ("authentication failed", "the database server refuses the user name or password"),
    ("does not exist", "the database server knows no database of that name"),
)


def sentence(error: Exception) -> str:
    """What happened and what to do; the database's own first line comes after it."""
    own_words = str(error.orig if isinstance(error, StatementError) and error.orig else error).strip()
    first_line = own_words.splitlines()[0] if own_words else type(error).__name__
    known = (said for sign, said in _SENTENCES if sign in own_words.lower())
    return f"{next(known, 'the database does not answer; nothing was changed, try again')} ({first_line})"


def cause_of(error: StatementError) -> Exception:
    """The fault of a value that never reached the database (a naive datetime), freed of its wrapping."""
    if isinstance(error, DBAPIError) or not isinstance(error.orig, Exception):
        return error
    return error.orig


def is_damage(error: DBAPIError) -> bool:
    """Whether the file itself is broken or is no database: SQLite says so in a class of its own."""
    return any(sign in str(error.orig) for sign in ("malformed", "not a database"))

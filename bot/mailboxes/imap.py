"""A shared mailbox read over IMAP, at any provider; the only home of the IMAP library."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from imapclient import IMAPClient

from bot.mailboxes import imap_copies
from bot.mailboxes.folders import DRAFTS, SENT, missing, roles
from bot.mailboxes.imap_faults import NONSENSE, fault, login_fault
from bot.mailboxes.imap_places import handle_text
from bot.mailboxes.imap_session import Session
from bot.mailboxes.imap_settings import ImapSettings
from bot.mailboxes.imap_stream import Stream
from bot.mailboxes.wire import disable_delay, first_up, tls_context
from bot.ports import EdgeError, Incoming, Refused

__all__ = ["ImapInbox", "ImapSettings"]


class ImapInbox:
    """The port `Inbox` on an IMAP server.

    Connects when first used, keeps the connection until `close()` (call it at the end of a tick), and connects anew
    after any error. Every method raises the edge errors of `bot.ports`, whose texts never hold the password.
    """

    def __init__(self, settings: ImapSettings) -> None:
        self._settings = settings
        self._session: Session | None = None

    def new(self, cursor: str | None) -> Iterator[Incoming]:
        """Every message after the cursor, as `Inbox.new`; a message that cannot be fetched comes empty, with `why`.

        A message above 50 MiB comes as its headers only, with why "too large". A message that is deleted while we read
        is left out. After a change of UIDVALIDITY the folder is read again from the start date.
        """
        with self._working() as session:
            folders = roles(session.folders(), self._settings.folders)
            yield from Stream(self._connected, folders, cursor, self._settings.start_date).read()

    def keep_draft(self, raw: bytes) -> str:
        """As `Inbox.keep_draft`: a \\Draft with these bytes."""
        with self._working() as session:
            folder = self._folder(session, DRAFTS)
            return handle_text(imap_copies.keep(session, folder, raw, [b"\\Draft"], live_only=True))

    def find_draft(self, message_id: str) -> tuple[str, bytes] | None:
        """As `Inbox.find_draft`; a copy marked \\Deleted counts as gone."""
        with self._working() as session:
            found = imap_copies.find(session, self._folder(session, DRAFTS), message_id, live_only=True)
            return (handle_text(found[0]), found[1]) if found else None

    def draft_bytes(self, handle: str) -> bytes | None:
        """As `Inbox.draft_bytes`."""
        with self._working() as session:
            found = imap_copies.draft(session, handle)
            return found[1] if found else None

    def remove_draft(self, handle: str) -> bool:
        """As `Inbox.remove_draft`; other messages marked \\Deleted stay as they are."""
        with self._working() as session:
            return imap_copies.remove_draft(session, handle)

    def keep_sent(self, raw: bytes) -> None:
        """As `Inbox.keep_sent`: marked as read, and not filed twice."""
        with self._working() as session:
            imap_copies.keep(session, self._folder(session, SENT), raw, [b"\\Seen"], live_only=False)

    def find_sent(self, message_id: str) -> bytes | None:
        """As `Inbox.find_sent`."""
        with self._working() as session:
            return imap_copies.find_sent(session, self._folder(session, SENT), message_id)

    def folders(self) -> dict[str, str]:
        """Folder name by role, for `check`; a role without a folder (junk, sent, drafts) is missing."""
        with self._working() as session:
            return roles(session.folders(), self._settings.folders)

    def close(self) -> None:
        """End the connection, if there is one."""
        if self._session:
            self._session.close()
            self._session = None

    @contextmanager
    def _working(self) -> Iterator[Session]:
        if self._session and (self._session.broken or not self._session.alive()):
            self._drop()
        try:
            yield self._connected()
        except EdgeError:
            self._drop()
            raise

    def _connected(self) -> Session:
        if self._session and self._session.broken:
            self._drop()
        if self._session is None:
            self._session = Session(_client(self._settings), self._settings)
        return self._session

    def _drop(self) -> None:
        """Without a goodbye, for which a dead network would make us wait."""
        if self._session:
            self._session.abandon()
            self._session = None

    def _folder(self, session: Session, role: str) -> str:
        found = roles(session.folders(), self._settings.folders).get(role)
        if found is None:
            raise missing(role, session.folders(), self._settings.where)
        return found


def _client(settings: ImapSettings) -> IMAPClient:
    client = _greeted(settings)
    try:
        if settings.security == "starttls":
            _start_tls(client, settings)
        _log_in(client, settings)
    except EdgeError:
        _hang_up(client)
        raise
    return client


def _greeted(settings: ImapSettings) -> IMAPClient:
    tls = settings.security == "tls"
    context = tls_context(settings.ca_file) if tls else None
    try:
        client = IMAPClient(settings.host, settings.port, ssl=tls, ssl_context=context, timeout=settings.timeout)
        # The library has every answer formatted for a debug log: slow, and a client's words do not belong in logs.
        client._imap.debug = 0
        client.normalise_times = False
        disable_delay(client.socket())
    except (IMAPClient.Error, OSError, *NONSENSE) as error:
        raise fault(error, settings, "connecting") from error
    return client


def _start_tls(client: IMAPClient, settings: ImapSettings) -> None:
    try:
        offered = client.has_capability("STARTTLS")
        if offered:
            client.starttls(tls_context(settings.ca_file))
    except (IMAPClient.Error, OSError, *NONSENSE) as error:
        raise fault(error, settings, "starting TLS") from error
    if not offered:
        raise Refused(
            f"{first_up(settings.where)} offers no STARTTLS, so the password was not sent; "
            "use security: tls, mostly on port 993."
        )


def _log_in(client: IMAPClient, settings: ImapSettings) -> None:
    user, password = settings.user, settings.password.reveal()
    try:
        # LOGIN takes ASCII only, and the library sends the user name unquoted.
        plain = user.isascii() and password.isascii() and not set(user) & set(' "\\(){%*')
        if plain and not client.has_capability("LOGINDISABLED"):
            client.login(user, password)
        else:
            client.plain_login(user, password)
    except (IMAPClient.Error, OSError, *NONSENSE) as error:
        # Without the cause: a server may repeat the password in it, and tracebacks are logged.
        raise login_fault(error, settings) from None


def _hang_up(client: IMAPClient) -> None:
    with suppress(OSError):
        client.shutdown()

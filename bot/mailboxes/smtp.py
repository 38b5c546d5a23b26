"""The way out of a shared mailbox by SMTP, which knows at every moment whether the text may have left."""

from bot.mailboxes.smtp_form import Form, form
from bot.mailboxes.smtp_session import SmtpSession
from bot.mailboxes.smtp_settings import SmtpSettings
from bot.ports import Later, Throttled, Unreachable

__all__ = ["SmtpSender", "SmtpSettings"]


class SmtpSender:
    """The port `Sender` on an SMTP server.

    Connects when it first sends, never before, and uses the connection again until `close()` (call it at the end of a
    tick). The envelope sender is the shared mailbox. Texts of errors never hold the password.
    """

    def __init__(self, settings: SmtpSettings) -> None:
        self._settings = settings
        self._session: SmtpSession | None = None

    def send(self, raw: bytes, recipient: str) -> None:
        """As `Sender.send`. `Undeliverable` too for an oversized mail and a bad address.

        `Throttled` and `Later` hold the seconds that the server asks for. `Unclear` from the moment DATA was said until
        the server's final reply was read.
        """
        wire = form(raw, self._settings.mailbox, recipient)
        self._offered(wire).deliver(wire)

    def try_login(self) -> None:
        """Connect and log in without sending anything, for `check`. Raises the edge errors."""
        self.close()
        self._session = SmtpSession(self._settings)

    def close(self) -> None:
        """End the connection, if there is one."""
        if self._session:
            self._session.close()
            self._session = None

    def _offered(self, wire: Form) -> SmtpSession:
        """A connection on which the server has accepted sender and recipient."""
        if self._session and not self._session.closed:
            try:
                self._session.offer(wire)
                return self._session
            except Later:
                raise
            except (Unreachable, Throttled):
                # Servers close connections that were idle for a while: then a new one is worth one trial.
                if not self._session.closed:
                    raise
        self._session = None
        self._session = SmtpSession(self._settings)
        self._session.offer(wire)
        return self._session

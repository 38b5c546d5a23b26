"""Hands mails to an SMTP server command by command, so that we know what it had when something broke."""

import smtplib
from contextlib import suppress

from bot.mailboxes.smtp_form import Form
from bot.mailboxes.smtp_login import answer, connected, told
from bot.mailboxes.smtp_replies import Answer, refusal, unclear, verdict
from bot.mailboxes.smtp_settings import SmtpSettings
from bot.mailboxes.wire import GOODBYE_SECONDS, quoted
from bot.ports import Undeliverable


class SmtpSession:
    """One connection, opened at once. Raises the edge errors; `closed` tells that it can serve no more."""

    def __init__(self, settings: SmtpSettings) -> None:
        self._settings = settings
        self._client = connected(settings)
        self.closed = False

    def offer(self, form: Form) -> None:
        """MAIL and RCPT; after an error nothing has left."""
        self._fits(form)
        if form.utf8:
            self._client.command_encoding = "utf-8"
        self._ask(f"MAIL FROM:<{form.sender}>{self._options(form)}", (250,), f"the sender {form.sender}")
        self._ask(f"RCPT TO:<{form.recipient}>", (250, 251), f"the recipient {form.recipient}", of_mail=True)

    def deliver(self, form: Form) -> None:
        """DATA and the text. A connection that breaks from here on leaves it open whether the mail left."""
        where = self._settings.where
        try:
            go_ahead = answer(self._settings, *self._client.docmd("DATA"))
            if go_ahead.code != 354:
                self._after_refusal(go_ahead)
                raise refusal(go_ahead, where, f"the text for {form.recipient}", of_mail=True)
            self._client.send(form.body)
            final = answer(self._settings, *self._client.getreply())
        except (smtplib.SMTPException, OSError) as error:
            self.abandon()
            raise unclear(where, form.recipient, quoted(str(error), self._settings.password)) from error
        failed = verdict(final, where, form.recipient)
        if failed:
            self._after_refusal(final)
            raise failed

    def close(self) -> None:
        """Say goodbye; whatever goes wrong with that does not matter any more."""
        with suppress(smtplib.SMTPException, OSError):
            if self._client.sock:
                self._client.sock.settimeout(GOODBYE_SECONDS)
                self._client.docmd("QUIT")
        self.abandon()

    def abandon(self) -> None:
        """Close the socket at once."""
        self.closed = True
        with suppress(OSError):
            self._client.close()

    def _fits(self, form: Form) -> None:
        """Raises `Undeliverable` for what the server said in its greeting that it does not take."""
        where, size = self._settings.where, self._client.esmtp_features.get("size", "")
        limit = int(size) if size.isdecimal() else 0
        if limit and form.octets > limit:
            raise Undeliverable(
                f"The mail to {form.recipient} has {form.octets} octets and {where} takes {limit}; nothing left. "
                "Attach less."
            )
        for wanted, extension, what in (
            (form.utf8, "smtputf8", "addresses or headers"),
            (form.eight_bit, "8bitmime", "text"),
        ):
            if wanted and not self._client.has_extn(extension):
                raise Undeliverable(
                    f"The mail to {form.recipient} has {what} beyond ASCII, which {where} does not take (it has no "
                    f"{extension.upper()}); nothing left."
                )

    def _options(self, form: Form) -> str:
        size = f" SIZE={form.octets}" if self._client.has_extn("size") else ""
        return size + (" BODY=8BITMIME" if form.eight_bit else "") + (" SMTPUTF8" if form.utf8 else "")

    def _ask(self, command: str, wanted: tuple[int, ...], stage: str, of_mail: bool = False) -> None:
        try:
            said = told(self._client, command, self._settings, stage)
        except Exception:
            self.abandon()
            raise
        if said.code not in wanted:
            self._after_refusal(said)
            # 552 to MAIL speaks of the size that we declared, not of the sender (RFC 1870 6.1).
            raise refusal(said, self._settings.where, stage, of_mail or said.code == 552)

    def _after_refusal(self, said: Answer) -> None:
        """Make the connection fit for the next mail, or give it up: a 421 ends it, nonsense cannot be trusted."""
        if said.code != 421 and 400 <= said.code < 600:
            with suppress(smtplib.SMTPException, OSError):
                if self._client.docmd("RSET")[0] == 250:
                    return
        self.abandon()

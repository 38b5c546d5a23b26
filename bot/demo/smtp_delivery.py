"""Where mail goes in the demo's world: to our users' INBOX, to the clients' hands, or back to the sender."""

import asyncio
import hmac
import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from bot.demo.imap_store import MailStore

_log = logging.getLogger(__name__)

HandOver = Callable[[str, str, bytes], None]


@dataclass(frozen=True)
class Delivery:
    """Where mail goes: `addresses` (address → user) to our users' INBOX, all else through `hand_over`.

    `hand_over(envelope_from, recipient, raw)` is called in a thread of its own, so it may block, send mail to this very
    server (a bounce, an answer) or raise, which the sender sees as "try later". `refused` addresses get 550 at
    RCPT; they are looked up each time, so a set may change while the server runs.
    With `passwords` (name → password) a client must log in before it sends. `now` is the clock, aware.
    """

    store: MailStore
    addresses: Mapping[str, str]
    now: Callable[[], datetime]
    hand_over: HandOver
    refused: Collection[str] = ()
    passwords: Mapping[str, str] | None = None

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Accept a sender, the null sender of bounces included."""
        if self.passwords is not None and not session.authenticated:
            return "530 5.7.0 authentication required"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 sender accepted"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Accept a recipient, or say that there is none of that name (RFC 3463 5.1.1)."""
        if address.lower() in {refused.lower() for refused in self.refused}:
            return "550 5.1.1 no such recipient here"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 recipient accepted"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Deliver to every recipient before the mail counts as taken."""
        # aiosmtpd keeps the null sender as its two brackets; for everybody else it is the empty string.
        sender, raw = (envelope.mail_from or "").removeprefix("<>"), envelope.content
        assert isinstance(raw, bytes)  # aiosmtpd was told not to decode
        try:
            for recipient in envelope.rcpt_tos:
                await asyncio.get_running_loop().run_in_executor(None, self._deliver, sender, recipient, raw, session)
        except Exception:
            _log.exception("a mail could not be delivered")
            return "451 4.3.0 not delivered, try later"
        return "250 2.0.0 delivered"

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object
    ) -> AuthResult:
        """Check name and password, by LOGIN or PLAIN."""
        if not isinstance(data, LoginPassword) or self.passwords is None:
            return AuthResult(success=False, handled=False)
        expected = self.passwords.get(data.login.decode("utf-8", "replace"))
        matches = expected is not None and hmac.compare_digest(expected.encode("utf-8"), data.password)
        return AuthResult(success=matches, handled=False)

    def _deliver(self, sender: str, recipient: str, raw: bytes, session: Session) -> None:
        by_address = {address.lower(): user for address, user in self.addresses.items()}
        user = by_address.get(recipient.lower())
        if user is None:
            self.hand_over(sender, recipient, raw)
            return
        now = self.now()
        trace = self._trace(sender, recipient, session.host_name or "unknown", now)
        self.store.deliver(user, trace + raw, when=now)

    def _trace(self, sender: str, recipient: str, helo: str, now: datetime) -> bytes:
        """What the last server on the way adds on top (RFC 5321 4.4): bounces are known by their empty Return-Path."""
        return (
            f"Return-Path: <{sender}>\r\n"
            f"Delivered-To: {recipient}\r\n"
            f"Received: from {helo} by localhost with ESMTP\r\n\tfor <{recipient}>; {format_datetime(now)}\r\n"
        ).encode()

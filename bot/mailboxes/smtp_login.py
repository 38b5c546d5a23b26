"""Opens an SMTP connection that is greeted, encrypted and logged in; whatever breaks here, nothing has left."""

import base64
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from bot.mailboxes.smtp_form import wire_address
from bot.mailboxes.smtp_replies import Answer, refusal
from bot.mailboxes.smtp_settings import SmtpSettings
from bot.mailboxes.wire import disable_delay, first_up, quoted, tls_context, wire_fault
from bot.ports import Refused, Unreachable

_WRONG_PASSWORD = (530, 534, 535, 538)  # RFC 4954 6


def connected(settings: SmtpSettings) -> smtplib.SMTP:
    """A connection ready for mail. Raises the edge errors."""
    client = _greeted(settings)
    try:
        _hello(client, settings)
        if settings.security == "starttls":
            _start_tls(client, settings)
        if settings.user:
            _log_in(client, settings)
    except BaseException:
        with suppress(OSError):
            client.close()
        raise
    return client


def told(client: smtplib.SMTP, command: str, settings: SmtpSettings, stage: str) -> Answer:
    """The reply to a command before DATA. Raises the edge errors when there is none."""
    with before_data(settings, stage):
        return answer(settings, *client.docmd(command))


def answer(settings: SmtpSettings, code: int, words: bytes | str) -> Answer:
    """The library's reply, its words fit for a sentence."""
    return Answer(code, quoted(words, settings.password))


@contextmanager
def before_data(settings: SmtpSettings, stage: str) -> Iterator[None]:
    """Translates everything that may break while nothing has left; `stage` tells what was wanted of the server."""
    try:
        yield
    except smtplib.SMTPServerDisconnected as error:
        cause = error.__context__
        if isinstance(cause, OSError):
            raise wire_fault(cause, settings.where) from error
        raise Unreachable(
            f"{first_up(settings.where)} closed the connection at {stage}; it will be tried again."
        ) from error
    except smtplib.SMTPResponseException as error:
        # The library's own complaint about an endless line comes as text, a server's reply as bytes.
        code = error.smtp_code if isinstance(error.smtp_error, bytes) else -1
        raise refusal(answer(settings, code, error.smtp_error), settings.where, stage) from error
    except OSError as error:
        raise wire_fault(error, settings.where) from error


def _greeted(settings: SmtpSettings) -> smtplib.SMTP:
    # The name is our own: the library would ask the DNS for one, which can take seconds.
    host, port, name = settings.host, settings.port, wire_address(settings.mailbox).rpartition("@")[2]
    with before_data(settings, "our connection"):
        if settings.security == "tls":
            context = tls_context(settings.ca_file)
            client: smtplib.SMTP = smtplib.SMTP_SSL(host, port, name, timeout=settings.timeout, context=context)
        else:
            client = smtplib.SMTP(host, port, name, timeout=settings.timeout)
        if client.sock:
            disable_delay(client.sock)
    return client


def _hello(client: smtplib.SMTP, settings: SmtpSettings) -> None:
    with before_data(settings, "our greeting"):
        code, words = client.ehlo()
        if code != 250:
            code, words = client.helo()
        if code != 250:
            raise smtplib.SMTPResponseException(code, words)


def _start_tls(client: smtplib.SMTP, settings: SmtpSettings) -> None:
    if not client.has_extn("starttls"):
        raise Refused(
            f"{first_up(settings.where)} offers no STARTTLS, so the password was not sent; use security: tls, mostly "
            "on port 465."
        )
    context = tls_context(settings.ca_file)
    with before_data(settings, "STARTTLS"):
        client.starttls(context=context)
    _hello(client, settings)


def _log_in(client: smtplib.SMTP, settings: SmtpSettings) -> None:
    """AUTH PLAIN, else LOGIN, in UTF-8, which the library's own log-in cannot do."""
    stage = f"the log-in of user {settings.user}"
    user, password = settings.user.encode(), settings.password.reveal().encode()
    offered = client.esmtp_features.get("auth", "").upper().split()
    if "PLAIN" in offered:
        said = told(client, "AUTH PLAIN " + _base64(b"\0" + user + b"\0" + password), settings, stage)
    elif "LOGIN" in offered:
        said = told(client, "AUTH LOGIN", settings, stage)
        for part in (user, password):
            said = told(client, _base64(part), settings, stage) if said.code == 334 else said
    else:
        raise Refused(
            f"{first_up(settings.where)} offers no log-in by password ({' '.join(offered) or 'no AUTH at all'}); "
            "check port and security, or leave user empty if it wants none."
        )
    if said.code in _WRONG_PASSWORD:
        raise Refused(
            f"{first_up(settings.where)} refused the password of user {settings.user} ({said}); set the right one, or "
            "an app password where the provider wants one."
        )
    if said.code not in (235, 503):
        raise refusal(said, settings.where, stage)


def _base64(text: bytes) -> str:
    return base64.b64encode(text).decode("ascii")

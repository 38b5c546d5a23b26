"""What the ways into and out of a mailbox share: which TLS, plain only on loopback, and what a broken wire means."""

import ipaddress
import socket
import ssl
from pathlib import Path
from typing import Literal

from bot.core.secret import Secret
from bot.ports import EdgeError, Refused, Unreachable

Security = Literal["tls", "starttls", "plain"]

GOODBYE_SECONDS = 5.0
"""How long a server may take to answer a goodbye, which nobody needs."""

_SPEAKS_NO_TLS = frozenset({"WRONG_VERSION_NUMBER", "UNKNOWN_PROTOCOL", "HTTP_REQUEST", "RECORD_LAYER_FAILURE"})
_LONGEST_QUOTE = 200


def require_safe(host: str, security: Security) -> None:
    """Raises ValueError when the password would cross a network in clear."""
    if security == "plain" and not _is_loopback(host):
        raise ValueError(f"security: plain would send the password in clear to {host}; use tls or starttls.")


def tls_context(ca_file: Path | None) -> ssl.SSLContext:
    """Verifies certificate and host name, against `ca_file` alone when given. Raises `Refused` for an unusable file."""
    try:
        return ssl.create_default_context(cafile=str(ca_file) if ca_file else None)
    except (OSError, ValueError) as error:
        raise Refused(
            f"The certificate file {ca_file} cannot be used ({error}); name a PEM file that is readable in ca_file."
        ) from error


def wire_fault(error: OSError, where: str) -> EdgeError:
    """What a failing socket means for the server `where` ("the IMAP server imap.example.com:993")."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return Refused(
            f"The certificate of {where} does not fit: {error.verify_message}. If the server has a certificate of your "
            "own authority, name that authority's file in ca_file; if not, check host: it must be the name in the "
            "certificate."
        )
    if isinstance(error, ssl.SSLError) and error.reason in _SPEAKS_NO_TLS:
        return Refused(f"{first_up(where)} does not speak TLS on this port; try security: starttls, or another port.")
    if isinstance(error, TimeoutError):
        return Unreachable(f"{first_up(where)} did not answer in time; it will be tried again.")
    if isinstance(error, socket.gaierror):
        return Unreachable(f"The name of {where} is not known; check host and the network.")
    if isinstance(error, ConnectionRefusedError):
        return Unreachable(f"Nothing answers as {where}; check host and port, or wait until it is up again.")
    return Unreachable(f"The connection to {where} broke ({error.strerror or error}); it will be tried again.")


def quoted(said: bytes | str, password: Secret) -> str:
    """A server's words for a sentence: one short line, and never the password, should the server repeat it."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    if password:
        text = text.replace(password.reveal(), "****")
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + "…"


def first_up(words: str) -> str:
    """The words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def disable_delay(connection: socket.socket) -> None:
    """Without TCP_NODELAY each small command can wait 44 ms for the other side's acknowledgement."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _is_loopback(host: str) -> bool:
    try:
        return host.lower() == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

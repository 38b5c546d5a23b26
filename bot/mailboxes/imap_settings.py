"""How one mailbox is reached by IMAP, and how it is called in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.core.secret import Secret
from bot.mailboxes.wire import Security, require_safe


@dataclass(frozen=True)
class ImapSettings:
    """`folders` names folders by role (inbox, junk, sent, drafts) where the server does not tell; empty means ask it.

    `start_date`: nothing that arrived before this day is read on a first start; None reads all. `timeout` in seconds,
    for each wait on the network. Raises ValueError for security "plain" on a host that is not loopback.
    """

    host: str
    port: int
    security: Security
    user: str
    password: Secret
    ca_file: Path | None = None
    folders: Mapping[str, str] = field(default_factory=dict)
    start_date: date | None = None
    timeout: float = 60.0

    def __post_init__(self) -> None:
        require_safe(self.host, self.security)

    @property
    def where(self) -> str:
        """The server, for sentences."""
        return f"the IMAP server {self.host}:{self.port}"

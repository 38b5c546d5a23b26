"""How mail leaves one shared mailbox, and how the server is called in sentences."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.core.secret import Secret
from bot.mailboxes.wire import Security, require_safe


@dataclass(frozen=True)
class SmtpSettings:
    """`mailbox` is the address of the shared mailbox: the envelope sender, so that bounces come back to where we read.

    No `user`: the server wants no log-in. `timeout` in seconds, for each wait on the network. Raises ValueError for
    security "plain" on a host that is not loopback.
    """

    host: str
    port: int
    security: Security
    mailbox: str
    user: str = ""
    password: Secret = field(default_factory=lambda: Secret(""))
    ca_file: Path | None = None
    timeout: float = 60.0

    def __post_init__(self) -> None:
        require_safe(self.host, self.security)

    @property
    def where(self) -> str:
        """The server, inside a sentence."""
        return f"the SMTP server {self.host}:{self.port}"

"""Starts a private Dovecot for a test: the real mail server that our adapters and our demo server are measured by."""

import grp
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

PASSWORD = "pw"
INSTALL = "Dovecot 2.3 is needed: run `apt-get install dovecot-imapd dovecot-lmtpd`, or `make test`, which does."
_START_SECONDS = 20


@dataclass(frozen=True)
class Server:
    """A running Dovecot. Any user name exists, with an empty mailbox and the password `pw`.

    `imap_port` offers STARTTLS, `imaps_port` is encrypted, `lmtp_port` takes mail; `ca_file` is the certificate to
    trust. `log` is Dovecot's own log, `mail` the folder that holds every user's Maildir.
    """

    host: str
    imap_port: int
    imaps_port: int
    lmtp_port: int
    ca_file: Path
    log: Path
    mail: Path

    def new_user(self) -> str:
        """A user name that nobody had before, so that tests do not see each other's mail."""
        return f"user-{uuid.uuid4().hex[:12]}"


def require_dovecot() -> str:
    """The path of dovecot; without it the test is skipped, or fails when `CI` is set: there a skip would hide a gap."""
    found = shutil.which("dovecot", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin:/opt/homebrew/sbin")
    if found and _version(found).startswith("2.3."):
        return found
    lack = f"{found} is Dovecot {_version(found)}, whose settings differ: {INSTALL}" if found else INSTALL
    if os.environ.get("CI"):
        pytest.fail(lack)
    pytest.skip(lack)


def _version(program: str) -> str:
    return subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout.strip()


@contextmanager
def dovecot(tmp_path: Path) -> Iterator[Server]:
    """Run a Dovecot on free loopback ports, as root or as any user; its log is left in `tmp_path`.

    Raises AssertionError with the log when it does not come up.
    """
    program = require_dovecot()
    # Not below tmp_path: that is closed to the user Dovecot reads mail as, and too long for its sockets' names.
    base = Path(tempfile.mkdtemp(prefix="dovecot-"))
    server = _prepare(base)
    process = subprocess.Popen(
        [program, "-F", "-c", str(base / "dovecot.conf")], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        _wait_until_up(server, process)
        yield server
    finally:
        _stop(process)
        with suppress(FileNotFoundError):
            shutil.copy(server.log, tmp_path / "dovecot.log")
        shutil.rmtree(base, ignore_errors=True)


def make_certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost and 127.0.0.1 that signs itself, and its key."""
    certificate, key = folder / "cert.pem", folder / "key.pem"
    request = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    names = ["-days", "3650", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*request, *names, *files], check=True, capture_output=True)
    return certificate, key


def _prepare(base: Path) -> Server:
    mail = base / "mail"
    mail.mkdir()
    base.chmod(0o755)
    certificate, _ = make_certificate(base)
    imap, imaps, lmtp = _free_ports(3)
    server = Server("127.0.0.1", imap, imaps, lmtp, ca_file=certificate, log=base / "dovecot.log", mail=mail)
    (base / "dovecot.conf").write_text(_configuration(base, server))
    return server


def _free_ports(count: int) -> list[int]:
    """Ports that are free now; all are held at once so that they differ."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [int(each.getsockname()[1]) for each in sockets]
    finally:
        for each in sockets:
            each.close()


def _wait_until_up(server: Server, process: subprocess.Popen[bytes]) -> None:
    """All three ports accept, and IMAP says its greeting."""
    deadline = time.monotonic() + _START_SECONDS
    for port in (server.imap_port, server.imaps_port, server.lmtp_port):
        while not _accepts(server.host, port, greeting=port != server.imaps_port):
            if process.poll() is not None or time.monotonic() > deadline:
                said = process.stderr.read().decode() if process.poll() is not None and process.stderr else ""
                log = server.log.read_text() if server.log.exists() else "no log"
                raise AssertionError(f"Dovecot did not come up on port {port}: {said}\n{log}")
            time.sleep(0.01)


def _accepts(host: str, port: int, greeting: bool) -> bool:
    try:
        with socket.create_connection((host, port), timeout=2) as connection:
            return not greeting or connection.recv(4) in (b"* OK", b"220 ")
    except OSError:
        return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stderr:
        process.stderr.close()


def _configuration(base: Path, server: Server) -> str:
    """Root hands mail and log-in to the users of the package, since Dovecot reads no mail as root; others keep all."""
    root, me = os.getuid() == 0, pwd.getpwuid(os.getuid())
    owner = pwd.getpwnam("nobody") if root else me
    if root:
        os.chown(server.mail, owner.pw_uid, owner.pw_gid)
    return _TEMPLATE.format(
        base=base,
        server=server,
        internal="dovecot" if root else me.pw_name,
        login="dovenull" if root else me.pw_name,
        group="dovecot" if root else grp.getgrgid(os.getgid()).gr_name,
        owner=owner,
        password=PASSWORD,
    )


_TEMPLATE = """
base_dir = {base}/run
state_dir = {base}/state
log_path = {server.log}
protocols = imap lmtp
listen = {server.host}
default_internal_user = {internal}
default_internal_group = {group}
default_login_user = {login}
first_valid_uid = {owner.pw_uid}
ssl = yes
ssl_cert = <{base}/cert.pem
ssl_key = <{base}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:~/Maildir:UTF-8
mail_fsync = never
mail_max_userip_connections = 100
maildir_very_dirty_syncs = yes
mailbox_list_index = yes
lda_mailbox_autocreate = yes
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={owner.pw_uid} gid={owner.pw_gid} home={server.mail}/%Ln
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Drafts {{
    special_use = \\Drafts
    auto = subscribe
  }}
  mailbox Sent {{
    special_use = \\Sent
    auto = subscribe
  }}
  mailbox Junk {{
    special_use = \\Junk
    auto = subscribe
  }}
  mailbox Archive {{
    special_use = \\Archive
    auto = subscribe
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  process_min_avail = 1
  service_count = 0
  inet_listener imap {{
    port = {server.imap_port}
  }}
  inet_listener imaps {{
    port = {server.imaps_port}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = {server.host}
    port = {server.lmtp_port}
  }}
}}
service stats {{
  chroot =
}}
"""

"""A Dovecot of one's own, for tests and measurements of mailboxes on servers.

It lives in a temporary folder, listens on free ports of this machine only (plain with
STARTTLS, and TLS), knows one account with one Maildir, and is gone afterwards. Its log
names every change anybody makes to a mailbox.
"""

import getpass
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tools.ports import free_port
from tools.system import dovecot

USER, PASSWORD = "sam@field.example", "a plain pass phrase"
PATIENCE_SECONDS = 20.0
# Dovecot refuses to run as root for logins; Debian's package brings these accounts.
IS_ROOT = os.geteuid() == 0
ACCOUNT = "nobody" if IS_ROOT else getpass.getuser()
CHANGES = "delete undelete expunge save copy mailbox_create mailbox_delete flag_change"

CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
auth_verbose = yes
protocols = imap
listen = 127.0.0.1
mail_location = maildir:{maildir}:INDEX={folder}/index:LAYOUT=fs
mail_plugins = mail_log notify
mail_max_userip_connections = 100
plugin {{
  mail_log_events = {changes}
  mail_log_fields = uid box msgid flags
}}
first_valid_uid = 1
first_valid_gid = 1
default_internal_user = {inner}
default_internal_group = {inner_group}
default_login_user = {outer}
ssl = yes
ssl_cert = <{folder}/certificate.pem
ssl_key = <{folder}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2
passdb {{
  driver = passwd-file
  mechanisms = plain login
  args = scheme=PLAIN {folder}/accounts
}}
userdb {{
  driver = static
  args = uid={account} gid={group} home={folder}/home
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Sent {{
    special_use = \\Sent
    auto = create
  }}
  mailbox Trash {{
    special_use = \\Trash
    auto = create
  }}
}}
service imap-login {{
  chroot =
  process_min_avail = 1
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {private}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


@dataclass(slots=True)
class Dovecot:
    """A running Dovecot: where it lies and listens."""

    folder: Path
    plain: int
    private: int
    maildir: Path
    _process: "subprocess.Popen[bytes] | None" = field(default=None)

    @property
    def certificate(self) -> Path:
        """What whoever trusts this server must be given."""
        return self.folder / "certificate.pem"

    def log(self) -> str:
        """Return what it has written down so far."""
        path = self.folder / "log"
        return path.read_text("utf-8", "replace") if path.exists() else ""

    def changes(self) -> list[str]:
        """Return the lines that tell of a change somebody made through it."""
        names = tuple(f" {name}: " for name in CHANGES.split())
        return [
            line for line in self.log().splitlines() if any(n in line for n in names)
        ]

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._process = subprocess.Popen(
            [dovecot() or "dovecot", "-F", "-c", self.folder / "dovecot.conf"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        _wait_for(self.plain)

    def stop(self) -> None:
        """End it with all it has started."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._process = None

    def restart(self) -> None:
        """End it and start it again."""
        self.stop()
        self.start()

    def deliver(self, content: bytes, name: str, folder: str = "INBOX") -> None:
        """Put a message into a folder, as a mail system does."""
        into = self.box(folder)
        for part in ("cur", "new", "tmp"):
            (into / part).mkdir(parents=True, exist_ok=True)
            self._own(into / part)
        self._own(into)
        draft = into / "tmp" / name
        draft.write_bytes(content)
        self._own(draft)
        draft.rename(into / "new" / name)

    def box(self, folder: str = "INBOX") -> Path:
        """Return where a folder's messages lie."""
        return self.maildir if folder == "INBOX" else self.maildir / folder

    def begin_new_epoch(self, folder: str = "INBOX") -> None:
        """Forget all numbers: the folder gets another UIDVALIDITY."""
        (self.box(folder) / "dovecot-uidlist").unlink(missing_ok=True)
        for index in self.folder.glob("index/**/dovecot.index*"):
            index.unlink(missing_ok=True)

    def own_all(self) -> None:
        """Give its account everything that was put into the mailbox."""
        for path in (self.maildir, *self.maildir.rglob("*")):
            self._own(path)

    def _own(self, path: Path) -> None:
        if IS_ROOT:
            shutil.chown(path, ACCOUNT, _group())


@contextmanager
def server(maildir: Path | None = None) -> Iterator[Dovecot]:
    """Lend a running Dovecot that ends with the block; a Maildir given is served."""
    folder = Path(tempfile.mkdtemp(prefix="onward-dovecot-"))
    folder.chmod(0o755)
    plain, private = free_port(), free_port()
    made = Dovecot(folder, plain, private, maildir or folder / "mail")
    try:
        _prepare(made)
        made.start()
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _prepare(made: Dovecot) -> None:
    folder = made.folder
    for name in ("run", "state", "index", "home"):
        (folder / name).mkdir()
    for part in ("cur", "new", "tmp"):
        (made.maildir / part).mkdir(parents=True, exist_ok=True)
    _certify(folder)
    accounts = folder / "accounts"
    accounts.write_text(f"{USER}:{{PLAIN}}{PASSWORD}\n")
    told = CONFIGURATION.format(
        folder=folder,
        maildir=made.maildir,
        changes=CHANGES,
        plain=made.plain,
        private=made.private,
        account=ACCOUNT,
        group=_group(),
        inner="dovecot" if IS_ROOT else ACCOUNT,
        inner_group="dovecot" if IS_ROOT else _group(),
        outer="dovenull" if IS_ROOT else ACCOUNT,
    )
    (folder / "dovecot.conf").write_text(told)
    if IS_ROOT:
        for name in ("index", "home"):
            shutil.chown(folder / name, ACCOUNT, _group())
        accounts.chmod(0o644)
        made.own_all()


def _group() -> str:
    return "nogroup" if IS_ROOT else str(os.getegid())


def _certify(folder: Path) -> None:
    """Make a key and a certificate for this machine that vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=7))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
    )
    plain = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (folder / "key.pem").write_bytes(plain)


def _wait_for(port: int) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", port), 1) as line:
                line.settimeout(5)
                if line.recv(16).startswith(b"* OK"):
                    return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError

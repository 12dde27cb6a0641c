"""The installation's own secret, made once and kept beside the data."""

import os
import secrets
from pathlib import Path

from onward.domain.errors import OnwardError
from onward.settings.environment import Environment

# How the server hands it to its worker; nobody is meant to set it.
START_SECRET = "ONWARD_START_SECRET"  # noqa: S105 - the name of one, not a secret


class FolderNotUsableError(OnwardError):
    """Onward cannot write to its data folder."""


def prepare_data_dir(data_dir: Path) -> Path:
    """Return the data folder, made if missing and readable by its owner only."""
    try:
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        if data_dir.stat().st_mode & 0o077:
            data_dir.chmod(0o700)
    except OSError as problem:
        message = (
            f"Onward cannot use {data_dir} as its data folder: {problem.strerror}."
        )
        raise FolderNotUsableError(message) from problem
    return data_dir


def secret_key(environment: Environment) -> str:
    """Return the secret from the environment, or the one kept in the data folder."""
    if environment.secret_key:
        return environment.secret_key
    kept = environment.data_dir / "secret"
    if not kept.exists():
        _keep(kept, secrets.token_urlsafe(48))
    return kept.read_text()


def start_secret() -> str:
    """Return the secret of this start: the server's, or a new one without a server."""
    return os.environ.get(START_SECRET) or secrets.token_urlsafe(32)


def _keep(path: Path, secret: str) -> None:
    """Write under another name first: two processes may start at once."""
    draft = path.with_name(f"secret.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secret)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()

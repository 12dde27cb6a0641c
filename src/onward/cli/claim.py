"""One Onward for one data folder: who was first is found again, not started twice."""

import json
import sys
from dataclasses import asdict, dataclass
from io import TextIOWrapper
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@dataclass(frozen=True, slots=True)
class Running:
    """A running Onward: its process, its port, and the token that lets one in."""

    pid: int
    port: int
    token: str


class Claim:
    """The claim on a data folder; the system drops it when its process ends."""

    def __init__(self, data_dir: Path) -> None:
        self._lock_path = data_dir / "running.lock"
        self._told_path = data_dir / "running"
        self._lock: TextIOWrapper | None = None

    def take(self) -> bool:
        """Claim the folder, and forget who held it before; False if somebody does."""
        lock = self._lock_path.open("a", encoding="utf-8")
        if not _locked(lock):
            lock.close()
            return False
        self._lock = lock
        self._told_path.unlink(missing_ok=True)
        return True

    def tell(self, running: Running) -> None:
        """Leave word for whoever starts Onward once more."""
        draft = self._told_path.with_name("running.draft")
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(asdict(running)), encoding="utf-8")
        draft.replace(self._told_path)

    def holder(self) -> Running | None:
        """Return who holds the folder, or None while that is not told yet."""
        try:
            return Running(**json.loads(self._told_path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None

    def release(self) -> None:
        """Give the folder up."""
        self._told_path.unlink(missing_ok=True)
        if self._lock:
            self._lock.close()
            self._lock = None


def _locked(lock: TextIOWrapper) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

"""Whether a folder is on a drive of this machine; SQLite's WAL is safe nowhere else."""

from pathlib import Path

MOUNTS = Path("/proc/self/mounts")
FAR = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "virtiofs", "afs", "ceph", "fuse"}
)


def is_far(folder: Path, mounts: str | None = None) -> bool:
    """Tell whether a folder is on another machine's drive, as far as can be told."""
    if mounts is None:
        mounts = MOUNTS.read_text(encoding="utf-8") if MOUNTS.exists() else ""
    kind, longest = "", -1
    for line in mounts.splitlines():
        place, here = (*line.split(" "), "", "", "")[1:3]
        place = place.replace("\\040", " ")
        if folder.is_relative_to(place or "/nowhere") and len(place) >= longest:
            kind, longest = here, len(place)
    return kind.partition(".")[0] in FAR

"""Run a command where no network is: `python -m tools.no_network COMMAND...`.

The command gets a namespace of its own whose only way leads to this machine itself.
Where that is not permitted, one line says so and nothing is run.
"""

import fcntl
import shutil
import socket
import struct
import subprocess
import sys

_GO = "--inside"
_GET_FLAGS, _SET_FLAGS, _UP = 0x8913, 0x8914, 0x1
# An address that is reserved for documents: reached by nobody, refused by a router.
_ELSEWHERE = ("192.0.2.1", 80)


def main() -> int:
    """Run the command, and return how it ended."""
    command = sys.argv[1:]
    if command[:1] == [_GO]:
        return _inside(command[1:])
    program = shutil.which("unshare")
    alone = [program or "unshare", "--map-root-user", "--net"]
    if program is None or not _is_permitted(alone):
        print("This machine permits no network namespace, so this is not tried here.")
        return 0
    again = [*alone, sys.executable, "-m", "tools.no_network", _GO, *command]
    return subprocess.run(again, check=False).returncode


def _is_permitted(alone: list[str]) -> bool:
    tried = [*alone, "true"]
    done = subprocess.run(tried, check=False, capture_output=True)
    return done.returncode == 0


def _inside(command: list[str]) -> int:
    _bring_up(b"lo")
    try:
        socket.create_connection(_ELSEWHERE, timeout=1).close()
    except OSError as problem:
        print(f"No way leads off this machine ({problem.strerror or problem}).")
    else:
        print("There is a network here after all.")
        return 1
    return subprocess.run(command, check=False).returncode


def _bring_up(name: bytes) -> None:
    """Switch a network device on; that of this machine itself begins switched off."""
    with socket.socket() as any_socket:
        asked = struct.pack("16sh", name, 0)
        told = fcntl.ioctl(any_socket, _GET_FLAGS, asked)
        _, flags = struct.unpack("16sh", told)
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh", name, flags | _UP))


if __name__ == "__main__":
    sys.exit(main())

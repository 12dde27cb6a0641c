"""How a mailbox on a server is read while everything around it breaks.

Run with `python -m bench.faults [PART...]`; parts are `first`, `cuts`, `restarts`,
`epochs`, `expunged`, `kills_of_imap`, `kills_of_mbox`, `kills_of_maildir`, all of them
without a name. The mailbox is generated and served by a Dovecot of its own; each part
is compared with a run that nothing disturbs.
"""

import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from onward.cli.ready import get_ready
from tools.system import dovecot

GENERATOR = Path(__file__).resolve().parents[2] / "shared" / "make_mbox.py"


def main(wanted: list[str]) -> None:
    """Run the parts asked for and print what came of each."""
    if not GENERATOR.exists() or dovecot() is None:
        sys.exit("This needs ../shared/make_mbox.py and a Dovecot.")
    with tempfile.TemporaryDirectory(prefix="onward-faults-data-") as folder:
        os.environ |= {"ONWARD_DATA_DIR": folder, "ONWARD_KEY_RING": "no"}
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        get_ready()
        modules = map(import_module, ("bench.faults_parts", "bench.faults_kills"))
        parts = {name: part for one in modules for name, part in one.PARTS.items()}
        for part in wanted or parts:
            print(f"{part}:", flush=True)
            parts[part]()


if __name__ == "__main__":
    main(sys.argv[1:])

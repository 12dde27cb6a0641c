"""Give the whole test run a data folder of its own, and no setting of the person.

Loaded by `-p` in pyproject.toml: settings are read, and a secret is made in the data
folder, before pytest looks at the first conftest.
"""

import atexit
import os
import shutil
import tempfile

KEPT = {"ONWARD_DATABASE_URL"}  # which database the run is about

for name in [name for name in os.environ if name.startswith("ONWARD_")]:
    if name not in KEPT:
        del os.environ[name]

# Three runs at a time: threads of matrix sums would wait for each other, spinning.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

_folder = tempfile.mkdtemp(prefix="onward-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["ONWARD_DATA_DIR"] = _folder
# Runs beside this one are started by it and share what is dear to make.
os.environ.setdefault("SHARED_BY_TESTS", _folder)

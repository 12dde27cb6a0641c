"""Writes what training came to into files that may be in use."""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt


def save_arrays(path: Path, **arrays: npt.NDArray[Any]) -> None:
    """Put arrays in the place of those a file holds, unpacked, to be mapped.

    Who has the old ones mapped keeps them; written over, they would change under them.
    """
    fresh = path.with_suffix(".new.npz")
    np.savez(fresh, allow_pickle=False, **arrays)
    fresh.replace(path)

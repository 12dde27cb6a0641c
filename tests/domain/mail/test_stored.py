"""Arrays come from the package as they were written."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from onward.domain.mail.stored import arrays_in

ARRAYS = {
    "rows": np.arange(-60, 60, dtype=np.int8).reshape(12, 10),
    "by_column": np.asfortranarray(np.arange(12.0).reshape(3, 4)),
    "step": np.linspace(0, 1, 7, dtype=np.float16),
    "none": np.zeros((0, 3), np.float32),
    "one": np.array(2.5),
}


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_all_come_as_they_were(save: Callable[..., None], tmp_path: Path) -> None:
    file = tmp_path / "arrays.npz"
    save(file, **ARRAYS)
    found = arrays_in(file)
    assert found.keys() == ARRAYS.keys()
    for name, array in ARRAYS.items():
        assert found[name].dtype == array.dtype
        np.testing.assert_array_equal(found[name], array)


def test_what_is_mapped_cannot_be_written_to(tmp_path: Path) -> None:
    np.savez(tmp_path / "arrays.npz", allow_pickle=False, **ARRAYS)
    with pytest.raises(ValueError, match="read-only"):
        arrays_in(tmp_path / "arrays.npz")["rows"][0, 0] = 1


def test_a_file_put_in_its_place_changes_nothing_that_was_read(tmp_path: Path) -> None:
    file = tmp_path / "arrays.npz"
    np.savez(file, allow_pickle=False, **ARRAYS)
    found = arrays_in(file)
    np.savez(tmp_path / "new.npz", rows=np.zeros((40, 40)))
    (tmp_path / "new.npz").replace(file)
    np.testing.assert_array_equal(found["rows"], ARRAYS["rows"])

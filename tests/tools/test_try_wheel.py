"""A wheel without its templates, weights or styles is caught before anybody has it."""

import zipfile
from pathlib import Path

from tools.try_wheel import SOURCE, left_behind


def _packed(wheel: Path, *, without: str) -> Path:
    """Pack the source tree, leaving out what has this ending."""
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_STORED) as packed:
        for path in SOURCE.rglob("*"):
            if path.is_file() and not path.name.endswith(without):
                packed.write(path, path.relative_to(SOURCE))
    return wheel


def test_a_whole_wheel_leaves_nothing_behind(tmp_path: Path) -> None:
    assert left_behind(_packed(tmp_path / "whole.whl", without=".pyc")) == []


def test_forgotten_weights_are_named(tmp_path: Path) -> None:
    lacking = left_behind(_packed(tmp_path / "poor.whl", without=".npz"))
    assert "onward/domain/mail/weights/meaning.npz" in lacking

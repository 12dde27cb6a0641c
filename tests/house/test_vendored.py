"""What came from others is exactly what was listed, with its licence beside it."""

import shutil
import tomllib
from pathlib import Path

import pytest

from tools import vendor

FOLDERS = [vendor.SHIPPED, vendor.FOR_TESTS]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_vendored_file_is_as_listed(folder: Path) -> None:
    assert vendor.wrong_files(folder) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_vendored_package_has_its_licence_beside_it(folder: Path) -> None:
    listed = tomllib.loads((folder / vendor.LIST_NAME).read_text())["file"]
    for entry in listed:
        assert (folder / entry["file"]).with_name("LICENSE").is_file()


def test_a_changed_a_missing_and_an_unlisted_file_are_named(tmp_path: Path) -> None:
    folder = shutil.copytree(vendor.SHIPPED, tmp_path / "vendor")
    (folder / "lucide" / "icons.svg").write_text("<svg/>")
    (folder / "lucide" / "LICENSE").unlink()
    (folder / "surprise.js").write_text("")
    assert vendor.wrong_files(folder) == [
        "lucide/LICENSE",
        "lucide/icons.svg",
        "surprise.js",
    ]


def test_every_icon_asked_for_is_in_the_sprite() -> None:
    sprite = (vendor.SHIPPED / "lucide" / "icons.svg").read_text()
    assert [name for name in vendor.ICONS if f'<symbol id="{name}"' not in sprite] == []

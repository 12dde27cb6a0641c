from pathlib import Path

import pytest

from onward.settings.drives import is_far

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/ann/disk ext4 rw 0 0
//nas/share /mnt/my\\040share cifs rw 0 0
sshfs#box: /mnt/box fuse.sshfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("folder", "far"),
    [
        ("/var/lib/onward", False),
        ("/home/ann/.local/share/onward", True),
        ("/home/ann/disk/onward", False),
        ("/home/annette", True),
        ("/homes/ann", False),
        ("/mnt/my share/onward", True),
        ("/mnt/box/onward", True),
    ],
)
def test_a_folder_is_as_far_as_the_drive_it_is_on(folder: str, *, far: bool) -> None:
    assert is_far(Path(folder), MOUNTS) is far


def test_where_nothing_can_be_told_a_folder_is_near() -> None:
    assert not is_far(Path("/anywhere"), "")

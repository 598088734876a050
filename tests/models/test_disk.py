"""Which disks may hold a live database."""

from pathlib import Path

import pytest

from models import disk
from models.disk import LOCAL_FILE_SYSTEMS, file_system_of, foreign_file_system
from models.errors import FolderNotLocal, FolderUnwritable

MOUNTS = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/share rw - cifs //server/share rw
31 22 8:17 / /media/u/USB\040\345\233\276 rw - exfat /dev/sdb1 rw
32 22 0:41 / /home rw - nfs4 server:/home rw
33 32 0:42 / /home rw - xfs /dev/sdc1 rw
"""


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("/var/lib/x.db", "ext4"),
        ("/mnt/share/x.db", "cifs"),
        ("/mnt/shared/x.db", "ext4"),
        ("/home/li/x.db", "xfs"),
    ],
)
def test_the_deepest_and_latest_mount_counts(file: str, kind: str) -> None:
    assert file_system_of(Path(file), MOUNTS) == kind


def test_shares_and_sticks_are_not_local() -> None:
    assert {"cifs", "nfs4", "exfat", "vfat", "fuse.sshfs"}.isdisjoint(LOCAL_FILE_SYSTEMS)


def test_the_temporary_folder_of_the_tests_is_local(tmp_path: Path) -> None:
    assert foreign_file_system(tmp_path / "not yet" / "x.db") is None


def test_a_system_that_does_not_tell_is_taken_for_local() -> None:
    assert file_system_of(Path("/x"), "") is None


def test_a_folder_for_the_data_must_be_local_and_writable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.require_data_folder(tmp_path)

    assert list(tmp_path.iterdir()) == []
    with pytest.raises(FolderUnwritable):
        disk.require_data_folder(tmp_path / "not there")
    monkeypatch.setattr(disk, "foreign_file_system", lambda _: "cifs")
    with pytest.raises(FolderNotLocal):
        disk.require_data_folder(tmp_path)

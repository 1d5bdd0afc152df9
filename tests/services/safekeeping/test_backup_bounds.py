"""What a backup takes is bounded, and on a disk that takes nothing more it is made all the same."""

from io import BytesIO
from pathlib import Path

import pytest

from cadre_tui.model.fault import CadreError, NotRight, StoreFailure
from cadre_tui.services.safekeeping import archive, backups, passphrase
from cadre_tui.services.safekeeping.archive import Archive
from tests.services.safekeeping.test_backups import MADE, WORD, never
from tests.services.small import Small


def test_what_age_would_have_in_memory_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told before a file that was closed all at once is read or a passphrase asked for."""
    file = tmp_path / "b.age"
    monkeypatch.setattr(passphrase, "MOST", 1000)
    for more, code in ((0, "passphrase-wrong"), (1, "backup-too-large")):
        file.write_bytes(passphrase.BEGINNING.ljust(1010 + more, b"x"))
        with pytest.raises(CadreError) as refused:
            backups.verify(file, never if more else lambda: WORD)
        assert refused.value.code == code


def test_where_the_log_takes_no_line_the_backup_is_one_and_it_is_told(
    small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_what: object, **_how: object) -> None:
        raise StoreFailure("store-disk-full", folder="/")

    assert not backups.back_up(small.county, tmp_path / "a.zip").unnoted
    monkeypatch.setattr(small.county.store, "change", full)
    found = backups.back_up(small.county, tmp_path / "b.zip")
    assert found.unnoted
    assert backups.verify(tmp_path / "b.zip", never).digest == found.digest


def test_one_file_is_bounded_where_all_together_are_not_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    file = BytesIO()
    archive.write(file, [("things/one", b"0" * 1000), ("things/two", b"0" * 1001)], [], MADE, "0")
    monkeypatch.setattr(archive, "LARGEST_FILE", 1001)
    Archive(file, "as much as it may")
    monkeypatch.setattr(archive, "LARGEST_FILE", 1000)
    with pytest.raises(NotRight) as told:
        Archive(file, "bomb")
    assert told.value.code == "backup-too-large"

"""Where the audit log takes no entry, whoever mends, copies or backs up is told so: nothing is done in silence."""

from collections.abc import Callable

import pytest

from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.safekeeping import Flaw, Mended
from cadre_tui.store.folder.engine import FolderStore
from tests.cli.commands import Commands
from tests.store.folder.test_checkup import spoil

UNNOTED = "操作记录里却没有写上"
"""What is said then."""


@pytest.fixture
def logless(peopled: Commands) -> Commands:
    """A county with something to mend, whose audit log is damaged for good."""
    data = peopled.folder / "data"
    peopled.by("zzb", "codes", "q1")
    for name in ("audit-head.json", ".audit-head.json.former"):
        spoil(data / name)
    (data / "roster.json").chmod(0o644)
    return peopled


def test_it_is_told_of_a_mending_and_a_backup(logless: Commands) -> None:
    assert UNNOTED in logless("backup", logless.folder / "b.zip").out
    told = logless("doctor", "--mend", "--yes")
    assert "roster.json：补救了" in told.out
    assert UNNOTED in told.out
    assert "the audit log does not say so" in logless("--lang", "en", "backup", logless.folder / "c.zip").out


def test_it_is_told_of_a_copy(peopled: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_what: object, **_how: object) -> None:
        raise StoreFailure("store-disk-full", folder="/")

    monkeypatch.setattr(FolderStore, "change", full)
    copy = ("store", "copy", peopled.folder / "data")
    assert UNNOTED in peopled(*copy, peopled.folder / "copy").out
    assert peopled(*copy, peopled.folder / "other", "--json").json["unnoted"] is True


def test_it_is_not_told_where_there_is_an_entry(peopled: Commands) -> None:
    (peopled.folder / "data" / "roster.json").chmod(0o644)
    told = peopled("doctor", "--mend", "--yes", "--json")
    assert (told.json["unnoted"], len(told.json["mended"])) == (False, 1)
    copied = peopled("store", "copy", peopled.folder / "data", peopled.folder / "copy", "--json")
    assert copied.json["unnoted"] is False
    assert "补救了数据，1 处：roster.json" in peopled.by("zzb", "audit", "show").out


def test_what_cannot_be_mended_hides_nothing_that_was(peopled: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second of three fails: the first is noted, the third is mended all the same, and why is told."""
    data = peopled.folder / "data"
    for name in ("roster.json", "audit-head.json", "county.json"):
        (data / name).chmod(0o644)
    mend: Callable[[FolderStore, Flaw, str], Mended] = FolderStore.mend

    def fails_for_one(self: FolderStore, flaw: Flaw, when: str) -> Mended:
        if flaw.path == "county.json":
            raise StoreFailure("store-disk-full", folder=str(data))
        return mend(self, flaw, when)

    monkeypatch.setattr(FolderStore, "mend", fails_for_one)
    told = peopled("doctor", "--mend", "--yes")
    assert told.code == 1
    assert "county.json：没有补救：磁盘已满" in told.out
    assert "roster.json：补救了" in told.out
    assert "发现 1 处问题" in told.out
    assert "补救了数据，2 处：audit-head.json、roster.json" in peopled.by("zzb", "audit", "show").out
    answered = peopled("doctor", "--mend", "--yes", "--json").json
    assert (answered["mended"], [each["path"] for each in answered["not_mended"]]) == ([], ["county.json"])


def test_what_was_damaged_before_is_told_at_the_backup_and_at_the_restoring(logless: Commands) -> None:
    file = logless.folder / "b.zip"
    told = logless("backup", file)
    assert told.code == 0
    assert "里面有 1 份在备份以前就已经损坏" in told.out
    assert "请运行 cadre doctor" in told.out
    assert "1 document in it was damaged before" in logless("--lang", "en", "doctor", file).out
    assert "里面有 1 份在备份以前就已经损坏" in logless("restore", file, logless.folder / "back").out
    assert "audit-head.json：已经损坏" in logless("--data", logless.folder / "back", "doctor").out
    assert "audit-head 已经损坏" in logless("store", "copy", logless.folder / "data", logless.folder / "copy").err

"""Checklists that lie in the data folder go with a backup, and come back."""

import os
from pathlib import Path

from cadre_tui.services.safekeeping import backups, restoring
from cadre_tui.services.safekeeping.dropped import left_out_of
from tests.files.hostile import OBEYED
from tests.services.small import Small


def test_a_checklist_goes_with_it_whatever_its_file_is_called(small: Small, tmp_path: Path) -> None:
    folder = small.folder / "checklists"
    names = {
        os.fsdecode("考评表.toml".encode("gb18030")): "考评表-2.toml",
        "考评表.toml": "考评表.toml",
        f"{OBEYED}.toml": "\ufffd[2J\ufffd\ufffd31m\ufffd\ufffd.toml",
        "a:b?.csv": "a_b_.csv",
        "长" * 80 + ".xlsx": "长" * 36 + ".xlsx",
        "x" * 250: "x" * 12,
        f"下级{OBEYED[:1]}/里面.toml": "下级\ufffd/里面.toml",
    }
    for each in names:
        (folder / each).parent.mkdir(exist_ok=True)
        (folder / each).write_text(each, "utf-8", "surrogateescape")
    (folder / ".DS_Store").write_text("of the system")
    others = sum(each.is_file() and each.name not in names for each in folder.iterdir()) - 1
    found = backups.back_up(small.county, tmp_path / "b.zip", folder)
    assert found.checklists == others + len(names)
    assert (found.files_left_out.count, found.files_left_out.named) == (1, (".DS_Store",))
    restoring.restore(tmp_path / "b.zip", tmp_path / "back", str)
    for name, kept in names.items():
        assert (tmp_path / "back" / "checklists" / kept).read_text("utf-8", "surrogateescape") == name


def test_what_does_not_go_with_it_is_counted_and_named(small: Small, tmp_path: Path) -> None:
    folder = tmp_path / "checklists"
    folder.mkdir()
    (folder / "plain.toml").write_text("plain", "utf-8")
    (folder / "link.toml").symlink_to(folder / "plain.toml")
    (folder / "elsewhere").symlink_to(tmp_path)
    deep = folder.joinpath(*"abcdefgh")
    deep.mkdir(parents=True)
    (deep.parent / "eighth.toml").write_text("goes with it", "utf-8")
    (deep / "ninth.toml").write_text("does not", "utf-8")
    for number in range(20):
        (folder / f".hidden{number:02}").write_text("hidden", "utf-8")
    found = backups.back_up(small.county, tmp_path / "b.zip", folder)
    assert found.checklists == 2
    assert found.files_left_out == left_out_of(folder)
    assert found.files_left_out.count == 23
    assert len(found.files_left_out.named) == 10
    assert ".hidden00" in found.files_left_out.named
    for number in range(20):
        (folder / f".hidden{number:02}").unlink()
    assert left_out_of(folder).named == ("a/b/c/d/e/f/g/h/ninth.toml", "elsewhere", "link.toml")

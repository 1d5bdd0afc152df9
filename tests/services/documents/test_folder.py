"""A file is there whole or not at all, and no name leads out of the folder."""

from pathlib import Path

import pytest

from cadre_tui.model.fault import BadInput
from cadre_tui.services.documents.folder import Folder, file_name


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("得分单-张建国-q1.docx", "得分单-张建国-q1.docx"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ('a/b\\c:d*e?f"g<h>i|j\n.html', "a_b_c_d_e_f_g_h_i_j_.html"),
        ("..", "_"),
        ("", "_"),
        (". 甲 .", "甲"),
    ],
)
def test_a_name_is_a_name_and_no_way(wanted: str, name: str) -> None:
    assert file_name(wanted) == name


def test_a_long_name_keeps_its_ending_and_no_half_sign() -> None:
    name = file_name("长" * 200 + ".docx")
    assert name == "长" * 60 + ".docx"


def test_files_are_their_owners_alone_and_a_shared_folders_its_groups_too(tmp_path: Path) -> None:
    own = Folder(tmp_path / "out").put(("甲",), "一.html", b"x")
    modes = [each.stat().st_mode & 0o777 for each in (own, own.parent, own.parent.parent)]
    assert modes == [0o600, 0o700, 0o700]
    shared = Folder(tmp_path).below("乙", shared=True).put((), "一.html", b"x")
    assert (shared.stat().st_mode & 0o777, shared.parent.stat().st_mode & 0o777) == (0o640, 0o750)


def test_a_file_that_was_there_is_replaced_and_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"old")
    (tmp_path / "一.html").symlink_to(elsewhere)
    path = Folder(tmp_path).put((), "一.html", b"new")
    assert (path.read_bytes(), path.is_symlink(), elsewhere.read_bytes()) == (b"new", False, b"old")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["elsewhere", "一.html"]


def test_somebody_at_a_screen_names_a_new_folder(tmp_path: Path) -> None:
    assert Folder.new(tmp_path / "new").path == tmp_path / "new"
    (tmp_path / "there").mkdir()
    for place in (tmp_path / "there", tmp_path / "none" / "deep", tmp_path / ".hidden" / "x"):
        with pytest.raises(BadInput):
            Folder.new(place)


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BadInput) as told:
        Folder(tmp_path / "file").put((), "一.html", b"x")
    assert told.value.code == "out-not-written"

"""Who may run stands in one small file: whole or not at all, readable, and never an error at the start."""

import stat
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui.model.fault import BadInput, NotRight
from cadre_tui.plugins.allowed.permission import Permission, PermissionFile
from cadre_tui.words.refusals import sentence


def test_where_nothing_is_said_nothing_is_enabled(tmp_path: Path) -> None:
    assert PermissionFile(tmp_path).read() == Permission()
    assert not list(tmp_path.iterdir())


def test_what_is_enabled_and_disabled_is_read_again(tmp_path: Path) -> None:
    file = PermissionFile(tmp_path / "new", frozenset({"x"}))
    file.enable("qinghe.kinds", "1.2")
    file.enable("other", "2026.10")
    file.take_out("hequan.village")
    file.forbid(["other", "nobody"])
    assert file.read() == Permission({"qinghe.kinds": "1.2"}, frozenset({"hequan.village"}), frozenset({"x"}))
    file.take_in(["hequan.village"])
    assert not PermissionFile(tmp_path / "new").read().disabled
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert "x" not in tomllib.loads(file.path.read_text("utf-8")).get("disabled", [])


@given(st.dictionaries(st.text(min_size=1), st.text(), max_size=4), st.frozensets(st.text(), max_size=4))
@settings(max_examples=100, deadline=None)
def test_whatever_names_there_are_come_back_as_they_were(enabled: dict[str, str], disabled: frozenset[str]) -> None:
    with TemporaryDirectory() as folder:
        file = PermissionFile(Path(folder))
        file.change(lambda now: Permission(enabled, disabled))
        assert file.read() == Permission(enabled, disabled)


DAMAGED = ("schema = ", "schema = 2", "", "schema = 1\nenabled = 3", "schema = 1\n[enabled]\na = 1")


@pytest.mark.parametrize("text", [*DAMAGED, "schema = 1\ndisabled = 'a'"])
def test_a_damaged_file_enables_nothing_and_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    file = PermissionFile(tmp_path)
    file.path.write_text(text, "utf-8")
    read = file.read()
    assert not read.enabled
    assert str(file.path) in sentence(read.problem)
    with pytest.raises(NotRight):
        file.enable("a", "1")
    assert file.path.read_text("utf-8") == text


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInput) as refused:
        PermissionFile(tmp_path / "file").enable("a", "1")
    assert "plugins.toml" in sentence(refused.value)


def test_many_that_change_it_at_once_lose_nothing(tmp_path: Path) -> None:
    threads = [Thread(target=PermissionFile(tmp_path).enable, args=(f"p{n}", "1")) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(PermissionFile(tmp_path).read().enabled) == {f"p{n}" for n in range(8)}

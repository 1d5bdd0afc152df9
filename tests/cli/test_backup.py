"""``cadre backup``, ``cadre restore``, and ``cadre doctor FILE``."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cadre_tui.model.fault import BadInput
from cadre_tui.services.safekeeping import passphrase
from tests.cli.commands import ROUND, Commands, refused

WORD = "correct horse battery staple"


def test_there_and_back(peopled: Commands) -> None:
    assert peopled.by("zzb", "round", "new", peopled.file("round.toml", ROUND)).code == 0
    file, back = peopled.folder / "b.zip", peopled.folder / "back"
    told = peopled("backup", file)
    assert told.code == 0
    assert "读回核对过" in told.out
    digest = peopled("backup", "--verify", file, "--json").json["digest"]
    assert digest in told.out
    looked = peopled("doctor", file)
    assert (looked.code, digest in looked.out) == (0, True)
    assert "备份了全部数据" in peopled.by("zzb", "audit", "show").out
    restored = peopled("restore", file, back, "--json")
    assert (restored.code, restored.json["digest"]) == (0, digest)
    assert peopled("--data", back, "doctor").code == 0
    assert peopled("--data", back, "audit", "verify").code == 0


def test_files_that_do_not_go_with_it_are_told_and_so_are_they_by_the_doctor(peopled: Commands) -> None:
    folder = peopled.folder / "data" / "checklists"
    folder.mkdir(exist_ok=True)
    (folder / "考评表.toml").write_text("x", "utf-8")
    (folder / "快捷.toml").symlink_to(folder / "考评表.toml")
    told = peopled("backup", peopled.folder / "a.zip")
    said = "checklists 文件夹里有 1 个文件不随备份走（链接、隐藏的、路径超过八层的）：快捷.toml。"
    assert (told.code, said in told.out) == (0, True)
    answer = peopled("backup", peopled.folder / "b.zip", "--json").json
    assert answer["files_left_out"] == {"count": 1, "named": ["快捷.toml"]}
    looked = peopled("doctor")
    assert (looked.code, said in looked.out) == (0, True), "it is to be known, and nothing is wrong"
    assert peopled("doctor", "--json").json["well"] is True


def test_the_checklists_go_with_it_though_none_is_loaded(peopled: Commands) -> None:
    folder = peopled.folder / "data" / "checklists"
    folder.mkdir(exist_ok=True)
    (folder / "考评表.toml").write_text("x", "utf-8")
    file, said = peopled.folder / "b.zip", "连同 checklists 文件夹里的 1 个文件。"
    assert said in peopled("--no-plugins", "backup", file).out
    assert said in peopled("backup", "--verify", file).out
    assert said in peopled("restore", file, peopled.folder / "back").out
    assert (peopled.folder / "back" / "checklists" / "考评表.toml").is_file()


def test_without_a_folder_it_goes_to_the_data_folder(peopled: Commands) -> None:
    file, data = peopled.folder / "b.zip", peopled.folder / "data"
    peopled("backup", file)
    assert "不是空文件夹" in refused(peopled("restore", file), 2)
    data.rename(peopled.folder / "old")
    assert peopled("restore", file).code == 0
    assert peopled("doctor").code == 0


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another way of closing a file, that takes no second: the true one is slow on purpose."""

    def close(content: bytes, word: str) -> bytes:
        return passphrase.BEGINNING + word.encode().ljust(64) + content[::-1]

    def opened(content: bytes, word: str, told: str) -> bytes:
        start = len(passphrase.BEGINNING)
        if content[start : start + 64].strip() != word.encode():
            raise BadInput("passphrase-wrong", file=told)
        return content[start + 64 :][::-1]

    monkeypatch.setattr(passphrase, "close", close)
    monkeypatch.setattr(passphrase, "opened", opened)


@pytest.mark.usefixtures("quick")
def test_a_passphrase_is_one_line_of_standard_input(peopled: Commands) -> None:
    file = peopled.folder / "b.age"
    told = peopled("backup", file, "--encrypt", "--json", stdin=WORD + "\n")
    assert (told.code, told.json["encrypted"]) == (0, True)
    assert "口令" in refused(peopled("backup", "--verify", file, stdin="another one entirely\n"), 2)
    assert refused(peopled("backup", "--verify", file), 2)
    assert peopled("restore", file, peopled.folder / "back", stdin=WORD + "\n").code == 0


def test_a_spoilt_backup_ends_with_one_a_missing_one_with_two(peopled: Commands) -> None:
    file = peopled.folder / "b.zip"
    peopled("backup", file)
    file.write_bytes(file.read_bytes()[:-40])
    for command in (("doctor", file), ("backup", "--verify", file), ("restore", file, peopled.folder / "back")):
        assert "备份" in refused(peopled(*command), 1)
        assert "backup" in refused(peopled("--lang", "en", *command), 1)
    file.unlink()
    assert "找不到备份文件" in refused(peopled("doctor", file), 2)
    assert not (peopled.folder / "back").exists()


def test_a_full_disk_leaves_no_half_backup(peopled: Commands) -> None:
    """In a process whose files may grow no further than a few hundred bytes."""
    file = peopled.folder / "b.zip"
    work = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700)); "
        "from cadre_tui.cli.main import run; sys.exit(run(['backup', sys.argv[1]]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", work, str(file)], capture_output=True, text=True, check=False, env={**os.environ}
    )
    assert done.returncode == 4, done.stderr
    assert "磁盘已满" in done.stderr
    assert [each.name for each in peopled.folder.iterdir() if "b.zip" in each.name] == []
    assert json.loads(peopled("doctor", "--json").out)["well"] is True


def test_a_folder_for_the_backup_must_be_there(peopled: Commands, tmp_path: Path) -> None:
    assert "文件夹" in refused(peopled("backup", tmp_path / "none" / "b.zip"), 2)

"""``cadre store copy``, and a county that lies in a database: the same commands, the same answers, the same bytes."""

from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree, rmtree
from zipfile import ZipFile, is_zipfile

import pytest

from cadre_tui.services.county import County
from cadre_tui.store.digests import Digests
from tests.cli.commands import ROUND, Commands, refused
from tests.cli.test_whole_round import PEOPLE, respond, response


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite://{tmp_path}/data/county.db"


def run_a_round(county: Commands) -> None:
    """Everybody is good in their own eyes and fair in others'."""
    county.activate_all()
    assert county.by("zzb", "round", "new", county.file("round.toml", ROUND)).code == 0
    assert county.by("zzb", "round", "open", "2026-h2").code == 0
    good, fair = response(county, "good"), response(county, "fair")
    for rater in PEOPLE:
        for subject in PEOPLE:
            assert respond(county, rater, subject, good if subject == rater else fair).code == 0
    assert county.by("zzb", "round", "close", "2026-h2").code == 0
    assert county.by("zzb", "round", "publish", "2026-h2").code == 0


def score_sheets(county: Commands, *where: str | Path) -> dict[tuple[str, str], str]:
    """All that everybody is shown of their result, with every step, as text and as JSON."""
    shown = {
        (person, option): county.by(person, *where, "results", "2026-h2", *option.split()).out
        for person in (*PEOPLE, "zzb")
        for option in ("", "--json")
    }
    assert all("88" in each for each in shown.values())
    return shown


def test_a_round_copied_there_and_back_gives_the_same_score_sheets(peopled: Commands, database: str) -> None:
    run_a_round(peopled)
    before = score_sheets(peopled)
    there = peopled("store", "copy", peopled.folder / "data", database, "--json")
    assert there.code == 0, there.err
    assert score_sheets(peopled, "--store", database) == before
    back = peopled.folder / "back"
    again = peopled("store", "copy", database, f"tinydb://{back}", "--json")
    assert again.json["digest"] == there.json["digest"], "who only reads writes nothing"
    assert score_sheets(peopled, "--data", back) == before
    for where in (("--store", database), ("--data", back)):
        assert peopled(*where, "doctor").code == 0
        assert peopled(*where, "audit", "verify").code == 0


def documents(county: Commands, *where: str | Path) -> dict[str, bytes]:
    """Everything that is issued, to an organiser and to a cadre; of Word and Excel files every part."""
    papers = county.folder / "papers"
    for person in ("zzb", "q1"):
        told = county.by(person, *where, "report", "2026-h2", "--to", papers / person)
        assert told.code == 0, told.err
    found: dict[str, bytes] = {}
    for each in filter(Path.is_file, papers.rglob("*")):
        name = each.relative_to(papers).as_posix()
        if is_zipfile(each):  # in the outer file stands when it was packed
            with ZipFile(each) as parts:
                found |= {f"{name}/{part}": parts.read(part) for part in parts.namelist()}
        else:
            found[name] = each.read_bytes()
    rmtree(papers)
    return found


def test_a_round_copied_there_and_back_gives_the_same_documents_byte_by_byte(
    peopled: Commands, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_a_round(peopled)
    now = datetime.now(UTC)
    monkeypatch.setattr(County, "now", lambda _self: now)  # it stands on each of them
    for place in ("cadre_tui.reports.word.writing", "xlsxwriter.core"):
        stopped = type("Stopped", (datetime,), {"now": staticmethod(lambda _zone: now)})
        monkeypatch.setattr(f"{place}.datetime", stopped)  # and in the properties of each file
    data, beside, back = (peopled.folder / each for each in ("data", "beside", "back"))
    copytree(data, beside)  # in ``data`` it is noted that it was copied, and the log's last hash is on each, too
    assert peopled("store", "copy", data, database).code == 0
    first = documents(peopled, "--data", beside)
    assert len(first) > 100
    assert any(b"88.0" in each for name, each in first.items() if name.endswith(".html"))
    assert documents(peopled, "--store", database) == first
    assert peopled("store", "copy", database, back).code == 0
    second = documents(peopled, "--data", back)
    assert second == documents(peopled, "--data", beside)
    assert second.keys() == first.keys()


def test_a_whole_round_runs_on_the_database(
    commands: Commands, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CADRE_STORE", database)
    commands.make_county()
    commands.fill_roster()
    run_a_round(commands)
    assert "88.0" in commands.by("q1", "results", "2026-h2").out
    key = commands.file(
        "q1.pub", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f q1"
    )
    assert f"--store {database} ssh-entry" in commands.by("zzb", "account", "ssh-key", "q1", key).out
    assert commands.by("zzb", "account", "ssh", "on").code == 0
    assert "终端" in refused(commands("ssh-entry", "--person", "q1"), 2), "let in; a test has no terminal"
    assert not list((commands.folder / "data").glob("*.json")), "no document lies in the folder"
    file = commands.folder / "b.zip"
    assert commands("backup", file).code == 0
    (commands.folder / "data").rename(commands.folder / "old")
    restored = commands("restore", file)
    assert restored.code == 0, restored.err
    assert f"cadre --store {database} doctor" in restored.out
    assert commands("doctor").code == 0
    assert "88.0" in commands.by("q1", "results", "2026-h2").out
    assert "已经有数据" in refused(commands("restore", file), 2)


def test_the_copy_is_told_and_noted_and_has_the_digest_of_a_backup(peopled: Commands, database: str) -> None:
    file = peopled.folder / "b.zip"
    copied = peopled("store", "copy", peopled.folder / "data", database)
    assert "逐份核对过" in copied.out
    assert f"--store {database}" in copied.out
    assert "把全部数据复制到了另一处" in peopled.by("zzb", "audit", "show").out
    digest = peopled("--store", database, "backup", file, "--json").json["digest"]
    assert digest in copied.out, "no checklists lie in the folder, so both are of the same documents"


def test_nothing_is_written_over_and_nothing_is_left_of_what_went_wrong(
    peopled: Commands, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = peopled.folder / "data"
    assert "已经有数据" in refused(peopled("store", "copy", data, data), 2)
    assert "cadre init" in refused(peopled("store", "copy", peopled.folder / "none", database), 4)
    assert "sqlite:///" in refused(peopled("store", "copy", data, "mysql://x/y"), 2)
    file = peopled.folder / "data" / "county.db"
    for trouble, code in ((KeyboardInterrupt(), 130), (OSError(28, "full"), 4)):

        def stop(self: Digests, *_kept: object, trouble: BaseException = trouble) -> None:
            raise trouble

        with monkeypatch.context() as patch:
            patch.setattr(Digests, "must_be_those_of", stop)
            assert peopled("store", "copy", data, database).code == code
        assert not file.exists()
        assert not list(data.glob(".county.db.filling*"))
    assert peopled("store", "copy", data, database).code == 0
    assert "已经有数据" in refused(peopled("store", "copy", data, database), 2)

"""``cadre plugin``: exit codes, what is told in both languages, and that nothing heavy or foreign is imported."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cadre_tui.cli import table as tables
from cadre_tui.cli.main import run
from cadre_tui.cli.table import cell_width, fitting, table

ROOT = Path(__file__).parents[2]
COUNTIES = ROOT / "plugins"
QINGHE = COUNTIES / "qinghe" / "qinghe.agency.toml"


@pytest.fixture(autouse=True)
def empty_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    data = tmp_path / "data"
    monkeypatch.setenv("CADRE_DATA", str(data))
    monkeypatch.setenv("CADRE_LANG", "zh")
    return data


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "faulty.toml"
    path.write_text(QINGHE.read_text("utf-8").replace("points = 40", "points = 41", 1), "utf-8")
    return path


def test_list_shows_every_checklist_in_straight_columns(capsys) -> None:
    assert run(["--no-plugins", "plugin", "list"]) == 0
    heading, rule, *rows = capsys.readouterr().out.splitlines()
    assert heading.startswith("编号")
    assert [row.split()[0] for row in rows] == ["core.learning", "core.mutual"]
    starts = [cell_width(rule[: rule.rindex("--------")])]
    assert all(cell_width(row[: row.rindex(" ") + 1]) in starts for row in rows)
    assert "内置" in rows[0]


def test_list_speaks_english(capsys) -> None:
    assert run(["--lang", "en", "--no-plugins", "plugin", "list"]) == 0
    told = capsys.readouterr().out
    assert "built in" in told
    assert "The four focal checks of a learning cadre" in told


def test_list_as_json_is_complete(capsys) -> None:
    assert run(["--no-plugins", "plugin", "list", "--json", "--checklists", str(QINGHE.parent)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["id"] for each in told["checklists"]] == [
        "core.learning",
        "core.mutual",
        "qinghe.agency",
        "qinghe.core",
    ]
    assert told["plugins"] == told["problems"] == []
    county = told["checklists"][-2]
    assert county["levels"] == ["agency-staff"]
    assert county["status"] == "usable"
    assert county["source"] == {"kind": "folder", "name": str(QINGHE.parent), "file": str(QINGHE)}
    assert len(county["digest"]) == 64


def test_a_file_dropped_into_the_data_folder_is_there_and_a_faulty_one_is_told(
    empty_data: Path, faulty, capsys
) -> None:
    dropped = empty_data / "checklists"
    dropped.mkdir(parents=True)
    (dropped / "right.toml").write_bytes(QINGHE.read_bytes())
    assert run(["plugin", "list"]) == 0
    assert "清河县机关干部学习考评表" in capsys.readouterr().out
    (dropped / "right.toml").write_bytes(faulty.read_bytes())
    assert run(["plugin", "list"]) == 0
    told = capsys.readouterr().out
    assert "有错误，未采用" in told
    assert "cadre plugin check" in told
    assert run(["--no-plugins", "plugin", "list"]) == 0
    assert "qinghe" not in capsys.readouterr().out


def test_a_format_of_the_future_is_told_as_such(empty_data: Path, capsys) -> None:
    (empty_data / "checklists").mkdir(parents=True)
    (empty_data / "checklists" / "new.toml").write_text("schema = 2\n", "utf-8")
    assert run(["plugin", "list"]) == 0
    told = capsys.readouterr().out
    assert "未采用" in told
    assert "请升级程序" in told
    assert run(["plugin", "list", "--json"]) == 0
    assert "unusable" in {each["status"] for each in json.loads(capsys.readouterr().out)["checklists"]}


def test_two_contents_under_one_name_are_shown_as_such(empty_data: Path, capsys) -> None:
    dropped = empty_data / "checklists"
    dropped.mkdir(parents=True)
    (dropped / "a.toml").write_bytes(QINGHE.read_bytes())
    (dropped / "b.toml").write_text(QINGHE.read_text("utf-8").replace("应付", "敷衍"), "utf-8")
    assert run(["plugin", "list"]) == 0
    told = capsys.readouterr().out
    assert told.count("重名，未采用") == 2
    assert told.count("\n! ") == 1
    assert run(["plugin", "list", "--json"]) == 0
    assert [each["status"] for each in json.loads(capsys.readouterr().out)["checklists"]].count("conflict") == 2


def test_a_folder_that_was_named_must_be_there(tmp_path: Path, capsys) -> None:
    for folder in (str(tmp_path / "nowhere"), str(QINGHE), "长" * 999):
        assert run(["plugin", "list", "--checklists", folder]) == 2
        assert folder in capsys.readouterr().err


def test_info_shows_one_checklist(capsys) -> None:
    assert run(["plugin", "info", "core.learning"]) == 0
    told = capsys.readouterr().out
    assert "学习计划建立与实施" in told
    assert "完成规定学时 ≥ 1" in told
    assert run(["--lang", "en", "plugin", "info", "qinghe.agency|2026.2", "--checklists", str(QINGHE.parent)]) == 0
    told = capsys.readouterr().out
    assert "Organisation Department, CPC Qinghe County Committee" in told
    assert "penalty, at most 10" in told


def test_info_as_json_names_the_criteria(capsys) -> None:
    assert run(["plugin", "info", "core.mutual", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["id"], told["total"], len(told["criteria"])) == ("core.mutual", 100, 8)
    assert told["document"] is None


def test_info_on_an_unknown_name_is_told_in_one_sentence(capsys) -> None:
    assert run(["plugin", "info", "core.lerning"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "core.learning" in told.err
    assert len(told.err.splitlines()) == 1


def test_check_is_content_with_both_counties(capsys) -> None:
    assert run(["--no-plugins", "plugin", "check", str(COUNTIES)]) == 0
    told = capsys.readouterr().out
    assert "qinghe.agency|2026.2 没有错误" in told
    assert "hequan.village|2026.1 没有错误" in told


def test_check_tells_each_fault_with_file_line_and_code(faulty: Path, capsys) -> None:
    assert run(["plugin", "check", str(faulty)]) == 1
    told = capsys.readouterr()
    line = faulty.read_text("utf-8").splitlines().index("points = 41") + 1
    (first,) = [each for each in told.out.splitlines() if each.startswith(f"{faulty}:{line}:10: CL")]
    assert first.count("CL") == first.count(faulty.name) == 1
    assert "41" in first
    assert "1 个文件有错误。" in told.err


def test_check_as_json_gives_places_and_sentences(faulty: Path, capsys) -> None:
    assert run(["--lang", "en", "plugin", "check", "--json", str(faulty), str(QINGHE)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["right"] is False
    first, second = told["files"]
    assert (first["right"], second["right"]) == (False, True)
    assert second["checklist"] == "qinghe.agency|2026.2"
    assert second["faults"] == []
    for fault in first["faults"]:
        assert set(fault) == {"code", "line", "column", "path", "warning", "message"}
        assert fault["message"]


def test_check_shows_warnings_and_is_content(tmp_path: Path, capsys) -> None:
    path = tmp_path / "warned.toml"
    text = QINGHE.read_text("utf-8").replace('{ zh = "应付", en = "Careless" }', '{ zh = "应付" }')
    path.write_text(text, "utf-8")
    assert run(["plugin", "check", str(path)]) == 0
    told = capsys.readouterr().out
    assert "（提醒）" in told
    assert "没有错误" in told


def test_check_finds_one_name_with_two_contents(tmp_path: Path, capsys) -> None:
    other = tmp_path / "other.toml"
    other.write_text(QINGHE.read_text("utf-8").replace("应付", "敷衍"), "utf-8")
    assert run(["plugin", "check", str(QINGHE), str(other)]) == 1
    told = capsys.readouterr().out
    assert str(QINGHE) in told
    assert "checklist-conflict" in told


def test_check_finds_a_name_that_a_built_in_checklist_bears(tmp_path: Path, capsys) -> None:
    core = ROOT / "cadre_tui" / "plugins" / "builtin" / "core.mutual.toml"
    assert run(["plugin", "check", str(core)]) == 0
    path = tmp_path / "mine.toml"
    path.write_text(core.read_text("utf-8").replace('zh = "较好"', 'zh = "良"'), "utf-8")
    assert run(["plugin", "check", str(path)]) == 1


def test_check_finds_a_package_that_names_a_missing_file(tmp_path: Path, capsys) -> None:
    package = tmp_path / "county"
    (package / "county_checklists").mkdir(parents=True)
    (package / "county_checklists" / "a.toml").write_bytes(QINGHE.read_bytes())
    stated = '[project]\nname = "county"\nversion = "1"\n[project.entry-points."cadre.checklists"]\n'
    (package / "pyproject.toml").write_text(stated + 'x = "county_checklists:a.toml"\n', "utf-8")
    assert run(["plugin", "check", str(package)]) == 0
    (package / "pyproject.toml").write_text(stated + 'x = "county_checklists:b.toml"\n', "utf-8")
    assert run(["plugin", "check", str(package)]) == 1
    assert "county_checklists:b.toml" in capsys.readouterr().out
    (package / "pyproject.toml").write_text("[project", "utf-8")
    assert run(["plugin", "check", str(package)]) == 1


def test_check_without_anything_to_check_is_wrong_usage(tmp_path: Path, capsys) -> None:
    (tmp_path / "empty").mkdir()
    for arguments in ([str(tmp_path / "nowhere.toml")], [str(tmp_path / "empty")], ["长" * 999], []):
        assert run(["plugin", "check", *arguments]) == 2
        assert capsys.readouterr().err


def test_no_verb_imports_a_plugin_or_the_screen(tmp_path: Path) -> None:
    site = tmp_path / "site"
    about = site / "bomb-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: bomb\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[cadre.plugins]\nbomb = bomb_plugin\n")
    (site / "bomb_plugin.py").write_text("raise SystemExit('imported')\n")
    for verb in (["list"], ["info", "core.mutual"], ["check", str(QINGHE)]):
        code = (
            f"import sys; sys.path.insert(0, {str(site)!r})\n"
            "from cadre_tui.cli.main import run\n"
            f"code = run(['plugin', *{verb!r}])\n"
            "heavy = {'textual', 'tinydb', 'openpyxl', 'argon2', 'bomb_plugin'} & set(sys.modules)\n"
            "sys.exit(f'imported {heavy}' if heavy else code)\n"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert verb != ["list"] or "bomb" in done.stdout


def test_columns_stand_straight_beside_hanzi() -> None:
    shown = table(("名", "n"), [("清河县", "1"), ("a", "22")]).splitlines()
    assert shown == ["名      n", "------  --", "清河县  1", "a       22"]


def test_a_narrow_terminal_gets_blocks_in_place_of_a_torn_table(monkeypatch) -> None:
    monkeypatch.setattr(tables.sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "10")
    assert fitting(("名", "数"), [("清河县机关", "1"), ("禾泉县", "")], "：") == "名：清河县机关\n数：1\n\n名：禾泉县"
    monkeypatch.setenv("COLUMNS", "80")
    assert fitting(("名", "数"), [("清河县机关", "1")], "：").startswith("名")


def test_check_tells_the_cells_of_a_table(tmp_path: Path, capsys) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "考评表\n编号,t.a\n版本,1\n名称,题\n考评项\n节编号,节名称,编号,类型,考评内容,分值\ns,节,a,是否,甲,五\n"
    )
    assert run(["--no-plugins", "plugin", "check", str(path)]) == 1
    assert f"{path}:F7: CL012" in capsys.readouterr().out
    assert run(["--no-plugins", "plugin", "check", "--json", str(path)]) == 1
    (fault,) = json.loads(capsys.readouterr().out)["files"][0]["faults"]
    assert (fault["sheet"], fault["row"], fault["column"]) == (None, 7, 6)

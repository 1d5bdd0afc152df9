"""People from a file, their activation codes, and who may do what: ``roster``, ``codes``, ``sign-in``."""

import json
import os
import re

import pytest

from cadre_tui.files.told_name import told_name
from cadre_tui.words.printable import OBEYED as OBEYED_SIGNS
from tests.cli.commands import PASSWORD, ROSTER, Commands, refused
from tests.files.hostile import OBEYED


def ids(county: Commands) -> list[str]:
    """Everybody in the roster, as an empty import would let them go."""
    only = county.file("one.csv", "编号,姓名,单位,层级\nnew,新人,新单位,机关干部\n")
    return [each["id"] for each in county.by("zzb", "roster", "import", only, "--dry-run", "--json").json["left"]]


def test_an_import_shows_the_change_and_asks_before_it_writes(county: Commands) -> None:
    path = county.file("roster.csv", ROSTER)
    told = county("--as", "zzb", "roster", "import", path, stdin=f"{PASSWORD}\ny\n")
    assert told.code == 0
    assert "增加 4 人，减少 0 人，变动 0 人，不变 0 人。" in told.out
    assert re.search(r"^q2 +李敏 +城关镇 +乡科级干部 +党政办主任$", told.out, re.M)
    assert told.out.endswith("花名册已经写入。\n")
    assert ids(county) == ["q1", "q2", "q3", "q4"]


@pytest.mark.parametrize("named", ["花名册.csv".encode("gb18030"), f"{OBEYED}\xff.csv".encode("latin-1", "replace")])
def test_a_file_is_taken_whatever_it_is_called_and_the_log_tells_its_name(named: bytes, county: Commands) -> None:
    path = county.folder / os.fsdecode(named)
    path.write_text(ROSTER, "utf-8")
    assert county.by("zzb", "roster", "import", path, "--yes").code == 0
    assert ids(county) == ["q1", "q2", "q3", "q4"]
    assert told_name(path) in county.by("zzb", "audit", "show").out
    assert told_name(path) in county.by("zzb", "roster", "history").out
    told = county.by("zzb", "study", "facts", "import", path, "--title", "台账", "--yes")
    assert refused(told, 2).startswith(f"表格 {told_name(path)} 有")
    path.write_text("编号,数名,数值\nq1,study.days,2\n", "utf-8")
    assert county.by("zzb", "study", "facts", "import", path, "--title", "台账", "--yes").code == 0
    for each in (county.folder / "data").rglob("*.json"):
        assert not OBEYED_SIGNS.search(json.dumps(json.loads(each.read_bytes()), ensure_ascii=False))


@pytest.mark.parametrize("answer", ["n\n", "", "\n", "不\n"])
def test_without_agreement_nothing_is_written(answer: str, county: Commands) -> None:
    told = county.by("zzb", "roster", "import", county.file("roster.csv", ROSTER), stdin=answer)
    assert told.code == 2
    assert told.err.startswith("没有得到同意，什么都没有改动")
    assert ids(county) == []


def test_a_dry_run_only_shows(county: Commands) -> None:
    told = county.by("zzb", "roster", "import", county.file("roster.csv", ROSTER), "--dry-run")
    assert told.code == 0
    assert "没有写入" in told.out
    assert ids(county) == []


def test_the_change_is_answered_as_json(peopled: Commands) -> None:
    rows = ROSTER.replace("副镇长", "镇长").replace("q4,赵雪梅", "q5,周强")
    told = peopled.by("zzb", "roster", "import", peopled.file("new.csv", rows), "--yes", "--json").json
    assert told["imported"] is True
    assert [each["id"] for each in told["joined"]] == ["q5"]
    assert [each["id"] for each in told["left"]] == ["q4"]
    assert told["changed"] == [
        {
            "id": "q1",
            "name": "张建国",
            "happened": ["other"],
            "fields": {"duty": {"before": "副镇长", "after": "镇长"}},
        }
    ]
    assert told["same"] == 2


def test_what_changes_is_told_with_before_and_after(peopled: Commands) -> None:
    path = peopled.file("new.csv", ROSTER.replace("副镇长", "镇长"))
    told = peopled.by("zzb", "roster", "import", path, "--yes")
    assert re.search(r"^q1 +张建国 +职务 +副镇长 +镇长$", told.out, re.M)


def test_every_fault_of_a_roster_is_told_and_nothing_imported(county: Commands) -> None:
    path = county.file("bad.csv", "编号,姓名,单位,层级\nq1,,城关镇,机关干部\nq1,李敏,城关镇,机关\n")
    told = county.by("zzb", "roster", "import", path, "--yes")
    assert refused(told, 2) == "花名册 bad.csv 有 3 处错误，一行也没有导入，请逐条改正后再试："
    assert [re.findall(r"RO\d+", line) for line in told.err.splitlines()[1:]] == [["RO010"], ["RO011"], ["RO014"]]
    english = county.by("zzb", "--lang", "en", "roster", "import", path, "--yes")
    assert "bad.csv line 2 column B RO010 姓名: this cell must not be empty" in english.err
    assert ids(county) == []


def test_codes_are_slips_that_name_their_owner(peopled: Commands) -> None:
    told = peopled.by("zzb", "codes")
    assert told.code == 0
    slips = re.findall(r"^(\S+) 城关镇 \S+\n编号：(q\d)    激活码：([A-Z2-9]{4}(?:-[A-Z2-9]{4}){3})$", told.out, re.M)
    assert [(name, key) for name, key, _code in slips] == [
        ("张建国", "q1"),
        ("李敏", "q2"),
        ("王海", "q3"),
        ("赵雪梅", "q4"),
    ]
    assert len({code for _name, _key, code in slips}) == 4
    assert "共 4 个激活码" in told.err


def test_whoever_has_signed_in_gets_a_new_code_only_by_name(peopled: Commands) -> None:
    peopled.activate_all()
    assert "领过激活码" in peopled.by("zzb", "codes").out
    (code,) = peopled.by("zzb", "codes", "q2", "--json").json["codes"]
    assert (code["id"], code["name"]) == ("q2", "李敏")
    assert refused(peopled("--as", "q2", "sign-in", stdin="password-q2\n"), 3).startswith("编号（姓名）和密码对不上")
    assert peopled("--as", "q2", "sign-in", "--activate", stdin=f"{code['code']}\npassword-new\n").code == 0
    assert peopled("--as", "李敏", "sign-in", stdin="password-new\n").code == 0


def test_a_code_works_once_and_for_its_owner_alone(peopled: Commands) -> None:
    codes = {each["id"]: each["code"] for each in peopled.by("zzb", "codes", "--json").json["codes"]}
    stolen = peopled("--as", "q1", "sign-in", "--activate", stdin=f"{codes['q2']}\npassword-new\n")
    assert refused(stolen, 3).startswith("激活码不对")
    own = f"{codes['q1'].lower().replace('-', ' ')}\npassword-new\n"
    assert peopled("--as", "q1", "sign-in", "--activate", stdin=own).code == 0
    assert refused(peopled("--as", "q1", "sign-in", "--activate", stdin=own), 3).startswith("激活码不对")


def test_a_token_acts_for_its_person_alone(county: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    told = county("--as", "zzb", "sign-in", "--json", stdin=f"{PASSWORD}\n").json
    assert (told["person"], told["roles"]) == ("zzb", ["organiser"])
    monkeypatch.setenv("CADRE_TOKEN", told["token"])
    assert county("round", "status").code == 0
    assert county("--as", "zzb", "round", "status").code == 0
    assert refused(county("--as", "q1", "round", "status"), 2).startswith("CADRE_TOKEN 里的登录凭证不是“q1”的")
    monkeypatch.setenv("CADRE_TOKEN", told["token"] + "x")
    assert refused(county("round", "status"), 3).startswith("登录凭证不对")


def test_nobody_acts_without_a_name_and_a_password(county: Commands) -> None:
    assert refused(county("round", "status"), 2).startswith("没有说以谁的身份办理")
    assert refused(county("--as", "zzb", "round", "status"), 2).startswith("标准输入里没有“密码”这一行")
    assert refused(county("--as", "zzb", "round", "status", stdin="wrong\n"), 3).startswith(
        "编号（姓名）和密码对不上"
    )
    assert refused(county("--as", "nobody", "round", "status", stdin="wrong\n"), 3).startswith("编号（姓名）和密码")


def test_a_cadre_is_no_organiser(peopled: Commands) -> None:
    peopled.activate_all()
    path = peopled.file("roster.csv", ROSTER)
    for command in (
        ("roster", "import", path, "--yes"),
        ("codes",),
        ("round", "new", peopled.file("r.toml", "")),
        ("round", "status"),
        ("round", "open", "x"),
    ):
        assert (
            refused(peopled.by("q1", *command), 3)
            == "这件事要以“组织者”的身份办，你没有这个身份：请找有这个身份的人办。"
        )


def test_what_is_read_must_be_text(county: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(county("--as", "zzb", "round", "status", stdin="\udcff\n"), 2).startswith(
        "标准输入里的内容不是 UTF-8"
    )

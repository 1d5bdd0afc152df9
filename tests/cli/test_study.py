"""``cadre study``: a year by commands: settled, arranged, signed in, taken in, planned, watched, summed up."""

from pathlib import Path

import pytest
from docx import Document

from tests.cli.commands import Commands

YEAR = "2025"


@pytest.fixture
def signed(peopled: Commands) -> Commands:
    """Four cadres who can sign in, one of them the clerk of their unit."""
    peopled.activate_all()
    return peopled


def test_a_calendar_is_proposed_agreed_to_changed_and_handed_out(signed: Commands, tmp_path: Path) -> None:
    told = signed.by("zzb", "study", "calendar", "propose", YEAR, "--dry-run")
    assert "leaders-01" in told.out
    assert "只是查看，没有写入" in told.out
    assert signed.by("zzb", "study", "calendar", "propose", YEAR, "--yes").code == 0
    again = signed.by("zzb", "study", "calendar", "propose", YEAR, "--yes")
    assert again.code == 2
    assert "不会覆盖" in again.err
    assert signed.by("q1", "study", "calendar", "propose", YEAR, "--yes").code == 3
    found = signed.by("q1", "study", "calendar", "show", "--year", YEAR, "--json").json["sessions"]
    assert not [each for each in found if each["day"] in ("2025-10-01", "2025-01-01", "2025-01-31")]
    on = found[0]["day"]
    clash = signed.by("zzb", "study", "calendar", "set", "--audience", "leaders", "--day", on)
    assert "时间重叠" in clash.err
    told = signed.by(
        "zzb", "study", "calendar", "set", "leaders-01", "--year", YEAR, "--theme", "党章", "--time", "09:00-11:30"
    )
    assert told.code == 0
    file = tmp_path / "year.ics"
    assert signed.by("q1", "study", "calendar", "ics", "--year", YEAR, "--to", str(file)).code == 0
    text = file.read_bytes().decode()
    assert text.startswith("BEGIN:VCALENDAR")
    assert "党章" in text
    assert text.count("BEGIN:VEVENT") == len(found)
    again = signed.by("q1", "study", "calendar", "ics", "--year", YEAR, "--to", str(file))
    assert (again.code, "已经有了，不会覆盖" in again.err) == (2, True)
    printed = signed.by("q1", "study", "calendar", "ics", "--year", YEAR)
    assert (printed.code, printed.out.count("BEGIN:VEVENT"), "\r" in printed.out) == (0, len(found), False)


def test_signing_in_making_up_and_the_sheet(signed: Commands, tmp_path: Path) -> None:
    assert signed.by("zzb", "study", "calendar", "propose", YEAR, "--yes").code == 0
    at = ("--year", YEAR)
    assert signed.by("zzb", "study", "sign-in", "mark", "leaders-01", "q1", "present", *at).code == 0
    refused = signed.by("zzb", "study", "sign-in", "mark", "leaders-01", "q2", "excused", *at)
    assert "要写理由" in refused.err
    signed.by("zzb", "study", "sign-in", "mark", "leaders-01", "q2", "excused", "--reason", "出差", *at)
    told = signed.by("zzb", "study", "sign-in", "rest", "leaders-01", "absent", *at)
    assert "应到 4，到 1，请假 1，缺席 2，未签 0" in told.out
    made = signed.by(
        "zzb", "study", "sign-in", "make-up", "leaders-01", "q3", "--day", "2025-02-10", "--proof", "笔记", *at
    )
    assert "2025-02-10 已补" in made.out
    assert signed.by("q1", "study", "sign-in", "mark", "leaders-01", "q1", "present", *at).code == 3
    folder = tmp_path / "papers"
    assert signed.by("zzb", "study", "sign-in", "sheet", "leaders-01", "--to", str(folder), *at).code == 0
    (paper,) = folder.glob("*.docx")
    cells = [cell.text for each in Document(str(paper)).tables for row in each.rows for cell in row.cells]
    assert "张建国" in " ".join(cells)
    shown = signed.by("q3", "study", "show", "--period", YEAR, "--json").json
    assert (shown["hours"], shown["attended"], shown["made_up"], shown["absent"]) == (3, 1, 1, 0)


def test_hours_wait_until_their_proof_was_looked_at(signed: Commands) -> None:
    wrote = signed.by("q1", "study", "hours", "add", "网课", "--hours", "4", "--day", "2025-03-01", "--proof", "证书")
    assert "等联络员核对" in wrote.out
    assert "可能重复" in signed.by("q1", "study", "hours", "add", "网课", "--hours", "4", "--day", "2025-03-01").err
    beyond = signed.by("q1", "study", "hours", "add", "网课", "--hours", "30", "--day", "2025-03-02")
    assert "不可能" in beyond.err
    assert signed.by("q1", "study", "show", "--period", YEAR, "--json").json["hours"] == 0
    assert signed.by("zzb", "study", "hours", "accept", "q1", "1", "--year", YEAR).code == 0
    assert signed.by("q1", "study", "show", "--period", YEAR, "--json").json["hours"] == 4
    assert "已经核对" in signed.by("q1", "study", "hours", "remove", "1", "--year", YEAR).err


def test_a_plan_from_a_template_to_a_review(signed: Commands) -> None:
    found = signed.by("q1", "study", "plan", "propose", "--json").json["proposals"]
    assert {each["origin"] for each in found} == {"template"}
    assert signed.by("q1", "study", "plan", "add", "--proposal", "1").code == 0
    assert signed.by("q1", "study", "plan", "change", "1", "--hours", "12", "--why", "任务调整").code == 0
    told = signed.by("q1", "study", "plan", "show").out
    assert "学时原为“40”" in told
    assert "任务调整" in told
    assert "还要写一句" in signed.by("q1", "study", "plan", "tell", "1", "done").err
    assert signed.by("q1", "study", "plan", "tell", "1", "done", "--outcome", "用到招商").code == 0
    assert "（完成 1/1）" in signed.by("q1", "study", "plan", "review", "1", "--word", "按期").out
    assert signed.by("q2", "study", "plan", "show", "--person", "q1").code == 3
    (item,) = signed.by("zzb", "study", "plan", "show", "--person", "q1", "--json").json["items"]
    assert item["progress"] == "done"


def test_supervisors_see_everybody_by_one_measure_and_make_a_summary(signed: Commands, tmp_path: Path) -> None:
    assert signed.by("zzb", "study", "calendar", "propose", YEAR, "--yes").code == 0
    assert signed.by("zzb", "study", "sign-in", "rest", "leaders-01", "present", "--year", YEAR).code == 0
    found = signed.by("zzb", "study", "summary", "--period", "2025-h1", "--json").json
    assert (found["whole"]["people"], found["whole"]["hours"], found["whole"]["attendance"]) == (4, 12, 1)
    assert signed.by("q1", "study", "summary").code == 3
    assert signed.by("zzb", "study", "report", "--period", "2025-h1", "--to", str(tmp_path / "out")).code == 0
    (paper,) = (tmp_path / "out").glob("*.docx")
    text = "\n".join(each.text for each in Document(str(paper)).paragraphs)
    assert "共 4 名干部，人均 3 学时" in text

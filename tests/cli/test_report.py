"""``cadre report``: what lies in the folder, who may have it made, and that Excel finds the program's own numbers."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook

from tests.cli.commands import ROUND, Commands, refused
from tests.cli.test_whole_round import respond, response
from tests.reports.reckoning import Reckoner


@pytest.fixture
def opened(peopled: Commands) -> Commands:
    """The round is open and everybody has a token; two raters are enough."""
    peopled.activate_all()
    written = ROUND.replace("min_raters = 3", "min_raters = 2")
    assert peopled.by("zzb", "round", "new", peopled.file("round.toml", written)).code == 0
    assert peopled.by("zzb", "round", "open", "2026-h2").code == 0
    return peopled


@pytest.fixture
def published(opened: Commands) -> Commands:
    """Three rate themselves and one another; nobody rates q4, and q4 nobody."""
    good, fair = response(opened, "good"), response(opened, "fair")
    for rater in ("q1", "q2", "q3"):
        for subject in ("q1", "q2", "q3"):
            assert respond(opened, rater, subject, good if rater in (subject, "q1") else fair).code == 0
    assert opened.by("zzb", "round", "close", "2026-h2", "--leave-out", "到期未交").code == 0
    assert opened.by("zzb", "round", "publish", "2026-h2").code == 0
    return opened


def files(folder: Path) -> list[str]:
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file())


def report(county: Commands, who: str, folder: Path, *more: str) -> Any:
    return county.by(who, "report", "2026-h2", "--to", folder, *more)


def test_an_organiser_has_everything_made(published: Commands, tmp_path: Path) -> None:
    told = report(published, "zzb", tmp_path / "out")
    assert told.code == 0, told
    assert files(tmp_path / "out") == sorted(
        ["成绩册.xlsx", "考评汇总.docx", "考评汇总.html"]
        + [
            f"得分单/城关镇/得分单-{name}-{person}.docx"
            for person, name in (("q1", "张建国"), ("q2", "李敏"), ("q3", "王海"), ("q4", "赵雪梅"))
        ]
    )
    assert told.out.startswith(f"写好了 7 个文件，在 {tmp_path / 'out'}。")
    assert {each.stat().st_mode & 0o777 for each in (tmp_path / "out").rglob("*.*")} == {0o600}


def test_the_workbook_works_out_the_totals_that_the_program_found(published: Commands, tmp_path: Path) -> None:
    report(published, "zzb", tmp_path, "--format", "xlsx")
    found = published.by("zzb", "results", "2026-h2", "--json").json["results"]
    totals = {each["subject"]["id"]: each["total"] for each in found}
    path = tmp_path / "成绩册.xlsx"
    book, shown = load_workbook(path), load_workbook(path, data_only=True)["总分"]
    reckoner, page = Reckoner(book), book["总分"]
    heads = next(row for row in page.iter_rows() if row[0].value == "单位")
    column = next(cell.column_letter for cell in heads if cell.value == "总分")
    seen = {}
    for row in range(heads[0].row + 2, page.max_row + 1):
        person = page[f"B{row}"].value
        if totals[person] is not None:
            assert str(page[f"{column}{row}"].value).startswith("=ROUND(ROUND((")
            seen[person] = reckoner.value("总分", f"{column}{row}")
            assert shown[f"{column}{row}"].value == seen[person]
        else:
            assert page[f"{column}{row}"].value == "没有总分"
    assert {each: Decimal(str(total)) for each, total in seen.items()} == {
        each: Decimal(str(total)) for each, total in totals.items() if total is not None
    }
    assert len(seen) == 3
    assert [reckoner.value("等次", cell) for cell in ("A3", "B3", "B4", "B5")] == ["优秀", 2, 1, 3]


def test_a_cadre_has_their_own_made_and_nobody_elses(published: Commands, tmp_path: Path) -> None:
    told = report(published, "q1", tmp_path / "own", "--json")
    assert told.code == 0, told
    assert sorted(told.json["made"]) == sorted(
        str(tmp_path / "own" / f"得分单-张建国-q1.{ending}") for ending in ("docx", "html", "xlsx")
    )
    assert told.json["stopped"] is False
    refused(report(published, "q1", tmp_path / "other", "--subject", "q2"), 3)
    assert not (tmp_path / "other").exists()


def test_nothing_is_made_before_the_publication(opened: Commands, tmp_path: Path) -> None:
    for who in ("zzb", "q1"):
        assert "公布" in refused(report(opened, who, tmp_path / "out"), 3)
    assert not (tmp_path / "out").exists()


def test_another_kind_of_file_is_refused(published: Commands, tmp_path: Path) -> None:
    told = refused(report(published, "zzb", tmp_path / "out", "--format", "docx,pdf"), 2)
    assert told == "没有“pdf”这种文件，可以用：docx、xlsx、html。"
    refused(report(published, "zzb", tmp_path / "out", "--format", ","), 2)


def test_who_had_what_made_is_in_the_log_and_its_hash_on_the_paper(published: Commands, tmp_path: Path) -> None:
    report(published, "zzb", tmp_path, "--format", "docx")
    entry = published.by("zzb", "audit", "show", "--json").json["entries"][-1]
    assert (entry["code"], entry["values"]) == ("documents-made", {"round": "2026-h2", "formats": ["docx"]})
    said = [each.text for each in docx.Document(str(tmp_path / "考评汇总.docx")).paragraphs]
    assert f"操作记录末条指纹：{entry['hash']}" in said
    report(published, "q1", tmp_path / "own", "--format", "html")
    entry = published.by("zzb", "audit", "show", "--json").json["entries"][-1]
    assert (entry["code"], entry["who"], entry["values"]["of"]) == ("score-sheet-made", "q1", "q1")


def test_the_summary_holds_what_has_to_be_put_right_by_whom_and_by_when(published: Commands, tmp_path: Path) -> None:
    asked = ("--text", "每月对照检查一次", "--owner", "q2", "--due", "2099-01-20", "--unit", "城关镇")
    assert published.by("zzb", "remedy", "new", "2026-h2", *asked).code == 0
    report(published, "zzb", tmp_path, "--format", "docx")
    paper = docx.Document(str(tmp_path / "考评汇总.docx"))
    assert "共 1 项，1 项没有了结。" in [each.text for each in paper.paragraphs]
    rows = [[cell.text for cell in row.cells] for table in paper.tables for row in table.rows]
    assert ["城关镇", "每月对照检查一次", "李敏", "2099-01-20", "待整改"] in rows


def test_a_run_that_is_stopped_says_what_is_there_and_leaves_no_half_file(
    published: Commands,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    replaced: list[Path] = []
    replace = Path.replace

    def stop_at_the_third(part: Path, whole: Path) -> Path:
        if tmp_path / "out" in whole.parents:
            if len(replaced) == 2:
                raise KeyboardInterrupt
            replaced.append(whole)
        return replace(part, whole)

    monkeypatch.setattr(Path, "replace", stop_at_the_third)
    told = report(published, "zzb", tmp_path / "out")
    assert told.code == 130
    assert f"停下了：写好了 2 个文件，都是完整的，在 {tmp_path / 'out'}。" in told.err
    assert files(tmp_path / "out") == ["考评汇总.docx", "考评汇总.html"]


def test_a_rehearsal_is_marked_in_every_document(opened: Commands, tmp_path: Path) -> None:
    rules = (tmp_path / "round.toml").read_text("utf-8").replace('id = "2026-h2"', 'id = "try"\nmock = true')
    assert opened.by("zzb", "round", "new", opened.file("try.toml", rules)).code == 0
    assert opened.by("zzb", "round", "open", "try").code == 0
    assert opened.by("zzb", "round", "close", "try", "--leave-out", "演练").code == 0
    assert opened.by("zzb", "round", "publish", "try").code == 0
    assert opened.by("zzb", "report", "try", "--to", tmp_path / "out").code == 0
    papers = list((tmp_path / "out").rglob("*.docx"))
    assert len(papers) == 5
    for each in papers:
        section = docx.Document(str(each)).sections[0]
        assert section.header.paragraphs[0].text == "演练材料，不作考评依据"
    assert "演练材料，不作考评依据" in (tmp_path / "out" / "考评汇总.html").read_text("utf-8")
    page = load_workbook(tmp_path / "out" / "成绩册.xlsx").worksheets[0]
    assert page.oddHeader.center.text == "演练材料，不作考评依据"


def test_blank_forms_are_an_organisers_and_filled_ones_ones_own(published: Commands, tmp_path: Path) -> None:
    told = report(published, "zzb", tmp_path / "blank", "--blank")
    assert told.code == 0, told
    title = "四项重点与四项素养评价"
    assert files(tmp_path / "blank") == [
        f"空白表-{purpose}-{title}.{ending}" for purpose in ("自我检查", "评价同事") for ending in ("docx", "html")
    ]
    refused(report(published, "q1", tmp_path / "none", "--blank"), 3)
    told = report(published, "q1", tmp_path / "own", "--filled", "--format", "docx")
    assert told.code == 0, told
    assert files(tmp_path / "own") == [f"自评表-张建国-q1-{title}.docx"]
    own = docx.Document(str(tmp_path / "own" / files(tmp_path / "own")[0]))
    assert "张建国" in [cell.text for cell in own.tables[0]._cells]
    assert "☑\N{NO-BREAK SPACE}好" in own.tables[1].rows[0].cells[0].text
    assert "理由　有具体事例" in own.tables[1].rows[0].cells[0].text
    entry = published.by("zzb", "audit", "show", "--json").json["entries"][-1]
    assert (entry["code"], entry["who"]) == ("own-form-made", "q1")


def test_a_colleagues_blank_form_has_no_place_for_the_raters_name(published: Commands, tmp_path: Path) -> None:
    report(published, "zzb", tmp_path, "--blank", "--format", "html")
    page = (tmp_path / "空白表-评价同事-四项重点与四项素养评价.html").read_text("utf-8")
    assert "被评价人" in page
    assert "签字" not in page
    assert "签字" in (tmp_path / "空白表-自我检查-四项重点与四项素养评价.html").read_text("utf-8")


def test_what_goes_not_together_is_refused(published: Commands, tmp_path: Path) -> None:
    assert "一次只能用一个" in refused(report(published, "zzb", tmp_path, "--blank", "--subject", "q1"), 2)
    assert "Word" in refused(report(published, "zzb", tmp_path, "--blank", "--format", "xlsx"), 2)


def test_an_organiser_settles_where_cadres_documents_are_put(published: Commands, tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert published.by("zzb", "account", "outbox", "--json").json == {"outbox": str(data / "outbox")}
    place = tmp_path / "handed out"
    place.mkdir()
    assert str(place) in published.by("zzb", "account", "outbox", place).out
    assert "不能自己导出" in published.by("zzb", "account", "outbox", "off").out
    assert "没有这个文件夹" in refused(published.by("zzb", "account", "outbox", "nowhere"), 2)
    assert published.by("zzb", "account", "outbox", "default", "--json").json == {"outbox": str(data / "outbox")}
    refused(published.by("q1", "account", "outbox", "off"), 3)

"""``cadre analyse`` as a person or a script meets it."""

from pathlib import Path

import pytest

from cadre_tui.cli.table import cell_width
from tests.cli.commands import Commands, refused
from tests.scoring.analysis.tables import (
    BLOCKS,
    EFFECTS,
    KRIPPENDORFF,
    KRIPPENDORFF_ALPHA,
    SHROUT_FLEISS,
    SHROUT_FLEISS_ICC,
    Cell,
    rows,
)
from tests.scoring.analysis.test_fit import made

HEAD = "subject,rater,score\n"


def written(table: list[list[Cell]]) -> str:
    return HEAD + "".join(f"{each.subject},{each.rater},{float(each.score)}\n" for each in rows(table))


@pytest.fixture
def large(commands: Commands) -> Path:
    own = made(24, 5, 4, 4)
    listed = zip(own.subject, own.rater, own.exact, strict=True)
    text = "".join(f"{own.subjects[s]},{own.raters[r]},{float(score)}\n" for s, r, score in listed)
    return commands.file("large.csv", HEAD + text)


def test_json_is_as_the_page_of_commands_says(commands: Commands, large: Path) -> None:
    told = commands("analyse", large, "--json")
    assert (told.code, told.err) == (0, "")
    answer = told.json
    assert list(answer)[:5] == ["subjects", "raters", "agreement", "connected", "components"]
    assert (answer["connected"], answer["components"]) == (True, 1)
    assert list(answer["subjects"]["c0"])[:6] == ["n", "mean", "median", "trimmed", "adjusted", "sensitivity"]
    assert all(isinstance(each, int | float) for each in list(answer["subjects"]["c0"].values())[:6])
    assert list(answer["raters"]["r0"])[:3] == ["n", "severity", "flags"]
    agreement = answer["agreement"]
    assert list(agreement["icc"]) == list(SHROUT_FLEISS_ICC)
    assert list(agreement["alpha"]) == ["nominal", "ordinal", "interval", "ratio"]
    assert {"kendall_w", "fleiss_kappa"} <= set(agreement)


def test_what_cannot_be_had_is_null_and_says_why(commands: Commands, large: Path) -> None:
    agreement = commands("analyse", large, "--json").json["agreement"]
    assert agreement["kendall_w"] is None
    assert agreement["icc"]["ICC(A,k)"] is None
    assert agreement["reasons"]["kendall_w"]["code"] == "not-complete"
    assert "每个评价人" in agreement["reasons"]["ICC(A,k)"]["message"]
    small = commands("analyse", commands.file("small.csv", written(SHROUT_FLEISS)), "--json").json
    first = small["subjects"]["c1"]
    assert (first["adjusted"], first["trimmed"]) == (None, None)
    assert first["reasons"]["adjusted"]["code"] == "few-free"
    assert "30" in first["reasons"]["adjusted"]["message"]


def test_published_tables_come_out_of_the_command(commands: Commands) -> None:
    agreement = commands("analyse", commands.file("sf.csv", written(SHROUT_FLEISS)), "--json").json["agreement"]
    assert {name: round(each, 2) for name, each in agreement["icc"].items()} == SHROUT_FLEISS_ICC
    agreement = commands("analyse", commands.file("k.csv", written(KRIPPENDORFF)), "--json").json["agreement"]
    assert {name: round(each, 3) for name, each in agreement["alpha"].items()} == KRIPPENDORFF_ALPHA


def test_shrink_nought_is_plain_least_squares_however_few_the_data(commands: Commands) -> None:
    text = "".join(f"{one},{block},{score}\n" for block, row in BLOCKS.items() for one, score in row.items())
    file = commands.file("blocks.csv", HEAD + text)
    for options in (("--shrink", "0"), ("--shrink", "0", "--no-robust")):
        subjects = commands("analyse", file, *options, "--json").json["subjects"]
        for name, effect in EFFECTS.items():
            assert subjects[name]["adjusted"] == pytest.approx(72.5 + float(effect))


@pytest.mark.parametrize("nothing", ["1e-300", "-0", "1e-12"])
def test_a_ridge_too_small_to_see_is_none(commands: Commands, large: Path, nothing: str) -> None:
    told, plain = (commands("analyse", large, "--shrink", each, "--json") for each in (nothing, "0"))
    assert (told.code, told.out) == (0, plain.out)


def test_scores_far_off_count_less_unless_they_are_told_not_to(commands: Commands, large: Path) -> None:
    told = [commands("analyse", large, *options, "--json").json["model"] for options in ((), ("--no-robust",))]
    assert [each["robust"] for each in told] == [True, False]
    assert told[0]["weighted_down"] > 0 == told[1]["weighted_down"]
    assert 0 < told[0]["shrink"] < told[1]["shrink"] * 1.5
    assert told[0]["shrink_low"] < told[0]["shrink"] < told[0]["shrink_high"]
    given = commands("analyse", large, "--shrink", "2.5", "--json").json["model"]
    assert (given["shrink"], given["shrink_given"]) == (2.5, True)


def test_a_table_of_excel_in_chinese_is_read_whatever_its_encoding(commands: Commands) -> None:
    text = (
        "评分表\n被评人,职务,评价人,得分,评价主体\n"
        + "张三,局长,甲,85.5,领导\n张三,局长,乙,８０,同事\n李四,科长,甲,90,领导\n"
    )
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        file = commands.file("x.csv", "")
        file.write_bytes(text.encode(encoding))
        answer = commands("analyse", file, "--json").json
        assert answer["subjects"]["张三"]["mean"] == 82.75
        assert answer["groups"]["领导"]["n"] == 2


def test_every_faulty_cell_is_told_at_once(commands: Commands) -> None:
    text = HEAD + "c1,r1,85\nc1,r1,86\nc2,r1,八十\nc3,,70\nc4,r2,nan\nc5,r2,\nc6,r3,1e99\n"
    told = commands("analyse", commands.file("faulty.csv", text))
    assert "6" in refused(told, 2)
    lines = told.err.splitlines()[1:]
    assert len(lines) == 6
    for row, part in ((3, "第 2 行"), (4, "八十"), (5, "空"), (6, "nan"), (7, "空"), (8, "太大")):
        assert any(f"第 {row} 行" in line and part in line for line in lines), (row, lines)


@pytest.mark.parametrize("options", [("--shrink", "-1"), ("--shrink", "nan"), ("--shrink", "much")])
def test_a_wrong_ridge_is_refused_in_one_sentence(commands: Commands, large: Path, options: tuple[str, str]) -> None:
    told = commands("analyse", large, *options)
    assert "--shrink" in refused(told, 2)
    assert len(told.err.splitlines()) == 1


def test_files_that_are_not_there_or_hold_nothing_are_refused(commands: Commands, tmp_path: Path) -> None:
    refused(commands("analyse", tmp_path / "none.csv"), 2)
    refused(commands("analyse", commands.file("empty.csv", "")), 2)
    assert "AN004" in commands("analyse", commands.file("head.csv", HEAD)).err


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_tables_fit_eighty_columns_in_either_language(commands: Commands, large: Path, language: str) -> None:
    told = commands("--lang", language, "analyse", large)
    assert told.code == 0
    assert max(map(cell_width, told.out.splitlines())) <= 80
    hanzi = any("\u4e00" <= each <= "\u9fff" for each in told.out)
    assert hanzi == (language == "zh")
    assert "±" in told.out
    assert "####" in told.out


def test_the_page_of_help_names_every_option(commands: Commands) -> None:
    told = commands("analyse", "--help").out
    for option in ("--shrink", "--robust", "--no-robust", "--json"):
        assert option in told
    assert "analyse" in commands("--help").out

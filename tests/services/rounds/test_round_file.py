"""A round file says a round's rules; a faulty one is told whole."""

import re
import tomllib
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import BadInput, Fault
from cadre_tui.model.rounds.round_rules import RoundRules, Use
from cadre_tui.services.rounds.rules import file as round_file
from cadre_tui.services.rounds.rules.file import read_round_file, read_rules
from cadre_tui.words import faults, refusals

EXAMPLE = Path(__file__).parents[2] / "examples" / "round.toml"
DOCS = Path(__file__).parents[3] / "docs" / "organisers"
HEAD = 'id = "r1"\ntitle = "一轮"\n'
USE = '[[use]]\nchecklist = "core.mutual"\nby = "{by}"\nweight = 1\n'
SMALL = HEAD + USE.format(by="self")
BOTH = SMALL + USE.format(by="peer")
SELF_FIRST = 'sequence = "self-first"\n'
TIMES = "[opens]\nself = {opens}\n[deadlines]\nself = {until}\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "round.toml"
    path.write_text(text, "utf-8")
    return path


def read(folder: Path, text: str) -> RoundRules:
    return read_rules(written(folder, text))


def faults_of(folder: Path, text: str) -> tuple[Fault, ...]:
    with pytest.raises(BadInput) as refused:
        read(folder, text)
    assert refused.value.code == "round-file-faulty"
    assert refused.value.values["count"] == len(refused.value.faults) > 0
    assert all(faults.sentence(fault) for fault in refused.value.faults)
    return refused.value.faults


def warnings_of(folder: Path, text: str) -> list[tuple[str, int | None]]:
    return [(each.code, each.place.line) for each in read_round_file(written(folder, text))[1]]


def test_the_example_says_every_rule() -> None:
    rules, warnings = read_round_file(EXAMPLE)
    told = {each.code for each in warnings}
    assert told == {"RD068", "RD088"}, "no round is dealt out, asks by groups and votes by ballot"
    assert set(tomllib.loads(EXAMPLE.read_text("utf-8"))) - {"schema"} == set(RoundRules.model_fields)
    assert rules.use == (
        Use(checklist="core.learning", by=Purpose.SELF, weight=Decimal(40)),
        Use(checklist="core.mutual|2026.1", by=Purpose.SELF),
        Use(checklist="core.mutual|2026.1", by=Purpose.PEER, weight=Decimal("37.5")),
        Use(checklist="core.learning", by=Purpose.CHECK, weight=Decimal("22.5")),
    )
    assert rules.title.say("en") == "Learning evaluation, second half of 2026"
    assert (rules.units, rules.inspectors, rules.former) == (("城关镇",), ("q1",), "2026-h1")
    assert [(each.code, each.min) for each in rules.grade] == [("excellent", 90), ("pass", 60), ("fail", 0)]


def test_the_example_of_the_docstring_and_of_the_page_can_be_used(tmp_path: Path) -> None:
    docstring = re.search(r"::\n(.*)", round_file.__doc__ or "", re.S)
    page = re.search(r"```toml\n(.*?)```", (DOCS / "index.md").read_text("utf-8"), re.S)
    assert docstring
    assert page
    for example in (docstring[1].replace("\n    ", "\n"), page[1]):
        assert read(tmp_path, example).id == "2026-h2"
        assert read(tmp_path, example).former is None, "a county's first round can be made of it as it stands"
        assert read(tmp_path, example.replace("# former", "former")).former == "2026-h1"


def test_a_day_lasts_until_its_end_in_china() -> None:
    until = read_rules(EXAMPLE).deadlines[Purpose.SELF]
    assert until.astimezone(UTC) == datetime(2026, 12, 20, 15, 59, 59, tzinfo=UTC)


def test_a_moment_keeps_its_zone_and_one_without_is_china_s_and_told(tmp_path: Path) -> None:
    rules = read_rules(EXAMPLE)
    assert rules.deadlines[Purpose.PEER].utcoffset() == timedelta(hours=8)
    assert rules.deadlines[Purpose.CHECK] == datetime(2026, 12, 31, 10, tzinfo=UTC)
    text = SMALL + "[deadlines]\nself = 2026-12-20T18:00:00\n"
    assert read(tmp_path, text).deadlines[Purpose.SELF] == datetime(2026, 12, 20, 10, tzinfo=UTC)
    assert warnings_of(tmp_path, text) == [(codes.ROUND_ZONE_ASSUMED, 8)]


def test_what_is_left_out_is_as_the_rules_say(tmp_path: Path) -> None:
    rules = read(tmp_path, SMALL)
    assert (rules.colleagues, rules.min_raters, rules.rounding.places) == ("unit", None, 1)
    assert (rules.confidential, rules.least_raters, rules.least_comments) == (True, 5, 8)
    assert (rules.units, rules.inspectors, rules.deadlines, rules.grade, rules.former) == ((), (), {}, (), None)


def test_texts_are_in_the_language_that_the_file_says(tmp_path: Path) -> None:
    rules = read(tmp_path, SMALL.replace('"一轮"', '"A round"\nlang = "en"'))
    assert rules.title.root == {"en": "A round"}


def test_every_fault_is_told_at_once_with_its_line_and_what_was_meant(tmp_path: Path) -> None:
    found = faults_of(
        tmp_path,
        "\n".join(
            (
                'id = "2026 h2"',
                'colleages = "unit"',
                'colleagues = "units"',
                "min_raters = 0",
                "[deadlines]",
                'peer = "2026-12-20"',
                "peers = 2026-12-20",
                "[[use]]",
                'checklist = "core.learning"',
                'by = "selff"',
                'weight = "40"',
                "[[grade]]",
                'code = "a"',
                'text = ""',
                "min = 90",
            )
        ),
    )
    assert [(each.code, each.place.line, each.values.get("meant")) for each in found] == [
        (codes.ROUND_MISSING_KEY, 1, None),
        (codes.ROUND_BAD_ID, 1, None),
        (codes.ROUND_UNKNOWN_KEY, 2, "colleagues"),
        (codes.ROUND_NOT_ONE_OF, 3, "unit"),
        (codes.ROUND_OUT_OF_RANGE, 4, None),
        (codes.ROUND_BAD_DEADLINE, 6, None),
        (codes.ROUND_UNKNOWN_KEY, 7, "peer"),
        (codes.ROUND_NOT_ONE_OF, 10, "self"),
        (codes.ROUND_WRONG_TYPE, 11, None),
        (codes.ROUND_EMPTY, 14, None),
    ]


GRADES = (
    '[[grade]]\ncode = "a"\ntext = "甲"\nmin = {first}\n[[grade]]\ncode = "{code}"\ntext = "乙"\nmin = {second}\n'
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('id = "r1"\ntitle = "x"\n', codes.ROUND_MISSING_KEY),
        ('id = "r1"\ntitle = "x"\nuse = []\n', codes.ROUND_EMPTY),
        (SMALL + USE.format(by="self"), codes.ROUND_TWICE),
        (SMALL + USE.format(by="peer").replace("core.mutual", "core.mutual|2026.1"), codes.ROUND_OTHER_VERSION),
        (SMALL.replace("weight = 1", "weight = -1"), codes.ROUND_NEGATIVE),
        (SMALL.replace("weight = 1", "weight = inf"), codes.ROUND_UNUSABLE_NUMBER),
        ('colleagues = "none"\n' + HEAD + USE.format(by="peer"), codes.ROUND_NO_COLLEAGUES),
        (HEAD + USE.format(by="check"), codes.ROUND_NO_INSPECTORS),
        (SMALL + GRADES.format(first=60, code="b", second=60), codes.ROUND_GRADE_ORDER),
        (SMALL + GRADES.format(first=60, code="a", second=50), codes.ROUND_TWICE),
        (
            SMALL + '[[grade]]\ncode = "a"\ntext = "甲"\nmin = 1\nrequire = [{ criterion = "x", is = 1 }]\n',
            codes.ROUND_GRADE_REQUIRES,
        ),
        ('former = "r1"\n' + SMALL, codes.ROUND_OWN_FORMER),
        ("schema = true\n" + SMALL, codes.ROUND_WRONG_SCHEMA),
        ('lang = "中文"\n' + SMALL, codes.ROUND_BAD_LANGUAGE),
        (SMALL + "[deadlines]\nself = 1999-12-31\n", codes.ROUND_BAD_DEADLINE),
        (SMALL + "[deadlines]\nself = 18:00:00\n", codes.ROUND_BAD_DEADLINE),
        ("deadlines = 3\n" + SMALL, codes.ROUND_WRONG_TYPE),
        ("units = [1]\n" + SMALL, codes.ROUND_WRONG_TYPE),
        (SMALL + "[opens]\nself = '2026-12-01'\n", codes.ROUND_BAD_OPENING),
        (SMALL + TIMES.format(opens="2026-12-21", until="2026-12-20"), codes.ROUND_OPENS_TOO_LATE),
        (
            SELF_FIRST + BOTH + "[opens]\npeer = 2026-12-20\n[deadlines]\nself = 2026-12-20\n",
            codes.ROUND_OPENS_TOO_SOON,
        ),
        (
            "grace = 24\n" + SELF_FIRST + BOTH + "[opens]\npeer = 2026-12-21\n[deadlines]\nself = 2026-12-20\n",
            codes.ROUND_OPENS_TOO_SOON,
        ),
        (SELF_FIRST + BOTH + "[deadlines]\nself = 2026-12-20\npeer = 2026-12-20\n", codes.ROUND_NO_TIME_LEFT),
        (SELF_FIRST + HEAD + USE.format(by="peer"), codes.ROUND_NOTHING_FIRST),
        ("min_raters = 1\n" + BOTH, codes.ROUND_TOO_FEW),
        ("min_raters = 2\nmin_comments = 2\n" + BOTH, codes.ROUND_TOO_FEW),
        ("min_raters = 6\nmin_comments = 5\n" + BOTH, codes.ROUND_COMMENTS_FROM_FEWER),
        ("min_raters = 9\n" + BOTH, codes.ROUND_COMMENTS_FROM_FEWER),
        (SMALL + "[validity]\nblanks = 1.5\n", codes.ROUND_OUT_OF_RANGE),
        (SMALL + '[[group]]\nid = "a"\ntitle = "甲"\nwho = ["superior"]\n', codes.ROUND_NOT_ONE_OF),
        ("id = [", codes.ROUND_NOT_TOML),
        (SMALL.replace('"一轮"', '"一\\u0007轮"'), codes.ROUND_UNSOUND_TEXT),
    ],
)
def test_a_rule_that_cannot_be_is_told(text: str, code: str, tmp_path: Path) -> None:
    assert [each.code for each in faults_of(tmp_path, text)] == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (SMALL.replace("weight = 1", "weight = 0"), codes.ROUND_NOTHING_COUNTS),
        ('inspectors = ["q1"]\n' + SMALL, codes.ROUND_IDLE_INSPECTORS),
        (SMALL + "[deadlines]\npeer = 2026-12-20\n", codes.ROUND_DEADLINE_OF_NOBODY),
        (SMALL + "[opens]\npeer = 2026-12-20\n", codes.ROUND_DEADLINE_OF_NOBODY),
        ("grace = 24\n" + SMALL, codes.ROUND_IDLE_GRACE),
        (SELF_FIRST + SMALL, codes.ROUND_NOTHING_AFTER),
        (SMALL + "[validity]\nbest = 0.4\n", codes.ROUND_IDLE_BEST),
    ],
)
def test_what_has_no_use_is_told_and_does_no_harm(text: str, code: str, tmp_path: Path) -> None:
    assert [each for each, _line in warnings_of(tmp_path, text)] == [code]


def test_a_named_round_may_show_what_one_rater_says(tmp_path: Path) -> None:
    rules = read(tmp_path, 'secrecy = "named"\nmin_raters = 1\nmin_comments = 1\n' + BOTH)
    assert (rules.least_raters, rules.least_comments) == (1, 1)


def test_a_day_begins_at_its_beginning_in_china(tmp_path: Path) -> None:
    opens = read(tmp_path, SMALL + "[opens]\nself = 2026-12-01\n").opens
    assert opens[Purpose.SELF] == datetime(2026, 11, 30, 16, tzinfo=UTC)


def test_a_newer_layout_asks_for_a_newer_program_and_nothing_else(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        read(tmp_path, "schema = 2\nwhatever = 1\n")
    assert refused.value.code == "round-file-newer"
    assert not refused.value.faults


def test_files_that_cannot_be_read_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = written(tmp_path, SMALL)
    latin = tmp_path / "latin.toml"
    latin.write_bytes('id = "r1"\ntitle = "一轮"'.encode("gb18030"))
    monkeypatch.setattr(round_file, "MOST_BYTES", 50)
    for path, code in (
        (tmp_path / "nowhere.toml", "round-file-not-found"),
        (tmp_path, "round-file-unreadable"),
        (large, "round-file-too-large"),
        (latin, "round-file-faulty"),
    ):
        with pytest.raises(BadInput) as refused:
            read_rules(path)
        assert refused.value.code == code
        assert refusals.sentence(refused.value)


VALUES = st.sampled_from(
    ["1", "-1", "1e400", "nan", "true", '""', '"x"', "[]", "[1]", "{}", "2026-12-20", "2026-12-20T18:00:00", "'self'"]
)
KEYS = st.sampled_from(
    [
        "id",
        "title",
        "lang",
        "schema",
        "use",
        "grade",
        "deadlines",
        "deadlines.self",
        "opens",
        "opens.peer",
        "group",
        "validity",
        "validity.best",
        "secrecy",
        "sequence",
        "grace",
        "min_comments",
        "rounding",
        "rounding.places",
        "colleagues",
        "units",
        "inspectors",
        "min_raters",
        "former",
        "other",
    ]
)
TABLES = st.sampled_from(
    ["", "[deadlines]", "[[use]]", "[[grade]]", "[[group]]", "[opens]", "[validity]", "[rounding]"]
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        st.tuples(TABLES, KEYS | st.sampled_from(["checklist", "by", "weight", "code", "min"]), VALUES), max_size=8
    )
)
def test_whatever_is_written_is_taken_or_told(lines: list[tuple[str, str, str]], tmp_path: Path) -> None:
    text = "".join(f"{table}\n{key} = {value}\n" for table, key, value in lines)
    try:
        assert read(tmp_path, text).use
    except BadInput as error:
        assert refusals.sentence(error)
        assert all(faults.sentence(fault) for fault in error.faults)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200))
def test_random_bytes_are_refused_without_a_traceback(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "round.toml"
    path.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        read_rules(path)
    assert refused.value.faults

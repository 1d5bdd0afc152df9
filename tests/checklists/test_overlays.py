"""An overlay laid on its base: one flat checklist, or every fault with its line."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui import checklists
from cadre_tui.checklists import Judged, Written
from cadre_tui.model.fault import NotRight
from cadre_tui.plugins import builtin
from cadre_tui.words import faults as words
from tests.examples.writing import HEAD, SCALE, rating, section, yes_no

GRADES = '\n[[grade]]\ncode = "top"\ntext = "优"\nmin = 50\nrequire = [{ criterion = "b", is = true }]\n'
BASE = (
    HEAD
    + "total = 40\n"
    + SCALE
    + section(yes_no("a"), yes_no("b"), head="points = 20")
    + section(rating("c"), yes_no("d"), section_id="t", head="points = 20\ncap = 20")
    + GRADES.replace("50", "30")
)
OVERLAY = 'schema = 1\nid = "county.list"\nversion = "7"\n[overlay]\nbase = "test.list|1"\n'
"""Five lines: the first change stands on line 6."""

TODAY = datetime.date(2026, 11, 29)


def base(_name: str = "") -> Written:
    return checklists.source(BASE.encode(), "base.toml")


def laid(changes: str, head: str = OVERLAY, base_of: Any = base) -> Judged:
    return checklists.tailor((head + changes).encode(), "over.toml", base_of, lambda: ("test.list|1",), TODAY)


def made(changes: str) -> Written:
    judged = laid(changes)
    assert judged.written, [words.sentence(fault) for fault in judged.faults]
    return judged.written


def told(changes: str, head: str = OVERLAY) -> list[tuple[str, int | None]]:
    judged = laid(changes, head)
    assert all(words.sentence(fault) for fault in judged.faults)
    return [(fault.code, fault.place.line) for fault in judged.faults]


def test_an_overlay_that_changes_nothing_has_its_own_name_and_the_base_of_everything_else() -> None:
    resolved = made("").checklist
    assert resolved.name == "county.list|7"
    assert resolved.model_copy(update={"id": "test.list", "version": "1", "digest": "", "canonical": {}}) == (
        base().checklist.model_copy(update={"digest": "", "canonical": {}})
    )


CHANGES = """
[[set]]
criterion = "a"
points = 5
text = "改过"
reason = "文件"
[[set]]
checklist = true
total = 36
[[exclude]]
criterion = "d"
reason = "另查"
[[add]]
after = "c"
criterion = { id = "county.x", kind = "yes_no", text = "新", points = 11 }
[[add]]
after = "c"
criterion = { id = "county.y", kind = "yes_no", text = "又", points = 0 }
[[translate]]
lang = "en"
section = "s"
title = "Part"
"""
FLAT = (
    HEAD.replace("test.list", "county.list").replace('"1"', '"7"')
    + "total = 36\n"
    + SCALE
    + section(yes_no("a", "5").replace("问", "改过"), yes_no("b"), head="points = 15").replace(
        'title = "节"', 'title = { zh = "节", en = "Part" }'
    )
    + section(
        rating("c"),
        yes_no("county.x", "11").replace("问", "新"),
        yes_no("county.y", "0").replace("问", "又"),
        section_id="t",
        head="points = 21\ncap = 21",
    )
    + GRADES.replace("50", "30")
)
"""``BASE`` with ``CHANGES``, written by hand."""


def test_the_resolved_checklist_is_as_if_it_had_been_written_flat() -> None:
    resolved, written = made(CHANGES).checklist, checklists.parse(FLAT, "flat.toml")
    assert resolved == written
    assert checklists.thaw(resolved.canonical) == resolved


def test_shared_scales_and_grades_are_translated_and_traced_to_the_overlay() -> None:
    changes = """
[[translate]]
lang = "en"
scale = "level"
option = "fair"
text = "Fair"
[[translate]]
lang = "en"
grade = "top"
text = "Top"
"""
    written = made(changes)
    assert [each.text.root.get("en") for each in written.checklist.scale[0].option] == [None, "Fair", None, None]
    assert [each.text.root.get("en") for each in written.checklist.grade] == ["Top"]
    assert written.origin("scale.0.option.1.text.en").place.line == 11
    assert written.origin("scale.0.option.0.text.zh").place.file == "base.toml"
    assert written.origin("grade.0.text.en").overlay


def test_texts_of_two_languages_are_never_mixed_up() -> None:
    head = 'schema = 1\nid = "county.list"\nversion = "7"\nlang = "en"\n[overlay]\nbase = "test.list|1"\n'
    judged = laid('[[set]]\ncriterion = "a"\ntext = "Question"\n', head)
    assert judged.written
    criterion = judged.written.checklist.criterion("a")
    assert criterion
    assert criterion.text.root == {"en": "Question"}
    assert judged.written.checklist.title.root == {"zh": "考评表"}


def test_the_four_words_of_reason_set_what_is_asked_of_the_rater() -> None:
    criterion = made('[[set]]\ncriterion = "c"\nreason = "extremes"\n').checklist.criterion("c")
    assert criterion
    assert criterion.reason == "extremes"
    assert told('[[set]]\ncriterion = "c"\npoints = 10\nreason = "extremes"\n') == [("CL125", 6)]


def test_a_reason_may_be_told_in_several_languages() -> None:
    assert told('[[set]]\ncriterion = "a"\npoints = 10\nreason = { zh = "文件", en = "Document" }\n') == []
    assert ("CL012", 9) in told('[[set]]\ncriterion = "a"\npoints = 10\nreason = ["文件"]\n')


WRONG = ["3", "true", '"x"', "[]", "{}", "[1]", "[{}]", "2026-01-01", "{ zh = 3 }", "inf", "1e400", "{ a.b.c = 1 }"]
EXAMPLE = (Path(__file__).parents[2] / "plugins" / "qinghe" / "qinghe.core.toml").read_text("utf-8").split("\n")
CORE = checklists.source((Path(builtin.__file__).parent / "core.learning.toml").read_bytes(), "core.toml")


@settings(deadline=None, max_examples=150)
@given(
    at=st.integers(0, len(EXAMPLE) - 1),
    key=st.sampled_from([None, "reason", "line", "option", "points", "criterion", "section", "after", "show_when"]),
    value=st.sampled_from(WRONG),
)
def test_whatever_stands_in_an_overlay_is_told_with_a_sentence_and_never_a_traceback(at, key, value) -> None:
    lines = EXAMPLE.copy()
    if key is not None:
        lines.insert(at, f"{key} = {value}")
    elif "=" in lines[at]:
        lines[at] = lines[at].partition("=")[0] + f"= {value}"
    else:
        del lines[at]
    judged = checklists.tailor(
        "\n".join(lines).encode(), "x.toml", lambda _name: CORE, lambda: ("core.learning|2026.1",), TODAY
    )
    assert all(words.sentence(fault) for fault in judged.faults)
    wrong = [fault for fault in judged.faults if not fault.warning]
    assert (judged.written is None) == bool(wrong)


def test_only_an_exact_base_passes_where_a_digest_is_given() -> None:
    right = OVERLAY + f'sha256 = "{base().checklist.digest}"\n'
    assert told("", right) == []
    assert told("", OVERLAY + 'sha256 = "00"\n') == [("CL123", 6)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ('[[set]]\ncriterion = "a"\npoints = 10', [("CL125", 6)]),
        ('[[set]]\ncriterion = "a"\npoints = 10\nreason = " "', [("CL012", 9), ("CL125", 6)]),
        ('[[set]]\ncriterion = "a"\npoints = 9\nreason = "文件"', [("CL031", 8)]),
        ('[[set]]\nsection = "s"\npoints = 21\nreason = "文件"', [("CL030", 8), ("CL031", 8)]),
        ('[[set]]\ncriterion = "a"\npoints = "9"\nreason = "文件"', [("CL012", 8)]),
        ('[[set]]\ncriterion = "a"\nkind = "rating"', [("CL130", 8)]),
        ('[[set]]\ncriterion = "a"\nid = "x"', [("CL130", 8)]),
        ('[[set]]\ncriterion = "a"\nscale = "level"', [("CL010", 8)]),
        ('[[set]]\ncriterion = "q"\ntext = "x"', [("CL022", 7)]),
        ('[[set]]\nsection = "q"\ntitle = "x"', [("CL131", 7)]),
        ('[[set]]\ntext = "x"', [("CL129", 6)]),
        ('[[set]]\ncriterion = "a"\nsection = "s"\ntext = "x"', [("CL129", 6)]),
        ('[[set]]\nchecklist = "other.list"\ntitle = "x"', [("CL012", 7)]),
        ('[[set]]\ncriterion = "a"', [("CL015", 6)]),
        ('[[set]]\ncriterion = "a"\ntext = "x"\n[[set]]\ncriterion = "a"\ntext = "y"', [("CL020", 11)]),
        ('[[exclude]]\ncriterion = "q"\nreason = "r"', [("CL022", 7)]),
        ('[[exclude]]\ncriterion = "d"', [("CL125", 6), ("CL031", 6)]),
        ('[[exclude]]\ncriterion = "d"\nreason = "r"\nexpires = 2026-11-28', [("CL126", 9), ("CL031", 6)]),
        ('[[exclude]]\ncriterion = "b"\nreason = "r"', [("CL031", 6), ("CL127", 7)]),
        ('[[add]]\nafter = "a"\ncriterion = { id = "x", kind = "yes_no", text = "x" }', [("CL128", 8)]),
        ('[[add]]\nafter = "q"\ncriterion = { id = "county.x", kind = "yes_no", text = "x" }', [("CL022", 7)]),
        ('[[add]]\ncriterion = { id = "county.x", kind = "yes_no", text = "x" }', [("CL132", 6)]),
        ('[[add]]\nafter = "a"\ncriterion = { kind = "yes_no", text = "x" }', [("CL011", 8)]),
        ('[[add]]\nafter = "a"\ncriterion = { id = "county.x", kind = "yes_no" }', [("CL011", 8)]),
        ('[[add]]\nafter = "a"\n[add.criterion]\nid = "county.x"\nkind = "yesno"\ntext = "x"', [("CL026", 10)]),
        ('[[add]]\nafter = "a"\n[add.criterion]\nid = "county.x"\nkind = "yes_no"\ntext = "x"\npoints = 1',
         [("CL031", 6)]),
        ('[[translate]]\nlang = "en"\ncriterion = "a"\nline = "x"\ntext = "x"', [("CL135", 9)]),
        ('[[translate]]\nlang = "en"\ncriterion = "a"\nguidance = "x"', [("CL010", 9)]),
        ('[[translate]]\nlang = "English"\ncriterion = "a"\ntext = "x"', [("CL017", 7)]),
        ('[[translate]]\nlang = "en"\ncriterion = "a"', [("CL015", 6)]),
        ('[[translate]]\nlang = "en"\nscale = "levle"\noption = "good"\ntext = "x"', [("CL021", 8)]),
        ('[[translate]]\nlang = "en"\nscale = "level"\noption = "goud"\ntext = "x"', [("CL135", 9)]),
        ('[[translate]]\nlang = "en"\nscale = "level"\ntext = "x"', [("CL011", 6)]),
        ('[[translate]]\nlang = "en"\ngrade = "topp"\ntext = "x"', [("CL023", 8)]),
        ('[[translate]]\nlang = "en"\nscale = "level"\ngrade = "top"\ntext = "x"', [("CL129", 6)]),
        ('[[translate]]\nlang = "en"\ngrade = "top"\ntext = "x"\n' * 2, [("CL020", 13)]),
        ('[[change]]\ncriterion = "a"', [("CL010", 6)]),
        ("set = 3", [("CL010", 6)]),
    ],
)  # fmt: skip
def test_each_fault_is_told_at_its_line_in_the_overlay(changes: str, expected: list[tuple[str, int]]) -> None:
    found = [each for each in told(changes + "\n") if each[0] != "CL080"]
    assert sorted(found) == sorted(expected)


def test_all_faults_are_told_at_once_and_sums_only_where_everything_could_be_laid() -> None:
    changes = '[[set]]\ncriterion = "q"\npoints = 3\nreason = "r"\n[[exclude]]\ncriterion = "d"\nreason = "r"\n'
    assert told(changes) == [("CL022", 7)]


def test_the_last_day_of_an_exclusion_still_counts() -> None:
    changes = (
        '[[exclude]]\ncriterion = "d"\nreason = "r"\nexpires = 2026-11-29\n[[set]]\nchecklist = true\ntotal = 30\n'
    )
    assert told(changes) == []


def test_a_base_that_is_not_there_or_not_right_is_told_at_its_line() -> None:
    assert told("", OVERLAY.replace("test.list|1", "test.lits|1")) == [("CL121", 5)]
    assert told("", OVERLAY.replace("test.list|1", "test.list")) == [("CL120", 5)]

    def faulty(_name: str) -> Written:
        raise NotRight("checklist-faulty", file="base.toml", count=1)

    assert [fault.code for fault in laid("", base_of=faulty).faults] == ["CL122"]


@pytest.mark.parametrize(
    "content", [b"", b"[overlay]", b"overlay = 3", b"\xff", b"[overlay]\nbase = 3\n[[add]]\n" * 2]
)
def test_any_content_is_told_and_never_an_exception(content: bytes) -> None:
    assert checklists.tailor(content, "x.toml", base, lambda: (), TODAY).faults

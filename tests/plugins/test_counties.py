"""The counties under ``plugins/``: right, in both languages, and scored as worked out by hand."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cadre_tui import checklists, scoring
from cadre_tui.model.score_sheet import ScoreSheet
from cadre_tui.plugins.loading import load_catalogue

COUNTIES = Path(__file__).parents[2] / "plugins"
QINGHE = COUNTIES / "qinghe" / "qinghe.agency.toml"
LINSHUI = COUNTIES / "linshui" / "linshui.enterprise.xlsx"
HEQUAN = COUNTIES / "hequan" / "hequan_checklists" / "hequan.village.toml"

AGENCY: dict[str, Any] = {
    "together.sessions": {"number": 22},  # 22 × 1.25 = 27.5 of 30
    "together.discipline": {"lines": {"absent": 1, "late": 3}},  # 10 − 2 − 1.5 = 6.5
    "alone.notes": {"number": 12000},  # second tier: 7
    "alone.quality": {"choice": "careful"},  # 10
    "use.reports": {"lines": {"no-report": 1, "weak-duty": 2.5}},  # 20 − 5 − 2.5 = 12.5
    "use.test": {"done": 45, "planned": 50},  # 0.9 × 10 = 9
    "use.service": {"choice": "quiet"},  # 8
    "extra.article": {"lines": {"county": 1, "city": 2}},  # 1 + 4 = 5, at most 4
    "extra.exchange": {"number": 2},  # 2; the section 6, at most 5
    "loss.criticised": {"lines": {"unit": 1}},  # −1
    "conduct.fake": {"yes": False},
}
"""80.5 of 100, + 5 − 1 = 84.5: 良好."""

VILLAGE: dict[str, Any] = {
    "branch.days": {"done": 11, "planned": 12},  # 11/12 × 15 = 13.75
    "branch.lecture": {"number": 3},  # 7.5
    "branch.station": {"na": True},  # not applicable counts full here: 5
    "branch.away": {"choice": "fair"},  # 0.85 × 5 = 4.25
    "field.skills": {"number": 5.5},  # second tier: 8
    "field.matter": {"choice": "some", "evidence": ["村东水渠修复，受益34户"]},  # 12
    "field.duties": {"lines": {"record": 2, "apart": 1.5}},  # 15 − 3 − 1.5 = 10.5
    "lead.households": {"number": 8},  # 12
    "lead.voice": {"choice": "good"},  # 10
    "extra.certificate": {"lines": {"skill": 3, "degree": 1}},  # 6 at most 4, + 3 = 7, the section at most 6
    "conduct.formal": {"yes": False},
}
"""30.5 + 30.5 + 22 = 83, + 6 = 89: 合格 (90 would be needed)."""


def scored(path: Path, answers: dict[str, Any]) -> ScoreSheet:
    checklist = checklists.read(path)
    raw = {"checklist": checklist.name, "answers": answers}
    return scoring.score(checklist, scoring.read_response(checklist, raw))


@pytest.mark.parametrize("path", [QINGHE, HEQUAN, LINSHUI], ids=lambda path: path.stem)
def test_a_county_is_right_and_every_criterion_explained(path: Path) -> None:
    assert checklists.check(path) == ()  # a missing translation would be a warning
    checklist = checklists.read(path)
    assert checklist.title.root.keys() == {"zh", "en"}
    assert all(each.guidance and each.focus for each in checklist.criteria())
    assert checklist.document
    assert checklist.approved


def test_the_agency_is_scored_as_by_hand() -> None:
    sheet = scored(QINGHE, AGENCY)
    assert (sheet.total, sheet.grade, sheet.veto) == (Decimal("84.5"), "good", None)
    assert sheet.missing == ()
    assert [section.score for section in sheet.sections] == [34, 17, Decimal("29.5"), 5, -1, 0]


def test_agency_excellence_asks_for_twenty_sessions() -> None:
    best = AGENCY | {
        "together.discipline": {"lines": {}},
        "use.reports": {"lines": {}},
        "loss.criticised": {"lines": {}},
    }
    assert (scored(QINGHE, best).total, scored(QINGHE, best).grade) == (Decimal("96.5"), "excellent")
    seldom = best | {"together.sessions": {"number": 19}}  # 3.75 points fewer
    assert (scored(QINGHE, seldom).total, scored(QINGHE, seldom).grade) == (Decimal("92.8"), "good")


def test_falsified_records_fail_the_agency_whatever_the_total() -> None:
    sheet = scored(QINGHE, AGENCY | {"conduct.fake": {"yes": True}})
    assert (sheet.total, sheet.grade, sheet.veto) == (Decimal("84.5"), "fail", "conduct.fake")
    assert [(each.criterion, each.what) for each in sheet.missing] == [("conduct.facts", "answer")]


def test_the_village_is_scored_as_by_hand() -> None:
    sheet = scored(HEQUAN, VILLAGE)
    assert (sheet.total, sheet.grade, sheet.veto) == (Decimal("89.0"), "pass", None)
    assert sheet.missing == ()
    assert [section.score for section in sheet.sections] == [Decimal("30.5"), Decimal("30.5"), 22, 6, 0]


def test_the_enterprise_is_scored_as_by_hand() -> None:
    answers: dict[str, Any] = {
        "study.plan": {"choice": "good", "evidence": ["学习计划.docx"]},  # 20
        "study.hours": {"number": 75},  # second tier: 14
        "study.sessions": {"done": 9, "planned": 10},  # 18
        "use.safety": {"lines": {"unfinished": 1, "formal": 3}},  # 25 − 5 − 3 = 17
        "use.project": {"na": True},  # 15 points are out
        "conduct.fake": {"yes": False},
    }
    sheet = scored(LINSHUI, answers)
    assert (sheet.total, sheet.grade, sheet.missing) == (Decimal("81.2"), "pass", ())  # 69 of 85
    best = {"study.hours": {"number": 90}, "study.sessions": {"number": 1}, "use.safety": {"lines": {}}}
    assert scored(LINSHUI, answers | best).grade == "excellent"
    assert scored(LINSHUI, answers | best | {"conduct.fake": {"yes": True}}).grade == "fail"


def test_empty_form_holds_the_village_at_pass() -> None:
    best = VILLAGE | {"branch.lecture": {"number": 4}}
    assert (scored(HEQUAN, best).total, scored(HEQUAN, best).grade) == (Decimal("91.5"), "excellent")
    formal = scored(HEQUAN, best | {"conduct.formal": {"yes": True}})
    assert (formal.total, formal.grade, formal.veto) == (Decimal("91.5"), "pass", "conduct.formal")


@pytest.mark.parametrize(
    ("path", "named", "level"),
    [(QINGHE, "qinghe.agency", "agency-staff"), (LINSHUI, "linshui.enterprise", "enterprise")],
    ids=["text", "table"],
)
def test_the_bare_file_is_offered_as_soon_as_it_lies_in_a_folder(
    path: Path, named: str, level: str, tmp_path: Path
) -> None:
    (tmp_path / path.name).write_bytes(path.read_bytes())
    offer = load_catalogue([tmp_path], plugins=False).offers()[-1]
    assert (offer.id, offer.levels, offer.problem) == (named, (level,), None)


def test_the_wheel_builds_holds_no_code_and_is_found_where_it_is_unpacked(tmp_path: Path, monkeypatch) -> None:
    source = COUNTIES / "hequan"
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")]
    subprocess.run(build, cwd=source, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    unpacked = tmp_path / "site"
    subprocess.run([sys.executable, "-m", "zipfile", "-e", str(wheel), str(unpacked)], check=True)
    assert not list(unpacked.rglob("*.py"))
    monkeypatch.syspath_prepend(str(unpacked))
    catalogue = load_catalogue()
    (offer,) = [each for each in catalogue.offers() if each.id == "hequan.village"]
    assert offer.source.origin.name == "cadre-checklists-hequan 2026.1"
    assert offer.problem is None
    assert catalogue.checklist("hequan.village").levels == ("village-branch",)

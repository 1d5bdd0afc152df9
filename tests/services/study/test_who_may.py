"""Who may see and change what of study; a unit's own sessions; what is damaged is told."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from cadre_tui.model.fault import BadInput, NotPermitted, StoreFailure
from cadre_tui.model.study.certificate import Certificate, CertificateSort
from cadre_tui.model.study.log import HoursEntry, Mark
from cadre_tui.model.study.period import year_of
from cadre_tui.model.study.plan import StudyItem
from cadre_tui.model.study.session import StudySession
from cadre_tui.services.people import accounts
from cadre_tui.services.safekeeping import checkup
from cadre_tui.services.session import Session
from cadre_tui.services.study import arranging, certificates, facts, hours, plans, settling, signing_in
from cadre_tui.services.study.overview import overview, people_of, person_year
from cadre_tui.services.study.reading import log_of
from cadre_tui.store import keys
from tests.services.small import PASSWORD, Small
from tests.services.study.study_county import CADRE, CLERK, YEAR, clerk, day, make, people

NOW = datetime(YEAR, 12, 31, tzinfo=UTC)
OTHERS = "p03"
"""Neither the cadre nor of the clerk's unit."""

ENTRY = HoursEntry(id="", title="网课", day=day("2026-03-01"), hours=Decimal(4), at=NOW)
ITEM = StudyItem(id="", content="学一件事")
SKILL = Certificate(id="", sort=CertificateSort.SKILL, name="无人机", at=NOW)


@pytest.fixture
def small(tmp_path: Path) -> Small:
    made = make(tmp_path / "data", count=12)
    arranging.adopt(made.organiser, YEAR)
    return made


Act = Callable[[Session], object]
OF_ANOTHER: tuple[Act, ...] = (
    lambda who: person_year(who, OTHERS),
    lambda who: hours.log(who, YEAR, OTHERS),
    lambda who: hours.add(who, OTHERS, ENTRY),
    lambda who: hours.accept(who, YEAR, OTHERS, "1"),
    lambda who: certificates.ledger(who, OTHERS),
    lambda who: certificates.add(who, OTHERS, SKILL),
    lambda who: plans.plan(who, YEAR, OTHERS),
    lambda who: plans.put(who, YEAR, OTHERS, ITEM),
    lambda who: plans.plan(who, YEAR, "丁单位", of_unit=True),
    lambda who: facts.facts_of(who, OTHERS, year_of(YEAR)),
    lambda who: signing_in.mark(who, YEAR, "leaders-01", OTHERS, Mark.PRESENT),
    lambda who: signing_in.sign_in(who, YEAR, "leaders-01", unit="丁单位"),
    lambda who: people_of(who, "丁单位", year_of(YEAR)),
    lambda who: arranging.adopt(who, YEAR + 1),
    lambda who: settling.settle(who, lambda before: before),
)


@pytest.mark.parametrize("at", range(len(OF_ANOTHER)))
def test_nobody_sees_or_changes_what_is_not_theirs(small: Small, at: int) -> None:
    for session in (small.signed_in(CADRE), clerk(small)):
        with pytest.raises(NotPermitted):
            OF_ANOTHER[at](session)


def test_a_cadre_supervises_nobody_and_a_clerk_the_own_unit_alone(small: Small) -> None:
    with pytest.raises(NotPermitted):
        overview(small.signed_in(CADRE), year_of(YEAR))
    found = overview(clerk(small), year_of(YEAR))
    assert [each.name for each in found.units] == ["乙单位"]
    page = signing_in.sign_in(clerk(small), YEAR, "leaders-01")
    assert {each.unit for each in page.lines} == {"乙单位"}


def test_nobody_counts_their_own_proof(small: Small) -> None:
    hours.add(small.signed_in(CLERK), CLERK, ENTRY)
    certificates.add(small.signed_in(CLERK), CLERK, SKILL)
    with pytest.raises(BadInput, match="study-own-proof"):
        hours.accept(clerk(small), YEAR, CLERK, "1")
    with pytest.raises(BadInput, match="study-own-proof"):
        certificates.accept(clerk(small), CLERK, "1")
    assert not person_year(small.organiser, CLERK).sums.hours
    hours.accept(small.organiser, YEAR, CLERK, "1")
    assert person_year(small.organiser, CLERK).sums.hours == 4


def test_a_unit_arranges_its_own_sessions_and_counts_them_for_its_people(small: Small) -> None:
    own = StudySession(id="", unit="乙单位", audience="leaders", day=day("2026-03-03"), hours=Decimal(2))
    made = arranging.put(clerk(small), YEAR, own)
    assert [each.id for each in made.sessions] == ["leaders-01"]
    page = signing_in.mark_rest(clerk(small), YEAR, "leaders-01", Mark.PRESENT, host="乙单位")
    assert {each.unit for each in page.lines} == {"乙单位"}
    assert person_year(small.organiser, CLERK).sums.hours == 2
    assert not person_year(small.organiser, OTHERS).sums.sessions
    clash = own.model_copy(update={"day": arranging.calendar(small.organiser, YEAR).sessions[0].day})
    with pytest.raises(BadInput, match="study-overlap"):
        arranging.put(clerk(small), YEAR, clash)
    with pytest.raises(NotPermitted):
        arranging.put(clerk(small), YEAR, own.model_copy(update={"unit": "丁单位"}))
    with pytest.raises(BadInput, match="study-overlap"):  # nor does the county put a session over a unit's own
        arranging.put(small.organiser, YEAR, own.model_copy(update={"unit": ""}))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"day": day("2027-01-08")}, "study-day-outside"),
        ({"audience": "nobody"}, "study-audience-unknown"),
        ({"hours": Decimal(9)}, "study-hours-of-session"),
        ({"hours": Decimal(0)}, "study-hours-of-session"),
        ({"begins": datetime(2026, 1, 1, 9).time()}, "study-times"),
        ({"theme": "长" * 201}, "too-much-written"),
        ({"id": "leaders-99"}, "study-session-unknown"),
    ],
)
def test_a_session_that_cannot_be_is_refused_and_nothing_changes(small: Small, changes: dict, code: str) -> None:  # type: ignore[type-arg]
    before = arranging.calendar(small.organiser, YEAR)
    fresh = StudySession(id="", audience="leaders", day=day("2026-03-03")).model_copy(update=changes)
    with pytest.raises(BadInput, match=code):
        arranging.put(small.organiser, YEAR, fresh)
    assert arranging.calendar(small.organiser, YEAR) == before


def test_marks_survive_what_another_version_wrote_and_a_changed_unit(small: Small) -> None:
    key = keys.study_log(YEAR, CADRE)
    signing_in.mark(small.organiser, YEAR, "leaders-01", CADRE, Mark.PRESENT)
    small.county.store.change(key, lambda found: {**(found or {}), "later": 1})
    signing_in.mark(small.organiser, YEAR, "leaders-02", CADRE, Mark.ABSENT)
    document = small.county.store.read(key) or {}
    assert document["later"] == 1
    table = small.folder.parent / "moved.csv"
    moved = [(who, name, "甲单位" if who == CADRE else unit, level) for who, name, unit, level in people(12)]
    table.write_text("\n".join(("编号,姓名,单位,层级", *map(",".join, moved))) + "\n", "utf-8")
    from cadre_tui.services.people import roster  # noqa: PLC0415

    roster.import_roster(small.organiser, table)
    sums = person_year(small.organiser, CADRE).sums
    assert (sums.attended, sums.absent) == (1, 1), "what was studied goes along"


def damaged(small: Small) -> list[object]:
    return [each.values for each in checkup.look(small.county).flaws if each.code == "document-damaged"]


def test_what_is_damaged_is_told_by_the_look_through_the_data(small: Small) -> None:
    assert not damaged(small)
    small.county.store.change(keys.study_log(YEAR, CADRE), lambda _found: {"attendance": {"x": {"mark": "maybe"}}})
    with pytest.raises(StoreFailure):
        log_of(small.county, YEAR, CADRE)
    assert damaged(small) == [{"what": "study-logs"}]
    accounts.set_password(small.organiser, OTHERS, PASSWORD)
    assert person_year(small.signed_in(OTHERS), OTHERS).sums.hours == 0, "another's is whole"

"""The county remembers who was in which unit at which level on a day, and when a round opened."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre_tui.model.fault import BadInput, NotPermitted, StoreFailure
from cadre_tui.model.people.person import Person, Role
from cadre_tui.model.people.roster_change import Happening
from cadre_tui.model.people.roster_history import Difference, Import, undone
from cadre_tui.services import audit
from cadre_tui.services.people import accounts, history, roster
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.roster import roster_of_round
from cadre_tui.services.session import Session
from cadre_tui.store import Document, Key, keys
from tests.services.rosters import csv_file
from tests.services.small import DAY, ORGANISER, PASSWORD, START, Small, rules

HEADINGS = ("编号", "姓名", "单位", "层级", "状态")
A1 = ("a1", "安一", "甲单位", "机关干部", "")
A2 = ("a2", "安二", "甲单位", "机关干部", "")
B1 = ("b1", "白一", "乙单位", "机关干部", "")


def take(small: Small, *rows: tuple[str, ...]) -> None:
    roster.import_roster(small.organiser, csv_file(small.folder.parent, HEADINGS, *rows))


def where(session: Session, day: date) -> dict[str, tuple[str, str]]:
    return {each.id: (each.unit, each.level) for each in history.roster_on(session, day).people}


@pytest.fixture
def lived(small: Small) -> Small:
    """Three imports, ten days apart: a2 moves and rises, then b1 leaves."""
    take(small, A1, A2, B1)
    small.clock.now += 10 * DAY
    take(small, A1, ("a2", "安二", "乙单位", "乡科级", "借调"), B1)
    small.clock.now += 10 * DAY
    take(small, A1, ("a2", "安二", "乙单位", "乡科级", ""))
    return small


def day(days: int) -> date:
    return (START + days * DAY).date()


def test_who_was_where_on_a_day_is_known(lived: Small) -> None:
    assert where(lived.organiser, day(5))["a2"] == ("甲单位", "agency-staff")
    assert where(lived.organiser, day(15))["a2"] == ("乙单位", "township-bureau")
    assert "b1" in where(lived.organiser, day(15))
    assert list(where(lived.organiser, day(30))) == ["a1", "a2"]
    assert history.roster_on(lived.organiser, day(30)) == history.roster_today(lived.organiser)
    assert not where(lived.organiser, day(-1))


def test_a_day_lasts_until_its_end_in_china(small: Small) -> None:
    small.clock.now = datetime(2026, 5, 1, 17, tzinfo=UTC)  # the second of May, one in the morning
    take(small, A1)
    assert list(where(small.organiser, date(2026, 5, 1))) != ["a1"]
    assert list(where(small.organiser, date(2026, 5, 2))) == ["a1"]


def test_every_import_tells_when_by_whom_and_what_happened(lived: Small) -> None:
    last, middle, *_first = history.imports(lived.organiser)
    assert (middle.at, middle.by, middle.file) == (START + 10 * DAY, ORGANISER, "roster.csv")
    assert middle.by_name == "组织部"
    assert middle.counts == {Happening.MOVED: 1, Happening.PROMOTED: 1, Happening.SECONDED: 1}
    assert last.counts == {Happening.LEFT: 1, Happening.BACK: 1}


def test_an_import_stands_in_the_audit_log(lived: Small) -> None:
    last = audit.entries(lived.organiser)[-1]
    assert (last.who, last.code) == (ORGANISER, "roster-imported")
    assert last.values == {"file": "roster.csv", "joined": 0, "left": 1, "changed": 1}
    assert audit.verify(lived.county).wrong is None


def test_a_persons_own_history_is_found_by_id_or_name(lived: Small) -> None:
    person, told = history.history_of(lived.organiser, "安二")
    assert person.id == "a2"
    assert [difference.happenings for _done, difference in told][:2] == [
        ("back",),
        ("moved", "promoted", "seconded"),
    ]
    gone, told = history.history_of(lived.organiser, "b1")
    assert gone.name == "白一"
    assert told[0][1].happenings == ("left",)
    with pytest.raises(BadInput) as refused:
        history.history_of(lived.organiser, "nobody")
    assert refused.value.code == "person-unknown"


def test_an_import_that_changes_nothing_is_not_remembered(lived: Small) -> None:
    before = history.imports(lived.organiser)
    take(lived, A1, ("a2", "安二", "乙单位", "乡科级", ""))
    assert history.imports(lived.organiser) == before


def test_a_round_tells_who_was_where_when_it_opened(lived: Small) -> None:
    lived.opened(rules())
    lived.clock.now += DAY
    take(lived, ("a1", "安一", "丙单位", "企业", ""), ("a2", "安二", "乙单位", "乡科级", ""))
    frozen = roster_of_round(lived.organiser, "r1").person("a1")
    assert frozen is not None
    assert frozen.unit == "甲单位"


def test_a_round_that_is_unknown_or_not_open_has_no_roster(small: Small) -> None:

    with pytest.raises(BadInput) as refused:
        roster_of_round(small.organiser, "r9")
    assert refused.value.code == "round-unknown"
    life.new(small.organiser, rules())
    with pytest.raises(BadInput) as refused:
        roster_of_round(small.organiser, "r1")
    assert refused.value.code == "round-has-no-roster"


def test_a_roster_older_than_its_history_is_known_from_there_on(small: Small) -> None:
    small.county.store.change(keys.ROSTER, lambda found: {k: v for k, v in (found or {}).items() if k != "imports"})
    legacy = history.roster_today(small.organiser)
    assert history.imports(small.organiser) == ()
    small.clock.now += DAY
    take(small, A1)
    assert {*history.roster_on(small.organiser, day(-9)).people} == {*legacy.people}
    assert len(history.imports(small.organiser)) == 1


class PowerCut(Exception):
    """The machine went out."""


def test_an_import_cut_off_before_the_roster_leaves_no_trace(lived: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    before = history.imports(lived.organiser)
    change: Callable[..., Document] = lived.county.store.change

    def cut(key: Key, edit: Callable[[Document | None], Document]) -> Document:
        def edited(found: Document | None) -> Document:
            edit(found)
            raise PowerCut

        return change(key, edited) if key == keys.ROSTER else change(key, edit)

    monkeypatch.setattr(lived.county.store, "change", cut)
    with pytest.raises(PowerCut):
        take(lived, B1)
    monkeypatch.undo()
    assert lived.county.store.read(keys.roster_import(before[0].number + 1)) is not None
    assert history.imports(lived.organiser) == before
    assert list(where(lived.organiser, day(30))) == ["a1", "a2"]
    lived.clock.now += DAY
    take(lived, A1)
    last, *rest = history.imports(lived.organiser)
    assert tuple(rest) == before
    assert [each.person.id for each in last.differences] == ["a2"]
    assert last.at == START + 21 * DAY


def test_a_record_that_is_gone_is_told_as_damage(lived: Small) -> None:
    (lived.folder / "roster-imports" / "000002.json").unlink()
    with pytest.raises(StoreFailure) as refused:
        history.imports(lived.organiser)
    assert refused.value.code == "roster-import-missing"


def test_only_an_organiser_sees_the_roster_and_its_history(lived: Small) -> None:
    accounts.set_password(lived.organiser, "a1", PASSWORD)
    cadre = accounts.sign_in(lived.county, "a1", PASSWORD)
    assert cadre.role is Role.CADRE
    calls: list[Callable[[Session], Any]] = [
        history.imports,
        history.roster_today,
        lambda session: history.history_of(session, "a1"),
        lambda session: history.roster_on(session, START.date()),
        lambda session: roster_of_round(session, "r1"),
    ]
    for call in calls:
        with pytest.raises(NotPermitted):
            call(cadre)


UNITS = st.sampled_from(["甲单位", "乙单位"])
LEVELS = st.sampled_from(["机关干部", "乡科级", "企业"])
ROSTERS = st.dictionaries(st.sampled_from(["a1", "a2", "a3"]), st.tuples(UNITS, LEVELS), min_size=1)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=st.lists(ROSTERS, min_size=1, max_size=5))
def test_every_roster_that_ever_was_can_be_told_again(
    written: list[dict[str, tuple[str, str]]], small: Small
) -> None:
    seen: dict[date, set[Person]] = {}
    for people in written:
        small.clock.now += timedelta(days=2)
        take(small, *((key, key, unit, level, "") for key, (unit, level) in people.items()))
        seen[small.clock.now.date()] = {*history.roster_today(small.organiser).people}
    for on, people_then in seen.items():
        assert {*history.roster_on(small.organiser, on).people} == people_then
        assert {*history.roster_on(small.organiser, on + timedelta(days=1)).people} == people_then


def test_undoing_an_import_gives_back_whom_it_changed() -> None:
    before = Person(id="p", name="某", unit="甲", level="enterprise")
    after = before.model_copy(update={"unit": "乙"})
    done = Import(number=1, at=START, by="zzb", differences=(Difference(before=before, after=after),))
    assert undone({"p": after}, done) == {"p": before}

"""Oneself against others over the rounds, the plan that one makes of it, and the round that asks about it."""

from datetime import date
from decimal import Decimal

from cadre_tui.cli.growth.compared import compared_json, compared_told
from cadre_tui.model.checklists.comparable import Apart
from cadre_tui.model.fault import BadInput
from cadre_tui.model.growth.plan import LONGEST, MOST_ITEMS, Followed, Origin, PlanItem
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.self_and_others import Quadrant
from cadre_tui.services.filling import paper
from cadre_tui.services.growth import plans
from cadre_tui.services.growth.asking import plan_line, to_follow
from cadre_tui.services.growth.pages import growth_page
from cadre_tui.services.growth.proposing import proposals
from cadre_tui.services.growth.self_and_others import self_and_others
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.store import keys
from cadre_tui.words.growth import quadrants as growth
from tests.refusing import forbidden
from tests.services.results.test_results import published, second_round
from tests.services.small import DAY, MEANS_ANOTHER, Small, rules, second_version

DAY_OF_START = date(2026, 3, 1)


def item(number: str = "1", **changes: object) -> PlanItem:
    usual: dict[str, object] = {"id": number, "checklist": "t.pair", "criterion": "pair.one", "what": "每周学一次"}
    return PlanItem.model_validate({**usual, "work": "学习日", "proof": "笔记", **changes})


# Oneself against others


def test_the_quadrants_are_worked_out_from_what_the_result_shows(small: Small) -> None:
    """Of 6 points a1 gave 6 and colleagues 3 on average: a blind spot; of 4 points 2 and 3: nothing high."""
    published(small)
    found = self_and_others(small.signed_in("a1"), "r1", "a1")
    told = {each.row.criterion: (each.quadrant, each.lean) for each in found.criteria}
    assert told["own.share"] == (None, None)
    assert told["pair.one"][0] is Quadrant.BLIND
    assert found == self_and_others(small.organiser, "r1", "a1")
    with forbidden("not-yours"):
        self_and_others(small.signed_in("a2"), "r1", "a1")


def test_what_the_result_keeps_back_has_no_quadrant_and_no_course(small: Small) -> None:
    """Two gave 第二项 where three are asked for: no figure in that round, and none in the course of the next."""
    published(small, min_raters=3)
    found = self_and_others(small.signed_in("a1"), "r1", "a1")
    two = next(each for each in found.criteria if each.row.criterion == "pair.two")
    assert (two.quadrant, two.row.peers) == (None, None)
    later = second_round(small)
    after = self_and_others(later.signed_in("a1"), "r2", "a1")
    course = {each.row.criterion: [(one.round, one.own, one.peers) for one in each.before] for each in after.criteria}
    assert course["pair.two"] == [("r1", Decimal(2), None)]
    assert course["pair.one"] == [("r1", Decimal(6), Decimal(3))]


def test_former_figures_stand_only_where_the_criterion_means_the_same(small: Small) -> None:
    published(small)
    second_version(small, ("第一项", "换了说法的第一项"), MEANS_ANOTHER)
    later = second_round(small)
    found = self_and_others(later.signed_in("a1"), "r2", "a1")
    assert {each.row.criterion: len(each.before) for each in found.criteria} == {
        "pair.one": 1,
        "pair.two": 0,
        "own.share": 1,
    }
    two = next(each for each in found.criteria if each.row.criterion == "pair.two")
    (apart,) = two.apart
    assert (apart.round, apart.unlike.why, apart.unlike.fields) == ("r1", Apart.MEANING, (("allow_na",),))
    assert two.row.unlike == apart.unlike
    assert all(not each.apart and each.row.unlike is None for each in found.criteria if each is not two)
    assert growth.apart(two) == "第二项：和“第一轮”不能比，含义变了：能不能填“不适用”"
    assert "含义变了：能不能填“不适用”" in compared_told(found)
    told = {each["id"]: each["not_comparable"] for each in compared_json(found)["criteria"]}
    assert told["pair.two"] == [{"round": "r1", "why": "meaning", "fields": ["allow_na"]}]
    assert told["pair.one"] == []


# The plan


def test_a_plan_is_written_item_by_item_and_read_again(small: Small) -> None:
    published(small)
    cadre = small.signed_in("a1")
    assert plans.plan(cadre, "r1").items == ()
    plans.put(cadre, "r1", item(what="  每周学一次\n"))
    plans.put(cadre, "r1", item("2", checklist="", criterion="", by=DAY_OF_START))
    changed = plans.put(cadre, "r1", item(what="每周学两次"))
    assert [each.what for each in changed.items] == ["每周学两次", "每周学一次"]
    assert plans.plan(small.again().signed_in("a1"), "r1") == changed
    assert plans.free_id(changed) == "3"
    assert [each.id for each in plans.drop(cadre, "r1", "1").items] == ["2"]
    with forbidden("plan-item-unknown", BadInput):
        plans.drop(cadre, "r1", "1")


def test_what_is_no_item_is_refused_and_nothing_is_written(small: Small) -> None:
    published(small)
    cadre = small.signed_in("a1")
    for wrong, code in (
        (item(what=" "), "nothing-written"),
        (item(what="长" * (LONGEST + 1)), "too-much-written"),
        (item(criterion="pair.three"), "appeal-no-criterion"),
        (item(checklist=""), "appeal-no-criterion"),
    ):
        with forbidden(code, BadInput):
            plans.put(cadre, "r1", wrong)
    assert plans.plan(cadre, "r1").items == ()
    for number in range(MOST_ITEMS):
        plans.put(cadre, "r1", item(str(number + 1)))
    with forbidden("plan-full", BadInput):
        plans.put(cadre, "r1", item(str(MOST_ITEMS + 1)))
    assert plans.put(cadre, "r1", item("1", what="改了")).items[0].what == "改了"


def test_nobody_else_reads_or_writes_it(small: Small) -> None:
    published(small)
    plans.put(small.signed_in("a1"), "r1", item())
    assert plans.plan(small.signed_in("a2"), "r1").items == ()
    with forbidden("role-may-not"):
        plans.plan(small.organiser, "r1")
    with forbidden("role-may-not"):
        growth_page(small.organiser, "r1")
    for role in (Role.SUPERVISOR, Role.CLERK, Role.RATER):
        forged = Session(small.county, "a1", role, frozenset(Role))
        with forbidden("role-may-not"):
            plans.plan(forged, "r1")


def test_there_is_no_plan_before_the_result(small: Small) -> None:
    small.opened(rules())
    with forbidden("round-not-open"):
        plans.put(small.signed_in("a1"), "r1", item())


def test_fields_of_a_later_version_stay(small: Small) -> None:
    published(small)
    cadre = small.signed_in("a1")
    plans.put(cadre, "r1", item())

    def later(found: dict[str, object] | None) -> dict[str, object]:
        items = (found or {})["items"]
        assert isinstance(items, dict)
        items["1"]["mentor"] = "a2"
        return {**(found or {}), "items": items, "signed": True}

    small.county.store.change(keys.plan("r1", "a1"), later)
    plans.put(cadre, "r1", item(what="改了"))
    document = small.county.store.read(keys.plan("r1", "a1"))
    assert document is not None
    assert (document["signed"], document["items"]["1"]["mentor"]) == (True, "a2")


# What is proposed


def test_blind_spots_come_before_what_oneself_found_low_and_what_is_planned_is_not_proposed(small: Small) -> None:
    published(small)
    cadre = small.signed_in("a1")
    found = proposals(cadre, "r1")
    assert (found[0].origin, found[0].criterion) == (Origin.BLIND, "pair.one")
    assert (found[-1].origin, found[-1].criterion) == (Origin.FOUND_LOW, "own.share")
    assert {each.by for each in found} == {date(2026, 5, 30)}
    plans.put(cadre, "r1", found[0].item("1", found[0].what.say("zh")))
    assert "pair.one" not in {each.criterion for each in proposals(cadre, "r1")}


def test_what_was_left_undone_is_proposed_first(small: Small) -> None:
    published(small)
    cadre = small.signed_in("a1")
    plans.put(cadre, "r1", item())
    plans.put(cadre, "r1", item("2", criterion="pair.two", what="做完了的"))
    plans.follow(cadre, "r1", "2", Followed.DONE)
    later = second_round(small)
    found = proposals(later.signed_in("a1"), "r2")
    assert [(each.origin, each.what.say("zh"), each.work) for each in found if each.origin is Origin.UNFINISHED] == [
        (Origin.UNFINISHED, "每周学一次", "学习日")
    ]


# What became of it


def test_the_next_self_assessment_asks_about_each_item_and_keeps_the_answers(small: Small) -> None:
    published(small)
    cadre = small.signed_in("a1")
    plans.put(cadre, "r1", item())
    plans.put(cadre, "r1", item("2", criterion="pair.two"))
    assert plan_line(cadre) is not None
    assert plan_line(cadre).asked_in == ()  # type: ignore[union-attr]
    small.clock.now += 30 * DAY
    small.opened(rules("r2", former="r1"))
    asked = to_follow(cadre, "r2")
    assert asked is not None
    assert [each.id for each in asked.items] == ["1", "2"]
    assert to_follow(small.signed_in("a2"), "r2") is None

    plans.follow(cadre, "r1", "1", Followed.DONE, "坚持下来了")
    line = plan_line(cadre)
    assert line is not None
    assert (line.open, line.asked_in) == (1, ("r2",)), "one is left to be told about"
    plans.follow(cadre, "r1", "2", Followed.PARTLY)
    line = plan_line(cadre)
    assert line is not None
    assert (line.open, line.asked_in) == (1, ())
    kept = plans.plan(cadre, "r1").items[0].followed
    assert kept is not None
    assert (kept.how, kept.word, kept.round) == (Followed.DONE, "坚持下来了", "r2")
    plans.put(cadre, "r1", item(what="改写"))
    assert plans.plan(cadre, "r1").items[0].followed == kept


def test_the_next_result_shows_the_former_plan_with_the_answers_beside(small: Small) -> None:
    published(small)
    plans.put(small.signed_in("a1"), "r1", item())
    plans.follow(small.signed_in("a1"), "r1", "1", Followed.NOT, "抽调防汛")
    later = second_round(small)
    page = growth_page(later.signed_in("a1"), "r2")
    assert page.former is not None
    (was,) = page.former.items
    assert was.followed is not None
    assert (was.followed.how, was.followed.word, was.followed.round) == (Followed.NOT, "抽调防汛", "")
    assert page.former_texts["t.pair", "pair.one"].say("zh") == "第一项"
    assert page.plan.items == ()


def test_a_clerk_who_types_a_paper_form_sees_no_plan(small: Small) -> None:
    published(small)
    plans.put(small.signed_in("a1"), "r1", item())
    small.clock.now += 30 * DAY
    small.opened(rules("r2"))
    clerk = Session(small.county, "a2", Role.CLERK, frozenset({Role.CLERK}), frozenset({"甲单位"}))
    typing = paper.begin(clerk, "r2", "a1")
    with forbidden("role-may-not"):
        to_follow(typing, "r2")


def test_home_counts_what_is_due_and_tells_the_next_day(small: Small) -> None:
    published(small)
    cadre = small.signed_in("a1")
    assert plan_line(cadre) is None
    today = small.clock.now.date()
    plans.put(cadre, "r1", item("1", by=today))
    plans.put(cadre, "r1", item("2", by=today + DAY))
    plans.put(cadre, "r1", item("3", by=None))
    plans.put(cadre, "r1", item("4", by=today - DAY))
    plans.follow(cadre, "r1", "4", Followed.DONE)
    line = plan_line(cadre)
    assert line is not None
    assert (line.open, line.due, line.next) == (3, 1, today + DAY)


def test_a_rehearsal_reminds_nobody(small: Small) -> None:
    published(small, mock=True)
    cadre = small.signed_in("a1")
    plans.put(cadre, "r1", item(by=DAY_OF_START))
    assert plan_line(cadre) is None


def test_seen_is_noted_once(small: Small) -> None:
    published(small)
    cadre = small.signed_in("a1")
    first = plans.saw(cadre, "r1").seen
    small.clock.now += DAY
    assert plans.saw(cadre, "r1").seen == first == plans.put(cadre, "r1", item()).seen


def test_the_plan_outlives_the_archiving(small: Small) -> None:
    published(small)
    cadre = small.signed_in("a1")
    plans.put(cadre, "r1", item())
    life.archive(small.organiser, "r1")
    assert plans.follow(cadre, "r1", "1", Followed.DONE).items[0].followed is not None

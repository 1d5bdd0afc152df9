"""What a form knows while it is filled, without a screen."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui.kinds.kind import Faults, Setting
from cadre_tui.kinds.registry import kind
from cadre_tui.model.answers.answer import Answer
from cadre_tui.scoring import missing, write_answer
from cadre_tui.tui.form.progress import Mark
from cadre_tui.tui.form.state import FormState
from tests.tui.forms import every_kind, filling

CHECKLIST = every_kind()


def at(criterion: str) -> FormState:
    state, _ = filling(CHECKLIST)
    assert state.go(criterion)
    return state


def test_whoever_answered_in_the_grid_goes_on_with_what_is_left() -> None:
    begun, _ = filling(CHECKLIST, answers={"rating": Answer(choice="fair", reason="见简报")})
    assert begun.cursor == "yes"
    assert filling(CHECKLIST)[0].cursor == "rating"


def test_a_digit_chooses_the_option_at_its_place() -> None:
    state = at("rating")
    assert state.choose(2)
    assert state.answers["rating"].choice == "fair"
    assert not state.choose(5)
    assert not state.choose(0)
    assert state.answers["rating"].choice == "fair"


def test_another_choice_keeps_the_reason() -> None:
    state = at("rating")
    state.write("reason", "两条措施已实施")
    state.choose(1)
    state.choose(3)
    assert state.answers["rating"] == Answer(choice="poor", reason="两条措施已实施")


def test_a_required_reason_is_owed_until_it_is_there() -> None:
    state = at("rating")
    assert state.owed("rating") == ("answer",)
    state.choose(1)
    assert state.owed("rating") == ("reason",)
    state.write("reason", "见简报")
    assert state.owed("rating") == ()


def test_not_applicable_only_where_it_is_allowed() -> None:
    state = at("rating")
    assert not state.toggle_not_applicable()
    state.go("yes")
    assert state.toggle_not_applicable()
    assert state.answers["yes"].na
    assert state.toggle_not_applicable()
    assert "yes" not in state.answers


def test_a_condition_shows_and_hides_without_losing_the_answer() -> None:
    state = at("yes")
    assert "hidden" not in state.order
    state.choose(1)
    assert "hidden" in state.order
    state.go("hidden")
    state.write("text", "城关镇三楼")
    state.go("yes")
    state.choose(2)
    assert "hidden" not in state.order
    assert state.cursor == "yes"
    state.choose(1)
    assert state.answers["hidden"].text == "城关镇三楼"


def test_undo_of_a_condition_moves_the_cursor_off_what_is_hidden() -> None:
    state = at("yes")
    state.choose(1)
    state.go("hidden")
    assert state.undo()
    assert state.cursor == "yes"


def test_a_whole_stay_in_a_field_is_one_step_back() -> None:
    state = at("tiers")
    state.type("value", "1")
    state.type("value", "12")
    state.settle()
    state.type("value", "123")
    assert state.answers["tiers"].number == 123
    assert state.undo()
    assert state.answers["tiers"].number == 12
    assert state.undo()
    assert "tiers" not in state.answers
    assert not state.undo()


def test_a_wrong_number_stays_on_screen_and_is_not_saved() -> None:
    state, saved = filling(CHECKLIST)
    state.go("deduct")
    state.type("none", "1")
    state.type("weak", "7")
    state.settle()
    assert state.text_in("deduct", "weak") == "7"
    assert "1 到 5" in state.wrong("deduct")["weak"]
    assert saved["deduct"].lines == {"none": Decimal(1)}
    assert state.progress(CHECKLIST.section[0]).mark is Mark.WRONG
    state.type("weak", "3")
    state.settle()
    assert not state.wrong("deduct")
    assert saved["deduct"].lines == {"none": Decimal(1), "weak": Decimal(3)}


def test_a_criterion_with_something_wrong_is_not_counted_as_answered() -> None:
    state = at("deduct")
    state.type("none", "1")
    assert state.progress().answered == 1
    state.type("weak", "ab")
    assert state.progress().answered == 0
    assert state.progress(CHECKLIST.section[0]).mark is Mark.WRONG


def test_notes_right_after_an_answer_belong_to_it_and_later_to_where_one_is() -> None:
    state = at("rating")
    state.choose(1)
    assert state.go_on()
    state.back_to_notes()
    assert state.cursor == "rating"
    state.choose(2)
    state.go_on()
    state.move(1)
    state.move(-1)
    state.back_to_notes()
    assert state.cursor == "yes"


def test_what_was_answered_elsewhere_is_taken_over_but_not_over_what_was_just_typed_here() -> None:
    mine, before, theirs = Answer(choice="good"), Answer(choice="fair"), Answer(choice="poor")
    state, saved = filling(CHECKLIST, answers={"rating": before, "yes": Answer(yes=True)})
    state.go("rating")
    state.choose(1)
    elsewhere = {"rating": (before, theirs), "yes": (Answer(yes=True), None), "tiers": (None, Answer(number=2))}
    assert state.take_over(elsewhere) == (state.numbers["yes"], state.numbers["tiers"])
    assert state.answers == {"rating": mine, "tiers": Answer(number=2)}
    assert "hidden" not in state.order
    assert "tiers" not in saved
    assert state.undo()
    assert state.answers["rating"] == before


def test_a_wrong_number_outlives_the_screen_where_its_keeper_does() -> None:
    unfinished: dict[tuple[str, str], str] = {}
    state, _ = filling(CHECKLIST, unfinished)
    state.go("tiers")
    state.type("value", "两篇")
    state.settle()
    again, _ = filling(CHECKLIST, unfinished)
    assert again.text_in("tiers", "value") == "两篇"
    assert again.wrong("tiers")


def test_half_a_ratio_is_kept_but_is_no_answer() -> None:
    state = at("ratio")
    state.type("done", "7")
    state.settle()
    assert state.text_in("ratio", "done") == "7"
    assert "ratio" not in state.answers
    state.type("planned", "8")
    state.settle()
    assert (state.answers["ratio"].done, state.answers["ratio"].planned) == (7, 8)
    assert not state.typed


@pytest.mark.parametrize(
    ("typed", "number"), [("１２", 12), ("3.50", Decimal("3.5")), (" 4 ", 4), ("2。5", Decimal("2.5")), ("0", 0)]
)
def test_what_an_input_method_types_is_understood(typed: str, number: Decimal) -> None:
    state = at("tiers")
    state.type("value", typed)
    assert state.answers["tiers"].number == number


@pytest.mark.parametrize("typed", ["-1", "1e5", "十", "1..2", "9999999999999", "--", "nan", "٣x"])
def test_what_is_no_number_is_told(typed: str) -> None:
    state = at("tiers")
    state.type("value", typed)
    assert "tiers" not in state.answers
    assert state.wrong("tiers")["value"]


@pytest.mark.parametrize(
    "typed", ["2026-11-01", "2026.11.1", "2026/11/01", "20261101", "2026年11月1日", "2026－11－01"]
)
def test_a_day_is_understood_as_offices_write_it(typed: str) -> None:
    state = at("date")
    state.type("value", typed)
    state.settle()
    assert state.text_in("date", "value") == "2026-11-01"


def test_a_day_that_is_none_is_told() -> None:
    state = at("date")
    state.type("value", "2026-02-30")
    assert "2026-11-01" in state.wrong("date")["value"]


def test_next_unfinished_goes_round_the_form_and_skips_what_is_done() -> None:
    state = at("count")
    state.type("value", "2")
    seen = []
    while state.move_to_unfinished() and state.cursor not in seen:
        seen.append(state.cursor)
    assert seen == ["date", "rating", "yes", "deduct", "tiers", "ratio"]


def test_one_begins_where_one_stopped() -> None:
    state, _ = filling(CHECKLIST, at="tiers")
    assert state.cursor == "tiers"
    state, _ = filling(CHECKLIST, at="no-longer-there")
    assert state.cursor == "rating"


def test_sections_are_gone_through_by_their_first_criterion() -> None:
    state = at("deduct")
    assert state.move_section(1)
    assert state.cursor == "tiers"
    assert state.move_section(1)
    assert not state.move_section(1)
    assert state.cursor == "number"


def test_what_cannot_be_stored_is_left_out_of_a_text() -> None:
    state = at("rating")
    state.write("reason", "学\x0b用\x1b结合\n第二行")
    state.write("evidence", ("简\x00报",))
    assert state.answers["rating"] == Answer(reason="学用结合\n第二行", evidence=("简报",))


@pytest.mark.parametrize("cell", ["done", "planned"])
def test_a_share_answered_elsewhere_stays_until_both_numbers_are_typed(cell: str) -> None:
    state, _ = filling(CHECKLIST, answers={"ratio": Answer(number=Decimal("0.875"))})
    state.go("ratio")
    assert state.text_in("ratio", cell) == ""
    assert state.running("ratio").score == Decimal("4.375")


ACTS = st.one_of(
    st.tuples(st.just("choose"), st.integers(0, 6)),
    st.tuples(st.just("na"), st.none()),
    st.tuples(st.just("clear"), st.none()),
    st.tuples(st.just("move"), st.integers(-3, 3)),
    st.tuples(st.just("section"), st.sampled_from([-1, 1])),
    st.tuples(st.just("unfinished"), st.none()),
    st.tuples(st.just("settle"), st.none()),
    st.tuples(st.just("type"), st.tuples(st.integers(0, 2), st.text("0123456789.-x１年", max_size=6))),
    st.tuples(st.just("reason"), st.text("理由 因为", max_size=4)),
    st.tuples(st.just("evidence"), st.lists(st.text("佐证 ", max_size=3), max_size=2).map(tuple)),
    st.tuples(st.just("text"), st.text("小结 ", max_size=4)),
)


def act(state: FormState, name: str, value: object) -> None:
    match name, value:
        case "choose", int(position):
            state.choose(position)
        case "move", int(step):
            state.move(step)
        case "section", int(step):
            state.move_section(step)
        case "type", (int(place), str(text)):
            cells = list(state.texts(state.cursor or ""))
            if cells:
                state.type(cells[place % len(cells)], text)
        case "text", str(text):
            if state.drawing(state.cursor or "").shape == "text":
                state.write("text", text)
        case (("reason" | "evidence"), _):
            state.write(name, value)
        case _:
            {
                "na": state.toggle_not_applicable,
                "clear": state.clear,
                "unfinished": state.move_to_unfinished,
                "settle": state.settle,
            }[name]()


def snapshot(state: FormState) -> tuple[object, ...]:
    """All that a person sees of the form's content."""
    texts = {(each, cell): text for each in state.numbers for cell, text in state.texts(each).items() if text}
    return (dict(state.answers), texts, state.order)


@given(st.lists(ACTS, max_size=25))
@settings(max_examples=150, deadline=None)
def test_undo_takes_everything_back_and_nothing_is_lost_on_the_way(acts: list[tuple[str, object]]) -> None:
    state, saved = filling(CHECKLIST)
    beginning = snapshot(state)
    for name, value in acts:
        act(state, name, value)
        assert saved == state.answers
        assert state.cursor in state.order
        assert not any(answer == Answer() for answer in state.answers.values())
    while state.undo():
        assert saved == state.answers
        assert state.cursor in state.order
    assert snapshot(state) == beginning


@given(st.lists(ACTS, max_size=25))
@settings(max_examples=100, deadline=None)
def test_whatever_is_typed_only_answers_that_a_file_could_hold_are_saved(acts: list[tuple[str, object]]) -> None:
    state, saved = filling(CHECKLIST)
    for name, value in acts:
        act(state, name, value)
    sections = {each.id: section for section in CHECKLIST.section for each in section.criterion}
    for criterion_id, answer in saved.items():
        criterion = state.criteria[criterion_id]
        values = {key: each for key, each in write_answer(answer).items() if key not in ("reason", "evidence")}
        if answer.na:
            assert criterion.allow_na
        elif values:
            faults = Faults()
            assert frozenset(values) in kind(criterion.kind).shapes
            kind(criterion.kind).read(criterion, values, Setting(CHECKLIST, sections[criterion_id]), faults)
            assert not faults.found
    owed = {(each.criterion, each.what) for each in missing(CHECKLIST, saved)}
    assert owed == {(each, what) for each in state.order for what in state.owed(each)}

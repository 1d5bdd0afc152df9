from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import State
from cadre_tui.tui.colleagues.grid import Grid
from cadre_tui.tui.colleagues.sheet import Mark
from tests.tui.colleague_forms import form, forms, mixed, mutual, person


def test_twelve_colleagues_and_eight_criteria_take_ninety_six_keys() -> None:
    grid = Grid(forms(12))
    changes = []
    for _ in range(12 * 8):
        changes.append(grid.choose(2))
        grid.step()
    assert all(changes)
    assert all(grid.progress(row).done for row in range(12))
    assert (grid.row, grid.column) == (11, 7)
    assert not grid.step()


def test_a_digit_goes_down_the_people_before_the_next_criterion() -> None:
    grid = Grid(forms(3))
    visited = [(grid.row, grid.column)]
    for _ in range(3):
        grid.choose(1)
        grid.step()
        visited.append((grid.row, grid.column))
    assert visited == [(0, 0), (1, 0), (2, 0), (0, 1)]


def test_what_is_scored_already_is_never_run_into_by_the_next_digits() -> None:
    first, second = (each.id for each in (*mutual().criteria(),)[:2])
    done = {first: Answer(choice="good"), second: Answer(choice="poor")}
    grid = Grid(
        [
            form(person(0), mutual(), {second: Answer(choice="poor")}),
            form(person(1), mutual(), done),
            form(person(2), mutual()),
        ]
    )
    visited = []
    for _ in range(4):
        visited.append((grid.row, grid.column))
        grid.choose(2)
        grid.step()
    assert visited == [(0, 0), (2, 0), (2, 1), (0, 2)]
    assert [grid.cell(row, 1).option for row in range(3)] == [4, 4, 2]
    assert grid.cell(1, 0).option == 1


def test_those_above_are_gone_to_before_the_next_criterion() -> None:
    grid = Grid(forms(3))
    grid.go(1, 0)
    visited = []
    for _ in range(4):
        visited.append((grid.row, grid.column))
        grid.choose(1)
        grid.step()
    assert visited == [(1, 0), (2, 0), (0, 0), (0, 1)]


def test_after_the_last_open_place_the_cursor_stays() -> None:
    grid = Grid([form(person(0), mutual(), {each.id: Answer(choice="good") for each in mutual().criteria()})])
    grid.go(0, 3)
    grid.choose(2)
    assert not grid.step()
    assert (grid.row, grid.column) == (0, 3)
    assert grid.done


def test_nobody_is_led_to_a_remark_that_need_not_be_made() -> None:
    grid = Grid(forms(1, mixed()))
    grid.choose(2)
    assert grid.step()
    assert (grid.row, grid.column) == (0, 2), "a required number is open, however it is filled in"
    assert grid.left_open
    grid = Grid([form(person(0), mixed(), {"mixed.count": Answer(number=Decimal(2))})])
    grid.choose(2)
    assert not grid.step()
    assert grid.cell(0, 3).mark is Mark.OPEN
    assert not grid.left_open


def test_only_the_digits_of_the_options_answer() -> None:
    grid = Grid(forms(2))
    assert grid.choose(0) is None
    assert grid.choose(6) is None
    change = grid.choose(5)
    assert change is not None
    assert change.answer == Answer(choice="unknown")
    assert grid.cell(0, 0).option == 5


def test_a_new_choice_keeps_the_reason_and_the_evidence() -> None:
    first = next(mutual().criteria()).id
    written = {first: Answer(choice="good", reason="带头学", evidence=("笔记",))}
    grid = Grid([form(person(0), mutual(), written)])
    change = grid.choose(3)
    assert change is not None
    assert change.answer == Answer(choice="average", reason="带头学", evidence=("笔记",))
    assert grid.cell(0, 0).option == 3


def test_undo_goes_back_to_where_the_change_was_made_and_what_stood_there() -> None:
    grid = Grid(forms(2))
    grid.choose(1)
    grid.choose(4)
    grid.go(1, 5)
    change = grid.undo()
    assert (grid.row, grid.column) == (0, 0)
    assert change is not None
    assert change.answer == Answer(choice="good")
    change = grid.undo()
    assert change is not None
    assert change.answer is None
    assert grid.cell(0, 0).mark is Mark.OPEN
    assert grid.undo() is None


def test_the_next_open_place_is_sought_criterion_by_criterion_and_round_the_end() -> None:
    grid = Grid(forms(3))
    grid.go(1, 2)
    grid.choose(1)
    grid.go(0, 2)
    assert grid.seek()
    assert (grid.row, grid.column) == (2, 2)
    grid.go(2, 7)
    assert grid.seek()
    assert (grid.row, grid.column) == (0, 0)


def test_nothing_is_sought_where_everything_is_answered() -> None:
    grid = Grid(forms(2))
    for column in range(8):
        for row in range(2):
            grid.go(row, column)
            grid.choose(1)
    grid.go(1, 3)
    assert not grid.seek()
    assert (grid.row, grid.column) == (1, 3)


def test_what_another_answer_hides_is_not_asked_and_not_counted() -> None:
    grid = Grid(forms(1, mixed()))
    assert grid.cell(0, 1).mark is Mark.NOT_ASKED
    assert grid.progress(0).asked == 2
    grid.choose(1)
    assert grid.cell(0, 1).mark is Mark.OPEN
    assert grid.progress(0).asked == 3
    grid.go(0, 1)
    assert grid.choose(1) is not None
    grid.go(0, 0)
    grid.choose(2)
    grid.go(0, 1)
    assert grid.choose(1) is None


def test_an_owed_reason_is_marked_and_keeps_the_person_from_being_done() -> None:
    grid = Grid(forms(1, mixed()))
    grid.choose(2)
    assert grid.cell(0, 0).mark is Mark.OWING
    assert grid.cell(0, 0).owes == ("reason",)
    assert grid.progress(0).owing == 1
    assert not grid.progress(0).done
    assert grid.seek((Mark.OWING,))
    assert (grid.row, grid.column) == (0, 0)


def test_an_optional_note_left_blank_does_not_count_as_missing() -> None:
    reasoned = Answer(choice="no", reason="很少参加")
    grid = Grid([form(person(0), mixed(), {"mixed.first": reasoned, "mixed.count": Answer(number=Decimal(2))})])
    assert grid.progress(0).done


def test_a_number_is_not_answered_by_a_digit() -> None:
    grid = Grid(forms(1, mixed()))
    grid.go(0, 2)
    assert grid.columns[2].options == ()
    assert grid.choose(1) is None


def test_not_applicable_is_taken_only_where_the_checklist_allows_it() -> None:
    grid = Grid(forms(1, mixed()))
    change = grid.not_applicable()
    assert change is not None
    assert change.answer == Answer(na=True)
    change = grid.not_applicable()
    assert change is not None
    assert change.answer is None
    grid.go(0, 2)
    assert grid.not_applicable() is None


def test_what_is_handed_in_takes_no_more_answers_and_is_passed_over() -> None:
    answered = {each.id: Answer(choice="good") for each in mutual().criteria()}
    grid = Grid([form(person(0), mutual()), form(person(1), mutual(), answered, State.SUBMITTED)])
    assert grid.handed_in(1)
    grid.choose(1)
    grid.step()
    assert (grid.row, grid.column) == (0, 1)
    grid.go(1, 0)
    assert grid.choose(2) is None


def test_past_the_deadline_nothing_changes_and_nothing_is_called_handed_in() -> None:
    late = form(person(0), mutual())
    grid = Grid([late.model_copy(update={"task": late.task.model_copy(update={"open": False})})])
    assert grid.closed(0)
    assert not grid.handed_in(0)
    assert grid.choose(1) is None
    assert not grid.progress(0).handed_in


def test_what_was_read_again_is_compared_with_what_is_here() -> None:
    grid = Grid(forms(2))
    assert grid.holds(forms(2))
    grid.choose(1)
    assert not grid.holds(forms(2))
    assert not grid.holds(forms(3))
    first = next(mutual().criteria()).id
    assert grid.holds([form(person(0), mutual(), {first: Answer(choice="good")}), form(person(1), mutual())])


def test_a_second_checklist_follows_the_first_and_is_asked_only_of_whom_it_is_for() -> None:
    grid = Grid([*forms(2), form(person(1), mixed())])
    assert [column.number for column in grid.columns] == list(range(1, 13))
    assert grid.cell(0, 8).mark is Mark.NOT_ASKED
    assert grid.cell(1, 8).mark is Mark.OPEN
    for column in range(8):
        for row in range(2):
            grid.go(row, column)
            grid.choose(1)
    assert grid.step()
    assert (grid.row, grid.column) == (1, 8)


def test_the_tally_counts_every_option() -> None:
    grid = Grid(forms(4))
    for digit in (1, 2, 2):
        grid.choose(digit)
        grid.step()
    assert [(text.say("zh"), count) for text, count in grid.tally(0)] == [
        ("好", 1),
        ("较好", 2),
        ("一般", 0),
        ("差", 0),
        ("不了解", 0),
    ]
    assert grid.left(0) == 1


def test_taking_an_answer_away_can_be_undone() -> None:
    grid = Grid(forms(1))
    assert grid.clear() is None
    grid.choose(1)
    change = grid.clear()
    assert change is not None
    assert change.answer is None
    undone = grid.undo()
    assert undone is not None
    assert undone.answer == Answer(choice="good")


def test_clearing_leaves_what_was_written() -> None:
    first = next(mutual().criteria()).id
    grid = Grid([form(person(0), mutual(), {first: Answer(choice="good", reason="带头学")})])
    change = grid.clear()
    assert change is not None
    assert change.answer == Answer(reason="带头学")
    assert grid.cell(0, 0).mark is Mark.OPEN


@given(st.lists(st.one_of(st.integers(0, 9), st.sampled_from("udlnsxc")), max_size=40))
@settings(max_examples=60, deadline=None)
def test_no_keys_lead_outside_the_grid(keys: list[int | str]) -> None:
    grid = Grid(forms(3, mixed()))
    acts = {
        "u": grid.undo,
        "d": lambda: grid.move(rows=1),
        "l": lambda: grid.move(columns=-1),
        "n": grid.seek,
        "s": grid.step,
        "x": grid.not_applicable,
        "c": grid.clear,
    }
    for key in keys:
        grid.choose(key) if isinstance(key, int) else acts[key]()
        assert 0 <= grid.row < 3
        assert 0 <= grid.column < 4
        assert all(0 <= grid.progress(row).answered <= grid.progress(row).asked for row in range(3))

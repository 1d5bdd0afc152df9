"""What a person does at the keyboard, a step at a time: look, press, wait for what it brings about."""

import re
from collections.abc import Sequence

from cadre_tui.kinds import draw
from cadre_tui.locale import _
from cadre_tui.model.answers.drawing import Choices, NumberField, NumberLines, RatioField
from cadre_tui.model.checklists.checklist import Checklist, Criterion
from tests.terminal.driver import Terminal

REASON = "三季度抽调防汛，推迟一个月，已补上。"


def sign_in(terminal: Terminal, person: str, password: str, home: str = "─ 待办") -> None:
    """As one does it: the id, Enter, the password, Enter; ``home`` is what stands on the screen that follows."""
    terminal.wait_for(_("密码"))
    terminal.send(person)
    terminal.wait_for(person)
    terminal.send(f"\r{password}\r")  # as quickly as one can
    terminal.wait_until(lambda: home in terminal.text and filled(terminal), "home")


def cursor(terminal: Terminal) -> int:
    """The number of the criterion that the form's cursor stands on, 0 where there is none."""
    found = re.search(r"│ ▸(\d+) ", terminal.text)
    return int(found[1]) if found else 0


def answered(terminal: Terminal) -> int:
    """How many the form's heading says are answered."""
    found = re.search(r"(\d+)/\d+\s*$", terminal.text.splitlines()[0])
    assert found, terminal.text
    return int(found[1])


def answer(terminal: Terminal, criterion: Criterion, checklist: Checklist) -> None:
    """Answer the criterion that the cursor stands on: the first option, or a small number."""
    match draw(criterion, checklist):
        case Choices():
            terminal.send("1")
        case NumberField():
            type_in(terminal, "3")
        case RatioField():
            type_in(terminal, "9")
            type_in(terminal, "10")
        case NumberLines(lines=lines):
            for _line in lines:
                type_in(terminal, "0")
        case other:
            raise AssertionError(other)


def type_in(terminal: Terminal, number: str) -> None:
    """Type a number into the field that is open, or is opened by its first digit; Enter goes on."""
    terminal.send(number)
    terminal.wait_for(f"[{number}_")
    terminal.press("enter")


def fill_in(terminal: Terminal, checklist: Checklist, missing: Sequence[int]) -> None:
    """Answer the criteria with these numbers (from 1), each found with ``n``."""
    criteria = list(checklist.criteria())
    terminal.wait_until(lambda: cursor(terminal) > 0, "the form's cursor")
    for number in missing:
        while cursor(terminal) != number:
            here = cursor(terminal)
            terminal.press("n")
            terminal.wait_until(lambda here=here: cursor(terminal) not in {0, here}, "the cursor to move on")
        before = answered(terminal)
        answer(terminal, criteria[number - 1], checklist)
        terminal.wait_until(lambda before=before: answered(terminal) == before + 1, f"{number} to be answered")
        if number < len(criteria):
            terminal.wait_until(lambda number=number: cursor(terminal) not in {0, number}, "the cursor to go on")


def score_all(terminal: Terminal, colleagues: int, criteria: int, key: str) -> None:
    """Give every answer that is still missing on the grid the same option, until everybody is done."""
    done = f"评完 {colleagues}/{colleagues} 人"
    for _key in range(3 * colleagues * criteria):
        terminal.wait_for("▸", "已评：")
        if done in terminal.text:
            return
        before = terminal.text
        row = terminal.row("▸")
        terminal.press(key if "[ ]" in row else "n")
        terminal.wait_until(lambda before=before: terminal.text != before, "something to change on the grid")
    raise AssertionError(f"not {done}:\n{terminal.text}")


def hand_in(terminal: Terminal, count: int) -> None:
    """From the list of what is missing, which must be empty: hand in, confirm."""
    terminal.wait_for("请再看一遍，然后提交")
    terminal.press("s")
    terminal.wait_for(f"现在提交这 {count} 份")
    choose(terminal, "确认提交")
    terminal.wait_for(f"提交成功，共 {count} 份")


def choose(terminal: Terminal, entry: str, mark: str = "▸") -> None:
    """Move the cursor of a list to an entry and press Enter."""
    for _step in range(40):
        here = marked(terminal, mark)
        there = terminal.text.splitlines().index(terminal.row(entry))
        if here == there:
            terminal.press("enter")
            return
        terminal.press("down" if here < there else "up")
        terminal.wait_until(lambda here=here: marked(terminal, mark) not in {-1, here}, "the cursor to move")
    raise AssertionError(f"{entry} cannot be reached:\n{terminal.text}")


def marked(terminal: Terminal, mark: str) -> int:
    """The row on which a list's cursor stands, -1 where there is none."""
    return next((number for number, row in enumerate(terminal.text.splitlines()) if mark in row), -1)


def go_home(terminal: Terminal) -> None:
    """Esc from screen to screen until home."""
    for _screen in range(4):
        if "─ 待办" in terminal.text:
            return
        before = heading(terminal)
        terminal.press("escape")
        terminal.wait_until(lambda before=before: heading(terminal) != before and filled(terminal), "another screen")
    terminal.wait_for("─ 待办")


def heading(terminal: Terminal) -> str:
    """The top line: where one is."""
    return terminal.text.splitlines()[0]


def filled(terminal: Terminal) -> bool:
    """Whether more stands on the screen than its edges: what it is about has been read."""
    return sum(bool(line.strip()) for line in terminal.text.splitlines()) > 3

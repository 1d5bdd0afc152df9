"""The whole job, as it is done at a keyboard: check oneself, score the colleagues, see how others see one."""

import re
from datetime import datetime
from pathlib import Path

from cadre_tui.demo import county as demo
from cadre_tui.demo.rounds import CHINA
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.filling.home import Todo
from cadre_tui.model.people.person import Person
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.services.filling import responses
from cadre_tui.services.growth import plans
from cadre_tui.services.home import home_of
from cadre_tui.services.people import accounts
from cadre_tui.services.results import reading
from cadre_tui.services.session import Session
from tests.terminal.driver import Terminal
from tests.terminal.steps import choose, cursor, fill_in, go_home, hand_in, score_all


def signed_in(folder: Path, who: str) -> Session:
    """Somebody of the made-up county, as the services know them."""
    return accounts.sign_in(demo.open_demo(folder / "demo"), who, demo.PASSWORD)


def person(session: Session) -> Person:
    found = home_of(session).person
    assert found is not None
    return found


def todo(session: Session, purpose: Purpose) -> Todo:
    return next(each for each in home_of(session).todos if each.purpose is purpose)


def missing(session: Session, purpose: Purpose, checklist: Checklist) -> list[int]:
    """The numbers of the criteria that still want an answer."""
    waiting = todo(session, purpose)
    gaps = responses.gaps(session, waiting.round, purpose)
    owed = {each.criterion for gap in gaps if gap.task.checklist == checklist.id for each in gap.missing}
    return [number for number, each in enumerate(checklist.criteria(), 1) if each.id in owed]


def tell_what_became_of_the_plan(terminal: Terminal) -> None:
    """One item with a word, the others without; then on to the form."""
    terminal.wait_for("自评以前，先看上次定的计划", "已答 0/4 条")
    terminal.press("1")
    terminal.wait_for("已答 1/4 条")
    terminal.press("enter")
    terminal.wait_for("补充一句，可以不写")
    terminal.send("每个月都讲了")
    terminal.wait_for("每个月都讲了")
    terminal.press("enter")
    for number in (2, 3, 4):
        terminal.press("2")
        terminal.wait_for(f"已答 {number}/4 条")
        terminal.press("down")
    terminal.wait_for("都说了")
    terminal.press("z")


def make_a_plan(terminal: Terminal) -> None:
    """What others see comes before any figure; the first proposal becomes an item in one's own words."""
    shown = terminal.wait_for("看自己", "长处", "Enter 看分数")
    assert "总分" not in shown
    assert not terminal.screen.torn()
    terminal.press("p")
    terminal.wait_for("可以从这里起步", "0/8 条")
    terminal.press("enter")
    terminal.wait_for("第 1 条", "结合哪项工作")
    terminal.send("每周五下午讲一次")
    terminal.wait_for("每周五下午讲一次")
    terminal.press("escape")
    terminal.wait_for("1/8 条")
    terminal.press("escape")
    terminal.wait_for("看自己", "长处", "Enter 看分数")


def check_oneself(terminal: Terminal, cadre: Session, learning: Checklist, mutual: Checklist) -> None:
    """What became of the plan before, then the form where it was left, then the other one; handed in together."""
    choose(terminal, "学习型干部四项重点检查")
    tell_what_became_of_the_plan(terminal)
    left = missing(cadre, Purpose.SELF, learning)
    terminal.wait_until(lambda: cursor(terminal) == left[0], f"the cursor at {left[0]}, where it was left")
    fill_in(terminal, learning, left)
    terminal.wait_for("已保存", "19/19")
    terminal.press("escape")
    terminal.wait_for("待办", "19/19")
    choose(terminal, "自我检查  四项重点与四项素养评价")
    terminal.wait_for("0/8")
    fill_in(terminal, mutual, range(1, 9))
    terminal.press("s")
    hand_in(terminal, 2)
    assert {each.state for each in todo(cadre, Purpose.SELF).tasks} == {State.SUBMITTED}


def score_colleagues(terminal: Terminal, cadre: Session, mutual: Checklist, colleagues: int) -> None:
    """One criterion across all of them."""
    choose(terminal, "评价同事")
    terminal.wait_for(f"/{colleagues} 人", "1/8")
    score_all(terminal, colleagues, 8, "2")
    terminal.wait_for(f"{colleagues}/{colleagues} 人")
    terminal.press("s")
    hand_in(terminal, colleagues)
    given = responses.open_forms(cadre, todo(cadre, Purpose.PEER).round, Purpose.PEER, "core.mutual")
    assert {form.response.state for form in given} == {State.SUBMITTED}
    about = next(form for form in given if form.task.subject.id == demo.COLLEAGUE)
    assert set(about.response.answers) == {each.id for each in mutual.criteria()}


def look_at_a_result(terminal: Terminal, colleague: Session) -> None:
    """A colleague makes a plan of a published round's result, then reads the figures."""
    terminal.wait_for("待办", f"{person(colleague).name} ·")
    published = home_of(colleague).results[0]
    assert "先看自己" in terminal.row(published.title.say("zh"))
    choose(terminal, published.title.say("zh"))
    make_a_plan(terminal)
    (item,) = plans.plan(colleague, published.round).items
    assert item.what.endswith("每周五下午讲一次")
    terminal.press("enter")
    shown = terminal.wait_for("自评", "同事", "总分")
    assert not terminal.screen.torn()

    found = reading.result(colleague, published.round, demo.COLLEAGUE)
    assert f"总分 {found.total}" in shown
    first = next(each for each in found.criteria if each.peers is not None)
    row = terminal.row(first.text.say("zh"))
    assert re.search(rf"{first.own}\s+{first.peers}\s+{first.raters}\s", row), row


def test_a_cadre_checks_themself_scores_colleagues_and_a_colleague_sees_the_result(tmp_path: Path) -> None:
    demo.make(tmp_path / "demo", datetime.now(CHINA).date())
    cadre, colleague = signed_in(tmp_path, demo.CADRE), signed_in(tmp_path, demo.COLLEAGUE)
    catalogue = load_catalogue()
    learning, mutual = catalogue.checklist("core.learning"), catalogue.checklist("core.mutual")
    colleagues = len(todo(cadre, Purpose.PEER).tasks)

    with Terminal("--data", str(tmp_path), "demo") as terminal:
        # Who one can be stands on the first screen; the first of them is chosen with Enter alone.
        terminal.wait_for("可以这样登录", person(cadre).name, person(colleague).name)
        terminal.press("enter")
        terminal.wait_for("待办", "自我检查", "评价同事", "结果")
        check_oneself(terminal, cadre, learning, mutual)
        go_home(terminal)
        score_colleagues(terminal, cadre, mutual, colleagues)

        # Somebody else sits down: a colleague, who looks at a published round.
        go_home(terminal)
        terminal.press("o")
        terminal.wait_for("可以这样登录", person(colleague).name)
        choose(terminal, person(colleague).name)
        look_at_a_result(terminal, colleague)

        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert not terminal.left_behind()

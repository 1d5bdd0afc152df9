"""A ballot in a real terminal: slip, word, marks, left and taken up again, looked over, handed in, receipt."""

import re
from pathlib import Path

from cadre_tui.model.ballots.form import SIGNS
from cadre_tui.services.ballot_boxes import box_of
from tests.services.ballots.township import opened, township
from tests.terminal.driver import Terminal
from tests.terminal.steps import filled

WORD = "杏花春雨"
RECEIPT = re.compile(r"[0-9A-F]{4}(?:-[0-9A-F]{4}){3}")
PROMISE = "能监视本机或掌握发码情况的人仍可能推"


def test_a_voter_goes_from_the_slip_to_the_receipt(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    town = township(folder)
    slip = opened(town, {"a": 5, "b": 5, "c": 5}, units=("纪委",))["a"][0]
    with Terminal("--data", str(folder)) as terminal:
        enter(terminal, slip, "还有 4 处没评")
        terminal.send("２")  # full-width, as an input method gives it
        terminal.wait_for("还有 3 处没评")
        terminal.press("escape")
        terminal.wait_for("编号或姓名")
        assert slip not in terminal.text
        enter(terminal, slip, "接着上次的填")
        terminal.send("343")
        terminal.wait_for("都评了，按 s 核对")
        terminal.press("s")
        terminal.wait_for("可以投了：按 y 投进票箱")
        terminal.press("y")
        found = RECEIPT.search(terminal.wait_for("已经投进票箱"))
        assert found
        terminal.press("enter")
        left = terminal.wait_for("编号或姓名")
        assert found.group() not in left
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert not terminal.left_behind()
    box = box_of(town.county, "r1", "a")
    assert box is not None
    assert box.receipts == (found.group().replace("-", ""),)
    assert [each.marks for each in box.ballots] == [SIGNS[1] + SIGNS[3] + SIGNS[2] + SIGNS[2]]


def enter(terminal: Terminal, slip: str, then: str) -> None:
    """From the sign-in to the ballot; the promise stands there before anything is typed, no line begun by its dot."""
    terminal.wait_for("编号或姓名", "密码")
    terminal.press("f6")
    asked = terminal.wait_for("自己定的词", PROMISE)
    assert not any(row.strip().startswith("。") for row in asked.splitlines())
    terminal.send(f"{slip.lower()}\r{WORD}\r")
    terminal.wait_until(lambda: then in terminal.text and filled(terminal), then)

"""A terminal that is left alone is locked by itself, with everything kept that was being typed."""

from pathlib import Path

from tests.terminal import county
from tests.terminal.driver import Terminal
from tests.terminal.steps import choose, cursor, sign_in

THREE_SECONDS = {"CADRE_IDLE": "0.05"}


def test_left_alone_the_screen_is_covered_and_the_password_uncovers_it(folder: Path) -> None:
    with Terminal("--data", str(folder), environment=THREE_SECONDS) as terminal:
        sign_in(terminal, "q1", county.PASSWORD)
        choose(terminal, "自我检查  四项重点与四项素养评价")
        terminal.wait_until(lambda: cursor(terminal) == 1, "the form")
        terminal.press("tab")
        terminal.send("写到一半的理由")
        terminal.wait_for("写到一半的理由")
        covered = terminal.wait_for("屏幕已锁", "请 张建国 填密码解锁")
        assert "写到一半" not in covered
        assert "自我检查" not in covered
        terminal.send(f"{county.PASSWORD}\r")
        terminal.wait_for("写到一半的理由")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert not terminal.left_behind()

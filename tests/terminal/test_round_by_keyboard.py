"""An organiser makes a round and opens it at a real terminal of 80x24, with the keyboard alone."""

from pathlib import Path

from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import Phase
from cadre_tui.services.county import open_county
from cadre_tui.services.people import accounts
from cadre_tui.services.rounds import life
from tests.terminal import county
from tests.terminal.driver import Terminal


def retyped(terminal: Terminal, text: str) -> None:
    """Open the field under the cursor, type over it as an input method commits a text, and leave the field."""
    terminal.press("enter")
    terminal.wait_for("━")
    terminal.send(text)
    terminal.wait_until(lambda: terminal.row("┃").strip(" ┃") == text, "the text alone in the field")
    terminal.press("enter")
    terminal.wait_gone("━")


def test_an_organiser_makes_a_round_and_opens_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    county.make(folder)
    with Terminal("--data", str(folder)) as terminal:
        terminal.wait_for("密码")
        terminal.send(f"{county.ORGANISER}\r{county.PASSWORD}\r")
        terminal.wait_for("考评轮次", "n 新建一轮")
        terminal.press("n")
        terminal.wait_for("从哪里开始", "只有自评")
        terminal.press("enter")
        terminal.wait_for("名称（2/9）")
        retyped(terminal, "年终自评")
        terminal.press("down")
        retyped(terminal, "year-end")
        for step in range(3, 10):
            terminal.press("]")
            terminal.wait_for(f"（{step}/9）")
        terminal.wait_for("没有不对的", "年终自评")
        terminal.press("y")
        terminal.wait_for("筹备中 →", "条件都做到了")
        terminal.press("g")
        terminal.wait_for("冻结这一轮的规则", "y 同意")
        terminal.press("y")
        terminal.wait_for("● 筹备中 → ◐ 进行中")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert terminal.left_behind() == []
    opened = open_county(county.store_url(folder))
    held = life.find(opened, "year-end")
    assert (held.phase, held.rules.title.say("zh")) == (Phase.OPEN, "年终自评")
    organiser = accounts.act_as(accounts.sign_in(opened, county.ORGANISER, county.PASSWORD), Role.ORGANISER)
    assert "year-end" in [each.id for each in life.rounds(organiser)]

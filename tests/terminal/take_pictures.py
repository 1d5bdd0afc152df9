"""The documents' pictures, of the real program: ``python -m tests.terminal.take_pictures docs/pictures``."""

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from cadre_tui.demo import county as demo
from cadre_tui.demo.rounds import CHINA
from tests.terminal.driver import Terminal
from tests.terminal.picture import draw


def go_to(terminal: Terminal, word: str) -> None:
    """Move the cursor down to the line in which a word stands."""

    def here() -> str:
        return next((line for line in terminal.text.splitlines() if "▸" in line), "")

    terminal.wait_for("▸")
    while word not in (before := here()):
        terminal.press("down")
        terminal.wait_until(partial(lambda was: here() != was, before), "the cursor to move")


def home(terminal: Terminal) -> None:
    """Zhang Jianguo's first screen."""
    terminal.press("enter")
    terminal.wait_for("待办")


def form(terminal: Terminal) -> None:
    """His self-assessment, half done."""
    home(terminal)
    go_to(terminal, "学习型干部")
    terminal.press("enter")
    terminal.wait_for("自评以前")
    terminal.press("z")
    terminal.wait_for("说明", "12/19")
    terminal.press("2")
    terminal.wait_for("已保存")


def colleagues(terminal: Terminal) -> None:
    """His colleagues, one criterion across all."""
    home(terminal)
    go_to(terminal, "评价同事")
    terminal.press("enter")
    terminal.wait_for("1/8")
    terminal.press("2", "1", "2")
    terminal.wait_for("已保存")


def result(terminal: Terminal) -> None:
    """His result of the round before."""
    growth(terminal)
    terminal.press("enter")
    terminal.wait_for("总分")


def growth(terminal: Terminal) -> None:
    """The first page of it: what others see in him."""
    home(terminal)
    go_to(terminal, "良好")
    terminal.press("enter")
    terminal.wait_for("看自己", "长处")


def plan(terminal: Terminal) -> None:
    """What he makes of it."""
    growth(terminal)
    terminal.press("p")
    terminal.wait_for("可以从这里起步")


def county(terminal: Terminal) -> None:
    """What that round found about everybody together, as every cadre may see it."""
    home(terminal)
    go_to(terminal, "良好")
    terminal.press("u")
    terminal.wait_for("四项重点 ", "持续机制", seconds=30)


def quality(terminal: Terminal) -> None:
    """How the raters of the round before rated, as the organiser sees it."""
    go_to(terminal, "周明")
    terminal.press("enter")
    terminal.wait_for("考评轮次")
    go_to(terminal, "已公布")
    terminal.press("enter")
    terminal.wait_for("看质量")
    terminal.press("q")
    terminal.wait_for("要问一问的")


PICTURES: dict[str, Callable[[Terminal], None]] = {
    "home-zh": home,
    "form-zh": form,
    "colleagues-zh": colleagues,
    "growth-zh": growth,
    "plan-zh": plan,
    "result-zh": result,
    "county-zh": county,
    "quality-zh": quality,
}


def take(folder: Path) -> None:
    """Write every picture to ``folder``, each of a fresh copy of the county."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as made:
        demo.make(Path(made) / "demo", datetime.now(CHINA).date())
        for name, lead_to in PICTURES.items():
            data = Path(made) / name
            copytree(Path(made) / "demo", data / "demo")
            with Terminal("--data", str(data), "demo", "--glyphs", "unicode") as terminal:
                terminal.wait_for("可以这样登录")
                lead_to(terminal)
                terminal.read(1.5)
                draw(terminal.screen, folder / f"{name}.png")


if __name__ == "__main__":
    take(Path(sys.argv[1]))

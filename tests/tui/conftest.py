"""What tests of the screens share: a small real county, at a fixed time, fresh for each test."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns
from time import process_time
from typing import Any

import pytest
from textual._context import active_app
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from cadre_tui.services.county import County
from cadre_tui.services.session import Session
from tests.tui import small_county

FRAME = 0.005
"""Seconds in which a screen is drawn anew at the latest."""


async def nothing_to_do(min_sleep: float = 0, max_sleep: float = 10) -> None:
    """Wait until nothing is to be called now or within a frame, and no thread works; for ten seconds at the most.

    A machine that does much else besides needs seconds for the first screen, with all that is imported for it.
    An app that is being left is not waited for: the timers of its screens go on until it has gone.
    """
    loop: Any = asyncio.get_running_loop()
    end = loop.time() + max_sleep
    await asyncio.sleep(min_sleep)
    busy = True
    while busy and loop.time() < end and not active_app.get()._exit:
        worked = process_time()
        await asyncio.sleep(FRAME)
        soon = loop.time() + FRAME
        due = any(each.when() < soon for each in loop._scheduled if not each.cancelled())
        busy = due or bool(loop._ready) or process_time() - worked > FRAME / 5


def has_nothing_to_do(pump: MessagePump) -> bool:
    """Whether a widget, a screen or the app has done with all its messages, and waits for the next."""
    queue = pump._message_queue
    return queue.empty() and bool(queue.ready_event._waiters)


ask_all_widgets = Pilot._wait_for_screen


async def asked_where_busy(pilot: Pilot[Any], timeout: float = 30) -> bool:
    """Wait until the screen and all on it have done with their messages: nobody is asked where nobody has any.

    Textual's own pilot sends each a message and waits for all the answers, ten times a key: half of a key's time.
    """
    app = pilot.app
    if app._running and app.screen_stack:
        every = app, *app.screen.walk_children(with_self=True)
        if all(map(has_nothing_to_do, every)):
            return True
    return await ask_all_widgets(pilot, timeout)


@pytest.fixture(scope="session", autouse=True)
def styles_parsed_once() -> Iterator[None]:
    """The same styles are parsed once: every app parses its own anew, and again with each screen that brings some.

    What was parsed is only read: within an app, too, many widgets share it.
    """
    parse: Any = Stylesheet._parse_rules
    parsed: dict[object, list[RuleSet]] = {}

    def once(sheet: Stylesheet, css: str, **about: Any) -> list[RuleSet]:
        key = css, tuple(about.items()), tuple(sheet._variables.items())
        if key not in parsed:
            parsed[key] = parse(sheet, css, **about)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", once)
        yield


@pytest.fixture(scope="session")
def made_county(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The county's files, made once, and its newcomer's activation code."""
    folder = tmp_path_factory.mktemp("county") / "data"
    return folder, small_county.make(folder)


@pytest.fixture
def county_folder(made_county: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy of the county's files that a test may change."""
    return copytree(made_county[0], tmp_path / "data", ignore=ignore_patterns(".locks"))


@pytest.fixture
def county(county_folder: Path) -> County:
    """The small county (see ``small_county``) at ``small_county.NOW``."""
    return small_county.county_in(county_folder)


@pytest.fixture
def newcomer_code(made_county: tuple[Path, str]) -> str:
    """The activation code of ``small_county.NEWCOMER``."""
    return made_county[1]


@pytest.fixture
def cadre(county: County) -> Session:
    """张建国 (q1), half way through the round under way."""
    return small_county.signed_in(county, "q1")


@pytest.fixture
def organiser(county: County) -> Session:
    """The county's organiser."""
    return small_county.signed_in(county, small_county.ORGANISER)


@pytest.fixture
def rater(county: County) -> Session:
    """王海 (q3), who has begun to score his four colleagues."""
    return small_county.signed_in(county, "q3")


@pytest.fixture(autouse=True)
def soon_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pilot waits until the app has nothing left to do: a frame of five milliseconds, not of twenty.

    Textual's own pilot watches the processor's time alone, which says little on a busy machine; the loop knows more.
    """
    for module in ("textual.app", "textual.pilot"):
        monkeypatch.setattr(f"{module}.wait_for_idle", nothing_to_do)
    monkeypatch.setattr(Pilot, "_wait_for_screen", asked_where_busy)
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", FRAME / 4)


@pytest.fixture(autouse=True)
def steady_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """What blinks looks another way every half second."""
    for widget in (Input, TextArea):
        monkeypatch.setattr(widget.cursor_blink, "_default", False)

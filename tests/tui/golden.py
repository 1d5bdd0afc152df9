"""Golden screens: what stands on a screen, as plain text, held in ``golden/``.

``CADRE_WRITE_GOLDEN=1`` writes them anew; look at the difference before it is committed.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width
from unittest.mock import patch

import pytest
from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip

from cadre_tui import locale
from cadre_tui.services.county import County
from cadre_tui.services.session import Session
from cadre_tui.tui.app import CadreApp
from cadre_tui.tui.drawing.glyphs import SETS
from cadre_tui.tui.hints import Hints

FOLDER = Path(__file__).parent / "golden"

STILL = 4
"""How many times in a row, some 15 milliseconds each or more, a screen must be seen unchanged to stand still."""

PATIENCE = 10.0
"""Seconds after which a screen is looked at although it does not stand still."""


@dataclass(frozen=True)
class Look:
    """One way in which the app can stand before somebody."""

    language: str = "zh"
    columns: int = 80
    lines: int = 24
    glyphs: str = "unicode"
    colour: bool = True
    larger: tuple[int, int] | None = None
    """Columns and lines that the terminal is also drawn out to for a look, and back again."""

    def __str__(self) -> str:
        parts = [self.language, f"{self.columns}x{self.lines}"]
        parts += [self.glyphs] if self.glyphs != "unicode" else []
        return "-".join(parts + ([] if self.colour else ["mono"]))

    @asynccontextmanager
    async def open(
        self, county: County, session: Session | None = None, hints: Hints = ()
    ) -> AsyncIterator[Pilot[Any]]:
        """The app, running, with everything that it loads at its start there."""
        locale.use(self.language)
        with patch.dict(os.environ, {} if self.colour else {"NO_COLOR": "1"}):
            if self.colour:
                os.environ.pop("NO_COLOR", None)
            app = CadreApp(county, session=session, glyphs=SETS[self.glyphs], hints=hints)
            async with app.run_test(size=(self.columns, self.lines)) as pilot:
                await settle(pilot)
                yield pilot


LARGE = (120, 40)
LOOKS = (Look(), Look(columns=120, lines=40), Look("en"), Look("en", 120, 40))
"""Chinese and English, small and large, each in an app of its own."""
each_look = pytest.mark.parametrize(
    "look", (Look(larger=LARGE), Look("en", larger=LARGE), Look(glyphs="ascii"), Look(colour=False)), ids=str
)
"""Chinese and English, small and drawn out to large, both sets of signs, without colour."""
each_look_afresh = pytest.mark.parametrize("look", (*LOOKS, Look(glyphs="ascii"), Look(colour=False)), ids=str)
"""The same, each in an app of its own: where drawing out has something else to say, as where one has scrolled."""


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until nothing is being fetched, saved or drawn any more."""
    await pilot.pause()
    while any(not worker.is_finished for worker in pilot.app.workers):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    await pilot.pause()


async def stand_still(pilot: Pilot[Any]) -> None:
    """Wait until the screen has stayed as it is for a while: what nobody can ask about may be on its way as well.

    Looks are counted, not milliseconds: a busy machine may let the time pass without giving the app any of it.
    """
    end = asyncio.get_running_loop().time() + PATIENCE
    await settle(pilot)
    seen, times = text_of(pilot.app), 0
    while times < STILL and asyncio.get_running_loop().time() < end:
        await settle(pilot)
        before, seen = seen, text_of(pilot.app)
        times = times + 1 if seen == before else 0


async def until(pilot: Pilot[Any], so: Callable[[], object], seconds: float = 20) -> None:
    """Wait until something is so. Fails where it does not come to be so."""
    async with asyncio.timeout(seconds):
        while not so():
            await pilot.pause(0.01)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one by one, each named one when what the one before brought about is there."""
    typing = False
    for key in keys:
        named = len(key) > 1
        if named and typing:
            await settle(pilot)
        await pilot.press(key)
        if named:
            await settle(pilot)
        typing = not named
    await settle(pilot)


async def write(pilot: Pilot[Any], text: str) -> None:
    """Put a text where the cursor is, all at once, as a paste does."""
    pilot.app.post_message(Paste(text))
    await settle(pilot)


async def compose(pilot: Pilot[Any], text: str) -> None:
    """Type a text as an input method does: all its characters are there before the first of them is heard."""
    for character in text:
        pilot.app.post_message(Key(_character_to_key(character), character))
    await settle(pilot)


def strips(app: Any) -> list[Strip]:
    """What the terminal is sent, line by line."""
    found: list[Strip] = app.screen._compositor.render_strips()
    return found


def text_of(app: Any) -> str:
    """The screen as text, row by row, without the spaces at the ends."""
    return "\n".join(strip.text.rstrip() for strip in strips(app)).rstrip() + "\n"


def marked_text_of(app: Any) -> str:
    """The same, with what is drawn reversed between ``⟦⟧``: how a focus shows without colour."""
    rows = []
    for strip in strips(app):
        parts = [
            f"⟦{segment.text}⟧" if segment.style and segment.style.reverse else segment.text for segment in strip
        ]
        rows.append("".join(parts).replace("⟧⟦", "").rstrip())
    return "\n".join(rows).rstrip() + "\n"


def colours_of(app: Any) -> set[str]:
    """The names of all colours on the screen, other than the terminal's own."""
    found = set()
    for strip in strips(app):
        for segment in strip:
            for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                if colour is not None and not colour.is_default:
                    found.add(colour.name)
    return found


async def assert_looks(pilot: Pilot[Any], name: str, look: Look) -> None:
    """The screen is the golden one of that name and look, no line is torn and no colour is there that may not be.

    Where the look has a larger terminal as well, the screen is the golden one there too, and then again as it was.
    """
    await assert_stands(pilot, name, look)
    if look.larger:
        await pilot.resize_terminal(*look.larger)
        await assert_stands(pilot, name, replace(look, columns=look.larger[0], lines=look.larger[1]))
        await pilot.resize_terminal(look.columns, look.lines)
        await settle(pilot)


async def assert_stands(pilot: Pilot[Any], name: str, look: Look) -> None:
    """The screen as it stands, in the terminal's size, is the golden one of that name and look."""
    await stand_still(pilot)
    app = pilot.app
    columns = app.size.width
    assert [strip.cell_length for strip in strips(app)] == [columns] * app.size.height, "a line is torn"
    if not look.colour:
        assert not colours_of(app)
    text = text_of(app) if look.colour else marked_text_of(app)
    if look.glyphs == "ascii":
        assert not ambiguous(text), f"two cells wide in some terminals: {ambiguous(text)}"
    path = FOLDER / f"{name}.{look}.txt"
    if os.environ.get("CADRE_WRITE_GOLDEN"):
        path.write_text(text, "utf-8")
    assert path.is_file(), f"no golden screen {path.name}: write it with CADRE_WRITE_GOLDEN=1 and look at it"
    assert text.splitlines() == path.read_text("utf-8").splitlines()


def ambiguous(text: str) -> set[str]:
    """The characters that take one cell in some terminals and two in others."""
    return {character for character in text if east_asian_width(character) == "A"}

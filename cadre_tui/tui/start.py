"""The door to the app: what must be settled before Textual is imported, and what is told after it ended."""

import os
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from cadre_tui.locale import _
from cadre_tui.tui import probe
from cadre_tui.tui.hints import Hints, SignInHint

if TYPE_CHECKING:
    from cadre_tui.model.checklists.checklist import Purpose
    from cadre_tui.plugins.known.catalogue import Catalogue
    from cadre_tui.services.county import County
    from cadre_tui.services.session import Session
    from cadre_tui.tui.app import CadreApp
    from cadre_tui.tui.drawing.glyphs import Glyphs
    from cadre_tui.tui.host import Host

__all__ = ["SignInHint", "open_app", "open_preview"]


def open_app(
    county: "County | Callable[[], County]",
    *,
    session: "Session | None" = None,
    glyphs: str | None = None,
    hints: Hints = (),
    log: Path | None = None,
    idle: float | None = None,
    handed_over: bool = False,
    first: "Callable[[Host], None] | None" = None,
) -> int:
    """Open the app on a county and answer the process's exit code.

    ``county`` may be a function that opens it: it is called when the first screen shows. ``hints`` may be one that
    tells anew, at each sign-in, whom one can be. ``glyphs`` is ``unicode`` or ``ascii``; where it is None the
    terminal is asked. ``log`` is the file in which the program writes what happens to it; its folder must be there,
    else nothing is written. ``idle`` are the minutes without a key after which the screen is locked (0: never; None:
    as the county has settled it). ``handed_over`` says that another program proved whose ``session`` it is. ``first``
    opens what is there instead of the sign-in and the home screen.

    Raises:
        CadreError: the county cannot be opened.
    """
    if not _at_a_terminal():
        return 2
    # Some terminals drop text composed by an input method when they are asked for Kitty's keys.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    app_of, chosen = _loaded(glyphs)
    from cadre_tui.tui import ending  # noqa: PLC0415 - it comes with the app

    if log is not None:
        ending.write_log_to(log)
    app = app_of(county, session=session, glyphs=chosen, hints=hints, handed_over=handed_over, idle=idle, first=first)
    ending.log.info("started, %s%s", chosen.name, f", {session.person} by sshd" if session and handed_over else "")
    app.run()
    ending.log.info("ended, %s", app.return_code)
    ending.let_go_of_a_lost_terminal()
    return _told(app, log)


def _at_a_terminal() -> bool:
    """Whether all streams are a terminal's; where they are not, that is said."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    if all(stream is not None and stream.isatty() for stream in streams):
        return True
    print(_("这里不是终端窗口，打不开界面：请在终端里直接运行 cadre，不要转接输入或输出。"), file=sys.stderr)
    return False


def _loaded(glyphs: str | None) -> "tuple[type[CadreApp], Glyphs]":
    """The app, and the glyphs of that name; without one, those that the terminal draws as wide as they are meant."""
    ask = glyphs is None and probe.speaks_utf8()
    with probe.asking(0, 1) if ask else nullcontext() as question:
        from cadre_tui.tui.app import CadreApp  # noqa: PLC0415 - the terminal answers while this is loaded
        from cadre_tui.tui.drawing.glyphs import ASCII, SETS, UNICODE  # noqa: PLC0415

        if glyphs is not None:
            return CadreApp, SETS[glyphs]
        return CadreApp, ASCII if question is None or question.width() == 2 else UNICODE


def _told(app: "CadreApp", log: Path | None) -> int:
    """Say what is left to be said once the app has ended, and answer the exit code.

    Raises:
        CadreError: the county could not be opened.
    """
    if app.refused is not None:
        raise app.refused
    if app.failed:
        print(app.last_words(log), file=sys.stderr)
    if app.farewell:
        print(app.farewell)
    return app.return_code or 0


def open_preview(
    path: Path, purpose: "Purpose | None", known: "Callable[[], Catalogue]", *, glyphs: str | None
) -> int:
    """Show how the checklist in a file is filled in, on no county; answer the process's exit code.

    ``known`` gives the checklists among which an overlay finds its base. ``glyphs`` as for ``open_app``.
    """

    def no_county() -> "County":
        raise AssertionError  # no screen of a preview asks for one

    def first(app: "Host") -> None:
        from cadre_tui.tui import navigation  # noqa: PLC0415 - it comes with the app

        navigation.open_preview(app, path, purpose, known, then=app.exit)

    return open_app(no_county, glyphs=glyphs, idle=0, first=first)

"""``cadre`` alone: the app. And what else opens it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.places import data_folder, log_file
from cadre_tui.files.content import is_folder
from cadre_tui.tui.start import open_app, open_preview

if TYPE_CHECKING:
    from collections.abc import Callable

    from cadre_tui.model.checklists.checklist import Purpose
    from cadre_tui.plugins.known.catalogue import Catalogue
    from cadre_tui.services.county import County
    from cadre_tui.services.session import Session


def open_on(invocation: Invocation, glyphs: str | None) -> int:
    """Open the app on the county in the data folder, and answer the exit code."""

    def county() -> "County":
        from cadre_tui.cli.acting import county_of  # noqa: PLC0415 - loaded while the first screen shows

        return county_of(invocation)

    if not invocation.store and not is_folder(data_folder(invocation)):
        county()  # nobody has made it: told before anything is drawn
    return open_app(county, glyphs=glyphs, log=log_file(invocation.data), idle=_idle())


def open_signed_in(invocation: Invocation, session: "Session") -> int:
    """Open the app as somebody whose identity was handed over, and answer the exit code."""
    log = log_file(invocation.data)
    return open_app(
        session.county, session=session, glyphs=invocation.glyphs, log=log, idle=_idle(), handed_over=True
    )


def preview_file(
    invocation: Invocation, path: Path, purpose: "Purpose | None", known: "Callable[[], Catalogue]"
) -> int:
    """Show how the checklist in a file is filled in, among those that are ``known``; answer the exit code."""
    return open_preview(path, purpose, known, glyphs=invocation.glyphs)


def _idle() -> float | None:
    """The minutes of ``CADRE_IDLE`` without a key after which the screen is locked; None where it says no number."""
    try:
        minutes = float(os.environ.get("CADRE_IDLE", ""))
    except ValueError:
        return None
    return minutes if minutes >= 0 else None

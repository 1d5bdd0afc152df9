"""``cadre`` alone: the app."""

import os
from typing import TYPE_CHECKING

from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.places import data_folder, log_file
from cadre_tui.tui.start import open_app

if TYPE_CHECKING:
    from cadre_tui.services.county import County
    from cadre_tui.services.session import Session


def open_on(invocation: Invocation, glyphs: str | None) -> int:
    """Open the app on the county in the data folder, and answer the exit code."""

    def county() -> "County":
        from cadre_tui.cli.acting import county_of  # noqa: PLC0415 - loaded while the first screen shows

        return county_of(invocation)

    if not invocation.store and not data_folder(invocation).is_dir():
        county()  # nobody has made it: told before anything is drawn
    return open_app(county, glyphs=glyphs, log=log_file(invocation.data), idle=_idle())


def open_signed_in(invocation: Invocation, session: "Session") -> int:
    """Open the app as somebody whose identity was handed over, and answer the exit code."""
    log = log_file(invocation.data)
    return open_app(
        session.county, session=session, glyphs=invocation.glyphs, log=log, idle=_idle(), handed_over=True
    )


def _idle() -> float | None:
    """The minutes of ``CADRE_IDLE`` without a key after which the screen is locked; None where it says no number."""
    try:
        minutes = float(os.environ.get("CADRE_IDLE", ""))
    except ValueError:
        return None
    return minutes if minutes >= 0 else None

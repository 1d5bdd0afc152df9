"""``cadre`` alone: the app."""

from cadre_tui.cli.acting import county_of
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.places import log_file


def open_on(invocation: Invocation, glyphs: str | None) -> int:
    """Open the app on the county in the data folder, and answer the exit code."""
    county = county_of(invocation)
    from cadre_tui.tui.start import open_app  # noqa: PLC0415 - only once the county is there

    return open_app(county, glyphs=glyphs, log=log_file(invocation.data))

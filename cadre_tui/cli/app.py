"""``cadre`` alone: the app."""

from typing import TYPE_CHECKING

from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.places import data_folder, log_file
from cadre_tui.tui.start import open_app

if TYPE_CHECKING:
    from cadre_tui.services.county import County


def open_on(invocation: Invocation, glyphs: str | None) -> int:
    """Open the app on the county in the data folder, and answer the exit code."""

    def county() -> "County":
        from cadre_tui.cli.acting import county_of  # noqa: PLC0415 - loaded while the first screen shows

        return county_of(invocation)

    if not invocation.store and not data_folder(invocation).is_dir():
        county()  # nobody has made it: told before anything is drawn
    return open_app(county, glyphs=glyphs, log=log_file(invocation.data))

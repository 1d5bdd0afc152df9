"""A program for tests in a terminal: the small county's app, as ``cadre`` opens it. Takes a folder and a person."""

import os
import sys
from pathlib import Path

from cadre_tui import locale
from cadre_tui.tui.start import open_app
from tests.tui import small_county

if __name__ == "__main__":
    folder, person = Path(sys.argv[1]), sys.argv[2]
    locale.use("zh")
    county = small_county.county_in(folder)
    session = None if person == "-" else small_county.signed_in(county, person)
    sys.exit(open_app(county, session=session, glyphs=os.environ.get("GLYPHS"), log=folder / "cadre.log"))

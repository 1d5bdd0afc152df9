"""300 score sheets as Word files, beside the minute that they may take and an empty document 300 times."""

from collections.abc import Iterator
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path
from time import process_time

import docx

from cadre_tui.demo import county as demo
from cadre_tui.demo.rounds import CHINA
from cadre_tui.model.people.person import Role
from cadre_tui.reports.word.writing import as_word
from cadre_tui.services.documents.folder import Folder
from cadre_tui.services.documents.issue import issue_of
from cadre_tui.services.people import accounts
from cadre_tui.services.results import reading
from cadre_tui.services.rounds import life
from cadre_tui.words import documents
from tests.benchmarks.table import Measured

SHEETS = 300
MAY_TAKE = 60.0
"""Seconds."""


def measure(folder: Path) -> Iterator[Measured]:
    """The people of the made-up county, again and again until they are enough; the reading is not counted."""
    demo.make(folder / "county", datetime.now(CHINA).date())
    county = demo.open_demo(folder / "county")
    organiser = accounts.act_as(accounts.sign_in(county, demo.ORGANISER, demo.PASSWORD), Role.ORGANISER)
    held = next(each for each in life.every(county) if each.published)
    found = reading.results(organiser, held.id)
    issue, out = issue_of(county, held), Folder(folder / "out")
    started = process_time()
    for at, each in enumerate(islice(cycle(found), SHEETS)):
        out.put((), f"{at}.docx", as_word(documents.score_sheet(each, issue)))
    ours = process_time() - started
    started = process_time()
    for at in range(SHEETS):
        docx.Document().save(str(folder / f"empty-{at}.docx"))
    empty = process_time() - started
    yield Measured(f"{SHEETS} score sheets in Word, of {MAY_TAKE:.0f} s", ours, MAY_TAKE, "s", 1)
    yield Measured("the same, beside an empty Word document as often", ours, empty, "s", None)

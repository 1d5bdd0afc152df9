"""Forms on paper: blank ones to print, and one's own self-assessment, filled, to sign."""

from pathlib import Path
from typing import Protocol

from cadre_tui.model.answers.response import Response
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.round import Phase
from cadre_tui.model.text import Text
from cadre_tui.reports.document import Document
from cadre_tui.services import audit
from cadre_tui.services.documents.folder import Folder
from cadre_tui.services.documents.issue import Format, Issue, issue_of
from cadre_tui.services.documents.results import Work, as_files, write
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling.writer import seen
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.assignments import assignments_of, used_checklists
from cadre_tui.services.session import Session

PAPER = frozenset({Format.WORD, Format.HTML})
"""The formats of a form: nobody fills in a sheet of a workbook by hand."""


class Wording(Protocol):
    """What ``words.documents`` does with forms."""

    def blank_form(self, of: Checklist, by: Purpose, issue: Issue) -> Document:
        """One to fill in by hand."""

    def filled_form(
        self, of: Checklist, response: Response | None, person: Person, unit: str, issue: Issue
    ) -> Document:
        """What this person filled in so far, to sign."""

    def form_name(self, of: Person | None, by: Purpose, title: Text) -> str:
        """The name of its file, without the ending: of somebody's, or of a blank one."""


def make_blank(
    session: Session, round_id: str, folder: Folder, formats: frozenset[Format], wording: Wording
) -> tuple[Path, ...]:
    """The blank form of every checklist that the round uses, for each who fills it.

    Raises:
        NotPermitted: not an organiser.
        BadInput: the round is not open yet (then its checklists are not frozen), no format of a form is among
            ``formats``, or the folder cannot be written.
    """
    permit(session, Act.RUN_ROUNDS)
    county = session.county
    held = life.find(county, round_id)
    if held.phase is Phase.SETUP:
        raise BadInput("forms-not-frozen", round=held.id)
    issue = issue_of(county, held)
    works: list[Work] = []
    for by, checklist in used_checklists(county, held):
        document = wording.blank_form(checklist, by, issue)
        works += as_files(document, wording.form_name(None, by, checklist.title), _of_paper(formats))
    return write(folder, works)


def make_filled(
    session: Session, round_id: str, folder: Folder, formats: frozenset[Format], wording: Wording
) -> tuple[Path, ...]:
    """One's own self-assessment, a form a checklist, as it stands now.

    Raises:
        NotPermitted: the session's person rates nobody, or the round is not open yet.
        BadInput: nothing is asked of this person, no format of a form is among ``formats``, or the folder cannot be
            written.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.READ_RESPONSE, of=session.person, phase=held.phase)
    wanted = _of_paper(formats)
    drawer = seen(read_drawer(county, held.id, session.person), session)
    checklists = {each.id: each for by, each in used_checklists(county, held) if by is Purpose.SELF}
    asked = [each for each in assignments_of(county, held, session.person) if each.purpose is Purpose.SELF]
    person = held.roster.person(session.person)
    if not asked or person is None:
        raise BadInput("nothing-to-do", round=held.id)
    audit.note(session, "own-form-made", round=held.id, formats=sorted(wanted))
    issue, unit = issue_of(county, held), held.roster.unit(person.unit)
    works: list[Work] = []
    for each in asked:
        checklist = checklists[each.checklist]
        response = drawer.response(person.id, checklist.id, Purpose.SELF)
        document = wording.filled_form(checklist, response, person, unit.name if unit else "", issue)
        works += as_files(document, wording.form_name(person, Purpose.SELF, checklist.title), wanted)
    return write(folder, works)


def _of_paper(formats: frozenset[Format]) -> frozenset[Format]:
    wanted = formats & PAPER
    if not wanted:
        raise BadInput("format-no-form")
    return wanted

"""The documents of a published round: score sheets, workbook, summary; one whole file after another.

What they say is worded above (``words.documents``) and handed in, as the clock is: services know no sentences.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from cadre_tui.model.filling.home import RoundStatus
from cadre_tui.model.oversight.remedy import RemedyPage
from cadre_tui.model.people.person import Person
from cadre_tui.model.results.county_result import CountyResult
from cadre_tui.model.results.result import Result
from cadre_tui.reports.document import Document
from cadre_tui.reports.excel import as_excel
from cadre_tui.reports.html import as_html
from cadre_tui.reports.word.writing import as_word
from cadre_tui.reports.workbook import Workbook
from cadre_tui.services import audit
from cadre_tui.services.documents.folder import Folder
from cadre_tui.services.documents.issue import Format, Issue, Step, Told, issue_of
from cadre_tui.services.oversight import remedy_pages
from cadre_tui.services.oversight.progress import status
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results import reading
from cadre_tui.services.results.county.result import county_result
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session


class Wording(Protocol):
    """What ``words.documents`` does: results in, worded documents and the names of their files out."""

    def score_sheet(self, of: Result, issue: Issue) -> Document:
        """One cadre's."""

    def summary(self, of: CountyResult, status: RoundStatus, remedies: RemedyPage, issue: Issue) -> Document:
        """The whole round's with what has to be put right, to be handed round."""

    def workbook(self, of: Sequence[Result], issue: Issue) -> Workbook:
        """The figures of all of them, with formulas."""

    def sheets_folder(self) -> str:
        """The name of the folder of the score sheets."""

    def sheet_name(self, of: Person) -> str:
        """The name of a score sheet's file, without its ending."""

    def summary_name(self) -> str:
        """The name of the summary's file, without its ending."""

    def workbook_name(self) -> str:
        """The name of the workbook's file, without its ending."""


class Work(NamedTuple):
    """A file to be made: where, and how."""

    folders: tuple[str, ...]
    name: str
    content: Callable[[], bytes]

    def made(self) -> tuple[tuple[str, ...], str, bytes]:
        """Where, and what."""
        return self.folders, self.name, self.content()


def make(
    session: Session, round_id: str, folder: Folder, formats: frozenset[Format], wording: Wording, told: Told
) -> tuple[Path, ...]:
    """All documents of a round: the summary, score sheets as the results are read, the workbook at the end.

    It is noted who had them made before anything is read; they bear the hash of that entry.

    Raises:
        NotPermitted: not an organiser, or not published yet.
        BadInput: the folder cannot be written.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.ISSUE_DOCUMENTS, phase=held.phase)
    audit.note(session, "documents-made", round=held.id, formats=sorted(formats))
    issue = issue_of(session.county, held)
    reader, kept = Reader(session.county, held), list[Result]()
    people = len(reader.circle.people) if formats & {Format.WORD, Format.EXCEL} else 0
    of = len(formats) + people
    paths: list[Path] = []
    if formats & {Format.WORD, Format.HTML}:
        whole = county_result(session, round_id, lambda done, all_: told(Step(done, all_)), for_others=True)
        to_do = remedy_pages.page(session, round_id)
        summary = wording.summary(whole, status(session, round_id), to_do, issue)
        works = list(as_files(summary, wording.summary_name(), formats))
        paths += write(folder, works, lambda step: told(Step(step.at, of, step.path)))
    before = len(paths)
    for at, each in enumerate(reading.each_result(reader) if people else (), start=1):
        for work in _sheets(each, issue, formats & {Format.WORD}, wording, wording.sheets_folder()):
            paths.append(folder.put(*work.made()))
        if Format.EXCEL in formats:
            kept.append(_lean(each))
        told(Step(before + at, of, paths[-1] if Format.WORD in formats else None))
    if Format.EXCEL in formats:
        content = as_excel(wording.workbook(kept, issue))
        paths.append(folder.put((), f"{wording.workbook_name()}.{Format.EXCEL}", content))
        told(Step(of, of, paths[-1]))
    return tuple(paths)


def _lean(of: Result) -> Result:
    """What the workbook needs of a result: ten thousand whole ones are not held at once."""
    rows = tuple(replace(row, own_why=(), given=(), guidance=None) for row in of.criteria)
    return replace(of, criteria=rows, why=(), comments=None, former=())


def make_one(
    session: Session, round_id: str, subject_id: str, folder: Folder, formats: frozenset[Format], wording: Wording
) -> tuple[Path, ...]:
    """One cadre's score sheet: for that cadre, or for an organiser.

    Raises:
        NotPermitted: it is somebody else's, or not published yet.
        BadInput: the person took no part, or the folder cannot be written.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.ISSUE_DOCUMENTS, of=subject_id, phase=held.phase)
    found = reading.result(session, round_id, subject_id)
    audit.note(session, "score-sheet-made", round=held.id, of=found.subject.id, formats=sorted(formats))
    issue = issue_of(session.county, held)
    return write(folder, list(_sheets(found, issue, formats, wording, "")))


def write(folder: Folder, works: Sequence[Work], told: Told | None = None) -> tuple[Path, ...]:
    """Put one file after another into the folder."""
    paths: list[Path] = []
    for at, work in enumerate(works, start=1):
        paths.append(folder.put(*work.made()))
        if told is not None:
            told(Step(at, len(works), paths[-1]))
    return tuple(paths)


def as_files(document: Document, name: str, formats: frozenset[Format]) -> Iterator[Work]:
    """A document in each format that a document has."""
    if Format.WORD in formats:
        yield Work((), f"{name}.{Format.WORD}", partial(as_word, document))
    if Format.HTML in formats:
        yield Work((), f"{name}.{Format.HTML}", partial(as_html, document))


def _sheets(of: Result, issue: Issue, formats: frozenset[Format], wording: Wording, below: str) -> Iterator[Work]:
    """A cadre's score sheet in each format, in the folder ``below`` and in it the unit's; empty: in no folder."""
    folders = (below, of.unit or of.subject.unit) if below else ()
    name = wording.sheet_name(of.subject)
    if Format.WORD in formats:
        yield Work(folders, f"{name}.{Format.WORD}", partial(_sheet, as_word, wording, of, issue))
    if Format.HTML in formats:
        yield Work(folders, f"{name}.{Format.HTML}", partial(_sheet, as_html, wording, of, issue))
    if Format.EXCEL in formats:
        yield Work(folders, f"{name}.{Format.EXCEL}", partial(_book, wording, of, issue))


def _sheet(render: Callable[[Document], bytes], wording: Wording, of: Result, issue: Issue) -> bytes:
    return render(wording.score_sheet(of, issue))


def _book(wording: Wording, of: Result, issue: Issue) -> bytes:
    return as_excel(wording.workbook([of], issue))

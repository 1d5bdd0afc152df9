"""The documents of a published round: score sheets, workbook, summary; one whole file after another.

What they say is worded above (``words.documents``) and handed in, as the clock is: services know no sentences.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from cadre_tui.model.county_result import CountyResult
from cadre_tui.model.home import RoundStatus
from cadre_tui.model.people import Person
from cadre_tui.model.result import Result
from cadre_tui.reports.document import Document
from cadre_tui.reports.excel import as_excel
from cadre_tui.reports.html import as_html
from cadre_tui.reports.word.writing import as_word
from cadre_tui.reports.workbook import Workbook
from cadre_tui.services import audit
from cadre_tui.services.documents.folder import Folder
from cadre_tui.services.documents.issue import Format, Issue, Step, Told, issue_of
from cadre_tui.services.oversight.progress import status
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results import reading
from cadre_tui.services.results.county_result import county_result
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session


class Wording(Protocol):
    """What ``words.documents`` does: results in, worded documents and the names of their files out."""

    def score_sheet(self, of: Result, issue: Issue) -> Document:
        """One cadre's."""

    def summary(self, of: CountyResult, status: RoundStatus, issue: Issue) -> Document:
        """The whole round's, to be handed round."""

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


def make(
    session: Session, round_id: str, folder: Folder, formats: frozenset[Format], wording: Wording, told: Told
) -> tuple[Path, ...]:
    """All documents of a round.

    It is noted who had them made before anything is read; they bear the hash of that entry.

    Raises:
        NotPermitted: not an organiser, or not published yet.
        BadInput: the folder cannot be written.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.ISSUE_DOCUMENTS, phase=held.phase)
    audit.note(session, "documents-made", round=held.id, formats=sorted(formats))
    issue = issue_of(session.county, held)
    reader = Reader(session.county, held)
    found: list[Result] = []
    for each in reading.each_result(reader):
        found.append(each)
        told(Step(len(found), len(reader.circle.people)))
    works = list(_sheets(found, issue, formats & {Format.WORD}, wording, wording.sheets_folder()))
    if Format.EXCEL in formats:
        works.insert(0, Work((), f"{wording.workbook_name()}.xlsx", lambda: as_excel(wording.workbook(found, issue))))
    if formats & {Format.WORD, Format.HTML}:
        whole = county_result(session, round_id, lambda at, of: told(Step(at, of)), for_others=True)
        summary = wording.summary(whole, status(session, round_id), issue)
        works[:0] = as_files(summary, wording.summary_name(), formats)
    return write(folder, works, told)


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
    return write(folder, list(_sheets([found], issue, formats, wording, "")))


def write(folder: Folder, works: Sequence[Work], told: Told | None = None) -> tuple[Path, ...]:
    """Put one file after another into the folder."""
    paths: list[Path] = []
    for at, work in enumerate(works, start=1):
        paths.append(folder.put(work.folders, work.name, work.content()))
        if told is not None:
            told(Step(at, len(works), paths[-1]))
    return tuple(paths)


def as_files(document: Document, name: str, formats: frozenset[Format]) -> Iterator[Work]:
    """A document in each format that a document has."""
    if Format.WORD in formats:
        yield Work((), f"{name}.{Format.WORD}", partial(as_word, document))
    if Format.HTML in formats:
        yield Work((), f"{name}.{Format.HTML}", partial(as_html, document))


def _sheets(
    found: Sequence[Result], issue: Issue, formats: frozenset[Format], wording: Wording, below: str
) -> Iterator[Work]:
    """A score sheet a person and a format, in the folder ``below`` and in it the unit's; empty: in no folder."""
    for each in found:
        folders = (below, each.unit or each.subject.unit) if below else ()
        name = wording.sheet_name(each.subject)
        if Format.WORD in formats:
            yield Work(folders, f"{name}.docx", partial(_sheet, as_word, wording, each, issue))
        if Format.HTML in formats:
            yield Work(folders, f"{name}.html", partial(_sheet, as_html, wording, each, issue))
        if Format.EXCEL in formats:
            yield Work(folders, f"{name}.xlsx", partial(_book, wording, each, issue))


def _sheet(render: Callable[[Document], bytes], wording: Wording, of: Result, issue: Issue) -> bytes:
    """Worded when its turn comes: hundreds of worded sheets are not held at once."""
    return render(wording.score_sheet(of, issue))


def _book(wording: Wording, of: Result, issue: Issue) -> bytes:
    return as_excel(wording.workbook([of], issue))

"""Documents of plugins: one a person, made of the data that a score sheet's JSON holds."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from cadre_tui.model.fault import BadInput, CadreError
from cadre_tui.model.results.result import Result
from cadre_tui.plugins import ReportFormat
from cadre_tui.plugins.allowed import running
from cadre_tui.plugins.asking.calling import call
from cadre_tui.services import audit
from cadre_tui.services.documents.folder import Folder
from cadre_tui.services.documents.issue import Step, Told
from cadre_tui.services.documents.results import Wording
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results import reading
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session

HOOK: Final = "cadre_report_formats"

Data = Callable[[Result], Mapping[str, Any]]
"""A result as a score sheet's JSON tells it."""


def known(name: str) -> bool:
    """Whether a plugin that may run brings a format of that name.

    Raises:
        NotRight: two do, or the one that may cannot be used.
    """
    return running.host().named(HOOK, ReportFormat, name) is not None


def make(
    session: Session,
    round_id: str,
    subject: str | None,
    folder: Folder,
    name: str,
    data: Data,
    wording: Wording,
    told: Told = lambda _step: None,
) -> tuple[Path, ...]:
    """One format's documents: of everybody, or of the ``subject``. It is noted who had them made, as of any other.

    Raises:
        NotPermitted: not an organiser (of everybody's), somebody else's, or not published yet.
        NotRight: the plugin fails: what was written before is whole.
        BadInput: the folder cannot be written.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.ISSUE_DOCUMENTS, of=subject, phase=held.phase)
    found = running.host().named(HOOK, ReportFormat, name)
    if found is None:
        raise BadInput("format-unknown", given=name, known="")
    origin, format_ = found
    noted = {"of": subject} if subject else {}
    audit.note(session, "score-sheet-made" if subject else "documents-made", round=held.id, formats=[name], **noted)
    paths = []
    results = list(_results(session, round_id, subject))
    for at, each in enumerate(results, start=1):
        folders = () if subject else (wording.sheets_folder(), each.unit or each.subject.unit)
        content = _content(origin.name, format_, data(each))
        paths.append(folder.put(folders, f"{wording.sheet_name(each.subject)}{format_.ending}", content))
        told(Step(at, len(results), paths[-1]))
    return tuple(paths)


def _results(session: Session, round_id: str, subject: str | None) -> Iterator[Result]:
    if subject is not None:
        yield reading.result(session, round_id, subject)
        return
    yield from reading.each_result(Reader(session.county, life.find(session.county, round_id)))


def _content(plugin: str, format_: ReportFormat, data: Mapping[str, Any]) -> bytes:
    still = frozen(data)
    try:
        content = call(plugin, lambda: format_.make(still), private=True)
    except CadreError:
        content = b""
    if not isinstance(content, bytes) or not content:
        raise BadInput("report-format-failed", name=plugin, given=format_.name)
    return content


def frozen(value: Any) -> Any:
    """Mappings and lists as such that nobody can change."""
    if isinstance(value, Mapping):
        return MappingProxyType({key: frozen(each) for key, each in value.items()})
    return tuple(map(frozen, value)) if isinstance(value, list | tuple) else value

"""What a county settles about study."""

from collections.abc import Callable

from cadre_tui.model.checklists.checklist import LEVELS
from cadre_tui.model.fault import BadInput
from cadre_tui.model.study.settings import CourseSource, StudySettings
from cadre_tui.services import audit
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.study.reading import settings_of
from cadre_tui.store import Document, keys

NEEDED = ("person", "title", "day", "hours")
"""What every export of courses must say."""

COLUMNS = (*NEEDED, "until", "number", "proof", "kind")


def settings(session: Session) -> StudySettings:
    """As it is settled now: everybody may know what is asked of them."""
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    return settings_of(session.county)


def settle(session: Session, change: Callable[[StudySettings], StudySettings]) -> StudySettings:
    """Settle something else; it is noted what.

    Raises:
        NotPermitted: not an organiser.
        BadInput: hours that no year or day holds, two audiences of one id, an audience that nobody can belong to, a
            level that is neither one of the usual ones nor anybody's.
    """
    permit(session, Act.SETTLE_STUDY)
    changed: list[StudySettings] = []

    def write(found: Document | None) -> Document:
        before = settings_of(session.county)
        fresh = change(before)
        _must_be_usable(fresh)
        _must_know_levels(session, before, fresh)
        what = [name for name in StudySettings.model_fields if getattr(before, name) != getattr(fresh, name)]
        audit.note(session, "study-settled", fields=what)
        changed.append(fresh)
        return {**(found or {}), **fresh.model_dump(mode="json")}

    session.county.store.change(keys.STUDY, write)
    return changed[-1]


def add_source(session: Session, source: CourseSource) -> StudySettings:
    """Say how another system's exports are read; one of the same id gives way.

    Raises:
        BadInput: a column that is needed is not named, or one that nobody knows is.
    """
    lacking = [name for name in NEEDED if not source.columns.get(name, "").strip()]
    if lacking:
        raise BadInput("course-source-lacks", lacking="、".join(lacking))
    unknown = [name for name in source.columns if name not in COLUMNS]
    if unknown:
        raise BadInput("course-source-unknown", name=unknown[0], known="、".join(COLUMNS))

    def change(before: StudySettings) -> StudySettings:
        others = tuple(each for each in before.sources if each.id != source.id)
        return before.model_copy(update={"sources": (*others, source)})

    return settle(session, change)


def _must_be_usable(fresh: StudySettings) -> None:
    asked = (*fresh.required.values(), fresh.required_of_others)
    if not all(0 <= each <= 2000 for each in asked):
        raise BadInput("study-hours-asked")
    if not 1 <= fresh.most_a_day <= 24:
        raise BadInput("study-most-a-day")
    ids = [each.id for each in fresh.audiences]
    if len(set(ids)) < len(ids) or not all(each.levels for each in fresh.audiences):
        raise BadInput("study-audience")


def _must_know_levels(session: Session, before: StudySettings, fresh: StudySettings) -> None:
    """A misspelt level would ask nobody for anything, and nobody would notice; what stood there before may stay."""
    named = _levels(fresh) - _levels(before) - set(LEVELS)
    unknown = named - {each.level for each in session.county.roster().people} if named else named
    if unknown:
        raise BadInput("study-level-unknown", level=min(unknown), known="、".join(LEVELS))


def _levels(settled: StudySettings) -> set[str]:
    return {*settled.required, *(level for each in settled.audiences for level in each.levels)}

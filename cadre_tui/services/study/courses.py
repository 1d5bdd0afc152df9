"""Exports of courses into the register: read, compared with what is there, agreed to, written."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from pathlib import Path

from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Person
from cadre_tui.model.study.courses import CourseImport, CourseRow, Doubt
from cadre_tui.model.study.log import HoursEntry, StudyLog
from cadre_tui.model.study.session import StudySession
from cadre_tui.model.study.settings import CourseSource, StudySettings
from cadre_tui.model.study.sums import hours_on
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.study.course_rows import Rows
from cadre_tui.services.study.reading import change_parts, log_of, sessions_for, settings_of, today
from cadre_tui.store import Document, keys


def compare(session: Session, source_id: str, path: Path | str, left_out: Collection[int] = ()) -> CourseImport:
    """What the export would bring; nothing is written. ``left_out`` are rows of the file that are not looked at.

    Raises:
        NotPermitted: neither an organiser nor a clerk.
        BadInput: no source of that id is settled; or the file holds what cannot be, told row by row.
    """
    county = session.county
    settled = settings_of(county)
    source = _source(settled, source_id)
    rows = Rows(source, county.roster().people, _mine(session), today(county), session.person)
    table, found = rows.read(path, left_out, county.now())
    judged = [each for some in _by_person(found).values() for each in _judged(county, settled, some)]
    judged.sort(key=lambda each: each[0].row)
    return CourseImport(
        source=source.id,
        title=source.title,
        file=table.file,
        fresh=tuple(row for row, again in judged if not again and row.doubt is None),
        doubtful=tuple(row for row, again in judged if not again and row.doubt is not None),
        again=tuple(row for row, again in judged if again),
        left_out=tuple(sorted(left_out)),
    )


def take(session: Session, shown: CourseImport, also: Collection[int] = ()) -> int:
    """Write what is fresh into the registers, and those of the doubtful rows that are named; how many were written.

    A register is written once, whole. What is there already by then is not written twice: if the power fails on the
    way, the same export is imported again, and only what is missing comes in.

    Raises:
        BadInput: a row is named that is not among the doubtful ones.
    """
    _mine(session)
    doubtful = {each.row: each for each in shown.doubtful}
    strange = sorted(set(also) - set(doubtful))
    if strange:
        raise BadInput("course-row-unknown", row=strange[0], known="、".join(map(str, doubtful)) or "-")
    rows = (*shown.fresh, *(doubtful[each] for each in sorted(set(also))))
    audit.note(session, "study-courses-imported", source=shown.source, file=shown.file, count=len(rows))
    return sum(_write(session.county, person, year, some) for (person, year), some in _by_year(rows).items())


def _write(county: County, person: str, year: int, rows: Iterable[CourseRow]) -> int:
    written = 0

    def parts(found: Document | None) -> tuple[HoursEntry, ...]:
        nonlocal written
        known = log_of(county, year, person, found or {})
        for each in rows:
            there = any(each.entry.same_as(other) and _of_file(other, each) for other in known.hours)
            if each.doubt is not None or not there:  # what somebody took although it was asked about is another one
                fresh = each.entry.model_copy(update={"id": known.free_id()})
                known = known.model_copy(update={"hours": (*known.hours, fresh)})
                written += 1
        return known.hours

    change_parts(county, keys.study_log(year, person), {"year": year, "person": person}, "hours", parts)
    return written


def _of_file(known: HoursEntry, row: CourseRow) -> bool:
    """Whether an entry came from the same source: what is alike from elsewhere somebody has agreed to."""
    return known.source == row.entry.source


def _judged(county: County, settled: StudySettings, rows: Iterable[CourseRow]) -> Iterable[tuple[CourseRow, bool]]:
    """The rows of one person, each with what speaks against it; True: the register has it from this source."""
    kept: dict[int, StudyLog] = {}
    logs: dict[int, StudyLog] = {}
    """With the rows of the file that came before."""
    calendars: dict[int, dict[str, StudySession]] = {}
    seen: list[CourseRow] = []
    for row in rows:
        year, person = row.entry.day.year, row.person
        if year not in logs:
            kept[year] = logs[year] = log_of(county, year, person.id)
            calendars[year] = dict(sessions_for(county, {year}, {person.unit}))
        log = logs[year]
        if any(row.entry.same_as(each) and _of_file(each, row) for each in kept[year].hours):
            yield row, True
            continue
        judged = _doubted(row, seen, log, calendars[year], settled)
        seen.append(row)
        if judged.doubt is not Doubt.SAME_IN_FILE:
            numbered = row.entry.model_copy(update={"id": f"row {row.row}"})
            logs[year] = log.model_copy(update={"hours": (*log.hours, numbered)})
        yield judged, False


def _doubted(
    row: CourseRow,
    seen: Iterable[CourseRow],
    log: StudyLog,
    sessions: dict[str, StudySession],
    settled: StudySettings,
) -> CourseRow:
    twin = next((each for each in seen if row.entry.same_as(each.entry) or row.entry.alike(each.entry)), None)
    if twin is not None:
        return row.model_copy(update={"doubt": Doubt.SAME_IN_FILE, "beside": str(twin.row)})
    alike = next((each for each in log.hours if row.entry.same_as(each) or row.entry.alike(each)), None)
    if alike is not None:
        return row.model_copy(update={"doubt": Doubt.ALIKE, "beside": alike.title})
    numbered = row.entry.model_copy(update={"id": f"row {row.row}"})
    most = hours_on(log, sessions, numbered)
    if most > settled.most_a_day:
        return row.model_copy(update={"doubt": Doubt.DAY_FULL, "beside": f"{float(most):.4g}"})
    return row


def _by_person(rows: Iterable[CourseRow]) -> dict[str, list[CourseRow]]:
    found: dict[str, list[CourseRow]] = defaultdict(list)
    for each in rows:
        found[each.person.id].append(each)
    return found


def _by_year(rows: Iterable[CourseRow]) -> dict[tuple[str, int], list[CourseRow]]:
    found: dict[tuple[str, int], list[CourseRow]] = defaultdict(list)
    for each in rows:
        found[each.person.id, each.entry.day.year].append(each)
    return found


def _source(settled: StudySettings, source_id: str) -> CourseSource:
    found = settled.source(source_id)
    if found is None:
        known = "、".join(each.id for each in settled.sources) or "-"
        raise BadInput("course-source-missing", source=source_id, known=known)
    return found


def _mine(session: Session) -> tuple[Person, ...]:
    """The people whose register the session keeps."""
    for unit in sorted(session.units):
        permit(session, Act.KEEP_REGISTER, unit=unit)
    if not session.units:
        permit(session, Act.KEEP_REGISTER)
    people = session.county.roster().people
    return tuple(each for each in people if not session.units or each.unit in session.units)

"""What a round found about the county, its units, its levels: after publication alone.

Before that no figure of it is told to anybody: whoever saw it, gave a response back and looked again would see in the
difference what that one rater gave. All figures are made from people's results as they are shown (``reading``), so
they tell of raters nothing that these do not; and of people nothing where there are fewer than the round's minimum.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from cadre_tui.model.people.person import Role
from cadre_tui.model.results.county_result import CountyResult, Figures, LevelFigures, Side, Sides, UnitFigures
from cadre_tui.model.rounds.round import Round
from cadre_tui.scoring.gathering import Gathering, Group, Place
from cadre_tui.scoring.small_groups import kept_back, levels_kept_back
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.permission.table import OVERSEERS
from cadre_tui.services.results.county import figures as county_figures
from cadre_tui.services.results.county.course import Alone, Course, same_meaning
from cadre_tui.services.results.county.figures import How, beside
from cadre_tui.services.results.county.gathered import Asked, Progress, asked_of, gather
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.results.reading import each_result
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session

LEAST_FOR_OTHERS: Final = 5
"""Who may not see each person's result sees no figure of fewer people, in a named round neither."""

EVERYBODY: Final = Place(None, None)

PROFILES: Final = 7
"""Former rounds whose focal checks stand beside this one's, at most: each has to be read whole."""


def county_result(
    session: Session, round_id: str, progress: Progress | None = None, *, for_others: bool = False
) -> CountyResult:
    """The county as a whole, and the units that this session may see: an organiser's and a supervisor's all.

    A clerk sees their own units, a cadre the county alone. ``progress`` is told how far it is, and may stop it.
    ``for_others``: it is to be handed round, so that no figure is of fewer people than for who sees nobody's result.

    Raises:
        NotPermitted: it is not published yet, or none of the caller's.
        BadInput: there is no such round.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.SEE_COUNTY_RESULT, phase=held.phase)
    reader, floor = Reader(county, held), _floor(session, for_others)
    asked = asked_of(held, reader.uses)
    course = Course(county, reader, asked, floor)
    now, formers = _read(county, reader, course, asked, floor, progress)
    then = None if reader.former is None else formers[reader.former.held.id]
    return CountyResult(
        round=held.id,
        title=held.rules.title,
        mock=held.rules.mock,
        secrecy=held.rules.secrecy,
        least=now.least,
        places=held.rules.rounding.places,
        full=asked.full,
        grades=tuple(each.text for each in held.rules.grade),
        criteria=asked.criteria,
        county=_sides(now, then, None),
        levels=now.levels(),
        units=_units(session, held, now, then, formers),
        course=course.rounds({name: each.page.profile() for name, each in formers.items()}),
    )


def _read(
    county: County, reader: Reader, course: Course, asked: Asked, floor: int, progress: Progress | None
) -> "tuple[_Shown, dict[str, _Former]]":
    """This round's groups, then those of the former rounds that it is held against, by their ids."""
    compared = _compared(reader, asked)
    work = _Work(progress, [len(each.circle.people) for each in (reader, *compared)])
    now = _Shown(asked, gather(asked, course.noting(each_result(reader)), work.next(), work.count), floor)
    formers: dict[str, _Former] = {}
    for each in compared:
        told = asked_of(each.held, each.uses)
        alone = each_result(Alone(county, each.held))
        page = _Shown(told, gather(told, alone, work.next(), work.count), floor)
        formers[each.held.id] = _Former(page, same_meaning(asked, told))
    return now, formers


def _compared(reader: Reader, asked: Asked) -> tuple[Reader, ...]:
    """The former rounds whose own page is read: the one to compare with, the latest ones of the same focal checks."""
    alike = [
        each
        for each in reader.earlier
        if not same_meaning(asked, asked_of(each.held, each.uses)).isdisjoint(asked.profile)
    ]
    former = (reader.former,) if reader.former is not None else ()
    return tuple({each.held.id: each for each in (*former, *alike[:PROFILES])}.values())


def _floor(session: Session, for_others: bool) -> int:
    """Whatever the round says, nothing is told of fewer people."""
    return 1 if session.role in OVERSEERS and not for_others else LEAST_FOR_OTHERS


def _sees(session: Session, unit: str) -> bool:
    """Whether the units' figures are for this session: asked of the table row by row."""
    if session.role is Role.CADRE or (session.role is Role.CLERK and unit not in session.units):
        return False
    permit(session, Act.SEE_UNIT_RESULT, unit=unit)
    return True


def _units(
    session: Session,
    held: Round,
    now: "_Shown",
    then: "_Former | None",
    formers: "Mapping[str, _Former]",
) -> tuple[UnitFigures, ...]:
    """The units in which somebody takes part, and that this session may see."""
    return tuple(
        UnitFigures(id=each.id, name=each.name, sides=_sides(now, then, each.id), before=_before(formers, each.id))
        for each in held.roster.units
        if now.has(each.id) and _sees(session, each.id)
    )


def _before(formers: "Mapping[str, _Former]", unit: str) -> dict[str, dict[str, Decimal]]:
    """A unit's focal checks by former round, as that round's own page tells them, where they mean the same."""
    told = {
        name: {key: share for key, share in each.page.profile(Place(unit)).items() if key in each.same}
        for name, each in formers.items()
    }
    return {name: profile for name, profile in told.items() if profile}


def _sides(now: "_Shown", then: "_Former | None", unit: str | None) -> Sides:
    """One place's figures, with what changed since the former round; ``unit`` None: the county's."""

    def of(side: Side | None) -> Figures:
        place = Place(unit, side)
        if then is None:
            return beside(now.figures(place), None, frozenset())
        return beside(now.figures(place), then.page.figures(place) if then.page.has_place(place) else None, then.same)

    return Sides(everybody=of(None), leaders=of(Side.LEADERS), others=of(Side.OTHERS))


class _Shown:
    """A round's groups, and what of them is withheld."""

    def __init__(self, asked: Asked, gathering: Gathering, floor: int) -> None:
        rules = asked.rules
        self.least = max(rules.least_raters, floor)
        self._groups = gathering.places()
        self._levels = gathering.levels()
        self._none = Group([0] * (len(rules.grade) + 1))
        alike = rules.unanimity == "withhold" and (rules.confidential or floor > 1)
        self._hidden = kept_back(self._groups, asked.sums, self.least, alike=alike)
        self._hidden_levels = levels_kept_back(self._levels, self._hidden, self.least, alike=alike)
        self._how = How(rules.rounding.places, self.least, {each.key: each.points for each in asked.criteria})

    def has(self, unit: str) -> bool:
        """Whether somebody of the unit takes part."""
        return self.has_place(Place(unit))

    def has_place(self, place: Place) -> bool:
        """Whether there is somebody."""
        return place in self._groups

    def figures(self, place: Place) -> Figures:
        """Of one place, as shown; where there is nobody, nothing."""
        hidden = frozenset(measure for measure, places in self._hidden.items() if place in places)
        return county_figures.figures(self._groups.get(place, self._none), hidden, self._how)

    def profile(self, place: Place = EVERYBODY) -> dict[str, Decimal]:
        """The focal checks of a place, by measure, as shares in per cent."""
        return {key: each.share for key, each in self.figures(place).profile.items()}

    def levels(self) -> tuple[LevelFigures, ...]:
        """Each level of the county, leaders first."""
        order = sorted(self._levels, key=lambda level: (Side.of(level) is Side.OTHERS, level))
        return tuple(
            LevelFigures(
                level=level,
                figures=county_figures.figures(
                    self._levels[level],
                    frozenset(measure for measure, levels in self._hidden_levels.items() if level in levels),
                    self._how,
                ),
            )
            for level in order
        )


class _Former(NamedTuple):
    """A former round's groups, and the measures that mean the same in this round."""

    page: _Shown
    same: frozenset[str]


class _Work:
    """How far all rounds are, told as one; ``people`` of each, in the order in which they are read."""

    def __init__(self, progress: Progress | None, people: Sequence[int]) -> None:
        self._progress = progress
        self._people = list(people)
        self._before = 0
        self.count = sum(people)

    def next(self) -> Progress:
        """Of the next round."""
        before = self._before
        self._before += self._people.pop(0)

        def tell(done: int, of: int) -> None:
            if self._progress is not None:
                self._progress(before + done, of)

        return tell

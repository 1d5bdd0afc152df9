"""What a round found about many people together: a county, its units, its levels; leaders beside all others."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Final

from pydantic import Field

from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.checklist import Focus, Purpose
from cadre_tui.model.checklists.comparable import ApartCriterion
from cadre_tui.model.rounds.round_rules import Secrecy
from cadre_tui.model.text import Text

LEADING: Final = frozenset({"county-leadership", "township-bureau"})
"""The levels of leaders (县级领导, 乡科级干部); everybody else, of a county's own levels too, is none."""


BANDS: Final = (90, 80, 60, 0)
"""How people are told apart by their share of points, in per cent: each band from there on, the best first."""


class Side(StrEnum):
    """Whose figures: of leaders, of all others."""

    LEADERS = "leaders"
    OTHERS = "others"

    @classmethod
    def of(cls, level: str) -> "Side":
        """The side that a person of that level is on."""
        return cls.LEADERS if level in LEADING else cls.OTHERS


class Spread(Frozen):
    """How people's totals are spread, in points of the total: a figure each, rounded once to the round's places.

    ``median`` and the quartiles (``lower``, ``upper``; between two people's figures in proportion, as Excel's
    QUARTILE.INC has it) are None where a part of the people that they cut off would be smaller than the minimum.
    """

    mean: Decimal
    median: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None


class Reached(Frozen):
    """A mean of people's figures: ``share`` of the full points in per cent (0 to 100), of how many ``people``.

    ``points`` is the mean in points, of a criterion; None of a focal check: its criteria differ by level.
    ``change`` is what the share is more than in the former round, in percentage points: where it was told there, too,
    and means the same. ``bands`` are how many people are in each of ``BANDS``; None where that would tell too much.
    """

    people: int
    share: Decimal
    points: Decimal | None = None
    bands: tuple[int, ...] | None = None
    change: Decimal | None = None


def profile_key(by: Purpose, focus: Focus) -> str:
    """What a focal check is called among the measures: by whose answers it is told, and which it is."""
    return f"{by.value}:{focus.value}"


class Figures(Frozen):
    """What some people reached together. ``people`` are all who take part, ``scored`` those who have a total.

    ``grades`` are how many earned each of the round's grades, in its order, and at the end how many none. ``profile``
    (the four focal checks, see ``profile_key``) and ``criteria`` (by ``CriterionAsked.key``) hold what there is and
    may be shown. ``change`` is the mean total less the former round's, in points: where that was told there, too, and
    the rules of the sum are the same. What ``kept_back`` names (``total``, ``grades``, a key of the profile or of a
    criterion) would tell too much of too few.
    """

    people: int
    scored: int = 0
    total: Spread | None = None
    grades: tuple[int, ...] | None = None
    profile: Mapping[str, Reached] = Field(default_factory=dict)
    criteria: Mapping[str, Reached] = Field(default_factory=dict)
    change: Decimal | None = None
    kept_back: frozenset[str] = frozenset()

    def focus(self, by: Purpose, focus: Focus) -> Reached | None:
        """A focal check as those tell it; None where they are not asked about it, or it is kept back."""
        return self.profile.get(profile_key(by, focus))


class Sides(Frozen):
    """The same figures of everybody, of leaders and of all others."""

    everybody: Figures
    leaders: Figures
    others: Figures

    def of(self, side: Side | None) -> Figures:
        """Those of one side; None: everybody's."""
        return {None: self.everybody, Side.LEADERS: self.leaders, Side.OTHERS: self.others}[side]


class UnitFigures(Frozen):
    """One unit.

    ``before`` are the unit's focal checks in former rounds, by round and measure (see ``profile_key``), shares of the
    full points in per cent, as those rounds' own pages tell them of it: those alone that mean the same in this round.
    """

    id: str
    name: str
    sides: Sides
    before: Mapping[str, Mapping[str, Decimal]] = Field(default_factory=dict)


class LevelFigures(Frozen):
    """One level, of the whole county; ``level`` is its code."""

    level: str
    figures: Figures


class CriterionAsked(Frozen):
    """A criterion that counts people's points, and by whose answers it is told here: ``by``.

    Colleagues', where the round asks them; else an inspection's; else one's own.
    """

    key: str
    checklist: str
    criterion: str
    section: Text
    text: Text
    focus: Focus | None
    points: Decimal
    by: Purpose
    guidance: Text | None = None

    @property
    def profile(self) -> str | None:
        """The focal check that it belongs to, as a measure."""
        return None if self.focus is None else profile_key(self.by, self.focus)


class FormerRound(Frozen):
    """The mean total of a former published round, as its own page tells it, and of how many ``people``.

    None where that page kept it back. ``same``: its checklists, weights and criteria are the same as this round's, so
    that the two can be compared. ``profile`` are everybody's focal checks (see ``profile_key``), shares of the full
    points in per cent, as that page tells them: those alone that mean the same in this round.
    ``apart`` are the criteria of either that cannot be compared, and why; ``other`` says what else keeps the totals
    apart: ``weights``, ``counting``.
    """

    round: str
    title: Text
    people: int
    mean: Decimal | None
    same: bool
    profile: Mapping[str, Decimal] = Field(default_factory=dict)
    apart: tuple[ApartCriterion, ...] = ()
    other: tuple[str, ...] = ()


class CountyResult(Frozen):
    """All that is shown of a round about many people together.

    ``least``: no figure is told of fewer people. ``units`` are in the roster's order, those alone that the reader
    may see; ``course`` is the oldest round first. ``grades`` are the round's, best first. ``places`` are the decimal
    places of a total, ``full`` is what it can be at most.
    """

    round: str
    title: Text
    mock: bool = False
    secrecy: Secrecy = Secrecy.CONFIDENTIAL
    least: int = 1
    places: int = 1
    full: Decimal = Decimal(100)
    grades: tuple[Text, ...] = ()
    criteria: tuple[CriterionAsked, ...] = ()
    county: Sides
    levels: tuple[LevelFigures, ...] = ()
    units: tuple[UnitFigures, ...] = ()
    course: tuple[FormerRound, ...] = ()

    def unit(self, unit_id: str) -> UnitFigures | None:
        """The unit of that id, if it is among them."""
        return next((each for each in self.units if each.id == unit_id), None)

    def weakest(self, figures: Figures) -> Iterator[tuple[CriterionAsked, Reached]]:
        """The criteria by the share of their points that these people reached, the smallest first."""
        told = ((each, figures.criteria[each.key]) for each in self.criteria if each.key in figures.criteria)
        return iter(sorted(told, key=lambda each: each[1].share))

"""What a county settles about study: who studies together, how many hours are asked for, which days are free."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from pydantic import Field

from cadre_tui.model.base import Frozen
from cadre_tui.model.study.session import Audience
from cadre_tui.model.study.terms import Matter, StudyKind
from cadre_tui.model.text import Text

LEADERS: Final = Audience(
    id="leaders",
    title=Text({"zh": "副乡科级以上干部班", "en": "Deputy township or bureau level and above"}),
    levels=("county-leadership", "township-bureau"),
)
MIDDLE: Final = Audience(
    id="middle", title=Text({"zh": "机关中层干部班", "en": "Middle level of the agencies"}), levels=("agency-staff",)
)

REQUIRED: Final[Mapping[str, Decimal]] = {"county-leadership": Decimal(110)}
"""Hours a year by level."""

REQUIRED_OF_OTHERS: Final = Decimal(90)


class CourseSource(Frozen):
    """How another system's export is read: set once, then every export of it is read so.

    ``columns`` are its headings by what they mean: ``person``, ``title``, ``day``, ``hours``, and where there are
    such ``until``, ``number``, ``proof``, ``kind``. ``by_name``: people are named, not numbered. ``minutes``: what
    it calls hours are minutes, and so many are one hour of study. ``kinds`` turns its words into kinds; ``kind`` and
    ``matter`` are meant where it says nothing.
    """

    id: str
    title: str
    columns: Mapping[str, str]
    by_name: bool = False
    minutes: int | None = None
    kinds: Mapping[str, StudyKind] = Field(default_factory=dict)
    kind: StudyKind = StudyKind.KNOWLEDGE
    matter: Matter | None = None


class StudySettings(Frozen):
    """``most_a_day``: hours of study that one day can hold; more is asked about.

    ``weekday`` (0 Monday to 6 Sunday) is the one on which sessions are proposed. ``free`` and ``working`` are days
    that the county takes otherwise than the holidays of the country say.
    """

    audiences: tuple[Audience, ...] = (LEADERS, MIDDLE)
    required: Mapping[str, Decimal] = Field(default_factory=lambda: dict(REQUIRED))
    required_of_others: Decimal = REQUIRED_OF_OTHERS
    most_a_day: Decimal = Decimal(8)
    weekday: int = 4
    free: tuple[date, ...] = ()
    working: tuple[date, ...] = ()
    sources: tuple[CourseSource, ...] = ()

    def asked_of(self, level: str) -> Decimal:
        """The hours that a year asks of somebody of that level."""
        return self.required.get(level, self.required_of_others)

    def audience(self, audience_id: str) -> Audience | None:
        """The audience of that id."""
        return next((each for each in self.audiences if each.id == audience_id), None)

    def source(self, source_id: str) -> CourseSource | None:
        """The course source of that id."""
        return next((each for each in self.sources if each.id == source_id), None)

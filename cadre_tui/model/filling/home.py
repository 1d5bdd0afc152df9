"""What a person sees first: what to do, and what may be looked at."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from pydantic import Field

from cadre_tui.model.answers.response import State
from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.growth.plan import PlanLine
from cadre_tui.model.oversight.progress import ByPurpose, GroupLine, UnitLine
from cadre_tui.model.oversight.remedy import RemedyLine
from cadre_tui.model.oversight.voices import Message
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.round import Amendment, Phase
from cadre_tui.model.text import Text


class Task(Frozen):
    """One response that this person is asked for. ``state`` None: not begun.

    ``answered`` of ``asked`` are the criteria now visible; what is ``open`` may still be changed. ``late``: handed
    in in the time of grace. ``digest`` is that of the checklist as it is asked now. ``returned`` is why it was given
    back, as long as it is not handed in again; ``entered_by`` the name of the clerk who typed it from paper.
    ``sealed``: it was saved before the person's entry was in somebody else's hand; it counts and is shown to nobody
    who enters since; ``answered`` tells only whether it is whole, and it is changed by answering it anew alone.
    """

    round: str
    purpose: Purpose
    subject: Person
    checklist: str
    title: Text
    state: State | None
    answered: int
    asked: int
    open: bool
    digest: str = ""
    late: bool = False
    returned: str = ""
    entered_by: str = ""
    sealed: bool = False


class Todo(Frozen):
    """All of a person's tasks of one purpose in one round. Handing in is one act over them.

    ``mock``: the round is a rehearsal. ``amended`` is how its checklists became others while it was going on.
    """

    round: str
    round_title: Text
    purpose: Purpose
    tasks: tuple[Task, ...]
    deadline: datetime | None
    open: bool
    mock: bool = False
    amended: tuple[Amendment, ...] = ()


class PublishedLine(Frozen):
    """One published round in which the person was rated. ``mock``: it was a rehearsal.

    ``unseen``: the person has not looked yet at what comes before the figures, and is told none of them here.
    """

    round: str
    title: Text
    total: Decimal | None
    grade: Text | None
    mock: bool = False
    unseen: bool = False


class RoundLine(Frozen):
    """One round as the organiser sees it: handed in of asked, by purpose.

    ``mock``: it is a rehearsal; ``ballots``: colleagues vote by ballot.
    """

    round: str
    title: Text
    phase: Phase
    handed_in: Mapping[Purpose, tuple[int, int]]
    mock: bool = False
    ballots: bool = False


class StudyLine(Frozen):
    """What home tells of study: ``done`` of ``items`` of one's plan, hours had and asked for, the next session.

    For whoever watches over others ``held`` sessions of the county's, ``planned`` to come. ``overdue`` are items.
    """

    items: int = 0
    done: int = 0
    overdue: int = 0
    hours: Decimal = Decimal(0)
    asked: Decimal = Decimal(0)
    held: int = 0
    planned: int = 0
    next: date | None = None
    theme: str = ""


class TellerLine(Frozen):
    """A round of which somebody is a teller, and whose ballot boxes have not been opened yet."""

    round: str
    title: Text
    mock: bool = False


class Home(Frozen):
    """The first screen's data. ``rounds`` is filled for an organiser only.

    ``remedies`` are what one has to put right oneself, and what waits for one to be looked at; ``plan`` is one's
    newest development plan; ``study`` is there once anything of the year's study is; ``telling`` are the rounds of
    which one is a teller.
    """

    person: Person | None
    county: str
    unit: str
    todos: tuple[Todo, ...]
    results: tuple[PublishedLine, ...]
    rounds: tuple[RoundLine, ...] = ()
    messages: tuple[Message, ...] = ()
    remedies: tuple[RemedyLine, ...] = ()
    plan: PlanLine | None = None
    study: StudyLine | None = None
    telling: tuple[TellerLine, ...] = ()


class RoundStatus(Frozen):
    """A round at a glance: the whole, its units and its rater groups. Counts alone."""

    line: RoundLine
    units: tuple[UnitLine, ...]
    counts: ByPurpose = Field(default_factory=dict)
    groups: tuple[GroupLine, ...] = ()

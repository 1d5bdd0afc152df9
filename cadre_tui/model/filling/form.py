"""A form ready to be drawn: the frozen checklist, the response so far, and what may be done with it."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from pydantic import Field, SerializeAsAny

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Response
from cadre_tui.model.answers.score_sheet import Missing
from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.checklist import Checklist, Grade
from cadre_tui.model.checklists.erratum import Errata
from cadre_tui.model.filling.home import Task
from cadre_tui.model.text import Text


class Bounds(Frozen):
    """What the round's validity rules say of one form: ``blanks`` and ``best`` are shares (0 to 1), None: no rule.

    The best grade is ``grade``, on the mean of the sheets' totals by ``weight``, rounded to ``places``; without one
    it is the checklist's own.
    """

    blanks: Decimal | None = None
    best: Decimal | None = None
    grade: Grade | None = None
    places: int = 1
    weight: Decimal = Decimal(0)


class Form(Frozen):
    """``former`` are the person's own answers to the same criteria in the former round (self only).

    ``confidential``: nobody is shown who gave which score. ``min_raters`` is the round's rule that whoever answers
    about somebody is told: fewer are never shown. ``mock``: the round is a rehearsal. ``sealed``: the answers are
    not shown (see ``Task``). ``errata`` are told beside the texts of the checklist. ``amended`` is why
    the checklist last became another while the round was going on.
    """

    task: Task
    round_title: Text
    checklist: SerializeAsAny[Checklist]
    response: Response
    deadline: datetime | None
    former: Mapping[str, Answer] = {}
    min_raters: int = 3
    confidential: bool = True
    mock: bool = False
    sealed: bool = False
    amended: str = ""
    errata: Errata = Field(default_factory=dict)
    bounds: Bounds = Bounds()


class Gap(Frozen):
    """What is missing from one task before it can be handed in.

    ``anew``: it is sealed and must be answered anew as a whole; what is missing of it is not told.
    """

    task: Task
    missing: tuple[Missing, ...]
    anew: bool = False

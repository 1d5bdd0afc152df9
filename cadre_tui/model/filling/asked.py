"""What is asked of a rater: before anything of it is answered, and until it is handed in."""

from typing import NamedTuple

from cadre_tui.model.answers.response import Response
from cadre_tui.model.answers.score_sheet import Missing
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.people.person import Person


class Asked(NamedTuple):
    """One response: about whom, why, to which checklist."""

    subject: Person
    purpose: Purpose
    checklist: Checklist


class Waiting(NamedTuple):
    """A response that is not handed in, as it stands; ``missing`` from it. A sealed one is ``whole`` or is not."""

    asked: Asked
    response: Response
    missing: tuple[Missing, ...] = ()
    whole: bool = True

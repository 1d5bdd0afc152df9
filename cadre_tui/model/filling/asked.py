"""What is asked of a rater, before anything of it is answered."""

from typing import NamedTuple

from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.people.person import Person


class Asked(NamedTuple):
    """One response: about whom, why, to which checklist."""

    subject: Person
    purpose: Purpose
    checklist: Checklist

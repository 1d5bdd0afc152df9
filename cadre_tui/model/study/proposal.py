"""What a study plan can begin from."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from cadre_tui.model.base import Frozen
from cadre_tui.model.study.plan import StudyItem
from cadre_tui.model.study.terms import Matter, StudyKind
from cadre_tui.model.text import Text


class StudyOrigin(StrEnum):
    """Where a proposal comes from."""

    LEFT = "left"
    """Last year's plan has it, and it was not done."""
    WEAK = "weak"
    """A criterion that the last result found weak."""
    DEVELOPMENT = "development"
    """An item of the development plan that is still open."""
    TEMPLATE = "template"
    """What the level usually studies."""


class StudyProposal(Frozen):
    """An item to begin from."""

    origin: StudyOrigin
    content: Text
    goal: Text | None = None
    kind: StudyKind = StudyKind.KNOWLEDGE
    matter: Matter = Matter.BUSINESS
    work: str = ""
    hours: Decimal = Decimal(0)
    due: date | None = None
    proof: str = ""

    def item(self, language: str) -> StudyItem:
        """The item that one begins with, in that language."""
        return StudyItem(
            id="",
            goal=self.goal.say(language) if self.goal else "",
            content=self.content.say(language),
            kind=self.kind,
            matter=self.matter,
            work=self.work,
            hours=self.hours,
            due=self.due,
            proof=self.proof,
        )

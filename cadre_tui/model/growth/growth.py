"""看自己: all that somebody sees of a result of theirs before its figures."""

from collections.abc import Mapping

from cadre_tui.model.base import Frozen
from cadre_tui.model.growth.plan import Plan, PlanItem, Proposal
from cadre_tui.model.oversight.voices import CommendationLine
from cadre_tui.model.results.result import Comment, CriterionResult
from cadre_tui.model.results.self_and_others import SelfAndOthers
from cadre_tui.model.text import Text

Texts = Mapping[tuple[str, str], Text]
"""The texts of criteria, by the ids of their checklist and their own."""


class GrowthPage(Frozen):
    """``comments`` are None where they are kept back, as where fewer than ``min_comments`` rated.

    ``found_low`` are the criteria that oneself alone answered, and low. ``former`` is the plan before this round,
    with what became of it. ``texts`` are of this round's criteria, ``former_texts`` of the former plan's.
    """

    compared: SelfAndOthers
    found_low: tuple[CriterionResult, ...]
    comments: tuple[Comment, ...] | None
    min_comments: int
    commendations: tuple[CommendationLine, ...]
    plan: Plan
    former: Plan | None
    proposals: tuple[Proposal, ...]
    texts: Texts
    former_texts: Texts

    def about(self, item: PlanItem) -> Text | None:
        """The text of the criterion that an item of this plan is about."""
        return self.texts.get((item.checklist, item.criterion))

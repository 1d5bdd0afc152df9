"""The hooks: what a plugin may tell the program. One class, one method a hook, each with an example that runs.

A hook gives frozen descriptors, never an object with behaviour: the program reads, checks, draws and stores.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pluggy

from cadre_tui.plugins.descriptors.kinds import CriterionKind
from cadre_tui.plugins.descriptors.scorers import Scorer

PROJECT: Final = "cadre"
"""The name under which hooks and implementations find each other."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@dataclass(frozen=True)
class ChecklistSource:
    """Where one checklist lies: an existing TOML file, or a table, in the checklist format.

    Who brings it is noted by the program, which knows whom it asked; a source cannot claim another's name.
    """

    path: Path


class CadreHooks:
    """Every hook of the project ``cadre``. All are called without the program's state and may be left out."""

    @hookspec
    def cadre_checklists(self) -> Iterable[ChecklistSource]:  # type: ignore[empty-body]  # a specification has no body
        """Offer checklists: answer, or yield, a ``ChecklistSource`` for each.

        Called once when the catalogue is put together. The files are read later, when somebody asks for them;
        a faulty one is shown with its faults and left out. An implementation that raises, or answers anything
        but sources, is recorded and left out whole.

        Example::

            from pathlib import Path

            from cadre_tui.plugins import ChecklistSource, hookimpl


            @hookimpl
            def cadre_checklists():
                for path in sorted(Path(__file__).parent.glob("*.toml")):
                    yield ChecklistSource(path)
        """

    @hookspec
    def cadre_criterion_kinds(self) -> Iterable[CriterionKind]:  # type: ignore[empty-body]
        """Offer kinds of criterion, each a ``CriterionKind``.

        Called when a checklist names a kind that begins with the plugin's name, and not before. A kind that fails
        gives no score: whoever reads the result is told so, with the plugin's name.

        Example::

            from fractions import Fraction

            from cadre_tui.plugins import Criterion, CriterionKind, Earned, Number, NumberField, Shape, hookimpl, said


            class PointsCard(Criterion):
                every: Number
                per: Number


            def draw(card):
                return NumberField(per=card.per / card.every, cap=card.points)


            def score(card, answer):
                stamps = Fraction(answer.number) // Fraction(card.every)
                points = min(stamps * Fraction(card.per), Fraction(card.points))
                words = {"zh": "满 {every} 计 1 次，共 {stamps} 次", "en": "{every} make one, {stamps} in all"}
                return Earned(points, (said(words, every=card.every, stamps=stamps),))


            @hookimpl
            def cadre_criterion_kinds():
                yield CriterionKind(
                    name="linshan.points_card",
                    title={"zh": "积分卡", "en": "Points card"},
                    shape=Shape.NUMBER,
                    model=PointsCard,
                    draw=draw,
                    score=score,
                )
        """

    @hookspec
    def cadre_score(self) -> Iterable[Scorer]:  # type: ignore[empty-body]
        """Offer ways to a checklist's total, each a ``Scorer``.

        Called when a checklist names a ``scorer`` that begins with the plugin's name, and not before. It is chosen
        by that name alone. A scorer that fails gives no total.

        Example::

            from cadre_tui.plugins import Scorer, Total, hookimpl, said


            def weakest_counts_double(scored):
                shares = [row.score / row.points for row in scored.rows if row.points > 0 and row.score is not None]
                if not shares:
                    return Total(None)
                points = (sum(shares) + min(shares)) / (len(shares) + 1) * 100
                words = {"zh": "得分率最低的一项（{least}）算两次", "en": "The lowest share ({least}) counts twice"}
                return Total(points, (said(words, least=min(shares)),))


            @hookimpl
            def cadre_score():
                yield Scorer(
                    name="linshan.weakest",
                    title={"zh": "补短板", "en": "The weakest counts double"},
                    total=weakest_counts_double,
                )
        """

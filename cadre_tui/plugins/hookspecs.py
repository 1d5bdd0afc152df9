"""The hooks: what a plugin may tell the program. One class, one method a hook, each with an example that runs.

A hook gives frozen descriptors, never an object with behaviour: the program reads, checks, draws and stores.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pluggy

from cadre_tui.plugins.descriptors.aggregates import Aggregate
from cadre_tui.plugins.descriptors.checks import ResponseCheck
from cadre_tui.plugins.descriptors.events import ResponseSubmitted, RoundOpened
from cadre_tui.plugins.descriptors.facts import FactSource
from cadre_tui.plugins.descriptors.importers import Importer
from cadre_tui.plugins.descriptors.kinds import CriterionKind
from cadre_tui.plugins.descriptors.reports import ReportFormat
from cadre_tui.plugins.descriptors.scales import SharedScale
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


@dataclass(frozen=True)
class OverlaySource:
    """Where one overlay lies: an existing TOML file that tailors another checklist."""

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
    def cadre_overlays(self) -> Iterable[OverlaySource]:  # type: ignore[empty-body]
        """Offer overlays: answer, or yield, an ``OverlaySource`` for each.

        Called and treated as ``cadre_checklists``; each is laid over its base, from wherever that comes, when
        somebody asks for it.

        Example::

            from pathlib import Path

            from cadre_tui.plugins import OverlaySource, hookimpl


            @hookimpl
            def cadre_overlays():
                yield OverlaySource(Path(__file__).with_name("linshan.core.toml"))
        """

    @hookspec
    def cadre_scales(self) -> Iterable[SharedScale]:  # type: ignore[empty-body]
        """Offer scales, each a ``SharedScale``.

        Called when a checklist names a scale that it does not write out and that begins with the plugin's name. The
        scale is written into the checklist, so what is frozen needs no plugin.

        Example::

            from cadre_tui.plugins import ScaleOption, SharedScale, Text, hookimpl

            LEVELS = (("a", "优秀", 100), ("b", "良好", 85), ("c", "一般", 70), ("d", "不了解", None))


            @hookimpl
            def cadre_scales():
                option = tuple(ScaleOption(code=code, text=Text({"zh": zh}), score=pt) for code, zh, pt in LEVELS)
                yield SharedScale("linshan.level-4", {"zh": "林山四级", "en": "Four levels"}, option)
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

    @hookspec
    def cadre_aggregate(self) -> Iterable[Aggregate]:  # type: ignore[empty-body]
        """Offer rules by which one rater group's votes on one criterion become one figure, each an ``Aggregate``.

        Called when a named round's rules give a ``rule`` that begins with the plugin's name, and not before; chosen
        by that name alone. Where it fails, or answers beyond the votes, no figure of colleagues is shown.

        Example::

            from cadre_tui.plugins import Aggregate, hookimpl


            def middle_half(votes):
                spare = len(votes) // 4
                counted = votes[spare : len(votes) - spare]
                return sum(counted) / len(counted)


            @hookimpl
            def cadre_aggregate():
                yield Aggregate(
                    name="linshan.middle_half",
                    title={"zh": "最高、最低各去四分之一再平均", "en": "Mean of the middle half"},
                    figure=middle_half,
                )
        """

    @hookspec
    def cadre_check_response(self) -> Iterable[ResponseCheck]:  # type: ignore[empty-body]
        """Offer checks of whole responses, each a ``ResponseCheck``.

        Called when a response to a checklist of the plugin's own prefix is handed in, by oneself or by an inspector.
        A check that fails lets nothing through.

        Example::

            from cadre_tui.plugins import ResponseCheck, Wrong, hookimpl


            def visited_what_is_stamped(checklist, answers):
                card, visits = answers.get("study.card"), answers.get("study.visits")
                if card and visits and card.number and not any((visits.lines or {}).values()):
                    yield Wrong({"zh": "有积分而没有走访，请核对", "en": "Stamps without a visit: please look again"})


            @hookimpl
            def cadre_check_response():
                yield ResponseCheck(
                    name="linshan.visited",
                    title={"zh": "积分和走访对得上", "en": "Stamps and visits agree"},
                    checklist="linshan.agency",
                    check=visited_what_is_stamped,
                )
        """

    @hookspec
    def cadre_facts(self) -> Iterable[FactSource]:  # type: ignore[empty-body]
        """Offer known numbers about people, each source a ``FactSource``.

        Called when somebody opens a self-assessment in which a criterion asks for a ``fact`` that was not proposed
        yet. A number is proposed once, with its source; what is handed in counts. A source that fails proposes none.

        Example::

            from cadre_tui.plugins import Fact, FactSource, hookimpl

            HOURS = {"q1": {"2026-03-01 县委党校": 40, "2026-05-12 网络学院": 56}}


            def hours(person):
                entries = HOURS.get(person)
                if entries:
                    told = tuple(f"{what} {count} 学时" for what, count in entries.items())
                    yield Fact("study.hours", sum(entries.values()), told)


            @hookimpl
            def cadre_facts():
                yield FactSource(
                    name="linshan.register",
                    title={"zh": "学习台账", "en": "Study register"},
                    facts=("study.hours",),
                    read=hours,
                )
        """

    @hookspec
    def cadre_report_formats(self) -> Iterable[ReportFormat]:  # type: ignore[empty-body]
        """Offer further documents, each a ``ReportFormat``.

        Called when ``cadre report --format`` names one that begins with the plugin's name. Where it fails nothing
        more is written.

        Example::

            from cadre_tui.plugins import ReportFormat, hookimpl


            def one_line(sheet):
                return f"{sheet['subject']['name']}\\t{sheet['total']}\\n".encode()


            @hookimpl
            def cadre_report_formats():
                yield ReportFormat(
                    name="linshan.line",
                    title={"zh": "一行", "en": "One line"},
                    ending=".txt",
                    make=one_line,
                )
        """

    @hookspec
    def cadre_importers(self) -> Iterable[Importer]:  # type: ignore[empty-body]
        """Offer readers of other files, each an ``Importer``.

        Called when a roster or ratings are read from a file whose ending the program does not read itself. What it
        yields is checked as a table is; where it fails nothing is imported.

        Example::

            import json

            from cadre_tui.plugins import Importer, hookimpl


            def people(content):
                for each in json.loads(content):
                    yield {"编号": each["id"], "姓名": each["name"], "单位": each["unit"], "层级": each["level"]}


            @hookimpl
            def cadre_importers():
                yield Importer(
                    name="linshan.people",
                    title={"zh": "人事系统导出", "en": "Export of the personnel system"},
                    of="roster",
                    ending=".json",
                    read=people,
                )
        """

    @hookspec
    def cadre_round_opened(self, opened: RoundOpened) -> None:
        """A round has been opened.

        Called after it was written, for every plugin that is enabled. Nothing can be vetoed or changed; an observer
        that fails is noted in the log, and everything goes on.

        Example::

            from pathlib import Path

            from cadre_tui.plugins import hookimpl


            @hookimpl
            def cadre_round_opened(opened):
                with Path("/var/lib/linshan/rounds.txt").open("a") as file:
                    file.write(f"{opened.round} {opened.people}\\n")
        """

    @hookspec
    def cadre_response_submitted(self, submitted: ResponseSubmitted) -> None:
        """Something was handed in.

        Called after it was written, for every plugin that is enabled; as ``cadre_round_opened``.

        Example::

            from pathlib import Path

            from cadre_tui.plugins import hookimpl


            @hookimpl
            def cadre_response_submitted(submitted):
                with Path("/var/lib/linshan/handed-in.txt").open("a") as file:
                    file.write(f"{submitted.round} {submitted.purpose} {submitted.handed_in}\\n")
        """

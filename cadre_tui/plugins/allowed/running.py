"""The plugins of this process: chosen once, at the start; nothing of them is imported before it is used."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from functools import cache
from typing import Any, Final

from cadre_tui.kinds import registry, scales
from cadre_tui.kinds.kind import Kind
from cadre_tui.model import outside
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Checklist, Scale, ScaleOption
from cadre_tui.model.fault import CadreError, NotRight
from cadre_tui.plugins.allowed.enabled import EnabledPlugin, enabled_plugins
from cadre_tui.plugins.allowed.kept_faults import KeptFaults
from cadre_tui.plugins.allowed.permission import PermissionFile
from cadre_tui.plugins.allowed.standing import PluginRecord, Standing
from cadre_tui.plugins.asking import plugin_log
from cadre_tui.plugins.asking.calling import call
from cadre_tui.plugins.asking.host import Host, Note, Origin, Plugin
from cadre_tui.plugins.asking.plugin_kind import HOOK, PluginKind
from cadre_tui.plugins.asking.plugin_rule import HOOK as RULES
from cadre_tui.plugins.asking.plugin_rule import brought_rule
from cadre_tui.plugins.asking.trusting import exact, steps
from cadre_tui.plugins.descriptors.aggregates import Aggregate
from cadre_tui.plugins.descriptors.kinds import CriterionKind
from cadre_tui.plugins.descriptors.scales import SharedScale
from cadre_tui.plugins.descriptors.scorers import Row, Scored, Scorer
from cadre_tui.scoring import brought_rules, scorers
from cadre_tui.scoring.brought_rules import BroughtRule
from cadre_tui.scoring.scorers import Reckon, Scores, SummedUp


def _unnoted(_plugin: Plugin, _hook: str, _problem: CadreError | None) -> None:
    """Nobody is told."""


_running: Final = [Host(tuple, _unnoted)]


def host() -> Host:
    """Whom to ask."""
    outside.wanted()
    return _running[0]


def start_allowed(permission: PermissionFile) -> None:
    """Run, from now on, the plugins that may; what goes wrong is kept beside the permission."""
    plugin_log.write_into(permission.folder)
    kept = KeptFaults(permission.folder)

    def note(plugin: Plugin, hook: str, problem: CadreError | None) -> None:
        if isinstance(plugin, EnabledPlugin):
            entry = plugin.entry
            standing = Standing.FAILED if problem else Standing.ON
            kept.note([PluginRecord(entry.name, entry.brought_by, standing, problem, entry.version, entry)], hook)

    start(lambda: enabled_plugins(permission.read()), note)


def start_none() -> None:
    """Run no plugin from now on, whatever may."""
    host()  # what waits to be started must not take its place
    start(tuple)


def look_again() -> None:
    """Find out anew which plugins may run."""
    start(_running[0].find, _running[0].note)


def start(plugins: Callable[[], Iterable[Plugin]], note: Note = _unnoted) -> None:
    """Run these plugins from now on; ``plugins`` is called when the first one may be wanted.

    ``note`` is told whatever goes wrong in one.
    """
    _running[0] = Host(plugins, note)
    kinds: dict[str, Kind[Any] | None] = {}

    def kind(name: str) -> Kind[Any] | None:
        if name not in kinds:
            kinds[name] = _kind(name)
        return kinds[name]

    registry.look_in_plugins(kind)
    scorers.look_in_plugins(cache(_scorer))
    scales.look_in_plugins(cache(_scale))
    brought_rules.look_in_plugins(cache(_rule))


@contextmanager
def running(*plugins: Plugin) -> Iterator[Host]:
    """With just these plugins."""
    before = host()  # what waits to be started is started first, so that it cannot take their place
    start(lambda: plugins)
    try:
        yield host()
    finally:
        start(before.find, before.note)


def _kind(name: str) -> Kind[Any] | None:
    found = host().named(HOOK, CriterionKind, name)
    return PluginKind(*found) if found else None


def _scale(name: str) -> Scale | None:
    found = host().named("cadre_scales", SharedScale, name)
    if found is None:
        return None
    origin, given = found
    if not given.option or not all(isinstance(each, ScaleOption) for each in given.option):
        raise NotRight("plugin-wrong-answer", name=origin.name, hook="cadre_scales", wanted="ScaleOption")
    return Scale(id=name, option=tuple(given.option))


def _rule(name: str) -> BroughtRule | None:
    found = host().named(RULES, Aggregate, name)
    return brought_rule(found[0], host().version(found[0]), found[1]) if found else None


def _scorer(name: str) -> Reckon | None:
    found = host().named("cadre_score", Scorer, name)
    return _reckon(*found) if found else None


def _reckon(origin: Origin, scorer: Scorer) -> Reckon:
    def reckon(checklist: Checklist, scores: Scores) -> SummedUp:
        try:
            given = call(origin.name, lambda: scorer.total(_scored(checklist, scores)))
            total = None if given.points is None else exact(given.points)
            return SummedUp(total, (*steps(given.why), _end(total)))
        except (CadreError, AttributeError, TypeError, ValueError):
            why = Step(code="scorer-failed", values={"plugin": origin.name, "scorer": scorer.name})
            return SummedUp(None, (why,), unscored=True)

    return reckon


def _scored(checklist: Checklist, scores: Scores) -> Scored:
    return Scored(
        checklist,
        tuple(
            Row(each.id, section.id, section.kind, Fraction(each.points), scores.get(each.id))
            for section in checklist.section
            for each in section.criterion
        ),
    )


def _end(total: Fraction | None) -> Step:
    code = "scorer-nothing" if total is None else "scorer-total"
    return Step(code=code, values={"result": total})

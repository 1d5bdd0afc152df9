"""Asking plugins: each is called on its own, and what goes wrong in one is recorded and stays there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

import pluggy

from cadre_tui.model.fault import CadreError, NotRight
from cadre_tui.plugins.guarded import guarded
from cadre_tui.plugins.hookspecs import PROJECT, CadreHooks, ChecklistSource

Answered = TypeVar("Answered")


@dataclass(frozen=True)
class Origin:
    """Who brings a checklist. ``name``: the program, a folder, a distribution with its version, or a plugin."""

    kind: Literal["builtin", "folder", "wheel", "plugin"]
    name: str


@dataclass(frozen=True)
class Brought:
    """One checklist file, and who brings it."""

    path: Path
    origin: Origin

    def __str__(self) -> str:
        return str(self.path) if self.origin.kind == "folder" else f"{self.origin.name} ({self.path})"


def ask(plugins: Iterable[tuple[Origin, object]]) -> tuple[tuple[Brought, ...], dict[Origin, CadreError]]:
    """What each plugin brings, in their order, and for each that failed why. A plugin that failed brings nothing."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(CadreHooks)
    brought: list[Brought] = []
    failed: dict[Origin, CadreError] = {}
    for origin, plugin in plugins:
        try:
            sources = _sources(manager, origin, plugin)
        except CadreError as error:
            failed[origin] = error
        else:
            brought += (Brought(source.path, origin) for source in sources)
    return tuple(brought), failed


def _sources(manager: pluggy.PluginManager, origin: Origin, plugin: object) -> tuple[ChecklistSource, ...]:
    name = f"{origin.kind}:{origin.name}:{id(plugin)}"
    _guarded(origin, lambda: manager.register(plugin, name))
    for caller in manager.get_hookcallers(plugin) or ():
        if not caller.has_spec():
            raise NotRight("plugin-unknown-hook", name=origin.name, hook=caller.name)
    sources: list[ChecklistSource] = []
    for implementation in manager.hook.cadre_checklists.get_hookimpls():
        if implementation.plugin is not plugin:
            continue
        if implementation.wrapper or implementation.hookwrapper:
            raise NotRight("plugin-wraps-hook", name=origin.name, hook="cadre_checklists")
        answer = _guarded(origin, lambda: _listed(implementation.function()))  # noqa: B023 - called at once
        if not all(isinstance(source, ChecklistSource) and isinstance(source.path, Path) for source in answer):
            raise NotRight("plugin-wrong-answer", name=origin.name, hook="cadre_checklists")
        sources += answer
    return tuple(sources)


def _listed(answer: Any) -> list[Any]:
    if answer is None:  # an implementation that has nothing to offer
        return []
    return list(answer) if isinstance(answer, Iterable) else [NotImplemented]


def _guarded(origin: Origin, call: Callable[[], Answered]) -> Answered:
    """What ``call`` answers; whatever it raises becomes an error that a person can read."""
    return guarded(origin.name, call)

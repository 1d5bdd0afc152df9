"""Asking plugins: each is called on its own, and what goes wrong in one is recorded and stays there."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Literal, Protocol, TypeVar

import pluggy

from cadre_tui.model.fault import CadreError, NotRight
from cadre_tui.plugins.asking.calling import call
from cadre_tui.plugins.hookspecs import PROJECT, CadreHooks, ChecklistSource, OverlaySource


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


class Plugin(Protocol):
    """A Python plugin that may run, its code not imported yet."""

    @property
    def origin(self) -> Origin:
        """Who it is."""

    @property
    def version(self) -> str:
        """Which version of it runs."""

    def load(self) -> object:
        """Import it now.

        Raises:
            CadreError: it cannot be imported.
        """


Note = Callable[[Plugin, str, CadreError | None], None]
"""Told of a plugin how one of its hooks came out: what went wrong in it, or None."""

IMPORTED: Final = ""
"""Stands for a hook: the import of the plugin."""


class Descriptor(Protocol):
    """What a hook gives: something with a name."""

    @property
    def name(self) -> str:
        """By which it is chosen."""


D = TypeVar("D", bound=Descriptor)


@dataclass(frozen=True)
class Given:
    """One thing that a plugin gave."""

    origin: Origin
    value: Any


class Host:
    """The plugins that run, each imported and asked when something is wanted that may be its."""

    def __init__(self, find: Callable[[], Iterable[Plugin]], note: Note) -> None:
        """``find`` lists the plugins that may run; ``note`` is told of each that cannot be used."""
        self.find, self.note = find, note
        self._asked: dict[tuple[str, Origin], tuple[Any, ...] | CadreError] = {}
        self._loaded: dict[Origin, object] = {}

    @cached_property
    def plugins(self) -> tuple[Plugin, ...]:
        """Who may be asked, in order. Nothing is imported."""
        return tuple(self.find())

    def named(self, hook: str, kind: type[D], name: str) -> tuple[Origin, D] | None:
        """What is called ``name`` among that which the hook gives; None where nobody gives it.

        Only plugins by whose name it begins are imported and asked.

        Raises:
            NotRight: two plugins give it, or the one that may give it cannot be used.
        """
        asked = [each for each in self.plugins if begins_with(name, each.origin.name)]
        found = [each for plugin in asked for each in self._given(hook, kind, plugin, name)]
        if len(found) > 1:
            raise _twice(name, hook, found[0].origin, found[1].origin)
        if found:
            return found[0].origin, found[0].value
        failed = [self._asked[hook, each.origin] for each in asked]
        for each in failed:
            if isinstance(each, CadreError):
                raise each
        return None

    def every(self, hook: str, kind: type[D], of: Callable[[Plugin], bool] = bool) -> tuple[tuple[Origin, D], ...]:
        """All that a hook gives, of the plugins that ``of`` names; of several with one name none: it is noted."""
        asked = [each for each in self.plugins if of(each)]
        given = [(plugin, one) for plugin in asked for one in self.answers(hook, kind, plugin)]
        named: dict[str, list[tuple[Plugin, D]]] = {}
        for plugin, one in given:
            named.setdefault(one.name, []).append((plugin, one))
        for name, same in named.items():
            if len(same) > 1:
                self.note(same[0][0], hook, _twice(name, hook, same[0][0].origin, same[1][0].origin))
        return tuple((same[0][0].origin, same[0][1]) for same in named.values() if len(same) == 1)

    def failed(self, hook: str, of: Callable[[Plugin], bool]) -> CadreError | None:
        """Why one of the plugins that ``of`` names could not be asked; None where all could."""
        found = (self._asked.get((hook, each.origin)) for each in self.plugins if of(each))
        return next((each for each in found if isinstance(each, CadreError)), None)

    def version(self, origin: Origin) -> str:
        """Which version of a plugin runs; empty where it does not run."""
        return next((each.version for each in self.plugins if each.origin == origin), "")

    def noted(self, origin: Origin, hook: str, problem: CadreError) -> None:
        """Note what went wrong when something that a plugin's hook gave was used."""
        for plugin in self.plugins:
            if plugin.origin == origin:
                self.note(plugin, hook, problem)

    def listening(self, hook: str) -> tuple[Plugin, ...]:
        """The plugins that implement an observer; one that cannot be imported does not."""
        return tuple(each for each in self.plugins if getattr(self._imported(each), hook, None) is not None)

    def tell(self, hook: str, **event: Any) -> None:
        """Tell all who listen; whatever goes wrong in one is noted, and nothing comes of it."""
        for plugin in self.listening(hook):
            try:
                asked(hook, plugin.origin, self._loaded[plugin.origin], **event)
            except CadreError as error:
                self.note(plugin, hook, error)
            else:
                self.note(plugin, hook, None)

    def _imported(self, plugin: Plugin) -> object:
        if plugin.origin not in self._loaded:
            try:
                self._loaded[plugin.origin] = plugin.load()
            except CadreError as error:
                self._loaded[plugin.origin] = None
                self.note(plugin, IMPORTED, error)
        return self._loaded[plugin.origin]

    def _given(self, hook: str, kind: type[D], plugin: Plugin, name: str) -> list[Given]:
        return [Given(plugin.origin, each) for each in self.answers(hook, kind, plugin) if each.name == name]

    def answers(self, hook: str, kind: type[D], plugin: Plugin) -> tuple[D, ...]:
        """What one plugin gives, asked once; nothing where it cannot be used, which is recorded."""
        key = hook, plugin.origin
        if key not in self._asked:
            try:
                self._asked[key] = self._ask(hook, kind, plugin)
            except CadreError as error:
                self._asked[key] = error
                self.note(plugin, hook, error)
            else:
                self.note(plugin, hook, None)
        known = self._asked[key]
        return () if isinstance(known, CadreError) else known

    def _ask(self, hook: str, kind: type[D], plugin: Plugin) -> tuple[D, ...]:
        origin = plugin.origin
        if self._loaded.get(origin) is None:
            self._loaded[origin] = plugin.load()
        given = asked(hook, origin, self._loaded[origin])
        if not all(isinstance(each, kind) and isinstance(each.name, str) for each in given):
            raise NotRight("plugin-wrong-answer", name=origin.name, hook=hook, wanted=kind.__name__)
        foreign = next((each.name for each in given if not begins_with(each.name, origin.name)), None)
        if foreign is not None:
            raise NotRight("plugin-foreign-name", name=origin.name, hook=hook, given=foreign)
        return given


def _twice(name: str, hook: str, first: Origin, second: Origin) -> CadreError:
    return NotRight("descriptor-twice", name=name, hook=hook, first=first.name, second=second.name)


def begins_with(name: str, plugin: str) -> bool:
    """Whether something of that name may be the plugin's: its first part is the plugin's name, or begins it.

    ``linshan.points_card`` may be of ``linshan``, of ``linshan.cards`` and of ``linshan-cards``.
    """
    prefix, dot, rest = name.partition(".")
    return bool(prefix and dot and rest) and (plugin == prefix or plugin.startswith((f"{prefix}.", f"{prefix}-")))


def ask(plugins: Iterable[tuple[Origin, object]]) -> tuple[tuple[Brought, ...], dict[Origin, CadreError]]:
    """What each plugin brings, in their order, and for each that failed why. A plugin that failed brings nothing."""
    brought: list[Brought] = []
    failed: dict[Origin, CadreError] = {}
    for origin, plugin in plugins:
        try:
            sources = _sources(origin, plugin)
        except CadreError as error:
            failed[origin] = error
        else:
            brought += (Brought(source.path, origin) for source in sources)
    return tuple(brought), failed


SOURCES: Final[dict[str, type[ChecklistSource | OverlaySource]]] = {
    "cadre_checklists": ChecklistSource,
    "cadre_overlays": OverlaySource,
}
"""The hooks that bring files, and what they give."""


def _sources(origin: Origin, plugin: object) -> Sequence[ChecklistSource | OverlaySource]:
    found: list[ChecklistSource | OverlaySource] = []
    for hook, kind in SOURCES.items():
        sources = asked(hook, origin, plugin)
        if not all(isinstance(source, kind) and isinstance(source.path, Path) for source in sources):
            raise NotRight("plugin-wrong-answer", name=origin.name, hook=hook, wanted=kind.__name__)
        found += sources
    return found


def asked(hook: str, origin: Origin, plugin: object, **arguments: Any) -> tuple[Any, ...]:
    """What one plugin answers to one hook; nothing where it does not implement it.

    Raises:
        NotRight: it raises, ends the program, takes too long, misspells a hook, wraps others', or answers no list.
    """
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(CadreHooks)
    call(origin.name, lambda: manager.register(plugin, f"{origin.kind}:{origin.name}"))
    for caller in manager.get_hookcallers(plugin) or ():
        if not caller.has_spec():
            raise NotRight("plugin-unknown-hook", name=origin.name, hook=caller.name)
        if any(each.wrapper or each.hookwrapper for each in caller.get_hookimpls()):
            raise NotRight("plugin-wraps-hook", name=origin.name, hook=caller.name)
    answers: list[Any] = []
    for each in getattr(manager.hook, hook).get_hookimpls():
        given = [arguments[name] for name in each.argnames]
        answers += call(origin.name, lambda: _listed(each.function(*given)))  # noqa: B023 - called at once
    if any(each is NotImplemented for each in answers):
        raise NotRight("plugin-wrong-answer", name=origin.name, hook=hook, wanted="list")
    return tuple(answers)


def _listed(answer: Any) -> list[Any]:
    if answer is None:  # an implementation that has nothing to offer
        return []
    return list(answer) if isinstance(answer, Iterable) else [NotImplemented]

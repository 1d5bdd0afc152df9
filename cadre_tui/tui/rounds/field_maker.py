"""A field of a round that is being made: how it is shown, what may be put, and how it comes from the draft. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from cadre_tui.locale import _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Roster
from cadre_tui.model.rounds.counting_rules import PinnedRule
from cadre_tui.model.text import Text
from cadre_tui.tui.rounds import draft as typed
from cadre_tui.tui.rounds.draft import Draft

TEXT, CHOICE, TOGGLE = "text", "choice", "toggle"


@dataclass(frozen=True)
class Field:
    """One thing to say. ``shown`` tells what is said now, ``put`` takes what was typed, or chosen, or turned.

    ``unset`` tells what holds where nothing is said. ``path`` is where faults about it stand; a fault below it is
    told at it, too.
    """

    label: str
    path: str
    kind: str
    shown: Callable[[], str]
    put: Callable[[str], None]
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    unset: str = ""
    key: str = ""

    @property
    def name(self) -> str:
        """By which the cursor finds it again: a ``key`` where the path changes with what is said."""
        return self.key or self.path + self.label


@dataclass(frozen=True)
class Surroundings:
    """What the fields offer: the county's checklists, units, people, rounds that were published, plugins' rules.

    ``waiting`` are checklists that cannot be used before the plugins that they name are enabled.
    """

    checklists: Sequence[tuple[str, Text, tuple[Purpose, ...]]]
    roster: Roster
    published: tuple[str, ...]
    rules: tuple[PinnedRule, ...] = ()
    waiting: tuple[tuple[Text, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Maker:
    """Makes the fields of one round that is being said: each tells its draft, and is told by it."""

    draft: Draft
    around: Surroundings
    new: bool

    def text(
        self,
        label: str,
        path: str,
        hint: str = "",
        read: Callable[[str], Any] = lambda text: text.strip() or None,
        unset: str = "",
    ) -> Field:
        """Something typed; ``unset`` (marked) is what holds where nothing is."""
        return Field(
            _(label),
            path,
            TEXT,
            lambda: typed.shown(self.draft.get(path)),
            lambda text: self.draft.put(path, read(text)),
            _(hint) if hint else "",
            unset=_(unset) if unset else "",
        )

    def number(self, label: str, path: str, hint: str = "", unset: str = "") -> Field:
        """A number, or nothing."""
        return self.text(label, path, hint, lambda text: typed.number(text) if text.strip() else None, unset)

    def choice(self, label: str, path: str, choices: Sequence[tuple[str, str]], hint: str = "") -> Field:
        """One of several; the first is what holds where nothing is said."""
        known = dict(choices)

        def shown() -> str:
            said = self.draft.get(path)
            return known.get(str(said), str(said)) if said is not None else choices[0][1]

        return Field(
            _(label),
            path,
            CHOICE,
            shown,
            lambda value: self.draft.put(path, value if value != choices[0][0] else None),
            _(hint) if hint else "",
            tuple(choices),
        )

    def flag(self, label: str, path: str, hint: str = "") -> Field:
        """Yes or no."""
        yes, no = _("是"), _("否")
        return Field(
            _(label),
            path,
            TOGGLE,
            lambda: yes if self.draft.get(path) else no,
            lambda _text: self.draft.put(path, None if self.draft.get(path) else True),
            _(hint) if hint else "",
        )

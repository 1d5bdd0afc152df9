"""The drawer that all of a rater's responses of a round lie in, and what becomes of them when it is written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from cadre_tui.model.answers.response import Response
from cadre_tui.model.checklists.checklist import Purpose


@dataclass(frozen=True)
class Change:
    """What becomes of the responses ``of`` a drawer, by name (``name_of``): in all of them the fields ``other``.

    Without any, ``of`` are the responses as they become: new, or other as a whole.
    """

    of: Mapping[str, Response]
    other: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def after(self) -> Mapping[str, Response]:
        """The responses as they are then; made when somebody looks at them."""
        return {name: each.but(self.other) for name, each in self.of.items()} if self.other else self.of


def change_of(response: Response, other: Mapping[str, Any] | None = None) -> Change:
    """What becomes of one response."""
    return Change({name_of(response): response}, other or {})


def only_response(changes: Iterable[Change]) -> Response:
    """The one response that changed, as it is then."""
    ((response,),) = (each.after.values() for each in changes)
    return response


def name_of(response: Response) -> str:
    """What a response is called in its drawer; it keeps the name when its checklist is amended."""
    return _name(response.purpose, response.checklist.partition("|")[0], response.subject)


def _name(purpose: Purpose, checklist_id: str, subject: str) -> str:
    return f"{purpose}/{checklist_id}/{subject}"


def all_after(by_name: Mapping[str, Response], changes: Iterable[Change]) -> Mapping[str, Response]:
    """A drawer's responses as they are after ``changes``, in the order in which they were begun."""
    found = dict(by_name)
    for each in changes:
        found |= each.after
    return found


@dataclass(frozen=True)
class Drawer:
    """All that one rater answers in one round, which is written as one: its responses ``by_name`` (``name_of``)."""

    round: str
    rater: str
    by_name: Mapping[str, Response]

    @property
    def responses(self) -> tuple[Response, ...]:
        """All of them, in the order in which they were begun."""
        return tuple(self.by_name.values())

    def response(self, subject: str, checklist_id: str, purpose: Purpose) -> Response | None:
        """The response about ``subject`` to the checklist of that id (without version), if begun."""
        return self.by_name.get(_name(purpose, checklist_id, subject))

    def after(self, changes: Iterable[Change]) -> "Drawer":
        """The drawer as it is after ``changes``."""
        return replace(self, by_name=all_after(self.by_name, changes))

    def each(self, become: Callable[[Response], Response]) -> "Drawer":
        """The drawer with what each response becomes."""
        return replace(self, by_name={name: become(each) for name, each in self.by_name.items()})

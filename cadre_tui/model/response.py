"""What a rater answers about a subject, and the drawer that all of a rater's responses of a round lie in."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from cadre_tui.model.answer import Answer
from cadre_tui.model.base import Frozen
from cadre_tui.model.checklist import Purpose


class State(StrEnum):
    """How far a response has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    REOPENED = "reopened"


class Response(Frozen):
    """Answers of one rater about one subject to one checklist, which it names by id, version and digest.

    ``at`` is the criterion where the person stopped. Times are in UTC.
    """

    checklist: str
    digest: str
    subject: str
    purpose: Purpose
    state: State = State.DRAFT
    answers: Mapping[str, Answer] = {}
    at: str | None = None
    saved: datetime | None = None
    submitted: datetime | None = None


class Drawer(Frozen):
    """All that one rater answers in one round: the unit of writing."""

    round: str
    rater: str
    responses: tuple[Response, ...] = ()

    def response(self, subject: str, checklist_id: str, purpose: Purpose) -> Response | None:
        """The response about ``subject`` to the checklist of that id (without version), if begun."""
        return self._by_name.get((subject, checklist_id, purpose))

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str, Purpose], Response]:
        return {_name(each): each for each in self.responses}

    def with_responses(self, fresh: Iterable[Response]) -> "Drawer":
        """The drawer with ``fresh`` in the place of what it had of the same subject, checklist and purpose."""
        by_name = {**self._by_name, **{_name(each): each for each in fresh}}
        return Drawer(round=self.round, rater=self.rater, responses=tuple(by_name.values()))


def _name(response: Response) -> tuple[str, str, Purpose]:
    return response.subject, response.checklist.split("|")[0], response.purpose

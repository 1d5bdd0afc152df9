"""What is asked of a rater: before anything of it is answered, and until it is handed in."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Response
from cadre_tui.model.answers.score_sheet import Missing
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.people.person import Person


class Asked(NamedTuple):
    """One response: about whom, why, to which checklist."""

    subject: Person
    purpose: Purpose
    checklist: Checklist


class Waiting(NamedTuple):
    """A response that is not handed in, as it stands, by the ``name`` that it has in its drawer.

    ``answers`` are those that count once it is handed in: blanks that may be are filled in. ``missing`` has to be
    there first; of a sealed one is only known whether it is ``whole``.
    """

    asked: Asked
    name: str
    response: Response
    answers: Mapping[str, Answer]
    missing: tuple[Missing, ...] = ()
    whole: bool = True


class Left(NamedTuple):
    """All of one purpose that is not handed in, in the order in which it was asked for, and what can be said of it.

    ``missing`` counts what has to be there first; ``anew`` are whom sealed ones are about that are not whole.
    ``as_they_are`` would go in without a further answer, by name; ``filled`` with blanks filled in.
    """

    waiting: tuple[Waiting, ...]
    missing: int
    anew: tuple[str, ...]
    as_they_are: Mapping[str, Response]
    filled: tuple[Waiting, ...]


def left(waiting: Iterable[Waiting]) -> Left:
    """What can be said of all that is ``waiting``."""
    found = tuple(waiting)
    return Left(
        waiting=found,
        missing=sum(len(each.missing) for each in found),
        anew=tuple(dict.fromkeys(each.asked.subject.name for each in found if not each.whole)),
        as_they_are={each.name: each.response for each in found if each.answers is each.response.answers},
        filled=tuple(each for each in found if each.answers is not each.response.answers),
    )

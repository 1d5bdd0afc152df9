"""What is asked of a rater: before anything of it is answered, and until it is handed in."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Response
from cadre_tui.model.answers.score_sheet import Missing
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.people.person import Person
from cadre_tui.model.text import Text


class Asked(NamedTuple):
    """One response that is asked for: about whom, for which purpose, to which checklist."""

    subject: Person
    purpose: Purpose
    checklist: Checklist


class Sheet(NamedTuple):
    """What is answered to one checklist about one subject."""

    subject: Person
    purpose: Purpose
    checklist: Checklist
    answers: Mapping[str, Answer]


class TooBlank(NamedTuple):
    """A response of which ``blank`` are more than the ``most`` that may be: about whom, the checklist's title."""

    who: str
    checklist: Text
    blank: int
    most: int


class Judged(NamedTuple):
    """What the round's rules find of a rater's ``sheets``: the first that is too blank, who has the best grade.

    ``subjects``: among how many that is shared out.
    """

    sheets: tuple[Sheet, ...]
    too_blank: TooBlank | None
    best: tuple[str, ...]
    subjects: int


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
    ``as_they_are`` (by name) go in with the answers that they have, ``filled`` with their blanks filled in.
    ``judged`` is of all that was asked for and can be read, handed in or not.
    """

    waiting: tuple[Waiting, ...]
    missing: int
    anew: tuple[str, ...]
    as_they_are: Mapping[str, Response]
    filled: tuple[Waiting, ...]
    judged: Judged


def left(waiting: Iterable[Waiting], judged: Judged) -> Left:
    """What can be said of all that is ``waiting``."""
    found = tuple(waiting)
    return Left(
        waiting=found,
        missing=sum(len(each.missing) for each in found),
        anew=tuple(dict.fromkeys(each.asked.subject.name for each in found if not each.whole)),
        as_they_are={each.name: each.response for each in found if each.answers is each.response.answers},
        filled=tuple(each for each in found if each.answers is not each.response.answers),
        judged=judged,
    )

"""A ballot's marks in a file, and back: ``{"marks": {"c01": {"plan.written": "good"}}}``, by person and criterion."""

import json
from pathlib import Path
from typing import Any, Final

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.ballots.form import BallotForm, Cell, Question
from cadre_tui.model.fault import BadInput

MOST_BYTES: Final = 1024 * 1024


def read_marks(form: BallotForm, path: Path) -> str:
    """The marks that a file says; what it leaves out is blank.

    Raises:
        BadInput: the file cannot be read, or names a person, a criterion or an option that the ballot has not.
    """
    marks = _object(path).get("marks")
    if not isinstance(marks, dict) or not all(isinstance(each, dict) for each in marks.values()):
        raise BadInput("ballot-file", file=path.name)
    return _read(form, marks)


def _read(form: BallotForm, said: dict[str, dict[str, Any]]) -> str:
    places = {subject.id: at for at, subject in enumerate(form.subjects)}
    found = form.empty
    for person, answers in said.items():
        if person not in places:
            raise BadInput("ballot-file-person", person=person)
        for criterion, answer in answers.items():
            asked = next((at for at, each in enumerate(form.questions) if each.criterion == criterion), None)
            if asked is None or not form.asks(cell := Cell(places[person], asked)):
                raise BadInput("ballot-file-criterion", person=person, criterion=criterion)
            options = names(form.questions[asked])
            if _name(answer) not in options:
                known = "、".join(options)
                raise BadInput("ballot-file-option", person=person, criterion=criterion, known=known)
            found = form.marked(found, cell, options.index(_name(answer)))
    return found


def read_remarks(form: BallotForm, path: Path) -> dict[int, str]:
    """What a file says about people in words, by their place: ``{"remarks": {"c01": "…"}}``; it may have none.

    Raises:
        BadInput: the file cannot be read, nobody may write anything, or it names somebody who is not on the ballot.
    """
    said = _object(path).get("remarks", {})
    places = {subject.id: at for at, subject in enumerate(form.subjects)}
    if not isinstance(said, dict) or not all(isinstance(each, str) for each in said.values()):
        raise BadInput("ballot-file", file=path.name)
    if said and not form.text:
        raise BadInput("ballot-no-text")
    stranger = next((each for each in said if each not in places), None)
    if stranger is not None:
        raise BadInput("ballot-file-person", person=stranger)
    return {places[person]: text for person, text in said.items()}


def _object(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        said = json.loads(content) if len(content) <= MOST_BYTES else None
    except (OSError, ValueError, RecursionError):
        raise BadInput("ballot-file", file=path.name) from None
    if not isinstance(said, dict):
        raise BadInput("ballot-file", file=path.name)
    return said


def names(question: Question) -> list[str]:
    """The options of a question as a file names them, in their order: a code, or yes and no."""
    return [_named(each.answer) for each in question.options]


def _named(answer: Answer) -> str:
    if answer.choice is not None:
        return answer.choice
    return "yes" if answer.yes else "no"


def _name(written: Any) -> str:
    if isinstance(written, bool):
        return "yes" if written else "no"
    return written if isinstance(written, str) else ""

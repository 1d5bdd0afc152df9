"""Faults as they are told: in a person's terms, with the nearest known name, in the order of the file."""

from collections.abc import Iterable
from typing import Any, Final, Protocol

from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.fault import Fault, Place
from cadre_tui.model.nearest import Guesses

AT_THE_KEY: Final = (codes.UNKNOWN_KEY, codes.NOT_CHANGED)
"""Faults of a key, whatever is written there."""


class Located(Protocol):
    """What knows where the fields of a file stand: the lines of a text, or the cells of a table."""

    def of(self, path: str) -> int | None:
        """The line or row of a field."""

    def place(self, path: str, file: str | None, *, key: bool = False) -> Place:
        """Where a field stands, as exactly as is known: its value, or its ``key`` where that is asked for."""

    def words(self, path: str) -> tuple[str, ...]:
        """The words that may be written there beside the codes of the format."""

    def expected(self, name: str) -> str:
        """What is asked for there, as it is written in such a file."""

    def order(self, fault: Fault) -> Any:
        """By what faults are put in the order of the file."""


def report(faults: Iterable[Fault], raw: dict[str, Any], located: Located, file: str | None) -> tuple[Fault, ...]:
    """The faults with file, place, a place in words (``where``) and what was probably meant (``meant``)."""
    told = []
    guesses = Guesses()
    for fault in faults:
        values = {**fault.values, "where": in_words(fault.path, raw)}
        if fault.code in (codes.NOT_ONE_OF, codes.UNKNOWN_KIND, codes.UNKNOWN_LEVEL):
            values["known"] = (*values["known"], *located.words(fault.path))
        if "expected" in values:
            values["expected"] = located.expected(values["expected"])
        if "known" in values and "name" in values:
            # A kind may be a plugin's: only what is nearly the same is taken for a slip of the pen.
            alike = 0.75 if fault.code in (codes.UNKNOWN_KIND, codes.PLUGIN_KIND) else 0.6
            values["meant"] = guesses.nearest(values["name"], map(str, values["known"]), alike=alike)
        elif fault.code == codes.NOT_ONE_OF:
            values["name"] = at(fault.path, raw)
            values["meant"] = guesses.nearest(values["name"], values["known"])
        if "first" in values:
            values["first"] = located.of(str(values["first"])) or in_words(str(values["first"]), raw)
        code = fault.code
        if code == codes.UNKNOWN_KIND and not values["meant"]:
            code = codes.PLUGIN_KIND
        place = located.place(fault.path, file, key=code in AT_THE_KEY)
        told.append(fault.model_copy(update={"code": code, "values": values, "place": place}))
    return tuple(sorted(told, key=located.order))


def at(path: str, raw: Any) -> Any:
    """What is written at a path; None where nothing is."""
    for step in path.split("."):
        if isinstance(raw, dict):
            raw = raw.get(step)
        elif isinstance(raw, list) and step.isdecimal() and int(step) < len(raw):
            raw = raw[int(step)]
        else:
            return None
    return raw


def in_words(path: str, raw: Any) -> str:
    """``section.0.criterion.2.line.1.per`` as ``plan.sessions › line › no-report › per``, unnamed ones counted."""
    words: list[str] = []
    here = raw
    for step in path.split(".") if path else ():
        here = at(step, here)
        if not step.isdecimal():
            words.append(step)
            continue
        name = (here.get("id") or here.get("code")) if isinstance(here, dict) else None
        if isinstance(name, str) and words and words[-1] == "criterion":
            words = [name]  # a criterion's id is known everywhere: its section adds nothing
        else:
            words.append(name if isinstance(name, str) else str(int(step) + 1))
    return " › ".join(words)

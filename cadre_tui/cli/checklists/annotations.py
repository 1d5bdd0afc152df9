"""Faults as GitHub's workflow commands: each is shown at its line on the page of a change."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from cadre_tui.cli.checklists.placing import cell
from cadre_tui.model.fault import Fault
from cadre_tui.plugins.known.checking import Checked
from cadre_tui.words.refusals import sentence

IN_A_MESSAGE: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_A_PROPERTY: Final = IN_A_MESSAGE | {":": "%3A", ",": "%2C"}
"""What the runner reads as its own signs, and what it takes instead."""


def of(reports: Sequence[Checked], explains: Callable[[Fault], str]) -> Iterator[str]:
    """One command a fault. GitHub knows no cells: of a table the message says the sheet and the cell."""
    for report in reports:
        for fault in report.faults:
            place, told = fault.place, " ".join(filter(None, (cell(fault.place), explains(fault))))
            about = {"file": report.file, "line": place.line, "col": place.line and place.column, "title": fault.code}
            yield _command("warning" if fault.warning else "error", about, told)
        for problem in report.problems:
            yield _command("error", {"file": report.file, "title": problem.code}, sentence(problem))


def _command(name: str, about: Mapping[str, object], message: str) -> str:
    properties = ",".join(f"{key}={_escaped(str(value), IN_A_PROPERTY)}" for key, value in about.items() if value)
    return f"::{name} {properties}::{_escaped(message, IN_A_MESSAGE)}"


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(each, each) for each in text)

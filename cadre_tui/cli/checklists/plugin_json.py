"""What ``cadre plugin … --json`` answers."""

from collections.abc import Callable, Sequence
from typing import Any

from cadre_tui.checklists import needed_of_plugins
from cadre_tui.cli.json_answer import json_text
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import CadreError, Fault, Place
from cadre_tui.model.text import Text
from cadre_tui.plugins.allowed.package_digest import package_digest, publisher
from cadre_tui.plugins.allowed.standing import PluginRecord
from cadre_tui.plugins.known.catalogue import Catalogue
from cadre_tui.plugins.known.checking import Checked
from cadre_tui.plugins.known.offer import Offer
from cadre_tui.words.refusals import sentence


def written(answer: Any) -> str:
    """JSON as it is printed: readable, hanzi as hanzi."""
    return json_text(answer)


def _all(text: Text | None) -> dict[str, str] | None:
    return dict(text.root) if text else None


def _told(offer: Offer) -> dict[str, Any]:
    return {
        "id": offer.id,
        "version": offer.version,
        "title": _all(offer.title),
        "publisher": _all(offer.publisher),
        "levels": list(offer.levels),
        "purpose": [each.value for each in offer.purpose],
        "digest": offer.digest or None,
        "base": offer.base or None,
        "source": {
            "kind": offer.source.origin.kind,
            "name": offer.source.origin.name,
            "file": str(offer.source.path),
        },
        "status": _status(offer),
        "problem": _problem(offer.problem) if offer.problem else None,
    }


def _status(offer: Offer) -> str:
    if offer.problem is None:
        return "needs-plugin" if offer.needs else "usable"
    if offer.problem.code == "checklist-disabled":
        return "disabled"
    if offer.digest:
        return "conflict"
    return "faulty" if offer.faults else "unusable"


def _contents(checklist: Checklist) -> dict[str, Any]:
    return {
        "approved": checklist.approved.isoformat() if checklist.approved else None,
        "total": float(checklist.total),
        "criteria": [criterion.id for criterion in checklist.criteria()],
        "grades": [{"code": grade.code, "min": float(grade.min)} for grade in checklist.grade],
        "needs": list(needed_of_plugins(checklist)),
    }


def listing(catalogue: Catalogue) -> dict[str, Any]:
    """``cadre plugin list``."""
    plugins = [plugin(record) for record in catalogue.plugins]
    problems = [_problem(problem) for problem in catalogue.problems]
    return {"checklists": [_told(offer) for offer in catalogue.offers()], "plugins": plugins, "problems": problems}


def plugin(record: PluginRecord) -> dict[str, Any]:
    """One plugin, in ``cadre plugin list`` and ``info``."""
    entry = record.entry
    return {
        "name": record.name,
        "version": record.version,
        "brought_by": record.brought_by,
        "publisher": (publisher(entry) if entry else "") or None,
        "needs": (entry.needs if entry else "") or None,
        "digest": (package_digest(entry) if entry else "") or None,
        "status": record.status,
        "problem": _problem(record.problem) if record.problem else None,
    }


def _problem(problem: CadreError) -> dict[str, Any]:
    return {"code": problem.code, "message": sentence(problem)}


def _report(report: Checked, words: Callable[[Fault], str]) -> dict[str, Any]:
    checklist = report.checklist
    return {
        "file": str(report.file),
        "checklist": checklist.name if checklist else None,
        "digest": checklist.digest if checklist else None,
        "right": report.right,
        "faults": [
            {
                "code": fault.code,
                "line": fault.place.line,
                "column": fault.place.column,
                "path": fault.path,
                "warning": fault.warning,
                "message": words(fault),
                **cell(fault.place),
            }
            for fault in report.faults
        ],
        "problems": [_problem(problem) for problem in report.problems],
    }


def cell(place: Place) -> dict[str, Any]:
    """Of a table: the sheet (null in a CSV file) and the row; ``column`` is counted from 1."""
    return {} if place.row is None and place.sheet is None else {"sheet": place.sheet, "row": place.row}


def information(offer: Offer, checklist: Checklist) -> dict[str, Any]:
    """``cadre plugin info``."""
    return _told(offer) | {"document": _all(checklist.document), **_contents(checklist)}


def reports(checked: Sequence[Checked], words: Callable[[Fault], str]) -> dict[str, Any]:
    """``cadre plugin check``; ``words`` puts a sentence to a fault."""
    return {"right": all(each.right for each in checked), "files": [_report(each, words) for each in checked]}

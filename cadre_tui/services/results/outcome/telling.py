"""The outcome of a round as it is shown."""

from collections.abc import Mapping, Sequence

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.results.outcome import Case, Cause, Outcome, Settled, Standing
from cadre_tui.model.rounds.round import SHOWN
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.model.text import Text
from cadre_tui.services.results.grades import quota_code, settled_grade
from cadre_tui.services.results.outcome.deciding import closed
from cadre_tui.services.results.outcome.figures import Figures
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.session import Session


def told(reader: Reader, session: Session, figures: Sequence[Figures], settled: Settled) -> Outcome:
    """The outcome as this session sees it: how everybody stands, and the cases with what was decided."""
    rules = reader.held.rules
    waiting = frozenset(settled.waiting)
    options = _options(reader)
    standings = {each.subject.id: _standing(reader, each, settled, waiting) for each in figures}
    code = quota_code(rules)
    cases = (
        _case(rules, each, standings[each.subject.id], settled, waiting, options)
        for each in figures
        if each.subject.id in settled.cases
    )
    return Outcome(
        round=rules.id,
        title=rules.title,
        mock=rules.mock,
        quota=next((each.text for each in rules.grade if each.code == code), None),
        lines=settled.lines,
        cases=tuple(
            each.model_copy(update={"closed": closed(reader.held, session, each.subject.id, each.causes)})
            for each in cases
        ),
        standings=tuple(standings.values()),
        waiting=len(waiting),
        grades=rules.grade,
        published=reader.held.phase in SHOWN,
    )


def _standing(reader: Reader, of: Figures, settled: Settled, waiting: frozenset[str]) -> Standing:
    grade, _steps = settled_grade(reader.held.rules, settled, of.subject, of.total, of.earned)
    unit = reader.held.roster.unit(of.subject.unit)
    return Standing(
        subject=of.subject,
        unit=unit.name if unit else "",
        total=of.total,
        earned=of.earned.text if of.earned else None,
        grade=grade.text if grade and of.subject.id not in waiting else None,
    )


def _case(
    rules: RoundRules,
    of: Figures,
    standing: Standing,
    settled: Settled,
    waiting: frozenset[str],
    options: Mapping[str, Text],
) -> Case:
    case = settled.cases[of.subject.id]
    named = (code for rule in of.referred for code in rule.options)
    return Case(
        subject=of.subject,
        unit=standing.unit,
        causes=case.causes,
        referred=of.referred if Cause.REFERRED in case.causes else (),
        options={code: options[code] for code in named if code in options},
        total=of.total,
        earned=standing.earned,
        adjusted=next((each.text for each in rules.grade if each.code == case.adjusted), None),
        adopted=rules.adopt == "adjusted",
        grade=standing.grade,
        ruling=settled.ruling(of.subject.id, of.total),
        waiting=of.subject.id in waiting,
    )


def _options(reader: Reader) -> dict[str, Text]:
    """The texts of the options that colleagues answer with, by their codes."""
    asked = (checklist for purpose, checklist in reader.uses if purpose is Purpose.PEER)
    scales = (option for checklist in asked for scale in checklist.scale for option in scale.option)
    found: dict[str, Text] = {}
    for each in scales:
        found.setdefault(each.code, each.text)
    return found


def with_decisions(found: Outcome, settled: Settled) -> Outcome:
    """The same outcome with what has been decided since; no figure is worked out again."""
    texts = {each.code: each.text for each in found.grades}

    def renewed(case: Case) -> Case:
        ruling = settled.ruling(case.subject.id, case.total)
        if ruling is None:
            return case
        return case.model_copy(update={"ruling": ruling, "grade": texts.get(ruling.grade), "waiting": False})

    cases = tuple(map(renewed, found.cases))
    return found.model_copy(update={"cases": cases, "waiting": sum(each.waiting for each in cases)})

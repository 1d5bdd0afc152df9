"""How far a round has come as the command line tells it: as tables, and as JSON."""

from typing import Any

from cadre_tui.cli.json_answer import texts
from cadre_tui.cli.table import table
from cadre_tui.locale import _, language
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.home import RoundStatus
from cadre_tui.model.oversight.progress import ByPurpose, Counts, together
from cadre_tui.words import terms
from cadre_tui.words.oversight.uncounted import uncounted
from cadre_tui.words.rounds.title import round_title


def in_words(found: RoundStatus) -> str:
    """How far each unit has come, and all together; the rater groups where the round has some."""
    line = found.line
    heading = f"{round_title(line.title, line.mock)}  {line.round}  {terms.phase(line.phase)}"
    purposes = [purpose for purpose in Purpose if purpose in found.counts]
    if not purposes:
        return heading + "\n" + uncounted(line)
    rows = [_row(unit.unit, unit.counts, purposes, f"{unit.finished}/{unit.people}") for unit in found.units]
    people, finished = (sum(getattr(unit, each) for unit in found.units) for each in ("people", "finished"))
    rows.append(_row(_("合计"), found.counts, purposes, f"{finished}/{people}"))
    headings = (
        _("单位"),
        *(terms.purpose(each) for each in purposes),
        *(_("填写中"), _("逾期未交"), _("逾期提交"), _("延期"), _("退回"), _("交齐的人")),
    )
    parts = [heading, table(headings, rows), _("已提交份数 / 应提交份数；后面各栏是份数，“交齐的人”是人数。")]
    if found.groups:
        groups = [(each.title.say(language()), *_figures(each.counts, share=True)) for each in found.groups]
        names = (_("评价主体"), _("已提交"), _("填写中"), _("逾期未交"), _("逾期提交"), _("延期"), _("退回"))
        parts.insert(2, table(names, groups))
    return "\n\n".join(parts)


def _row(name: str, counts: ByPurpose, purposes: list[Purpose], people: str) -> tuple[str, ...]:
    shares = (_share(counts.get(each, Counts())) for each in purposes)
    return (name, *shares, *_figures(together(counts)), people)


def _share(counts: Counts) -> str:
    return f"{counts.handed_in}/{counts.given}" if counts.given else "·"


def _figures(counts: Counts, *, share: bool = False) -> tuple[str, ...]:
    figures = (counts.begun, counts.overdue, counts.late, counts.extended, counts.reopened)
    return (*((_share(counts),) if share else ()), *(str(each) if each else "·" for each in figures))


def as_json(found: RoundStatus) -> dict[str, Any]:
    """Counts of the whole, of its units and of its rater groups."""
    return {
        "round": found.line.round,
        "title": texts(found.line.title),
        "phase": found.line.phase.value,
        "mock": found.line.mock,
        "handed_in": _by_purpose(found.counts),
        "units": [
            {
                "unit": each.unit,
                "id": each.id,
                "people": each.people,
                "finished": each.finished,
                "handed_in": _by_purpose(each.counts),
            }
            for each in found.units
        ],
        "groups": [{"group": each.group, "title": texts(each.title), **counts(each.counts)} for each in found.groups],
    }


def _by_purpose(found: ByPurpose) -> dict[str, dict[str, int]]:
    return {purpose.value: counts(each) for purpose, each in found.items()}


def counts(each: Counts) -> dict[str, int]:
    """All counts; ``asked`` and ``given`` are the same: what was given out is what is asked for."""
    told: dict[str, int] = each.model_dump()
    return {"handed_in": told.pop("handed_in"), "asked": each.given, **told}

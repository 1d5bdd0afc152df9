"""``cadre score``: a dry run. One response, scored by one checklist, with the reason for every number; no store."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from cadre_tui import scoring
from cadre_tui.cli.checklists.named import file_or_known
from cadre_tui.cli.checklists.response_file import response_bytes
from cadre_tui.cli.json_answer import json_text
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand
from cadre_tui.cli.table import table
from cadre_tui.locale import M_, N_, _, language
from cadre_tui.model.answers.score_sheet import CriterionScore, Missing, ScoreSheet
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import NotRight
from cadre_tui.words.checklists.imprint import imprint
from cadre_tui.words.figures import figure
from cadre_tui.words.printable import printable
from cadre_tui.words.results.steps import sentence


@click.command(
    "score",
    cls=SpokenCommand,
    help=N_("用一份考评表给一份答卷试算得分，写明每个数的来由；不读写数据"),
)
@click.argument("checklist", cls=SpokenArgument, metavar=M_("考评表文件或编号"))
@click.argument("response", cls=SpokenArgument, metavar=M_("答卷文件"))
@AS_JSON
@click.pass_context
def score(ctx: click.Context, checklist: str, response: str, as_json: bool) -> None:
    """CHECKLIST is a file, or the id of an offered checklist; of two faulty ones the checklist is told first."""
    judged = file_or_known(ctx.obj, checklist)
    answers = scoring.read_response(
        judged, scoring.parse_response(response_bytes(Path(response)), Path(response).name)
    )
    sheet = scoring.score(judged, answers)
    if sheet.unscored:
        raise NotRight("not-scored", why=sentence(sheet.unscored[0], judged, language()))
    click.echo(json_text(_as_json(sheet, judged), indent=None) if as_json else _as_table(sheet, judged))


def _as_json(sheet: ScoreSheet, checklist: Checklist) -> dict[str, Any]:
    return {
        "checklist": sheet.checklist,
        "digest": sheet.digest,
        "total": None if sheet.total is None else float(sheet.total),
        "grade": sheet.grade,
        "veto": sheet.veto,
        "missing": [{"criterion": each.criterion, "what": each.what} for each in sheet.missing],
        "sections": [
            {"id": each.id, "score": _double(each.score), "points": float(each.points)} for each in sheet.sections
        ],
        "criteria": [
            {"id": each.id, "score": _double(each.score), "points": float(each.points), "why": _why(each, checklist)}
            for each in sheet.criteria
        ],
    }


def _double(score: Fraction | None) -> float | None:
    return None if score is None else float(score)


def _why(scored: CriterionScore, checklist: Checklist) -> str:
    return _("；").join(sentence(step, checklist, language()) for step in scored.why)


def _as_table(sheet: ScoreSheet, checklist: Checklist) -> str:
    scored = {each.id: each for each in sheet.criteria}
    rows = []
    for section, result in zip(checklist.section, sheet.sections, strict=True):
        rows.append((printable(section.title.say(language())), _figure(result.points), _figure(result.score), ""))
        for criterion in section.criterion:
            each = scored[criterion.id]
            text = printable(criterion.text.say(language()))
            rows.append((f"  {text}", _figure(each.points), _figure(each.score), _why(each, checklist)))
    parts = [
        printable(f"{checklist.title.say(language())}  {sheet.checklist}"),
        table((_("考评项"), _("分值"), _("得分"), _("怎么来的")), rows),
        "\n".join(sentence(step, checklist, language()) for step in sheet.why),
        _summary(sheet, checklist),
        str(imprint(checklist, language())),
    ]
    if sheet.missing:
        parts.append("\n".join((_("提交前还缺："), *(_missing(each, checklist) for each in sheet.missing))))
    return "\n\n".join(parts)


def _figure(number: Fraction | None) -> str:
    return "·" if number is None else figure(number)


def _summary(sheet: ScoreSheet, checklist: Checklist) -> str:
    grade = next(
        (printable(each.text.say(language())) for each in checklist.grade if each.code == sheet.grade), _("无")
    )
    total = _("无") if sheet.total is None else str(sheet.total)
    return _("总分：{total}    等次：{grade}").format(total=total, grade=grade)


WHAT = {"answer": N_("回答"), "evidence": N_("佐证"), "reason": N_("理由")}


def _missing(each: Missing, checklist: Checklist) -> str:
    criterion = checklist.criterion(each.criterion)
    text = printable(criterion.text.say(language())) if criterion else each.criterion
    return _("  {criterion}：{what}").format(criterion=text, what=_(WHAT[each.what]))

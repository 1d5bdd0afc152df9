"""``cadre results``: what a round found, as a table or as JSON."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import click

from cadre_tui.cli.acting import signed_in
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import number, person, tell, texts
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.cli.table import table
from cadre_tui.locale import N_, _, language
from cadre_tui.model.people import Role
from cadre_tui.model.result import CriterionResult, Part, Result
from cadre_tui.words import results as words
from cadre_tui.words.figures import figure
from cadre_tui.words.rounds import round_title

NOTHING = "·"
"""What stands in a cell that has no value."""


@click.command("results", cls=SpokenCommand, help=N_("看一轮的结果：组织者看全部，干部看自己的；公布以后才能看"))
@click.argument("round_id", cls=SpokenArgument, metavar=N_("轮次编号"))
@click.option("--subject", cls=SpokenOption, metavar=N_("编号"), help=N_("只看这个人的，逐项列出"))
@AS_JSON
@click.pass_obj
def results(invocation: Invocation, round_id: str, subject: str | None, as_json: bool) -> None:
    """An organiser sees everybody; a cadre sees themself, also without ``--subject``."""
    from cadre_tui.services.people import accounts  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.results import reading as service  # noqa: PLC0415

    session = signed_in(invocation)
    if Role.ORGANISER in session.roles:
        session = accounts.act_as(session, Role.ORGANISER)
    else:
        subject = subject or session.person
    found = (service.result(session, round_id, subject),) if subject else service.results(session, round_id)
    if as_json:
        mock = any(each.mock for each in found)
        tell({"round": round_id, "mock": mock, "results": [_as_json(each) for each in found]})
    elif subject:
        click.echo(_one(found[0], oneself=subject == session.person))
    else:
        click.echo(_all(found))


def _all(found: Sequence[Result]) -> str:
    """One line a person. Colleagues' part is shown as the mean, never by rater."""
    rows = [
        (
            each.unit,
            each.subject.id,
            each.subject.name,
            _total(each),
            each.grade.say(language()) if each.grade else "",
            _("；").join(_part(part, each) for part in each.parts),
        )
        for each in found
    ]
    told = table((_("单位"), _("编号"), _("姓名"), _("总分"), _("等次"), _("各部分")), rows)
    return f"{round_title(found[0].title, found[0].mock)}\n\n{told}" if found else told


def _one(each: Result, *, oneself: bool) -> str:
    said = language()
    who = " ".join(part for part in (each.subject.name, each.unit, each.subject.duty) if part)
    grade = each.grade.say(said) if each.grade else _("无")
    parts = [
        f"{round_title(each.title, each.mock)}  {who}",
        _("总分：{total}    等次：{grade}").format(total=_total(each), grade=grade),
        "\n".join(words.total_steps(each, said)),
    ]
    if each.criteria:
        headings = (_("考评项"), _("分值"), _("自评"), _("同事"), _("督查"), _("人数"), _("差"), _("比上轮"))
        parts.append(_without_empty(headings, [_row(row) for row in each.criteria]))
    explained = [(row, words.own_sentence(each, row, said)) for row in each.criteria if row.own_why]
    if explained:
        rows = [f"{row.text.say(said)}{_('：')}{told}" for row, told in explained]
        parts.append("\n".join((_("自评是怎么算出来的："), *rows)))
    parts.append("\n".join((*words.gap_sentences(each, said, oneself=oneself), words.privacy_sentence(each))).strip())
    former = _("、").join(f"{each.title.say(said)} {_figure(each.total)}" for each in each.former)
    if former:
        parts.append(_("以前各轮：{rounds}").format(rounds=former))
    return "\n\n".join(part for part in parts if part)


def _without_empty(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The table without the columns in which nobody has anything."""
    kept = [column for column in range(len(headings)) if any(row[column] != NOTHING for row in rows)]
    return table([headings[column] for column in kept], [[row[column] for column in kept] for row in rows])


def _row(row: CriterionResult) -> tuple[str, ...]:
    return (
        row.text.say(language()),
        figure(Fraction(row.points)),
        _figure(row.own),
        _figure(row.peers),
        _figure(row.inspection),
        NOTHING if row.raters is None else str(row.raters),
        words.signed(row.gap) or NOTHING,
        words.signed(row.change) or NOTHING,
    )


def _total(each: Result) -> str:
    return _("无") if each.total is None else str(each.total)


def _figure(value: Decimal | None) -> str:
    return NOTHING if value is None else str(value)


def _part(part: Part, each: Result) -> str:
    told = words.part_name(part, language())
    return f"{told} {words.withheld(part, each) if part.score is None else part.score}"


def _as_json(each: Result) -> dict[str, Any]:
    return {
        "subject": {**person(each.subject), "unit": each.unit},
        "total": number(each.total),
        "grade": texts(each.grade),
        "withheld": each.withheld,
        "parts": [
            {
                "checklist": part.checklist,
                "by": part.by.value,
                "weight": number(part.weight),
                "score": number(part.score),
                "raters": part.raters,
                "withheld": part.withheld,
            }
            for part in each.parts
        ],
        "criteria": [
            {
                "id": row.criterion,
                "checklist": row.checklist,
                "text": texts(row.text),
                "points": number(row.points),
                "self": number(row.own),
                "peers": number(row.peers),
                "check": number(row.inspection),
                "raters": row.raters,
                "gap": number(row.gap),
                "change": number(row.change),
                "self_why": list(words.own_steps(each, row, language())),
            }
            for row in each.criteria
        ],
        "former": [{"round": former.round, "total": number(former.total)} for former in each.former],
        "min_raters": each.min_raters,
        "why": list(words.total_steps(each, language())),
    }

"""``cadre round quality``: how the raters rated, under codes, and the decision that somebody's votes do not count."""

from typing import TYPE_CHECKING, Any

import click

from cadre_tui.cli.acting import session_of
from cadre_tui.cli.help_page import paragraphs
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import person, tell, texts
from cadre_tui.cli.oversight.progress import Progress
from cadre_tui.cli.rounds.looking import YES_LOOK, agree_to_look
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.analysis import Absent
from cadre_tui.model.results.looking import Look
from cadre_tui.model.results.quality import Count, Difference, Preview, Quality, RaterQuality

if TYPE_CHECKING:
    from cadre_tui.services.session import Session

CODE = M_("代号")


@click.command(
    "quality",
    cls=SpokenCommand,
    help=N_("评价质量：以代号列出评价人的宽严和要问一问的；试算、决定答卷作废（写明理由，记入操作记录）"),
)
@click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
@click.option("--differences", cls=SpokenOption, is_flag=True, help=N_("列出按原始分和校正分等次不一样的人"))
@click.option("--preview", cls=SpokenOption, metavar=CODE, help=N_("试算：这个代号的答卷作废会怎样"))
@click.option("--void", cls=SpokenOption, metavar=CODE, help=N_("决定这个代号的互评答卷作废，原件保留"))
@click.option("--restore", cls=SpokenOption, metavar=CODE, help=N_("决定这个代号的互评答卷恢复计入"))
@click.option(
    "--reason",
    cls=SpokenOption,
    metavar=M_("理由"),
    default="",
    help=N_("为什么作废或恢复，记入操作记录"),
)
@YES_LOOK
@AS_JSON
@click.pass_obj
def quality(
    invocation: Invocation,
    round_id: str,
    differences: bool,
    preview: str | None,
    void: str | None,
    restore: str | None,
    reason: str,
    yes: bool,
    as_json: bool,
) -> None:
    """One thing at a time: a decision, a preview, the list of differing grades, or how raters rated."""
    from cadre_tui.services.results.quality import voiding  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.ORGANISER)
    agree_to_look(session, round_id, Look.DIFFERENCES if differences else Look.QUALITY, yes=yes)
    if void is not None or restore is not None:
        _decide(session, round_id, void, restore, reason)
    if preview is not None:
        _tell_preview(voiding.preview(session, round_id, preview), as_json)
    elif differences:
        with Progress() as progress:
            found = voiding.differences(session, round_id, progress.tell)
        _tell_differences(round_id, found, as_json)
    else:
        _tell_quality(session, round_id, as_json)


def _decide(session: "Session", round_id: str, void: str | None, restore: str | None, reason: str) -> None:
    from cadre_tui.services.results.quality import voiding  # noqa: PLC0415 - only where somebody acts

    if void is not None:
        voiding.void(session, round_id, void, reason)
    if restore is not None:
        voiding.restore(session, round_id, restore, reason)


def _tell_quality(session: "Session", round_id: str, as_json: bool) -> None:
    from cadre_tui.services.results.quality import raters as service  # noqa: PLC0415 - only where somebody acts

    with Progress() as progress:
        found = service.quality(session, round_id, progress.tell)
    if as_json:
        tell(_quality_json(found))
        return
    from cadre_tui.words.results import quality as words  # noqa: PLC0415

    parts = [paragraphs(words.summary(found))]
    if found.raters:
        rows = [
            (words.rater(each), words.severity(each), words.kinds(each), words.voided(each)) for each in found.raters
        ]
        parts.append(fitting((_("评价人"), _("宽严度"), _("要问一问"), _("已作的决定")), rows, _("：")))
        asked = [
            _("{rater}：{question}").format(rater=words.rater(each), question=question)
            for each in found.raters
            for question in words.questions(each)
        ]
        parts.append(paragraphs(asked))
    parts.append(paragraphs([words.deciding(found)]))
    click.echo("\n\n".join(part for part in parts if part))


def _tell_preview(found: Preview, as_json: bool) -> None:
    if as_json:
        tell({"code": found.code, "grades": _count(found.grades), "withheld": _count(found.withheld)})
        return
    from cadre_tui.words.results import quality as words  # noqa: PLC0415

    click.echo("\n".join(words.effect(found)))


def _tell_differences(round_id: str, found: tuple[Difference, ...], as_json: bool) -> None:
    if as_json:
        rows = [
            {"subject": person(each.subject), "plain": texts(each.plain), "adjusted": texts(each.adjusted)}
            for each in found
        ]
        tell({"round": round_id, "differences": rows})
        return
    from cadre_tui.words.results import quality as words  # noqa: PLC0415

    if not found:
        click.echo(_("按原始分和校正分，人人等次一样。"))
        return
    headings = (_("单位"), _("姓名"), _("按原始分"), _("按校正分"))
    click.echo(fitting(headings, [words.difference(each) for each in found], _("：")))


def _quality_json(found: Quality) -> dict[str, Any]:
    from cadre_tui.words.results import quality as words  # noqa: PLC0415

    return {
        "round": found.round,
        "confidential": found.confidential,
        "ratings": found.ratings,
        "raters": [_rater_json(each) for each in found.raters],
        "summary": list(words.summary(found)),
        "components": found.components,
        "differ": _count(found.differ),
        "open": found.open,
    }


def _rater_json(each: RaterQuality) -> dict[str, Any]:
    from cadre_tui.words.results import quality as words  # noqa: PLC0415

    flags = [
        {"code": flag.code, "question": question, "false_alarm_rate": flag.chance}
        for flag, question in zip(each.flags, words.questions(each), strict=True)
    ]
    decided = each.voided
    return {
        "code": each.code,
        "rater": person(each.person) if each.person else None,
        "severity": None if isinstance(each.severity, Absent) else round(each.severity, 1),
        "flags": flags,
        "void": {"reason": decided.reason, "by": decided.by, "at": decided.at.isoformat()} if decided else None,
    }


def _count(found: Count) -> dict[str, int]:
    return {"least": found.least, "most": found.most}

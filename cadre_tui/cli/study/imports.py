"""``cadre study source`` and ``cadre study import``: exports of other systems into the register."""

from pathlib import Path
from typing import Any

import click

from cadre_tui.cli import asking
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption
from cadre_tui.cli.study.options import MATTER, keeper, organiser
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.study.courses import CourseImport, CourseRow
from cadre_tui.model.study.settings import CourseSource
from cadre_tui.model.study.terms import Matter, StudyKind

SOURCE = click.argument("source_id", cls=SpokenArgument, metavar=M_("来源编号"))


@click.group("source", cls=SpokenGroup, help=N_("学时来源：别的系统导出的表怎么读，每个来源设一次"))
def source() -> None:
    """The noun; its verbs are below."""


@source.command("list", cls=SpokenCommand, help=N_("有哪些来源"))
@AS_JSON
@click.pass_obj
def list_(invocation: Invocation, as_json: bool) -> None:
    """With the headings that each is read by."""
    from cadre_tui.services.study import settling  # noqa: PLC0415 - only where somebody acts

    _sources(settling.settings(keeper(invocation)).sources, as_json)


@source.command("set", cls=SpokenCommand, help=N_("设一个来源；同一编号的替换"))
@SOURCE
@click.option("--title", cls=SpokenOption, required=True, metavar=M_("名称"), help=N_("这个来源叫什么"))
@click.option(
    "--column",
    "columns",
    cls=SpokenOption,
    multiple=True,
    metavar=M_("项=列名"),
    help=N_("哪一项是表里哪一列：person、title、day、hours 必须有；还可以有 until、number、proof、kind"),
)
@click.option("--by-name", cls=SpokenOption, is_flag=True, help=N_("表里写的是姓名，不是编号"))
@click.option(
    "--minutes",
    cls=SpokenOption,
    type=int,
    metavar=M_("分钟"),
    help=N_("表里写的是分钟，多少分钟算 1 学时，如 45"),
)
@click.option(
    "--kind",
    "kinds",
    cls=SpokenOption,
    multiple=True,
    metavar=M_("词=类别"),
    help=N_("表里的词算哪一类，如 党性教育=political"),
)
@click.option(
    "--usual-kind",
    cls=SpokenOption,
    type=click.Choice([each.value for each in StudyKind]),
    default=StudyKind.KNOWLEDGE.value,
    help=N_("表里没有写类别的算哪一类"),
)
@MATTER
@AS_JSON
@click.pass_obj
def set_(
    invocation: Invocation,
    source_id: str,
    title: str,
    columns: tuple[str, ...],
    by_name: bool,
    minutes: int | None,
    kinds: tuple[str, ...],
    usual_kind: str,
    matter: str | None,
    as_json: bool,
) -> None:
    """Once a source; every export of it is read so afterwards."""
    from cadre_tui.services.study import settling  # noqa: PLC0415 - only where somebody acts

    words = dict(_pair(each) for each in kinds)
    unknown = [each for each in words.values() if each not in set(StudyKind)]
    if unknown:
        raise BadInput("course-source-unknown", name=unknown[0], known="、".join(StudyKind))
    fresh = CourseSource(
        id=source_id,
        title=title,
        columns=dict(_pair(each) for each in columns),
        by_name=by_name,
        minutes=minutes if minutes and minutes > 0 else None,
        kinds={word: StudyKind(each) for word, each in words.items()},
        kind=StudyKind(usual_kind),
        matter=Matter(matter) if matter else None,
    )
    _sources(settling.add_source(organiser(invocation), fresh).sources, as_json)


@click.command("import", cls=SpokenCommand, help=N_("导入学时（.csv 或 .xlsx）：先看，逐行问，同意后写入"))
@SOURCE
@click.argument("file", cls=SpokenArgument, metavar=M_("文件"), type=click.Path(path_type=Path))
@click.option("--leave-out", cls=SpokenOption, default="", metavar=M_("行号"), help=N_("这些行不看，如 5,9"))
@click.option(
    "--take",
    cls=SpokenOption,
    default="",
    metavar=M_("行号"),
    help=N_("要问的行里，这些也要，如 12,15；all 全要"),
)
@click.option("--dry-run", cls=SpokenOption, is_flag=True, help=N_("只看，不写入"))
@click.option("--yes", cls=SpokenOption, is_flag=True, help=N_("不再询问，直接写入"))
@AS_JSON
@click.pass_obj
def import_(
    invocation: Invocation,
    source_id: str,
    file: Path,
    leave_out: str,
    take: str,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Shown row by row; what is doubtful is only taken where somebody says so."""
    from cadre_tui.services.study import courses  # noqa: PLC0415 - only where somebody acts

    session = keeper(invocation)
    found = courses.compare(session, source_id, file, _rows(leave_out))
    also = [each.row for each in found.doubtful] if take.strip() == "all" else _rows(take)
    if not as_json:
        click.echo(_told(found))
    written = 0
    if not dry_run:
        if not yes and not asking.agreed(_("写入学时吗？")):
            raise BadInput("not-agreed")
        written = courses.take(session, found, also)
    if as_json:
        tell({"written": written, **_json(found)})
        return
    told = _("只是查看，没有写入。") if dry_run else _("写入了 {count} 条。").format(count=written)
    click.echo("\n" + told)


def _pair(written: str) -> tuple[str, str]:
    name, equals, value = written.partition("=")
    if not equals or not name.strip() or not value.strip():
        raise BadInput("course-source-unknown", name=written, known="person=…")
    return name.strip(), value.strip()


def _rows(written: str) -> list[int]:
    pieces = [each for each in written.replace("，", ",").replace("、", ",").split(",") if each.strip()]
    if not all(each.strip().isdecimal() for each in pieces):
        raise BadInput("study-number-unreadable", written=written)
    return [int(each) for each in pieces]


def _sources(found: tuple[CourseSource, ...], as_json: bool) -> None:
    if as_json:
        tell({"sources": [each.model_dump(mode="json") for each in found]})
        return
    rows = [
        (each.id, each.title, _("，").join(f"{name}={said}" for name, said in each.columns.items())) for each in found
    ]
    click.echo(fitting((_("编号"), _("名称"), _("列名")), rows, _("：")) if rows else _("还没有设学时来源。"))


def _told(found: CourseImport) -> str:
    from cadre_tui.words.study import terms  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.study.importing import counted  # noqa: PLC0415

    counts = counted(found)
    if not found.doubtful:
        return counts
    rows = [
        (
            str(each.row),
            each.person.name,
            each.entry.day.isoformat(),
            each.entry.title,
            terms.hours(each.entry.hours),
            terms.doubt(each),
        )
        for each in found.doubtful
    ]
    headings = (_("行"), _("姓名"), _("日期"), _("内容"), _("学时"), _("为什么问"))
    asked = _("要问的行不写入；确实要的，用 --take 写明行号。")
    return f"{counts}\n\n{fitting(headings, rows, _('：'))}\n{asked}"


def _json(found: CourseImport) -> dict[str, Any]:
    def row(each: CourseRow) -> dict[str, Any]:
        doubt = each.doubt.value if each.doubt else None
        return {"row": each.row, "person": each.person.id, "doubt": doubt, **each.entry.model_dump(mode="json")}

    groups = {"fresh": found.fresh, "doubtful": found.doubtful, "again": found.again}
    return {"source": found.source, **{name: [row(each) for each in rows] for name, rows in groups.items()}}

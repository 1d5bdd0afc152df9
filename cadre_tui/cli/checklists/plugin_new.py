"""``cadre plugin new``: a checklist to begin with."""

import json
from pathlib import Path

import click

from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.locale import N_, _, language

NOTES = N_(
    "改好各张工作表，存盘，再运行 cadre plugin check 这个文件：错在哪一格、怎么改，会逐条说明。\n"
    "考评表：编号（第一段是本县的拼音）、版本（单元格要是文本）、名称、适用对象等。\n"
    "考评项：一行一项。同一节的几项写在一起，节名称、节分值只在本节第一行写。各节分值相加等于总分。\n"
    "选项：评级用的量表，一行一个选项；或“选择”一项自己的选项，写它的考评项和分值。没有得分的选项不计分。\n"
    "扣分细则：扣分、计次的小项，写“每次分值”，或写“最低”“最高”由评价人定。\n"
    "分档：写“至少”多少得多少分，从高到低。等次：从高到低，第一个够条件的就是。\n"
    "不用的列和工作表可以删去。有下拉箭头的格子可以选；列名后加 (en) 就是英文，例如 考评内容(en)。"
)


@click.command("new", cls=SpokenCommand, help=N_("新建一份填好的考评表样本（表格或文本），改成本县的就能用"))
@click.argument("folder", cls=SpokenArgument, metavar=N_("文件夹"), type=click.Path(path_type=Path))
@click.option(
    "--level",
    cls=SpokenOption,
    type=click.Choice(("table", "toml")),
    default="table",
    help=N_("table 表格（默认），toml 文本"),
)
@click.option(
    "--id", "checklist_id", cls=SpokenOption, default="county.agency", metavar=N_("编号"), help=N_("考评表编号")
)
@AS_JSON
def new(folder: Path, level: str, checklist_id: str, as_json: bool) -> None:
    """Nothing is overwritten."""
    from cadre_tui.plugins.templates import begin  # noqa: PLC0415 - needed here only

    sheet = "说明" if language() != "en" else "notes"
    file = begin(folder, "toml" if level == "toml" else "table", checklist_id, language(), (sheet, _(NOTES)))
    if as_json:
        click.echo(
            json.dumps({"file": str(file), "checklist": f"{checklist_id}|2026.1"}, ensure_ascii=False, indent=2)
        )
        return
    click.echo(_("写好了 {file}。改成本县的，存盘，再检查：cadre plugin check {file}").format(file=file))

"""``cadre plugin new``: a checklist to begin with, as a table, a package of data, or a package with code."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from cadre_tui.cli import asking
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.places import data_folder
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.locale import M_, N_, _, language
from cadre_tui.model.refusal import BadInput

if TYPE_CHECKING:
    from cadre_tui.plugins.templates import Level

NOTES = N_(
    "改好各张工作表，存盘，再运行 cadre plugin check 这个文件：错在哪一格、怎么改，会逐条说明。\n"
    "考评表：编号（第一段是本县的拼音）、版本（单元格要是文本）、名称、适用对象等。\n"
    "考评项：一行一项。同一节的几项写在一起，节名称、节分值只在本节第一行写。各节分值相加等于总分。\n"
    "选项：评级用的量表，一行一个选项；或“选择”一项自己的选项，写它的考评项和分值。没有得分的选项不计分。\n"
    "扣分细则：扣分、计次的小项，写“每次分值”，或写“最低”“最高”由评价人定。\n"
    "分档：写“至少”多少得多少分，从高到低。等次：从高到低，第一个够条件的就是。\n"
    "不用的列和工作表可以删去。有下拉箭头的格子可以选；列名后加 (en) 就是英文，例如 考评内容(en)。"
)
AGENCY = "agency"


@click.command("new", cls=SpokenCommand, help=N_("新建一份填好的考评表样本（表格、文本或 Python），改成本县的就能用"))
@click.argument("folder", cls=SpokenArgument, metavar=M_("文件夹"), required=False, type=click.Path(path_type=Path))
@click.option(
    "--level",
    cls=SpokenOption,
    type=click.Choice(("table", "toml", "python")),
    default="table",
    help=N_("table 一张表格（默认）；toml 一个文本文件，带测试，可以打成安装包；python 再带一种考评项和一种合计办法"),
)
@click.option("--county", cls=SpokenOption, default="", metavar=M_("县名"), help=N_("县（市、区）名，如 临水县"))
@click.option(
    "--id",
    "checklist_id",
    cls=SpokenOption,
    metavar=M_("编号"),
    help=N_("考评表编号，如 linshui.agency；不写则用县名的拼音"),
)
@AS_JSON
@click.pass_obj
def new(
    invocation: Invocation, folder: Path | None, level: str, county: str, checklist_id: str | None, as_json: bool
) -> None:
    """What is not said is asked at a terminal, else derived. Nothing is overwritten."""
    from cadre_tui.plugins.templates import Names, begin  # noqa: PLC0415 - needed here only

    if not (county.strip() or checklist_id):
        if as_json or not asking.at_a_terminal():
            raise BadInput("template-whose")
        county = asking.line(_("县（市、区）名，如 临水县（直接按 Enter 以后再填）：")).strip()
        checklist_id = asking.line(_("考评表编号（直接按 Enter 用 {name}）：").format(name=_id_of(county))).strip()
    county = county.strip()
    names = Names(checklist_id or _id_of(county), county, "en" if language() == "en" else "zh")
    sheet = "说明" if names.language == "zh" else "notes"
    folder = folder or Path(names.prefix)
    files = begin(folder, cast("Level", level), names, (sheet, _(NOTES)))
    if as_json:
        told = {"file": str(files[0]), "files": [*map(str, files)], "checklist": f"{names.id}|2026.1"}
        tell(told)
    elif level == "table":
        click.echo(_("写好了 {file}。改成本县的，存盘，再检查：cadre plugin check {file}").format(file=files[0]))
        dropped = data_folder(invocation) / "checklists"
        click.echo(_("查到没有错误了，再复制到 {folder} 里，轮次里就能用。").format(folder=dropped))
    else:
        click.echo(_("写好了 {folder}，考评表是 {file}。").format(folder=folder, file=files[0]))
        click.echo(_("改成本县的，再检查：cadre plugin check {folder}").format(folder=folder))
        click.echo(_("怎么测试、怎么安装，见 {file}。").format(file=folder / "README.md"))


def _id_of(county: str) -> str:
    """The id that a county's first checklist would have: its name in pinyin, without what kind of place it is."""
    if not county:
        return f"county.{AGENCY}"
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - only where a name is given

    place = county[:-1] if len(county) > 2 and county[-1] in "县市区旗" else county.split(maxsplit=1)[0]
    prefix = "".join(each for each in "".join(lazy_pinyin(place)).lower() if each.isascii() and each.isalnum())
    return f"{prefix or 'county'}.{AGENCY}"

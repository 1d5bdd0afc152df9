"""``cadre init``: a county's store and its first organiser."""

import click

from cadre_tui.cli import asking
from cadre_tui.cli.acting import opened
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.places import data_folder, store_url
from cadre_tui.cli.spoken import AS_JSON, SpokenCommand, SpokenOption
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import PERSON_ID


@click.command("init", cls=SpokenCommand, help=N_("建立数据，设第一个组织者；密码由标准输入读入一行"))
@click.option("--county", "name", cls=SpokenOption, metavar=M_("名称"), help=N_("县的名称，如 清河县"))
@click.option(
    "--organiser",
    cls=SpokenOption,
    metavar=M_("编号"),
    help=N_("第一个组织者的编号（也可用 --as），如 zzb"),
)
@click.option("--name", "organiser_name", cls=SpokenOption, metavar=M_("姓名"), help=N_("第一个组织者的姓名"))
@AS_JSON
@click.pass_obj
def init(
    invocation: Invocation, name: str | None, organiser: str | None, organiser_name: str | None, as_json: bool
) -> None:
    """What is not said by an option is asked for."""
    from cadre_tui.services.county import is_made  # noqa: PLC0415
    from cadre_tui.services.people.accounts import first_organiser  # noqa: PLC0415 - only where a store is made

    county = opened(invocation)
    if is_made(county):
        raise BadInput("county-exists")
    name = _said(name, _("县的名称："))
    organiser = _said(organiser or invocation.acting, _("组织者的编号："))
    if not PERSON_ID.fullmatch(organiser):
        raise BadInput("organiser-id", name=organiser)
    organiser_name = _said(organiser_name, _("组织者的姓名："))
    password = asking.new_password(_("组织者的密码（至少 8 个字符）："))
    first_organiser(county, organiser, organiser_name, password, name)
    where = invocation.store or str(data_folder(invocation).absolute())
    if as_json:
        tell({"county": name, "organiser": organiser, "store": store_url(invocation)})
        return
    click.echo(_("{county}的数据建好了，在：{where}").format(county=name, where=where))
    click.echo(
        _("下一步：运行 cadre，用编号 {organiser} 和刚才的密码登录，按 i 导入花名册。").format(organiser=organiser)
    )
    click.echo(_("也可以用命令：cadre --as {organiser} roster import 花名册.xlsx").format(organiser=organiser))


def _said(value: str | None, question: str) -> str:
    told = (asking.line(question) if value is None else value).strip()
    if not told:
        raise BadInput("nothing-said", question=question.rstrip("：: "))
    return told

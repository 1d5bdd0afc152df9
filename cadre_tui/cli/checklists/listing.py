"""``cadre plugin list``: every checklist and plugin, and how it stands. No plugin's code is run."""

import click

from cadre_tui.cli.checklists import plugin_json
from cadre_tui.cli.checklists.folders import FOLDERS, catalogue_with
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.spoken import AS_JSON, SpokenCommand
from cadre_tui.cli.table import fitting
from cadre_tui.locale import N_, _, language
from cadre_tui.plugins.known.offer import Offer
from cadre_tui.words import terms
from cadre_tui.words.checklists import plugins as words
from cadre_tui.words.checklists.imprint import DIGITS
from cadre_tui.words.refusals import sentence


@click.command("list", cls=SpokenCommand, help=N_("列出全部考评表和插件：内置的、放进文件夹的、安装的"))
@FOLDERS
@AS_JSON
@click.pass_obj
def list_offers(invocation: Invocation, folders: tuple[str, ...], as_json: bool) -> None:
    """Every checklist with where it comes from and whether it can be used, then plugins, then what is wrong."""
    catalogue = catalogue_with(invocation, folders)
    if as_json:
        click.echo(plugin_json.written(plugin_json.listing(catalogue)))
        return
    headings = (_("编号"), _("版本"), _("名称"), _("适用对象"), _("发布单位"), _("来源"), _("状态"), _("指纹"))
    click.echo(fitting(headings, [_row(offer) for offer in catalogue.offers()], _("：")))
    if catalogue.plugins:
        rows = [(each.name, each.version, each.brought_by, words.standing(each)) for each in catalogue.plugins]
        click.echo("\n" + fitting((_("插件"), _("版本"), _("安装包"), _("状态")), rows, _("：")))
    told = [offer.problem for offer in catalogue.offers() if offer.problem] + list(catalogue.problems)
    for problem in dict.fromkeys(sentence(each) for each in told):
        click.echo(f"\n! {problem}")


def _row(offer: Offer) -> tuple[str, ...]:
    known = not offer.problem or bool(offer.digest)
    return (
        offer.id or "?",
        offer.version or "?",
        offer.title.say(language()) if offer.title else offer.source.path.name,
        terms.levels(offer.levels) if known else "",
        offer.publisher.say(language()) if offer.publisher else "",
        words.source(offer.source) + (_("，依据 {base}").format(base=offer.base) if offer.base else ""),
        words.usable(offer),
        offer.digest[:DIGITS],
    )

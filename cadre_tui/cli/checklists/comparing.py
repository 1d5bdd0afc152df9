"""``cadre plugin diff``: what changed from one checklist to another, and what each change does."""

from typing import TYPE_CHECKING, Any

import click

from cadre_tui.cli.checklists import plugin_json
from cadre_tui.cli.checklists.folders import FOLDERS
from cadre_tui.cli.checklists.named import file_or_known
from cadre_tui.cli.checklists.tracing import jsonable
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _
from cadre_tui.words.checklists.changed import CLASSES, before_and_now
from cadre_tui.words.printable import printable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cadre_tui.checklists.changes import Change
    from cadre_tui.model.checklists.comparable import Unlike

TOGETHER = {
    None: N_("内容相同。"),
    "wording": N_("只有措辞不同：以前的答卷，每一项的意思和得分都不变。"),
    "additive": N_("有增加，原有各项的意思和得分不变。"),
    "meaning": N_("含义有变：标“含义”的各处，以前的答卷按新表可能得分不同，或者答的不是同一个问题。"),
}


@click.command("diff", cls=SpokenCommand, help=N_("比较新旧两张考评表，逐处说明只改了措辞、增加了内容还是改了含义"))
@click.argument("old", cls=SpokenArgument, metavar=M_("旧考评表文件或编号"))
@click.argument("new", cls=SpokenArgument, metavar=M_("新考评表文件或编号"))
@FOLDERS
@AS_JSON
@click.pass_obj
def diff(invocation: Invocation, old: str, new: str, folders: tuple[str, ...], as_json: bool) -> None:
    """Each is a file or the id of a known checklist; overlays are compared as what they make."""
    from cadre_tui.checklists.changes import changes, gravest  # noqa: PLC0415 - only where two are compared
    from cadre_tui.checklists.meaning import unchanged, unlike  # noqa: PLC0415

    before, now = (file_or_known(invocation, named, folders) for named in (old, new))
    found = changes(before, now)
    whole = gravest(found)
    # A published name never gets another content; whoever compares two files of one name is told so.
    reused = before.name == now.name and before.digest != now.digest
    if as_json:
        answer: dict[str, Any] = {
            "old": {"checklist": before.name, "digest": before.digest},
            "new": {"checklist": now.name, "digest": now.digest},
            "class": whole.value if whole else None,
            "version_reused": reused,
            "changes": changes_json(found),
            "unchanged": sorted(unchanged(before, now)),
            "not_comparable": unlike_json(unlike(before, now)),
        }
        click.echo(plugin_json.written(answer))
        return
    click.echo(f"{before.name} → {now.name}\n")
    if found:
        click.echo(changes_told(found) + "\n")
    click.echo(_(TOGETHER[whole.value if whole else None]))
    if reused:
        click.echo(_("两份内容不同，编号和版本却相同：请给新的一份换一个版本号。"))


def changes_told(found: "Sequence[Change]") -> str:
    """A line a change: its class, where it is, what was and is written there."""
    rows = [(_(CLASSES[each.kind]), printable(each.where), *before_and_now(each)) for each in found]
    return fitting((_("类别"), _("位置"), _("原来"), _("现在")), rows, _("："))


def changes_json(found: "Sequence[Change]") -> list[dict[str, Any]]:
    """The same for a script."""
    return [
        {"class": each.kind.value, "field": each.where, "old": jsonable(each.before), "new": jsonable(each.now)}
        for each in found
    ]


def unlike_json(found: "Mapping[str, Unlike]") -> dict[str, dict[str, Any]]:
    """By criterion, why it cannot be compared: ``new``, ``gone``, or ``meaning`` with the fields that make it so."""
    return {
        key: {"why": each.why.value, "fields": [" › ".join(field) for field in each.fields]}
        for key, each in found.items()
    }

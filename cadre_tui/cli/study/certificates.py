"""``cadre study certificate``: the ledger of certificates and skills."""

from datetime import UTC, datetime

import click

from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption
from cadre_tui.cli.study.options import PERSON, about, day, keeper
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.study.certificate import Certificate, CertificateLedger, CertificateSort

ID = click.argument("certificate_id", cls=SpokenArgument, metavar=M_("条目编号"))
WHOSE = click.argument("person", cls=SpokenArgument, metavar=M_("编号"))


@click.group("certificate", cls=SpokenGroup, help=N_("证书和技能：看，登记，核对，删去"))
def certificate() -> None:
    """The noun; its verbs are below."""


@certificate.command("show", cls=SpokenCommand, help=N_("看证书和技能"))
@PERSON
@AS_JSON
@click.pass_obj
def show(invocation: Invocation, person: str | None, as_json: bool) -> None:
    """Whenever they were acquired."""
    from cadre_tui.services.study import certificates  # noqa: PLC0415 - only where somebody acts

    session, whom = about(invocation, person)
    _answer(certificates.ledger(session, whom), as_json)


@certificate.command(
    "add", cls=SpokenCommand, help=N_("登记：study 学历结业，ability 能力证书，skill 本职以外的技能")
)
@click.argument(
    "sort",
    cls=SpokenArgument,
    metavar=M_("类别"),
    type=click.Choice([each.value for each in CertificateSort]),
)
@click.argument("name", cls=SpokenArgument, metavar=M_("名称"))
@click.option("--issuer", cls=SpokenOption, default="", metavar=M_("单位"), help=N_("谁发的"))
@click.option("--day", "on", cls=SpokenOption, metavar=M_("日期"), help=N_("哪一天发的"))
@click.option("--proof", cls=SpokenOption, default="", metavar=M_("凭据"), help=N_("证书编号、存放处"))
@click.option("--used", cls=SpokenOption, default="", metavar=M_("工作"), help=N_("在什么工作里用过"))
@PERSON
@AS_JSON
@click.pass_obj
def add(
    invocation: Invocation,
    sort: str,
    name: str,
    issuer: str,
    on: str | None,
    proof: str,
    used: str,
    person: str | None,
    as_json: bool,
) -> None:
    """One's own waits until somebody has looked at the proof."""
    from cadre_tui.services.study import certificates  # noqa: PLC0415 - only where somebody acts

    one = Certificate(
        id="",
        sort=CertificateSort(sort),
        name=name,
        issuer=issuer,
        day=day(on) if on else None,
        proof=proof,
        used=used,
        at=datetime.now(UTC),
    )
    session, whom = about(invocation, person) if person is None else (keeper(invocation), person)
    _answer(certificates.add(session, whom, one), as_json)


@certificate.command("accept", cls=SpokenCommand, help=N_("凭据看过了，计入"))
@WHOSE
@ID
@AS_JSON
@click.pass_obj
def accept(invocation: Invocation, person: str, certificate_id: str, as_json: bool) -> None:
    """Nobody looks at their own proof."""
    from cadre_tui.services.study import certificates  # noqa: PLC0415 - only where somebody acts

    _answer(certificates.accept(keeper(invocation), person, certificate_id), as_json)


@certificate.command("remove", cls=SpokenCommand, help=N_("删去一条"))
@ID
@PERSON
@AS_JSON
@click.pass_obj
def remove(invocation: Invocation, certificate_id: str, person: str | None, as_json: bool) -> None:
    """One's own that still waits, or any as whoever keeps the register."""
    from cadre_tui.services.study import certificates  # noqa: PLC0415 - only where somebody acts

    session, whom = about(invocation, person) if person is None else (keeper(invocation), person)
    _answer(certificates.remove(session, whom, certificate_id), as_json)


def _answer(found: CertificateLedger, as_json: bool) -> None:
    from cadre_tui.words.study import terms  # noqa: PLC0415 - only where somebody acts

    if as_json:
        tell(found.model_dump(mode="json"))
        return
    rows = [
        (
            each.id,
            _(terms.SORTS[each.sort]),
            each.name,
            each.issuer,
            each.day.isoformat() if each.day else "",
            each.used,
            "" if each.counted else _("等核对"),
        )
        for each in found.certificates
    ]
    headings = (_("编号"), _("种类"), _("名称"), _("谁发的"), _("日期"), _("用在哪里"), _("状态"))
    click.echo(fitting(headings, rows, _("：")) if rows else _("还没有登记证书和技能。"))

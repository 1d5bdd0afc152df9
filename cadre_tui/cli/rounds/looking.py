"""Before a command shows what follows from a confidential round's votes: what the look settles is told, and asked."""

from typing import TYPE_CHECKING

import click

from cadre_tui.cli import asking
from cadre_tui.cli.help_page import paragraphs
from cadre_tui.cli.spoken import SpokenOption
from cadre_tui.locale import N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.results.looking import Look

if TYPE_CHECKING:
    from cadre_tui.services.session import Session

YES_LOOK = click.option(
    "--yes", cls=SpokenOption, is_flag=True, help=N_("不再询问就看：保密的轮次，看了以后答卷就定下来")
)


def agree_to_look(session: "Session", round_id: str, look: Look, *, yes: bool) -> None:
    """Ask a person at a terminal; a script says ``--yes``. Nothing is asked where nothing is settled.

    Raises:
        BadInput: they do not want to, or a script does not say so.
    """
    if yes:
        return
    from cadre_tui.services.results.looking import would_settle  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.results.looking import told  # noqa: PLC0415

    settling = would_settle(session, round_id, look)
    if settling is None:
        return
    if not asking.at_a_terminal():
        raise BadInput("look-settles", round=round_id)
    click.echo(paragraphs(list(told(settling, look))), err=True)
    if not asking.agreed(_("现在看吗？")):
        raise BadInput("not-agreed")

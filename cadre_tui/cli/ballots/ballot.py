"""``cadre ballot``: the noun; its verbs are imported when they are called."""

import click

from cadre_tui.cli.spoken import SpokenGroup
from cadre_tui.locale import N_


@click.group(
    "ballot",
    cls=SpokenGroup,
    lazy={
        "print": "cadre_tui.cli.ballots.organising:print_",
        "status": "cadre_tui.cli.ballots.organising:status",
        "close": "cadre_tui.cli.ballots.organising:close",
        "count": "cadre_tui.cli.ballots.telling:count",
        "paper": "cadre_tui.cli.ballots.telling:paper",
        "open": "cadre_tui.cli.ballots.telling:open_",
        "form": "cadre_tui.cli.ballots.voting:form",
        "vote": "cadre_tui.cli.ballots.voting:vote",
        "receipts": "cadre_tui.cli.ballots.voting:receipts",
    },
    help=N_("不记名测评：印票条、投票、封箱、监票、开箱、核对回执"),
)
def ballot() -> None:
    """The noun."""

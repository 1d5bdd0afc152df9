"""``cadre study``: study plans, the calendar of collective sessions, the register, and what supervisors see of it."""

import click

from cadre_tui.cli.spoken import SpokenGroup
from cadre_tui.locale import N_

LAZY = {
    "show": "cadre_tui.cli.study.person:show",
    "plan": "cadre_tui.cli.study.plan:plan",
    "calendar": "cadre_tui.cli.study.calendar:calendar",
    "sign-in": "cadre_tui.cli.study.sign_in:sign_in",
    "hours": "cadre_tui.cli.study.hours:hours",
    "certificate": "cadre_tui.cli.study.certificates:certificate",
    "source": "cadre_tui.cli.study.imports:source",
    "import": "cadre_tui.cli.study.imports:import_",
    "summary": "cadre_tui.cli.study.summary:summary",
    "report": "cadre_tui.cli.study.summary:report",
    "facts": "cadre_tui.cli.study.facts:facts",
    "settings": "cadre_tui.cli.study.settings:settings",
}


@click.group("study", cls=SpokenGroup, lazy=LAZY, help=N_("学习计划和学习台账：计划、集中学习、签到、学时、督查"))
def study() -> None:
    """The noun; its verbs stand in modules of their own."""

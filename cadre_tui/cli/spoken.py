"""Click's commands and options with their help in the language in use when it is shown."""

from typing import Any

import click

from cadre_tui.locale import _


class SpokenOption(click.Option):
    """An option whose ``help`` is a marked message."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The row in the table of options."""
        written, self.help = self.help, _(self.help) if self.help else self.help
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = written


class SpokenCommand(click.Command):
    """A command whose ``help`` is a marked message."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The paragraph under the usage line."""
        written, self.help = self.help, _(self.help) if self.help else self.help
        try:
            super().format_help_text(ctx, formatter)
        finally:
            self.help = written

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line in the list of commands."""
        del limit
        return _(self.help) if self.help else ""


class SpokenGroup(SpokenCommand, click.Group):
    """A group of commands, each imported when it is called: ``lazy`` maps its name to ``module:attribute``."""

    def __init__(self, *args: Any, lazy: dict[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which they were written."""
        return [*self.lazy, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in self.lazy:
            return super().get_command(ctx, cmd_name)
        from importlib import import_module  # noqa: PLC0415 - so that a command pays only for itself

        module, attribute = self.lazy[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

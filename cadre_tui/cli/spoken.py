"""Click's commands and options in the language in use when they are shown; a wrong use keeps what was written."""

from typing import Any

import click

from cadre_tui.cli import asking
from cadre_tui.cli.help_page import page
from cadre_tui.locale import LANGUAGES, N_, _, pgettext

FROM_INPUT = "-"


class WrongValue(click.BadParameter):
    """A value that an option or an argument does not take, with what was written."""

    def __init__(self, given: Any, ctx: click.Context, param: click.Parameter) -> None:
        super().__init__("", ctx, param)
        self.given = given


class TooMany(click.UsageError):
    """More arguments than the command takes."""

    def __init__(self, extra: str, ctx: click.Context) -> None:
        super().__init__("", ctx)
        self.extra = extra


class SpokenOption(click.Option):
    """An option whose ``help`` is a marked message, and its ``metavar`` one of the context ``metavar``."""

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for the value."""
        del ctx
        if self.metavar is not None:
            return pgettext("metavar", self.metavar)
        if isinstance(self.type, click.Choice):
            return "|".join(map(str, self.type.choices))
        return pgettext("metavar", "值")

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The row in the table of options."""
        if self.hidden:
            return None
        names = ", ".join([*self.opts, *self.secondary_opts])
        return (names if self.is_flag else f"{names} {self.make_metavar(ctx)}", _(self.help) if self.help else "")

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """The value as its type; a wrong one is told with what was written."""
        try:
            return super().type_cast_value(ctx, value)
        except click.BadParameter:
            raise WrongValue(value, ctx, self) from None


class TextOption(SpokenOption):
    """A text of one's own; ``-`` takes the next line of standard input, which no list of processes shows."""

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """The text, or the line."""
        text = super().type_cast_value(ctx, value)
        return asking.line(f"{self.make_metavar(ctx)}{_('：')}") if text == FROM_INPUT else text

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The row in the table of options."""
        names, told = super().get_help_record(ctx) or ("", "")
        return names, told + _("（写 - 就从标准输入读一行）")


class SpokenArgument(click.Argument):
    """An argument whose ``metavar`` is a marked message of the context ``metavar``."""

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for the value."""
        del ctx
        told = pgettext("metavar", self.metavar) if self.metavar else str(self.name).upper()
        return told if self.required or told.startswith("[") else f"[{told}]"

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """The value as its type; a wrong one is told with what was written."""
        try:
            return super().type_cast_value(ctx, value)
        except click.MissingParameter:
            raise
        except click.BadParameter:
            raise WrongValue(value, ctx, self) from None


class SpokenCommand(click.Command):
    """A command whose ``help`` is a marked message."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, told in the language in use."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("显示这一页说明")
        return option

    def usage_line(self, ctx: click.Context) -> str:
        """How the command is written."""
        arguments = (each.make_metavar(ctx) for each in self.get_params(ctx) if isinstance(each, click.Argument))
        return " ".join((ctx.command_path, _("[选项]"), *arguments))

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The whole page."""
        formatter.write(page(_("用法：") + self.usage_line(ctx), _(self.help) if self.help else "", self.blocks(ctx)))

    def blocks(self, ctx: click.Context) -> list[tuple[str, list[tuple[str, str]]]]:
        """The headings and rows under the text."""
        records = (each.get_help_record(ctx) for each in self.get_params(ctx) if isinstance(each, click.Option))
        return [(_("选项："), [record for record in records if record])]

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line in the list of commands."""
        del limit
        return _(self.help) if self.help else ""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, but what is too much is told by us."""
        leave = ctx.allow_extra_args
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        ctx.allow_extra_args = leave
        if rest and not leave and not ctx.resilient_parsing:
            raise TooMany(" ".join(rest), ctx)
        return rest


class SpokenGroup(SpokenCommand, click.Group):
    """A group of commands, each imported when it is called: ``lazy`` maps its name to ``module:attribute``."""

    def __init__(self, *args: Any, lazy: dict[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy or {}

    def usage_line(self, ctx: click.Context) -> str:
        """How the command is written: the name of one of its own follows."""
        return " ".join((ctx.command_path, _("[选项]"), _("命令 …")))

    def blocks(self, ctx: click.Context) -> list[tuple[str, list[tuple[str, str]]]]:
        """The commands stand before the options."""
        named = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, command.get_short_help_str()) for name, command in named if command and not command.hidden]
        return [(_("命令："), rows), *super().blocks(ctx)]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which they were written."""
        del ctx
        return [*self.lazy, *self.commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in self.lazy:
            return super().get_command(ctx, cmd_name)
        from importlib import import_module  # noqa: PLC0415 - so that a command pays only for itself

        module, attribute = self.lazy[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command


AS_JSON = click.option("--json", "as_json", cls=SpokenOption, is_flag=True, help=N_("以 JSON 输出"))
"""What every command takes that answers something."""

LANG = click.option(
    "--lang",
    cls=SpokenOption,
    type=click.Choice(LANGUAGES),
    expose_value=False,
    help=N_("界面语言：zh 或 en（也可用 CADRE_LANG）"),
)
"""What is read before anything else is (``main``): the help is told in it."""

GLYPHS = click.option(
    "--glyphs",
    cls=SpokenOption,
    type=click.Choice(["unicode", "ascii"]),
    help=N_("界面符号：unicode 或 ascii（不写则自动判断）"),
)
"""What opens the app takes."""

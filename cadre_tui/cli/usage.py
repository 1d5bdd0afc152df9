"""A wrong use of the command line, told in one sentence with what to write instead."""

from typing import Any

import click

from cadre_tui.cli.spoken import TooMany, WrongValue
from cadre_tui.locale import _
from cadre_tui.model.nearest import nearest


def sentence(error: click.ClickException) -> str:
    """What is wrong, what was probably meant, and where the help is."""
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "cadre"
    return _("{what}用 {command} --help 看说明。").format(what=_what(error), command=command)


def _what(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            return _no_option(error.option_name, error.ctx)
        case click.exceptions.NoSuchCommand():
            return _no_command(error.command_name, error.ctx)
        case click.exceptions.NoArgsIsHelpError():
            listed = _("、").join(_commands(error.ctx))
            return _("后面还要写做什么：{commands}。").format(commands=listed)
        case click.MissingParameter():
            return _("缺少{what}。").format(what=_named(error.param, error.ctx))
        case WrongValue():
            return _wrong_value(error)
        case click.BadOptionUsage():
            flag = any(
                error.option_name in each.opts for each in _params(error.ctx) if getattr(each, "is_flag", False)
            )
            told = _("选项“{name}”后面不写值。") if flag else _("选项“{name}”后面要写一个值。")
            return told.format(name=error.option_name)
        case TooMany():
            return _("多写了“{extra}”：带空格的名称要加引号。").format(extra=error.extra)
    return _("这一行命令写得不对。")


def _no_option(name: str, ctx: click.Context | None) -> str:
    root = ctx.find_root() if ctx else None
    shared = next((each for each in _params(root) if name in each.opts), None)
    if root is None or root is ctx or ctx is None or shared is None:
        return _("没有“{name}”这个选项").format(name=name) + _near(name, _options(ctx))
    value = "" if getattr(shared, "is_flag", False) else f" {shared.make_metavar(root)}".replace(" [=", "[=")
    command = ctx.command_path.removeprefix(root.command_path)
    told = _("“{name}”要写在命令前面：{written}。")
    return told.format(name=name, written=f"{root.command_path} {name}{value}{command} …")


def _no_command(name: str, ctx: click.Context | None) -> str:
    return _("没有“{name}”这个命令").format(name=name) + _near(name, _commands(ctx))


def _wrong_value(error: WrongValue) -> str:
    name = _named(error.param, error.ctx)
    if error.param is not None and isinstance(error.param.type, click.Choice):
        known = [str(each) for each in error.param.type.choices]
        told = _("{name} 不能写“{given}”，只能是：{known}").format(
            name=name, given=error.given, known=_("、").join(known)
        )
        return told + _near(str(error.given), known)
    if error.param is not None and isinstance(error.param.type, click.IntRange | click.FloatRange):
        return _out_of_range(name, error.given, error.param.type)
    return _("{name} 不能写“{given}”。").format(name=name, given=error.given)


def _out_of_range(name: str, given: Any, range_: click.IntRange | click.FloatRange) -> str:
    if range_.max is None:
        told = _("{name} 不能写“{given}”：要写一个数，最小是 {least}。")
    else:
        told = _("{name} 不能写“{given}”：要写一个数，最小是 {least}，最大是 {most}。")
    return told.format(name=name, given=given, least=range_.min, most=range_.max)


def _near(written: str, known: list[str]) -> str:
    meant = nearest(written, known, alike=0.7)
    return _("，是不是“{meant}”？").format(meant=meant) if meant else _("。")


def _named(param: click.Parameter | None, ctx: click.Context | None) -> str:
    if param is None or ctx is None:
        return _("参数")
    if isinstance(param, click.Option):
        return _("选项 {name}").format(name="/".join(param.opts))
    return _("参数“{name}”").format(name=param.make_metavar(ctx).strip("[]…."))


def _params(ctx: click.Context | None) -> list[click.Parameter]:
    return ctx.command.get_params(ctx) if ctx else []


def _options(ctx: click.Context | None) -> list[str]:
    return [name for each in _params(ctx) if isinstance(each, click.Option) for name in each.opts]


def _commands(ctx: click.Context | None) -> list[str]:
    return ctx.command.list_commands(ctx) if ctx and isinstance(ctx.command, click.Group) else []

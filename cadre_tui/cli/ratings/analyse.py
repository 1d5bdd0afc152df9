"""``cadre analyse``: what any table of ratings tells; no store."""

import math
from pathlib import Path

import click

from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption, WrongValue
from cadre_tui.locale import M_, N_

LEAST = 1e-9
"""λ under which nothing is shrunk that anybody could see; it is taken as 0, since equations would break before."""


def _number(ctx: click.Context, param: click.Parameter, value: float | None) -> float | None:
    """λ: a number that has an end; where it begins, its type says."""
    if value is not None and not math.isfinite(value):
        raise WrongValue(value, ctx, param)
    return 0.0 if value is not None and value < LEAST else value


@click.command(
    "analyse",
    cls=SpokenCommand,
    help=N_("分析一张评分表：平均、校正后的分数、宽严、误差、一致性、要问一问的地方；不读写数据"),
)
@click.argument("ratings", cls=SpokenArgument, metavar=M_("评分表"), type=click.Path(path_type=Path))
@click.option(
    "--shrink",
    cls=SpokenOption,
    metavar=M_("数"),
    type=click.FloatRange(min=0),
    callback=_number,
    help=N_("宽严度收缩多少（λ，不小于 0）；0 是不收缩，即普通最小二乘；不写就由数据估计"),
)
@click.option(
    "--robust/--no-robust",
    cls=SpokenOption,
    default=None,
    help=N_("离群的分数是否少算（Huber 权重）；不写时少算，写了 --shrink 0 时不少算"),
)
@AS_JSON
@click.pass_obj
def analyse(invocation: Invocation, ratings: Path, shrink: float | None, robust: bool | None, as_json: bool) -> None:
    """Read the table, analyse it, and tell everything."""
    from cadre_tui.services.tables.ratings import read_ratings  # noqa: PLC0415 - only where it is asked for

    rows = read_ratings(ratings)
    from cadre_tui.cli.ratings.analysis_json import as_json as in_json  # noqa: PLC0415
    from cadre_tui.cli.ratings.analysis_words import in_words  # noqa: PLC0415
    from cadre_tui.scoring.analysis.analysing import analyse as analysed  # noqa: PLC0415 - numpy
    from cadre_tui.scoring.analysis.ratings import ratings_of  # noqa: PLC0415

    found = analysed(ratings_of(rows), shrink, robust)
    if as_json:
        tell(in_json(found))
    else:
        click.echo(in_words(found, blocks=invocation.glyphs == "unicode"))

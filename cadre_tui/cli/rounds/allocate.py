"""``cadre allocate``: who rates whom, exactly balanced, with the proof; no store."""

from pathlib import Path
from secrets import randbelow

import click

from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.oversight.progress import Progress
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.cli.table import table
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.rounds.allocation import Allocation, AllocationRules, UnitProof
from cadre_tui.words.printable import printable
from cadre_tui.words.rounds.raters import pieces, spread

SEEDS = 1_000_000_000
"""A drawn seed is below this, so that it can be read out and typed."""


@click.command(
    "allocate",
    cls=SpokenCommand,
    help=N_("分配谁评谁：每人几个评价人，不多不少，负担均衡，并给出证明；不读写数据"),
)
@click.argument("roster", cls=SpokenArgument, metavar=M_("名单文件"), type=click.Path(path_type=Path))
@click.option(
    "--reviewers",
    cls=SpokenOption,
    metavar=M_("几人"),
    type=click.IntRange(min=1),
    required=True,
    help=N_("每个被评人有几个评价人"),
)
@click.option(
    "--conflicts",
    cls=SpokenOption,
    metavar=M_("文件"),
    type=click.Path(path_type=Path),
    help=N_("回避名单：评价人、被评人各一列，写出的评价人不评写出的被评人（只管这一个方向）"),
)
@click.option("--no-superiors", cls=SpokenOption, is_flag=True, help=N_("下级不评自己的上级（名单里要有“上级”一列）"))
@click.option(
    "--no-subordinates", cls=SpokenOption, is_flag=True, help=N_("上级不评自己的下级（名单里要有“上级”一列）")
)
@click.option(
    "--seed",
    cls=SpokenOption,
    metavar=M_("种子"),
    type=int,
    help=N_("种子：同样的名单和种子，结果一样；不写就抽一个并说明"),
)
@AS_JSON
def allocate(
    roster: Path,
    reviewers: int,
    conflicts: Path | None,
    no_superiors: bool,
    no_subordinates: bool,
    seed: int | None,
    as_json: bool,
) -> None:
    """Read both tables, allocate, and tell the pairs by unit with the proof."""
    from cadre_tui.allocation.allocating import allocate as allocated  # noqa: PLC0415 - only where it is asked for
    from cadre_tui.services.tables.raters import read_pairs, read_participants  # noqa: PLC0415

    people = read_participants(roster, superiors=no_superiors or no_subordinates)
    apart = read_pairs(conflicts, known={each.id for each in people}) if conflicts else ()
    rules = AllocationRules(
        raters_each=reviewers,
        conflicts=frozenset(each.pair for each in apart),
        upwards=not no_superiors,
        downwards=not no_subordinates,
    )
    with Progress() as progress:
        allocation = allocated(people, rules, randbelow(SEEDS) if seed is None else seed, progress=progress.tell)
    if as_json:
        tell(_as_json(allocation))
    else:
        unit_of = {each.id: each.unit for each in people}
        click.echo(_told(allocation, unit_of))
    _warn(allocation)


def _as_json(allocation: Allocation) -> dict[str, object]:
    proof = allocation.proof
    return {
        "assignments": [{"rater": each.rater, "subject": each.subject} for each in allocation.pairs],
        "proof": {
            "per_subject": proof.per_subject.model_dump(),
            "per_rater": proof.per_rater.model_dump(),
            "components": proof.components,
            "mutual_pairs": proof.mutual_pairs,
            "seed": allocation.seed,
        },
    }


def _told(allocation: Allocation, unit_of: dict[str, str]) -> str:
    rated_by: dict[str, dict[str, list[str]]] = {}
    for pair in allocation.pairs:
        rated_by.setdefault(unit_of[pair.subject], {}).setdefault(pair.rater, []).append(pair.subject)
    parts = []
    for unit in allocation.proof.units:
        rows = [
            (printable(rater), _("、").join(map(printable, subjects)))
            for rater, subjects in rated_by.get(unit.unit, {}).items()
        ]
        if rows:
            parts.append(printable(unit.unit) + "\n" + table((_("评价人"), _("评谁")), rows))
    headings = (_("单位"), _("单位人数"), _("每人被几人评"), _("每人评几人"), _("片数"), _("互评的对数"))
    parts.append(table(headings, [_unit(each) for each in allocation.proof.units]))
    parts.append(_in_words(allocation))
    return "\n\n".join(parts)


def _unit(unit: UnitProof) -> tuple[str, ...]:
    return (
        printable(unit.unit),
        str(unit.people),
        spread(unit.per_subject),
        spread(unit.per_rater),
        str(unit.components),
        str(unit.mutual_pairs),
    )


def _in_words(allocation: Allocation) -> str:
    proof = allocation.proof
    lines = [
        _("每个被评人都有 {number} 个评价人，没有人评自己，回避的都没有分到一起。").format(
            number=spread(proof.per_subject)
        ),
        _("每个评价人评 {number} 人，同一单位里最多相差一人。").format(number=spread(proof.per_rater)),
        pieces(proof.components, proof.per_subject.max),
        _("两人互相评价的有 {count} 对。").format(count=proof.mutual_pairs),
        _("种子是 {seed}：用同样的名单和种子再运行，结果完全一样。").format(seed=allocation.seed),
    ]
    return "\n".join(lines)


def _warn(allocation: Allocation) -> None:
    """Each unit that is not one piece, on standard error."""
    from cadre_tui.allocation.faults import fault_of_pieces  # noqa: PLC0415 - only where it is asked for
    from cadre_tui.words.faults import sentence  # noqa: PLC0415

    for unit in allocation.proof.units:
        fault = fault_of_pieces(unit)
        if fault is not None:
            click.echo(_("提醒：{what}").format(what=sentence(fault)), err=True)

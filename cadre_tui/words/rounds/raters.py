"""Who rates whom, in words: what is proved of it, and how it changed."""

from collections.abc import Mapping, Sequence

from cadre_tui.allocation.faults import fault_of, fault_of_dropped, fault_of_pieces, fault_of_violation
from cadre_tui.locale import _
from cadre_tui.model.fault import Fault
from cadre_tui.model.rounds.allocation import Barred, Obstacle, Proof, Spread, Violation
from cadre_tui.model.rounds.round_allocation import Proposal, RosterMoves, WhoRatesWhom
from cadre_tui.model.rounds.round_rules import Secrecy


def spread(found: Spread) -> str:
    """One number, or from the least to the most."""
    if found.min == found.max:
        return str(found.min)
    return _("{least} 至 {most}").format(least=found.min, most=found.max)


def pieces(components: int, raters_each: int) -> str:
    """Whether severity can be compared."""
    if components < 2:
        return _("每个单位的评价关系都连成一片，宽严可以比较。")
    if raters_each < 2:
        return _("每人只有一个评价人，评价关系连不成一片，宽严不能比较；要比较，每人至少两个评价人。")
    return _("有的单位评价关系没有连成一片（最多 {count} 片），片与片之间的宽严不能比较。").format(count=components)


def proof_lines(proof: Proof, *, settled: bool = True) -> list[str]:
    """What is proved; where not everything is in order (``settled``) only what is true all the same."""
    told = [
        _("每个被评人有 {number} 个评价人。").format(number=spread(proof.per_subject)),
        _("每个评价人评 {number} 人。").format(number=spread(proof.per_rater)),
        pieces(proof.components, proof.per_subject.max),
        _("两人互相评价的有 {count} 对。").format(count=proof.mutual_pairs),
    ]
    if settled:
        told.append(_("没有人评自己，也没有违反回避等规则的。"))
    return told


def problems(
    violations: Sequence[Violation],
    proof: Proof | None,
    dropped: Sequence[Barred] = (),
    obstacles: Sequence[Obstacle] = (),
) -> tuple[Fault, ...]:
    """All that is not as it should be: first what stands in the way, then what is only said."""
    found = [fault_of_violation(each) for each in violations]
    found += [fault for each in obstacles for fault in fault_of(each)]
    found += [fault_of_dropped(each) for each in dropped]
    if proof is not None:
        found += [fault for unit in proof.units if (fault := fault_of_pieces(unit)) is not None]
    return tuple(found)


def problems_of(proposal: Proposal) -> tuple[Fault, ...]:
    """What is not as it should be in a proposal."""
    return problems(proposal.proof.violations, proposal.proof, proposal.dropped, proposal.obstacles)


def problems_in(told: WhoRatesWhom) -> tuple[Fault, ...]:
    """What is not as it should be in what is stored."""
    return problems(told.problems, told.proof)


def moves(found: RosterMoves) -> list[str]:
    """Who comes in and who goes out."""
    told = (
        (_("加入：{who}"), found.joined),
        (_("离开：{who}"), found.left),
        (_("休假：{who}"), found.away),
        (_("回来：{who}"), found.back),
    )
    return [text.format(who=_("、").join(ids)) for text, ids in told if ids]


def kept(proposal: Proposal) -> str:
    """What was begun and stays, though the rules no longer ask for it; empty where there is nothing."""
    if not proposal.kept:
        return ""
    return _("已经开始填的 {count} 份照旧保留。").format(count=len(proposal.kept))


def openness(secrecy: Secrecy) -> str:
    """What the organiser is shown here, and what nobody is."""
    if secrecy is Secrecy.NAMED:
        return _("这里只看谁评价谁，看不到打了多少分。")
    return _("保密的轮次：这里是组织者作的安排，不给别人看；谁打了多少分，程序不显示给任何人。")


def seed(found: int | None) -> str:
    """The seed, or when it will be told."""
    if found is None:
        return _("种子：填写结束以后公布")
    return _("种子：{seed}").format(seed=found)


def with_names(fault: Fault, names: Mapping[str, str]) -> Fault:
    """The fault with people called by their names, as far as these are known, and their ids behind them."""

    def named(person: str) -> str:
        return f"{names[person]}({person})" if names.get(person, person) != person else person

    values = dict(fault.values)
    for key in ("rater", "subject"):
        if isinstance(values.get(key), str):
            values[key] = named(values[key])
    for key in ("people", "others"):
        if isinstance(values.get(key), tuple):
            values[key] = tuple(map(named, values[key]))
    if isinstance(values.get("pairs"), tuple):
        values["pairs"] = tuple("→".join(map(named, each.split("→"))) for each in values["pairs"])
    return fault.model_copy(update={"values": values})

"""Whether a draft can be completed: the max-flow of what is missing, and the cut that proves that it cannot.

The network is what a half-made allocation leaves (its residual): laying an allowed pair goes from subject to rater,
taking up a pair that is not fixed goes back. So a maximum here is one of the whole, however the draft was begun, and
little is left to be solved where the design was nearly right. A rater's share goes straight to the sink; one more
goes through a node that lets only ``extra`` of them pass, which makes both bounds of the balance exact.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from cadre_tui.allocation.case import Case, Numbered
from cadre_tui.allocation.draft import Draft

if TYPE_CHECKING:
    import networkx as nx

ENOUGH = 5
"""Raters by chance that are tried for a subject before all of the unit are."""


@dataclass(frozen=True)
class Cut:
    """The subjects and raters on the near side of a minimum cut, and by how much too little passes it."""

    subjects: frozenset[int]
    raters: frozenset[int]
    shortage: int


def complete(draft: Draft, chance: Random) -> Cut | None:
    """Lay what is missing, taking up and laying other pairs where need be; else lay the most, and answer the cut.

    Only the network of all allowed pairs decides that it is impossible.
    """
    if not draft.missing():
        return None
    few = ENOUGH + draft.case.each
    if few * 2 < len(draft.case.raters):
        _solve(draft, _some(draft.case, few, chance))
        if not draft.missing():
            return None
    return _solve(draft, _all(draft.case))


def _all(case: Case) -> Iterator[Numbered]:
    return ((rater, subject) for subject in case.subjects for rater in case.raters if case.allowed(rater, subject))


def _some(case: Case, few: int, chance: Random) -> Iterator[Numbered]:
    for subject in case.subjects:
        raters = [each for each in case.raters if case.allowed(each, subject)]
        yield from ((rater, subject) for rater in chance.sample(raters, min(few, len(raters))))


def _solve(draft: Draft, candidates: Iterable[Numbered]) -> Cut | None:
    from networkx.algorithms.flow import edmonds_karp  # noqa: PLC0415 - only where rules interfere

    size = len(draft.case.ids)
    source, sink, extra = 2 * size, 2 * size + 1, 2 * size + 2
    network = _network(draft, candidates)
    shortage = draft.missing()
    if network.has_node(source) and network.has_node(sink):
        solved = edmonds_karp(network, source, sink)
        shortage -= solved.graph["flow_value"]
        _carry_out(draft, solved)
    else:
        solved = network
    if not shortage:
        return None
    near = _reached(solved, source) - {source, extra}
    subjects = frozenset(each for each in near if each < size)
    return Cut(subjects, frozenset(each - size for each in near - subjects), shortage)


def _network(draft: Draft, candidates: Iterable[Numbered]) -> "nx.DiGraph[int]":
    """Subjects by their number, raters by theirs behind them, then source, sink and the extra."""
    import networkx as nx  # noqa: PLC0415

    size = len(draft.case.ids)
    source, sink, extra = 2 * size, 2 * size + 1, 2 * size + 2
    network: nx.DiGraph[int] = nx.DiGraph()
    for subject, raters in draft.raters_of.items():
        if wanted := draft.wanted[subject] - len(raters):
            network.add_edge(source, subject, capacity=wanted)
    for rater, subjects in draft.subjects_of.items():
        load, share = len(subjects), draft.share[rater]
        if load < share:
            network.add_edge(size + rater, sink, capacity=share - load)
        if load > share:
            network.add_edge(extra, size + rater, capacity=1)
        elif draft.extra:
            network.add_edge(size + rater, extra, capacity=1)
    if left := draft.extra - draft.extra_used():
        network.add_edge(extra, sink, capacity=left)
    for pair in draft.pairs():
        if pair not in draft.fixed:
            network.add_edge(size + pair[0], pair[1], capacity=1)
    for rater, subject in candidates:
        if not draft.has(rater, subject):
            network.add_edge(subject, size + rater, capacity=1)
    return network


def _carry_out(draft: Draft, solved: "nx.DiGraph[int]") -> None:
    size = len(draft.case.ids)
    laid: list[Numbered] = []
    taken_up: list[Numbered] = []
    for start, end, edge in solved.edges(data=True):
        if edge["flow"] <= 0:
            continue
        if start < size <= end < 2 * size:
            laid.append((end - size, start))
        elif end < size <= start < 2 * size:
            taken_up.append((start - size, end))
    draft.change(laid, taken_up)


def _reached(solved: "nx.DiGraph[int]", source: int) -> set[int]:
    """What can still be reached from the source: the near side of a minimum cut."""
    reached, waiting = {source}, [source]
    while waiting:
        node = waiting.pop()
        for following, edge in solved.adj.get(node, {}).items():
            if following not in reached and edge["capacity"] > edge.get("flow", 0):
                reached.add(following)
                waiting.append(following)
    return reached

"""Groups with too few are counted with others, by the rule that was stated beforehand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.allocation.merging import merged
from cadre_tui.model.rounds.round_rules import RaterGroup, Relation
from cadre_tui.model.text import Text


def groups(*merge: str | None) -> list[RaterGroup]:
    title = Text({"zh": "主体"})
    return [RaterGroup(id="abcd"[at], title=title, who=(Relation.UNIT,), merge=each) for at, each in enumerate(merge)]


@pytest.mark.parametrize(
    ("merge", "counts", "expected"),
    [
        ((None, None, None), (5, 5, 5), "abc"),
        ((None, None, None), (1, 5, 5), "bbc"),
        ((None, None, None), (5, 5, 1), "abb"),
        (("c", None, None), (1, 5, 5), "cbc"),
        ((None, None, None), (1, 1, 5), "ccc"),
        ((None, None, None), (0, 1, 1), "ccc"),
        ((None, None), (1, 1), "bb"),
        ((None,), (1,), "a"),
        (("b", None), (1, 9), "bb"),
    ],
)
def test_who_has_too_few_goes_where_the_rule_says(
    merge: tuple[str | None, ...], counts: tuple[int, ...], expected: str
) -> None:
    given_ = groups(*merge)
    found = merged(given_, dict(zip("abcd", counts, strict=False)), dict.fromkeys("abcd", 5))
    assert "".join(found[each.id] for each in given_) == expected


@given(
    st.lists(st.sampled_from((None, "a", "b", "c", "d")), min_size=1, max_size=4),
    st.lists(st.integers(0, 8), min_size=4, max_size=4),
    st.lists(st.integers(1, 6), min_size=4, max_size=4),
)
def test_it_ends_with_enough_in_each_or_with_all_in_one(
    merge: list[str | None], counts: list[int], needed: list[int]
) -> None:
    ids = "abcd"[: len(merge)]
    given_ = groups(*(each if each in set(ids) else None for each in merge))
    numbers, least = dict(zip("abcd", counts, strict=True)), dict(zip("abcd", needed, strict=True))
    found = merged(given_, numbers, least)
    hosts = set(found.values())
    assert set(found) == set(ids)
    assert all(found[host] == host for host in hosts), "nobody goes to one who has gone"
    enough = all(sum(numbers[each] for each in ids if found[each] == host) >= least[host] for host in hosts)
    assert enough or len(hosts) == 1

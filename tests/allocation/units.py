"""People and rules, made up for the tests."""

from hypothesis import strategies as st

from cadre_tui.model.rounds.allocation import AllocationRules, Pair, Participant


def unit(size: int, name: str = "a") -> list[Participant]:
    """So many people, who all rate and are rated."""
    return [Participant(id=f"{name}{at:03}", unit=name) for at in range(size)]


def rules(each: int, *conflicts: tuple[str, str]) -> AllocationRules:
    return AllocationRules(raters_each=each, conflicts=frozenset(Pair(*pair) for pair in conflicts))


@st.composite
def tasks(draw: st.DrawFn, most: int = 60) -> tuple[list[Participant], AllocationRules]:
    """A unit of 4 to ``most`` people, 1 to 8 raters each, any density of conflicts, sometimes leaders and others."""
    size = draw(st.integers(4, most))
    chance = draw(st.randoms(use_true_random=False))
    density = draw(st.sampled_from((0, 0, 0.02, 0.1, 0.3, 0.6, 0.85)))
    apart = draw(st.sampled_from((0, 0, 0, 0.15, 0.4)))
    people = []
    for each in unit(size):
        alone = chance.random()
        superior = "a000" if each.id != "a000" and chance.random() < 0.3 else ""
        people.append(
            Participant(
                id=each.id,
                unit=each.unit,
                superior=superior,
                rates=alone >= apart / 2,
                rated=not apart / 2 <= alone < apart,
            )
        )
    conflicts = {
        Pair(one.id, other.id) for one in people for other in people if density and chance.random() < density
    }
    told = AllocationRules(
        raters_each=draw(st.integers(1, 8)),
        conflicts=frozenset(conflicts),
        upwards=draw(st.booleans()),
        downwards=draw(st.booleans()),
    )
    return people, told

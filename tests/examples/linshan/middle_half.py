"""A rule of counting votes: a quarter of them at either end is left out, the rest is averaged."""

from cadre_tui.plugins import Aggregate, hookimpl


def middle_half(votes):
    spare = len(votes) // 4
    counted = votes[spare : len(votes) - spare]
    return sum(counted) / len(counted)


@hookimpl
def cadre_aggregate():
    title = {"zh": "最高、最低各去四分之一再平均", "en": "Mean of the middle half"}
    yield Aggregate("linshan.middle_half", title, middle_half)

"""A scorer: the criterion with the lowest share counts twice."""

from cadre_tui.plugins import Scorer, Total, hookimpl, said

TOLD = {"zh": "得分率最低的一项（{least}）算两次", "en": "The lowest share ({least}) counts twice"}


def weakest_counts_double(scored):
    shares = [row.score / row.points for row in scored.rows if row.points > 0 and row.score is not None]
    if not shares:
        return Total(None)
    points = (sum(shares) + min(shares)) / (len(shares) + 1) * 100
    return Total(points, (said(TOLD, least=min(shares)),))


@hookimpl
def cadre_score():
    yield Scorer("linshan.weakest", {"zh": "补短板", "en": "The weakest counts double"}, weakest_counts_double)

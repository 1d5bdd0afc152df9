"""How the raters of a round rated: under codes, to a named officer, as questions. Nothing follows by itself.

In a confidential round nothing that is told here, nor two looks set side by side, tells what anybody gave: flags bear
no numbers of single votes, a decision's effect is counted and not named, and once somebody has seen what follows from
the votes, no decision changes it any more.
"""

from collections.abc import Mapping
from typing import Final

from cadre_tui.model.results.analysis import Absent, Analysis, Flag, RaterFigures
from cadre_tui.model.results.quality import Quality, RaterQuality, Voids
from cadre_tui.model.rounds.round import Phase, Round
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results.looking import settled
from cadre_tui.services.results.quality.adjusting import counted, different
from cadre_tui.services.results.quality.rated_totals import Progress, Totals, totals_of
from cadre_tui.services.results.rater_codes import rater_codes
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.by_name import must_not_be_anonymous
from cadre_tui.services.rounds.voids import voids_of
from cadre_tui.services.session import Session

FEWEST: Final = 3
"""People whom a rater rated, below whom the severity would nearly be the vote."""


def quality(session: Session, round_id: str, progress: Progress = lambda _done, _all: None) -> Quality:
    """The raters of a round in the order of their codes, agreement, and how many grades the adjusted figure changes.

    In a confidential round what colleagues answered stands from the first look on (see ``looking``).

    Raises:
        NotPermitted: people still fill in.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.REVIEW_RATERS, phase=held.phase)
    must_not_be_anonymous(held)
    held = settled(held, session)
    audit.note(session, "quality-read", round=round_id)
    reader = Reader(county, held)
    totals = totals_of(reader, progress)
    voids = voids_of(county, round_id)
    found = _analysed(held, totals)
    return Quality(
        round=round_id,
        title=held.rules.title,
        mock=held.rules.mock,
        confidential=held.rules.confidential,
        ratings=len(totals.ratings),
        raters=_raters(county, held, found, voids) if found else (),
        agreement=found.agreement if found else None,
        fitted=found.fitted if found else None,
        components=found.components if found else 0,
        differ=counted(sum(1 for _each in different(reader, totals)), held.rules),
        not_judged=found.not_judged if found else {},
        open=may_decide(held, voids),
    )


def may_decide(held: Round, voids: Voids) -> bool:
    """Whether votes may still be made void, or count again."""
    return held.phase is Phase.MODERATION and not (held.rules.confidential and voids.closed is not None)


def _analysed(held: Round, totals: Totals) -> Analysis | None:
    """The analysis with the flags of single criteria; None where nobody rated."""
    if not totals.ratings:
        return None
    from cadre_tui.scoring.analysis.analysing import analyse  # noqa: PLC0415 - numpy, where it is asked for
    from cadre_tui.scoring.analysis.quality.flags import HALO, Zones, zones_of  # noqa: PLC0415
    from cadre_tui.scoring.analysis.quality.halo import halo  # noqa: PLC0415
    from cadre_tui.scoring.analysis.ratings import ratings_of  # noqa: PLC0415

    table = ratings_of(totals.ratings)
    quarters = zones_of(table)
    best = float(held.rules.grade[0].min) if held.rules.grade else quarters.best
    zones = Zones(best=best, low=quarters.low, high=quarters.high)
    found = analyse(table, zones=zones, named=not held.rules.confidential)
    halos = halo(totals.shares)
    raters = {name: _with(each, halos.get(name)) for name, each in found.raters.items()}
    judged = {key: each for key, each in found.not_judged.items() if key != HALO}
    return Analysis(**{**vars(found), "raters": raters, "not_judged": judged})


def _with(figures: RaterFigures, flag: Flag | None) -> RaterFigures:
    return RaterFigures(**{**vars(figures), "flags": (*figures.flags, flag)}) if flag else figures


def _raters(county: County, held: Round, found: Analysis, voids: Voids) -> tuple[RaterQuality, ...]:
    """None at all where a confidential round has too few raters to stand under codes."""
    if held.rules.confidential and len(found.raters) < held.rules.least_raters:
        return ()
    codes = rater_codes(county, held.id, found.raters)
    told = [_told(held, codes, name, each, voids) for name, each in found.raters.items()]
    return tuple(sorted(told, key=lambda each: each.code))


def _told(held: Round, codes: Mapping[str, str], rater: str, figures: RaterFigures, voids: Voids) -> RaterQuality:
    hidden = held.rules.confidential
    few = hidden and figures.n < FEWEST
    return RaterQuality(
        code=codes[rater],
        person=None if hidden else held.roster.person(rater),
        severity=Absent("few-rated", {"needed": FEWEST}) if few else figures.severity,
        flags=tuple({each.code: Flag(each.code, each.chance) for each in figures.flags}.values())
        if hidden
        else figures.flags,
        voided=voids.raters.get(rater),
    )

"""Printing slips: once a group, as many as there are voters. The codes leave the program on paper alone."""

import secrets
from collections.abc import Mapping
from typing import Final

from cadre_tui.model.ballots.box import Box, Slip
from cadre_tui.model.ballots.code import grouped
from cadre_tui.model.ballots.told import PrintedSlips
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.rounds.round import FILLING, Round
from cadre_tui.services import audit
from cadre_tui.services.ballot_boxes import protocol_of, put_box
from cadre_tui.services.ballots import sealing
from cadre_tui.services.ballots.forms import form_of, subjects_of
from cadre_tui.services.ballots.keeping import kept_length
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session

MOST: Final = 2_000
"""Slips of one group."""


def anonymous_round(county: County, round_id: str) -> Round:
    """The round of that id, which votes by ballot.

    Raises:
        BadInput: there is none, or it does not.
    """
    held = life.find(county, round_id)
    if not held.rules.anonymous:
        raise BadInput("ballots-not-anonymous", round=held.id)
    return held


def print_slips(
    session: Session, round_id: str, counts: Mapping[str, int], *, again: bool = False
) -> tuple[PrintedSlips, ...]:
    """Fresh codes for groups, ``counts`` by their ids; only their slow hashes are kept.

    ``again``: in the place of slips that were printed before and of which none has been used, say because the paper
    was lost; those are void.

    Raises:
        BadInput: the round is no anonymous one, or not open; a group is unknown, has slips already, or the number is
            no possible one.
    """
    permit(session, Act.RUN_ROUNDS)
    county = session.county
    held = anonymous_round(county, round_id)
    if held.phase not in FILLING:
        raise BadInput("ballots-print-when-open", round=held.id, phase=held.phase)
    known = {each.id: each for each in held.rules.group}
    for group, count in counts.items():
        if group not in known:
            raise BadInput("ballot-group-unknown", group=group, known="、".join(known))
        if not held.rules.least_raters <= count <= MOST:
            raise BadInput("ballot-count", group=group, least=held.rules.least_raters, most=MOST)
    printed = []
    for group, count in counts.items():
        codes = _print(session, held, group, count, again=again)
        title = known[group].title
        printed.append(
            PrintedSlips(
                round=held.id,
                title=held.rules.title,
                mock=held.rules.mock,
                group=group,
                group_title=title,
                codes=codes,
                until=held.rules.deadlines.get(Purpose.PEER),
            )
        )
    return tuple(printed)


def _print(session: Session, held: Round, group: str, count: int, *, again: bool) -> tuple[str, ...]:
    county = session.county
    cost = sealing.QUICK if county.quick_passwords else sealing.COST
    salt = sealing.fresh_salt()
    codes = [sealing.fresh_code() for _each in range(count)]
    bare = Box(
        round=held.id,
        group=group,
        printed=count,
        salt=salt,
        cost=cost,
        subjects=subjects_of(county, held),
        slips=(),
    )
    length = kept_length(form_of(county, held, bare))
    slips = [Slip(hash=sealing.hashed(each, salt, cost), draft=sealing.chance(length)) for each in codes]
    box = bare.model_copy(update={"slips": tuple(sorted(slips, key=lambda each: each.hash))})

    def may(found: Box | None) -> None:
        if found is not None:
            if not again:
                raise BadInput("ballots-printed-already", group=group)
            if found.used or found.closed or group in protocol_of(county, held.id).slips:
                raise BadInput("ballots-in-use", group=group)
        done = "ballots-printed" if found is None else "ballots-printed-again"
        audit.note(session, done, round=held.id, group=group, count=count)

    put_box(county, box, may)
    secrets.SystemRandom().shuffle(codes)  # drawn slips are mixed by hand; what is printed has no order to begin with
    return tuple(map(grouped, codes))

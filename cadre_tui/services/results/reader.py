"""One round, read for its results: every drawer once, as far as raters stand near in the roster."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Final

from cadre_tui.allocation.circle import Circle
from cadre_tui.model.answers.response import Response, State
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.people.person import Person
from cadre_tui.model.results.outcome import Settled
from cadre_tui.model.rounds.round import SHOWN, Round
from cadre_tui.scoring.brought_rules import CountedByPlugin
from cadre_tui.scoring.disclosure import Lot
from cadre_tui.scoring.sheet import Scorer
from cadre_tui.services.ballots.counted import CountedBallots
from cadre_tui.services.county import County
from cadre_tui.services.drawers import drawer_in
from cadre_tui.services.results.lots import lots
from cadre_tui.services.results.peers import Peers
from cadre_tui.services.results.sheets import Rated, Sheets
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.assignments import used_checklists
from cadre_tui.services.rounds.settled import settled_of
from cadre_tui.services.rounds.voids import voids_of

Use = tuple[Purpose, Checklist]

DRAWERS: Final = 2_000
"""How many drawers are kept at a time: a roster lists units together, so whoever rates there is read once."""


@dataclass(frozen=True)
class Found:
    """All that was handed in about one person, by checklist id; those that colleagues filled come first."""

    subject: Person
    sheets: Mapping[str, Sheets]
    peers: Mapping[str, Peers]


class Reader:
    """Reads one round."""

    def __init__(self, county: County, held: Round, voided: Collection[str] | None = None) -> None:
        """``voided``: whose votes about colleagues do not count; left out, as was decided."""
        self._county = county
        self.voided: frozenset[str] = frozenset(voids_of(county, held.id).raters if voided is None else voided)
        self.held = held
        self.circle: Circle = county.circle(held)
        self.uses: tuple[Use, ...] = used_checklists(county, held)
        self._drawer = lru_cache(DRAWERS)(lambda rater: drawer_in(county, held, rater))
        self._scorers: dict[str, Scorer] = {}
        self._ballots = CountedBallots(county, held) if held.rules.anonymous else None
        self._units = {each.id: each.name for each in held.roster.units}

    def unit_name(self, person: Person) -> str:
        """The name of somebody's unit as it was in the round."""
        return self._units.get(person.unit, "")

    def found(self, subject: Person) -> Found:
        """What was handed in about one person."""
        sheets: dict[str, Sheets] = {}
        for purpose, checklist in self._colleagues_first:
            if checklist.meant_for(subject.level, purpose):
                held = sheets.setdefault(checklist.id, Sheets(checklist))
                raters = self.circle.raters(subject.id, purpose)
                if self._ballots is not None and purpose is Purpose.PEER:
                    held.add(purpose, tuple(self._voted(self._ballots, subject, checklist)), self._ballots.asked)
                else:
                    held.add(purpose, self._rated(raters, subject, purpose, checklist), len(raters))
        peers = {
            key: Peers(self.held.rules, each, self._lot(subject, key), self.counted)
            for key, each in sheets.items()
            if Purpose.PEER in each.by
        }
        return Found(subject, sheets, peers)

    @cached_property
    def _lots(self) -> Callable[[str], int] | None:
        return lots(self._county, self.held.id)

    def _lot(self, subject: Person, checklist: str) -> Lot | None:
        """By which it is decided what is withheld of this person beside something else."""
        drawn = self._lots
        return None if drawn is None else lambda cell: drawn(f"{subject.id} {checklist} {cell.row} {cell.column}")

    @cached_property
    def _colleagues_first(self) -> tuple[Use, ...]:
        """Every use, those of checklists first that colleagues fill."""
        theirs = {checklist.id for purpose, checklist in self.uses if purpose is Purpose.PEER}
        return tuple(sorted(self.uses, key=lambda use: use[1].id not in theirs))

    def _rated(
        self, raters: Iterable[Person], subject: Person, purpose: Purpose, checklist: Checklist
    ) -> tuple[Rated, ...]:
        scorer, of_peers = self._scorer(checklist), purpose is Purpose.PEER
        found = []
        for rater in raters:
            response = self._drawer(rater.id).response(subject.id, checklist.id, purpose)
            if response is None or response.state is not State.SUBMITTED:
                continue
            if of_peers:
                group = self.circle.group_of(rater.id, subject.id)
                sheet, void = scorer.reckon(response.answers), rater.id in self.voided
                found.append(Rated(rater, group.id if group else None, response, sheet, void=void))
            else:
                found.append(Rated(rater, None, response, scorer.score(response.answers)))
        return tuple(found)

    def _voted(self, ballots: CountedBallots, subject: Person, checklist: Checklist) -> Iterator[Rated]:
        """What ballots say of somebody; whoever handed one in stands here by what is chance."""
        scorer = self._scorer(checklist)
        for each in ballots.about(subject.id, checklist):
            response = Response(
                checklist=checklist.name,
                digest=checklist.digest,
                subject=subject.id,
                purpose=Purpose.PEER,
                state=State.SUBMITTED,
                answers=each.answers,
            )
            nobody = Person(id=each.ballot, name="", unit="", level="")
            yield Rated(nobody, each.group, response, scorer.reckon(each.answers), void=not each.valid)

    def _scorer(self, checklist: Checklist) -> Scorer:
        if checklist.id not in self._scorers:
            self._scorers[checklist.id] = Scorer(checklist)
        return self._scorers[checklist.id]

    @cached_property
    def counted(self) -> CountedByPlugin | None:
        """The plugin's rule by which votes are counted, and what it answered before; None where it is no plugin's."""
        pinned = self.held.rule_by
        return None if pinned is None else CountedByPlugin(pinned, self.settled.figures)

    @cached_property
    def settled(self) -> Settled:
        """The quota's line and what was decided, as they are kept."""
        return settled_of(self._county, self.held.id)

    def shift(self, subject_id: str) -> Fraction | None:
        """The points by which colleagues' figure of somebody is adjusted; None where the rules go by the plain."""
        return Fraction(self.settled.shifts.get(subject_id, "0")) if self.held.rules.adopt == "adjusted" else None

    @cached_property
    def earlier(self) -> tuple["Reader", ...]:
        """Published rounds that were opened before this one, the latest first; a rehearsal is none."""
        opened = self.held.opened
        return tuple(
            Reader(self._county, each)
            for each in life.every(self._county)
            if each.phase in SHOWN and not each.rules.mock and each.opened and opened and each.opened < opened
        )

    @cached_property
    def former(self) -> "Reader | None":
        """The round that the rules name to compare with; the latest of the earlier ones where they name none."""
        named = self.held.rules.former
        return next((each for each in self.earlier if named in (None, each.held.id)), None)

    def found_before(self, subject: Person) -> Found | None:
        """What was handed in about the person in the former round, who may have been of another level then."""
        if self.former is None or not self.former.circle.takes_part(subject.id):
            return None
        person = self.former.circle.person(subject.id)
        return self.former.found(person) if person else None

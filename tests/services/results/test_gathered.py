"""What goes into the figures of many people: what is shown of each, told by one kind of rater."""

from decimal import Decimal
from pathlib import Path

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round_rules import Use
from cadre_tui.scoring.gathering import COUNTY
from cadre_tui.services.results.county.gathered import asked_of, gather
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.results.reading import results
from cadre_tui.services.rounds import life
from tests.services.office import EQUALS, PEERS, SUBJECT, office, publish, rate, rules_of
from tests.services.small import fill_self

OWN = Use(checklist="t.pair", by=Purpose.SELF, weight=Decimal(0))


def test_what_is_withheld_of_a_person_goes_into_nothing_not_even_in_the_own_answers_place(tmp_path: Path) -> None:
    """All five gave the first criterion alike: it is withheld of the one who is rated, and so is the second."""
    small = office(tmp_path / "data")
    small.opened(rules_of(use=(*PEERS, OWN)))
    rate(small, {each: ("good", ("good", "half")[at % 2]) for at, each in enumerate(EQUALS[:5])})
    fill_self(small.signed_in(SUBJECT))
    publish(small)
    told = results(small.organiser, "r1")
    (rated,) = [each for each in told if each.total is not None]
    assert [(row.peers, row.own is None) for row in rated.criteria] == [(None, False)] * 2
    reader = Reader(small.county, life.find(small.county, "r1"))
    county = gather(asked_of(reader.held, reader.uses), told, None, len(told)).places()[COUNTY]
    assert len(county.totals) == 1
    assert county.shares == {}

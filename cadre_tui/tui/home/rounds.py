"""What those who watch rounds do from home about the one that the cursor stands on."""

from collections.abc import Callable, Mapping
from typing import Final

from cadre_tui.model.filling.home import RoundLine
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import FILLING, Phase
from cadre_tui.tui import navigation
from cadre_tui.tui.home.view import OVERSEEING, HomeView

ORGANISER: Final = frozenset({Role.ORGANISER})

POSSIBLE: Final[Mapping[str, tuple[frozenset[Role], Callable[[RoundLine], bool]]]] = {
    "next": (ORGANISER, lambda line: line.phase is not Phase.ARCHIVED),
    "raters": (ORGANISER, lambda line: not line.ballots),
    "ballots": (ORGANISER, lambda line: line.ballots and line.phase is not Phase.SETUP),
    "disclosure": (ORGANISER, lambda line: line.phase not in FILLING | {Phase.SETUP}),
    "encouragement": (OVERSEEING, lambda line: line.phase is not Phase.SETUP),
    "outcome": (frozenset({Role.SUPERVISOR}), lambda line: line.phase is Phase.MODERATION),
    "paper": (frozenset({Role.CLERK}), lambda line: line.phase in FILLING),
}
"""Who does it, and in which rounds it is to be done."""


class HomeRounds(HomeView):
    """Each leads to the screen on which it is done."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each where the round has come so far, for those whose it is."""
        if action == "county":
            return self._published() is not None
        if action in POSSIBLE:
            who, when = POSSIBLE[action]
            found = self._round_line()
            return found is not None and self.session.role in who and when(found)
        return super().check_action(action, parameters)

    def action_next(self) -> None:
        """What the next step of the round under the cursor does."""
        if here := self._round():
            navigation.open_step(self.app, here.round)

    def action_raters(self) -> None:
        """See who rates whom in the round under the cursor."""
        if found := self._round():
            navigation.open_raters(self.app, found.round)

    def action_ballots(self) -> None:
        """Watch over the vote by ballot of the round under the cursor."""
        if found := self._round():
            navigation.open_ballots(self.app, found.round)

    def action_disclosure(self) -> None:
        """See what could tell who gave what in the round under the cursor."""
        if found := self._round():
            navigation.open_disclosure(self.app, found.round)

    def action_encouragement(self) -> None:
        """How many words of encouragement each unit received in the round under the cursor."""
        if found := self._round_line():
            navigation.open_encouragement(self.app, found.round)

    def action_outcome(self) -> None:
        """How the grades of the round under the cursor come about: a supervisor decides about organisers."""
        if found := self._round_line():
            navigation.open_outcome(self.app, found.round)

    def action_paper(self) -> None:
        """Type paper forms of the round that the cursor stands on."""
        if found := self._round_line():
            navigation.open_paper(self.app, found.round, found.title, found.mock)

    def action_county(self) -> None:
        """What the round under the cursor found about everybody together."""
        if round_id := self._published():
            navigation.open_county(self.app, round_id)

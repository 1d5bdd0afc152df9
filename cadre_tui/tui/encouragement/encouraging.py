"""The key with which one writes a colleague a word of encouragement, for every screen about colleagues."""

from typing import ClassVar

from cadre_tui.locale import N_, _
from cadre_tui.tui.actions import Action
from cadre_tui.tui.encouragement import ways
from cadre_tui.tui.encouragement.commended import Commended
from cadre_tui.tui.screen import CadreScreen


class Encouraging(CadreScreen):
    """``c`` writes about the criterion under the cursor."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("commend", "c", N_("鼓励"), N_("就光标处的考评项给这位同事写一句鼓励，不计分"), shown=False),
    )

    def commended(self) -> Commended | None:
        """What the cursor stands on; None where that is no colleague."""
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only to a colleague."""
        if action == "commend":
            return self.commended() is not None
        return super().check_action(action, parameters)

    def action_commend(self) -> None:
        """Write it, when what was answered is saved."""
        found = self.commended()
        if found is None:
            self.notice(_("这里没有同事可以写。"))
        elif self.saved():
            ways.open_commend(self.app, *found)

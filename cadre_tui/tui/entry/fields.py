"""Screens that consist of fields to be filled one after the other."""

from typing import Final

from textual.widgets import Input

from cadre_tui.locale import _
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.menu_list import MenuList

HIGH: Final = 20
"""Lines from which there is room around the fields."""


def as_example(hint: str) -> str:
    """A figure or a day that stands in an empty field, so worded that nobody takes it for typed."""
    return _("如 {example}").format(example=hint) if hint[:1].isdigit() else hint


class FieldsScreen(CadreScreen):
    """Enter goes from field to field.

    It is bound before the fields hear it and moves the focus in the same turn: however quickly somebody types
    or pastes, what comes after Enter goes into the next field. The field itself learns of it after all keys
    before it. On a low terminal nothing stands around the fields, so that they and what is chosen are in sight.
    """

    def laid_out(self) -> None:
        """Whether it is a low one."""
        self.set_class(self.size.height < HIGH, "-low")

    def action_enter(self) -> None:
        """Leave the field; it tells with ``Submitted`` what was typed."""
        here = self.focused
        if isinstance(here, MenuList):
            here.call_later(here.choose)
        if not isinstance(here, Input):
            return
        fields = list(self.query(Input))
        after = fields.index(here) + 1
        if after < len(fields):
            self.set_focus(fields[after])
        here.call_later(here.action_submit)

    async def speak(self) -> None:
        """What was typed stays, in whichever field one is."""
        typed = {field.id: field.value for field in self.query(Input)}
        here = self.focused.id if self.focused else None
        await super().speak()
        for field in self.query(Input):
            field.value = typed[field.id]
        if here:
            self.set_focus(self.query_one(f"#{here}"))

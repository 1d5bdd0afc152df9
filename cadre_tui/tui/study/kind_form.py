"""A form of study in which keys change what kind of study it is, and whether it is theory or business."""

from typing import ClassVar, Final

from cadre_tui.locale import N_, _
from cadre_tui.model.study.terms import Matter, StudyKind, following
from cadre_tui.tui.actions import Action
from cadre_tui.tui.study.form import StudyForm
from cadre_tui.words.study import terms

KIND_KEYS: Final = (
    Action("kind", "f6", N_("类别"), N_("换一类：政治、知识、能力、心理")),
    Action("matter", "f7", N_("理论业务"), N_("理论，或业务")),
)


class KindForm(StudyForm):
    """F6 changes the kind, F7 theory or business; the heading tells both. Overridden: ``headed``, ``said``."""

    ACTIONS: ClassVar[tuple[Action, ...]] = KIND_KEYS

    def __init__(self, kind: StudyKind, matter: Matter) -> None:
        super().__init__()
        self.kind, self.matter = kind, matter

    def headed(self) -> str:
        """What is written here."""
        raise NotImplementedError

    def said(self) -> tuple[str, ...]:
        """What keys have changed, in words."""
        return _(terms.KINDS[self.kind]), _(terms.MATTERS[self.matter])

    def turned(self) -> tuple[object, ...]:
        """Kind and matter."""
        return self.kind, self.matter

    def fill(self) -> None:
        """With what a key changes."""
        super().fill()
        self.show_head()

    def action_kind(self) -> None:
        """The next kind."""
        self.kind = following(self.kind)
        self.show_head()

    def action_matter(self) -> None:
        """The other one."""
        self.matter = following(self.matter)
        self.show_head()

    def show_head(self) -> None:
        """After one of them was changed."""
        self.heading(self.headed(), f" {self.glyphs.dot} ".join(self.said()))

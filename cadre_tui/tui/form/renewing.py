"""A sealed form: it says why nothing is shown, and is answered anew as a whole where the rater so wishes."""

from functools import partial
from typing import ClassVar

from cadre_tui.locale import N_, _
from cadre_tui.model.answers.response import Response
from cadre_tui.services.filling import responses
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import Action
from cadre_tui.tui.form.saving import FormSaving


class FormRenewing(FormSaving):
    """The key is asked for twice: what was is not brought back."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("renew", "w", N_("作废重填"), N_("封存的这一份不再计入，重新填写；原件保留，谁也看不到")),
        Action("originals", "v", N_("原件"), N_("看原来提交的：退回以前，或者考评表修订以前"), shown=False),
    )

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self._renewal_told = False

    @property
    def sealed(self) -> bool:
        """Whether what was answered is not shown."""
        return self._state is not None and self._state.form.sealed

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is sealed is begun anew."""
        if action == "originals":
            return self._state is not None and bool(self._state.form.response.originals)
        return self.sealed if action == "renew" else super().check_action(action, parameters)

    def action_renew(self) -> None:
        """Begin anew, once it was asked for twice."""
        if not self.sealed:
            return
        if self._renewal_told:
            self._renewal_told = False
            self.fetch(partial(responses.answer_anew, self.session, self._asked), self._renewed)
        else:
            self._renewal_told = True
            self.notice(_("作废以后，封存的这一份不再计入，要重新填、重新提交。再按一次 w，就作废重填。"), wrong=True)

    def action_originals(self) -> None:
        """What was handed in before."""
        if self.saved():
            self.app.push_screen(navigation.made("originals", self._asked))

    def _renewed(self, _response: Response) -> None:
        self.notice(_("已作废，原件保留。请重新填写，再提交。"))
        self._read_again()

"""A certificate of study or of ability, or a skill beside the specialty."""

from collections.abc import Sequence
from typing import ClassVar

from cadre_tui.locale import N_, _
from cadre_tui.model.study.certificate import Certificate, CertificateSort
from cadre_tui.model.study.terms import following
from cadre_tui.services.study import certificates
from cadre_tui.tui.actions import Action
from cadre_tui.tui.study import typed
from cadre_tui.tui.study.form import Asked, StudyForm
from cadre_tui.words.study import terms


class CertificateScreen(StudyForm):
    """F6 changes what it certifies."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("sort", "f6", N_("种类"), N_("换一种：学历结业、能力证书、本职以外的技能")),
    )

    def __init__(self, person: str) -> None:
        super().__init__()
        self._person = person
        self._sort = CertificateSort.ABILITY

    def guidance(self) -> str:
        """What counts."""
        return _(
            "由学历证书向能力证书转变：取得的资格、等级证书，和本职以外能用的技能都登记在这里，写明在什么工作里用过。"
            "本人登记的，联络员看过凭据才计入。"
        )

    def asked(self) -> Sequence[Asked]:
        """A line a field."""
        longest = certificates.LONGEST
        return (
            Asked("name", N_("名称"), longest=longest),
            Asked("issuer", N_("谁发的"), longest=longest),
            Asked("day", N_("日期"), "2026-03-01", longest=12),
            Asked("proof", N_("凭据"), _("证书编号、存放处"), longest=longest),
            Asked("used", N_("用在哪里"), _("在什么工作里用过"), longest=longest),
        )

    def fill(self) -> None:
        """With what a key changes."""
        super().fill()
        self._head()

    def turned(self) -> tuple[object, ...]:
        """The sort."""
        return (self._sort,)

    def action_sort(self) -> None:
        """The next one."""
        self._sort = following(self._sort)
        self._head()

    def send(self, typed_: dict[str, str]) -> object:
        """Write it."""
        one = Certificate(
            id="",
            sort=self._sort,
            name=typed_["name"],
            issuer=typed_["issuer"],
            day=typed.day(typed_["day"]),
            proof=typed_["proof"],
            used=typed_["used"],
            at=self.session.county.now(),
        )
        return certificates.add(self.session, self._person, one)

    def _head(self) -> None:
        self.heading(_("登记证书"), _(terms.SORTS[self._sort]))

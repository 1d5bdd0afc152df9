"""Whom one can sign in as on the made-up county, and what there is to see as them."""

from dataclasses import dataclass
from typing import Final

from cadre_tui.demo.county import CADRE, COLLEAGUE, ORGANISER, ORGANISER_NAME, SUPERVISOR, SUPERVISOR_NAME
from cadre_tui.locale import N_, _
from cadre_tui.services.county import County
from cadre_tui.services.people import accounts

SHOWN: Final = (
    (CADRE, N_("自评做了一半，接着填")),
    (COLLEAGUE, N_("自评和评价同事，看上半年结果")),
    ("q047", N_("从头开始，含清河县机关考评表")),
    ("q006", N_("监票：和另一位监票人清点票条、开箱")),
    ("q063", N_("从头开始，含禾泉县村（支部）考评表")),
)


@dataclass(frozen=True)
class SomebodyToBe:
    """A person whose password everybody knows."""

    id: str
    name: str
    duty: str
    note: str


def people_to_be(county: County) -> tuple[SomebodyToBe, ...]:
    """The people whom the first screen lists, in the language in use."""
    roster = accounts.current_roster(county)
    cadres = [
        SomebodyToBe(person.id, person.name, f"{person.unit} {person.duty}", _(note))
        for person_id, note in SHOWN
        if (person := roster.person(person_id)) is not None
    ]
    organiser = SomebodyToBe(ORGANISER, ORGANISER_NAME, _("组织者"), _("看各单位进度、公布后的结果"))
    supervisor = SomebodyToBe(SUPERVISOR, SUPERVISOR_NAME, _("督查员"), _("看进度、结果，答复异议"))
    return (*cadres, organiser, supervisor)

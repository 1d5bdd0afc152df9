"""What the register knows of somebody, as facts that forms take: each number with the entries behind it.

The register says nothing of somebody about whom nothing is recorded: 0 would be a claim that nobody made.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from cadre_tui.locale import N_
from cadre_tui.model.study.certificate import CertificateSort
from cadre_tui.model.study.log import HoursEntry
from cadre_tui.model.study.period import Period
from cadre_tui.model.study.plan import Progress
from cadre_tui.model.study.session import StudySession
from cadre_tui.model.study.terms import Matter, StudyKind
from cadre_tui.model.study.views import PersonYear
from cadre_tui.model.text import Text
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.study.reading import somebody
from cadre_tui.services.study.reckoning import Reckoning

SOURCE: Final = Text({"zh": "学习台账", "en": "Study register"})


class Told(NamedTuple):
    """A number, of how many or how much where that is known, and the entries that it is made of."""

    value: Fraction
    of: Fraction | None
    entries: tuple[str, ...]


Read = Callable[[PersonYear], Told | None]


def known(county: County, person_id: str, names: frozenset[str], period: Period) -> Iterator[tuple[str, Told]]:
    """Those of the named facts that the register knows of somebody, over a period."""
    wanted = [name for name in FACTS if name in names]
    if not wanted:
        return
    year = Reckoning(county, period).of(somebody(county, person_id))
    for name in wanted:
        told = FACTS[name].read(year)
        if told is not None:
            yield name, told


def facts_of(session: Session, person_id: str, period: Period) -> dict[str, Told]:
    """All that the register knows of somebody, by name.

    Raises:
        NotPermitted: it is neither one's own, nor of one's units, and one watches nobody.
    """
    permit(session, Act.SEE_STUDY, of=person_id, unit=somebody(session.county, person_id).unit)
    return dict(known(session.county, person_id, frozenset(FACTS), period))


class Fact(NamedTuple):
    """What a fact is called, what it counts, and how it is read."""

    meaning: str
    read: Read


def _hours(kind: StudyKind | None = None, matter: Matter | None = None) -> Read:
    def fits(each: StudySession | HoursEntry) -> bool:
        return (kind is None or each.kind is kind) and (matter is None or each.matter is matter)

    def read(year: PersonYear) -> Told | None:
        if not _recorded(year):
            return None
        there = [each.session for each in year.sums.sessions if each.attendance.attended and fits(each.session)]
        entries = [each for each in year.sums.entries if fits(each)]
        total = sum((Fraction(each.hours) for each in there), Fraction(0))
        total += sum((Fraction(each.hours) for each in entries), Fraction(0))
        told = [f"{each.day} {_theme(each)} {each.hours}" for each in there]
        told += [f"{each.day} {each.title} {each.hours}" for each in entries]
        of = year.asked if kind is None and matter is None else Fraction(year.sums.hours)
        return Told(total, of or None, tuple(sorted(told)))

    return read


def _sessions(year: PersonYear) -> Told | None:
    if not year.sums.sessions:
        return None
    there = [each.session for each in year.sums.sessions if each.attendance.attended]
    told = tuple(f"{each.day} {_theme(each)}" for each in there)
    return Told(Fraction(len(there)), Fraction(len(year.sums.sessions)), told)


def _missed(year: PersonYear) -> Told | None:
    if not year.sums.sessions:
        return None
    missed = [each for each in year.sums.sessions if not each.attendance.attended]
    told = tuple(
        " ".join(part for part in (str(each.session.day), _theme(each.session), each.attendance.reason) if part)
        for each in missed
    )
    return Told(Fraction(len(missed)), Fraction(len(year.sums.sessions)), told)


def _made_up(year: PersonYear) -> Told | None:
    if not year.sums.sessions:
        return None
    found = [each for each in year.sums.sessions if each.attendance.made_up is not None]
    missed = sum(not each.attendance.attended for each in year.sums.sessions) + len(found)
    told = tuple(
        f"{each.session.day} {_theme(each.session)} → {each.attendance.made_up.day}"
        for each in found
        if each.attendance.made_up
    )
    return Told(Fraction(len(found)), Fraction(missed) if missed else None, told)


def _plan(year: PersonYear) -> Told | None:
    if not year.plan.kept:
        return None
    done = [each for each in year.plan.kept if each.progress is Progress.DONE]
    return Told(
        Fraction(len(done)), Fraction(len(year.plan.kept)), tuple(f"{each.content} {each.outcome}" for each in done)
    )


def _planned(year: PersonYear) -> Told | None:
    if not year.plan.kept:
        return None
    return Told(Fraction(len(year.plan.kept)), None, tuple(each.content for each in year.plan.kept))


def _reviews(year: PersonYear) -> Told | None:
    if not year.plan.items:
        return None
    reviews = year.plan.reviews
    return Told(Fraction(len(reviews)), Fraction(4), tuple(f"{each.quarter}/4 {each.word}" for each in reviews))


def _certified(sort: CertificateSort) -> Read:
    def read(year: PersonYear) -> Told | None:
        if not year.ledger.certificates:
            return None
        found = year.ledger.of(sort, year.period.last)
        told = tuple(" ".join(part for part in (each.name, each.issuer, each.used) if part) for each in found)
        return Told(Fraction(len(found)), None, told)

    return read


def _recorded(year: PersonYear) -> bool:
    return bool(year.sums.sessions or year.sums.entries)


def _theme(of: StudySession) -> str:
    return of.theme or of.id


FACTS: Final[dict[str, Fact]] = {
    "study.hours": Fact(N_("学时；占比：占规定学时"), _hours()),
    "study.hours_theory": Fact(N_("理论类学时；占比：占全部学时"), _hours(matter=Matter.THEORY)),
    "study.hours_business": Fact(N_("业务类学时；占比：占全部学时"), _hours(matter=Matter.BUSINESS)),
    "study.hours_political": Fact(N_("政治素养学时；占比：占全部学时"), _hours(kind=StudyKind.POLITICAL)),
    "study.hours_knowledge": Fact(N_("知识素养学时；占比：占全部学时"), _hours(kind=StudyKind.KNOWLEDGE)),
    "study.hours_ability": Fact(N_("能力素养学时；占比：占全部学时"), _hours(kind=StudyKind.ABILITY)),
    "study.hours_psychological": Fact(N_("心理素养学时；占比：占全部学时"), _hours(kind=StudyKind.PSYCHOLOGICAL)),
    "study.sessions_attended": Fact(N_("参加集中学习次数，补学的计入；占比：占应参加次数"), _sessions),
    "study.sessions_missed": Fact(N_("缺席集中学习、没有补学的次数；占比：占应参加次数"), _missed),
    "study.sessions_made_up": Fact(N_("补学次数；占比：占缺席次数"), _made_up),
    "study.plan_done": Fact(N_("学习计划完成条数；占比：占计划条数"), _plan),
    "study.plan_items": Fact(N_("学习计划条数"), _planned),
    "study.plan_reviews": Fact(N_("学习计划按季回顾次数；占比：占四次"), _reviews),
    "study.certificates": Fact(N_("学历、结业证书数"), _certified(CertificateSort.STUDY)),
    "study.ability_certificates": Fact(N_("能力证书数"), _certified(CertificateSort.ABILITY)),
    "study.skills": Fact(N_("本职以外的技能项数"), _certified(CertificateSort.SKILL)),
}
"""Every fact of the register by its name."""

"""A county whose last round takes appeals, with somebody to handle them; and who wrote encouragement in this one."""

from cadre_tui.model.oversight.appeal import Appeal
from cadre_tui.model.people.person import Role
from cadre_tui.services.county import County
from cadre_tui.services.oversight import appeals, encouragement
from cadre_tui.services.people import accounts, roles
from cadre_tui.services.rounds import life
from cadre_tui.services.rules_hash import rules_hash
from cadre_tui.services.session import Session
from cadre_tui.store import Document, keys
from tests.tui.small_county import CURRENT, FORMER, signed_in

DAYS = 400


def with_appeals(county: County) -> None:
    """Let the round that is over take appeals still: its rules are changed behind the services' back."""

    held = life.find(county, FORMER)

    def change(found: Document | None) -> Document:
        assert found is not None
        rules = held.rules.model_copy(update={"appeal_days": DAYS})
        frozen = rules_hash(rules, held.pins, held.allocation, held.rule_by)
        return {**found, "rules": rules.model_dump(mode="json"), "rules_hash": frozen}

    county.store.change(keys.round_rules(FORMER), change)


def appealed(
    county: County, criterion: str = "plan.overall", text: str = "调研报告少算了一篇，台账第3页有记录。"
) -> Appeal:
    """张建国 appeals."""
    return appeals.appeal(signed_in(county, "q1"), FORMER, text, "core.mutual", criterion)


def supervisor(county: County, organiser: Session) -> Session:
    """李敏 as a supervisor."""
    roles.grant(organiser, "q2", Role.SUPERVISOR)
    return accounts.act_as(signed_in(county, "q2"), Role.SUPERVISOR)


def encouraged(county: County, text: str = "讲课讲得透，大家听了就能用。") -> str:
    """李敏 writes to 张建国."""
    session = signed_in(county, "q2")
    return encouragement.commend(session, CURRENT, "q1", "core.mutual", "work.overall", text).id

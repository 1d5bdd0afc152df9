"""Home of somebody who rates and is not rated."""

from decimal import Decimal
from pathlib import Path

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round_rules import RoundRules, Secrecy, Use
from cadre_tui.model.text import Text
from cadre_tui.services.county import County
from cadre_tui.services.people import roster
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from tests.tui.golden import Look, assert_looks, each_look, press, text_of
from tests.tui.small_county import PEOPLE

USE_PEER = (Use(checklist="core.mutual", by=Purpose.PEER, weight=Decimal(1)),)


@each_look
async def test_home_of_who_only_rates_looks_like_this(
    look: Look, county: County, organiser: Session, tmp_path: Path
) -> None:
    rows = [",".join((*each, "")) for each in PEOPLE] + ["lead,高县长,县政府办,county-leadership,副县长,否"]
    table = tmp_path / "more.csv"
    table.write_text("\n".join(["编号,姓名,单位,层级,职务,参评", *rows]) + "\n", "utf-8")
    roster.import_roster(organiser, table)
    life.new(organiser, RoundRules(id="next", title=Text({"zh": "年底互评"}), use=USE_PEER, secrecy=Secrecy.NAMED))
    life.open_round(organiser, "next")
    rating = Session(county, "lead", Role.RATER, county.held("lead").roles)
    async with look.open(county, rating) as pilot:
        shown = text_of(pilot.app)
        await assert_looks(pilot, "home_rater", look)
        await press(pilot, "enter")
        assert "刘洋" in text_of(pilot.app)
    if look.language == "zh":
        assert "评价同事" in shown
        assert "自我检查" not in shown

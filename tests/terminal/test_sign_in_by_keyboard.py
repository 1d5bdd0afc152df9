"""Two hundred people are signed in at a real terminal, by the initials of their names, within two minutes."""

import time
from datetime import datetime
from pathlib import Path

from cadre_tui.demo.rounds import CHINA
from cadre_tui.model.people.person import Role
from cadre_tui.model.study.log import Mark
from cadre_tui.model.study.session import StudySession
from cadre_tui.services.county import open_county
from cadre_tui.services.people import accounts, roster
from cadre_tui.services.study import arranging, signing_in
from cadre_tui.tui.study.sign_in_page import initials
from tests.terminal.driver import Terminal

PASSWORD = "qinghe-2026"
SURNAMES, GIVEN, LAST = "王李张刘陈杨赵黄周吴", "建国海雪", "梅刚洋丽平"
PEOPLE = [f"{one}{two}{three}" for one in SURNAMES for two in GIVEN for three in LAST]
MOST = 120.0
"""Seconds for all of them."""


def test_two_hundred_people_are_signed_in_within_two_minutes(tmp_path: Path) -> None:
    assert len(PEOPLE) == 200
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    county = open_county(f"tinydb://{folder}", quick_passwords=True)
    accounts.first_organiser(county, "zzb", "组织部", PASSWORD)
    organiser = accounts.act_as(accounts.sign_in(county, "zzb", PASSWORD), Role.ORGANISER)
    table = tmp_path / "roster.csv"
    rows = [f"p{at},{name},县政府办,agency-staff" for at, name in enumerate(PEOPLE, 1)]
    table.write_text("\n".join(("编号,姓名,单位,层级", *rows)) + "\n", "utf-8")
    roster.import_roster(organiser, table)
    today = datetime.now(CHINA).date()
    fresh = StudySession(id="", audience="middle", day=today, theme="公文写作")
    arranging.put(organiser, today.year, fresh)
    typed = [initials(each.person.sort_key) for each in _lines(organiser, today.year)]
    with Terminal("--data", str(folder)) as terminal:
        terminal.wait_for("密码")
        terminal.send(f"zzb\r{PASSWORD}\r")
        terminal.wait_for("集中学习已办 0 次")
        terminal.press("b")
        terminal.wait_for("机关中层干部班")
        terminal.press("enter")
        terminal.wait_for("应到 200", "未签 200")
        begun = time.monotonic()
        for each in typed:
            terminal.send(f"{each}\r")  # as quickly as somebody types, and quicker
        terminal.wait_for("到 200", "未签 0", seconds=MOST)
        taken = time.monotonic() - begun
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
    assert taken < MOST
    marks = [each.attendance.mark if each.attendance else None for each in _lines(organiser, today.year)]
    assert marks == [Mark.PRESENT] * 200


def _lines(organiser, year):  # type: ignore[no-untyped-def]
    return signing_in.sign_in(organiser, year, "middle-01").lines

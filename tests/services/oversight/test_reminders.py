"""Reminders: whom, how often at most, and what the papers say; never an answer, never a formula."""

import csv
from datetime import timedelta
from email import message_from_bytes, policy
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.people.person import Role
from cadre_tui.services import audit
from cadre_tui.services.oversight import bulletin, putting_out, reminders
from cadre_tui.services.rounds.life import find
from cadre_tui.services.session import Session
from cadre_tui.words.oversight import bulletin as bulletin_words
from cadre_tui.words.oversight import lists, mail
from cadre_tui.words.oversight import reminders as words
from tests.services.small import DAY, START, Small, fill_peers, fill_self, make, rules
from tests.store.processes import ended_well, in_a_process

SELF, PEER = Purpose.SELF, Purpose.PEER


def acting(small: Small, role: Role, *units: str) -> Session:
    return Session(small.county, "a1", role, frozenset({role}), frozenset(units))


def unit_id(small: Small, name: str) -> str:
    return bulletin.unit_id(small.organiser, "r1", name)


@pytest.fixture
def asked(small: Small) -> Small:
    """a1 has handed everything in; self-assessments are due in five days, colleagues in ten."""
    small.opened(rules(deadlines={SELF: START + 5 * DAY, PEER: START + 10 * DAY}, remind_every=24))
    fill_self(small.signed_in("a1"))
    fill_peers(small.signed_in("a1"), {})
    return small


def test_who_has_handed_everything_in_is_not_missing(asked: Small) -> None:
    found = reminders.missing(asked.organiser, "r1")
    assert [each.person.id for each in found] == ["a2", "a3", "a4", "b1", "b2"]
    assert found[0].open == {SELF: 2, PEER: 3}
    assert all(each.due for each in found)
    assert [each.person.id for each in reminders.missing(asked.organiser, "r1", unit_id(asked, "乙单位"))] == [
        "b1",
        "b2",
    ]
    assert reminders.missing(asked.organiser, "r1", purpose=SELF, person="a2")[0].open == {SELF: 2}


def test_nobody_is_reminded_more_often_than_the_round_says(asked: Small) -> None:
    first = reminders.missing(asked.organiser, "r1", unit_id(asked, "乙单位"))
    assert reminders.remind(asked.organiser, "r1", first, "text") == ("b1", "b2")
    assert reminders.remind(asked.organiser, "r1", first, "text") == ()
    asked.clock.now += timedelta(hours=23)
    again = {each.person.id: each.due for each in reminders.missing(asked.organiser, "r1")}
    assert again == {"a2": True, "a3": True, "a4": True, "b1": False, "b2": False}
    asked.clock.now += timedelta(hours=1)
    assert all(each.due for each in reminders.missing(asked.organiser, "r1"))
    noted = [each for each in audit.entries(asked.organiser) if each.code == "reminded"]
    assert [each.values["count"] for each in noted] == [2]


def test_two_who_remind_at_once_remind_each_person_once(asked: Small) -> None:
    def remind() -> None:
        mine = asked.again()
        reminders.remind(mine.organiser, "r1", reminders.missing(mine.organiser, "r1"), "text")

    assert all(map(ended_well, [in_a_process(remind) for _each in range(5)]))
    noted = [each.values["count"] for each in audit.entries(asked.organiser) if each.code == "reminded"]
    assert sum(noted) == 5


def test_who_cannot_fill_in_any_more_is_listed_but_not_reminded(asked: Small) -> None:
    asked.clock.now = START + 6 * DAY
    found = {each.person.id: each for each in reminders.missing(asked.organiser, "r1", purpose=SELF)}
    assert not any(each.due for each in found.values())
    assert all(each.due for each in reminders.missing(asked.organiser, "r1"))


def test_a_clerk_reminds_their_own_unit_and_a_supervisor_nobody(asked: Small) -> None:
    own = unit_id(asked, "乙单位")
    clerk = acting(asked, Role.CLERK, own)
    everybody = reminders.missing(asked.organiser, "r1")
    mine = reminders.missing(clerk, "r1")
    assert [each.person.id for each in mine] == ["b1", "b2"]
    with pytest.raises(NotPermitted):
        reminders.remind(clerk, "r1", everybody, "text")
    assert reminders.remind(clerk, "r1", mine, "text") == ("b1", "b2")
    supervisor = acting(asked, Role.SUPERVISOR)
    assert len(reminders.missing(supervisor, "r1")) == 5
    with pytest.raises(NotPermitted):
        reminders.remind(supervisor, "r1", everybody, "text")
    with pytest.raises(NotPermitted):
        reminders.missing(acting(asked, Role.CADRE), "r1")


def test_texts_name_the_round_the_people_and_when(asked: Small) -> None:
    held = find(asked.county, "r1")
    found = reminders.missing(asked.organiser, "r1")
    told = words.for_all(held, found)
    assert "第一轮还有 5 位同志没有交齐" in told
    assert "甲单位：安二、安三、安四\n乙单位：白一、白二\n" in told
    one = words.for_one(held, found[0])
    assert one.startswith("安二同志：")
    assert "自我检查 2 份、评价同事 3 份" in one
    assert "2026年3月11日" in one


def test_slips_are_a_page_of_their_own_in_which_no_name_is_markup(asked: Small) -> None:
    held = find(asked.county, "r1")
    found = reminders.missing(asked.organiser, "r1")
    evil = found[0].model_copy(update={"person": found[0].person.model_copy(update={"name": "<script>x</script>"})})
    page = words.slips(held, [evil, *found[1:]], ["指纹"])
    assert page.count('class="slip"') == 5
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "http" not in page


@given(st.text(max_size=12))
def test_no_cell_begins_a_formula(text: str) -> None:
    cell = lists.harmless(text)
    assert not cell.lstrip().startswith(tuple("=+-@＝＋－＠"))
    assert "\t" not in cell
    assert "\r" not in cell


def test_the_list_of_who_is_missing_is_read_by_excel_as_texts(asked: Small) -> None:
    found = reminders.missing(asked.organiser, "r1")
    evil = found[0].model_copy(update={"person": found[0].person.model_copy(update={"name": "=1+1", "duty": "@x"})})
    written = lists.as_csv([evil, *found[1:]], ["指纹"])
    assert written.startswith("\ufeff")
    table = list(csv.reader(StringIO(written.removeprefix("\ufeff"))))
    assert table[0][:6] == ["单位", "编号", "姓名", "职务", "自我检查未交", "评价同事未交"]
    assert table[1][2:6] == ["'=1+1", "'@x", "2", "3"]
    assert table[-1] == ["指纹"]
    sheet = load_workbook(BytesIO(lists.as_xlsx([evil, *found[1:]], ["=指纹"]))).active
    assert sheet is not None
    assert (sheet["C2"].value, sheet["C2"].data_type, sheet["E2"].value) == ("'=1+1", "s", 2)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_a_mail_goes_to_the_address_made_of_the_id(asked: Small) -> None:
    held = find(asked.county, "r1")
    found = reminders.missing(asked.organiser, "r1")
    made = list(mail.messages(held, found, "{id}@qinghe.example", "zzb@qinghe.example"))
    assert len(made) == 5
    message = message_from_bytes(made[0][1] or b"", policy=policy.default)
    assert (message["To"], message["From"]) == ("a2@qinghe.example", "zzb@qinghe.example")
    assert message["Subject"] == "请完成：第一轮"
    assert "安二同志" in message.get_content()
    strange = found[0].model_copy(update={"person": found[0].person.model_copy(update={"id": "张三"})})
    assert next(mail.messages(held, [strange], "{id}@qinghe.example", None))[1] is None
    for wrong in ("zzb@qinghe.example", "{id}", "{id} x", "{id}@a\nBcc: x@y"):
        if wrong != "{id}":
            with pytest.raises(BadInput):
                list(mail.messages(held, found, wrong, None))


def test_a_bulletin_ranks_units_by_progress_and_names_nobody(asked: Small) -> None:
    fill_self(asked.signed_in("b1"))
    fill_peers(asked.signed_in("b1"), {})
    made = bulletin.bulletin(asked.organiser, "r1", issue=True)
    assert [each.unit for each in made.units] == ["乙单位", "甲单位"]
    assert made.last_hash == audit.entries(asked.organiser)[-1].hash == audit.last_hash(asked.county)
    for paper in (bulletin_words.as_text(made), bulletin_words.as_html(made)):
        assert "关于“第一轮”进度情况的通报" in paper
        assert "某县" in paper
        assert "2026年3月1日" in paper
        assert made.last_hash in paper
        assert made.rules_hash in paper
        assert not [name for name in ("安一", "安二", "白一", "白二") if name in paper]
    assert "<td>1</td><td>乙单位</td><td>1/2</td>" in bulletin_words.as_html(made)


def test_a_bulletin_of_one_unit_has_no_other_and_a_rehearsal_is_marked(small: Small) -> None:
    small.opened(rules(mock=True))
    made = bulletin.bulletin(small.organiser, "r1", unit_id(small, "乙单位"))
    text = bulletin_words.as_text(made)
    assert "乙单位进度如下" in text
    assert "甲单位" not in bulletin_words.as_html(made)
    assert "演练" in text
    clerk = acting(small, Role.CLERK, unit_id(small, "甲单位"))
    assert "乙单位" not in bulletin_words.as_html(bulletin.bulletin(clerk, "r1"))
    with pytest.raises(NotPermitted):
        bulletin.bulletin(clerk, "r1", unit_id(small, "乙单位"))


def test_a_share_is_never_rounded_up_to_a_whole(tmp_path: Path) -> None:
    people = tuple((f"p{number}", f"人{number}", "大单位", "agency-staff") for number in range(20))
    small = make(tmp_path / "data", people)
    small.opened(rules())
    for person, *_rest in people[:-1]:
        fill_self(small.signed_in(person))
        fill_peers(small.signed_in(person), {})
    fill_self(small.signed_in("p19"))
    assert "完成率 95%" in bulletin_words.as_text(bulletin.bulletin(small.organiser, "r1"))


def test_what_is_put_out_never_lies_over_anything(asked: Small, tmp_path: Path) -> None:
    path = putting_out.put_out(asked.organiser, tmp_path / "b.html", b"x")
    assert path.read_bytes() == b"x"
    (tmp_path / ".ssh").mkdir()
    for wrong, code in (
        (tmp_path / "b.html", "out-file-there"),
        (tmp_path / "nowhere" / "b.html", "out-folder-missing"),
        (asked.folder / "b.html", "out-folder-ours"),
        (asked.folder / "audit" / "b.html", "out-folder-ours"),
        (tmp_path / ".ssh" / "authorized_keys", "out-folder-ours"),
    ):
        with pytest.raises(BadInput) as told:
            putting_out.put_out(asked.organiser, wrong, b"y")
        assert told.value.code == code

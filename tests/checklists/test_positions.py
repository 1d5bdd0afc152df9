"""Faults are told with the line and the column at which they stand."""

import tomllib
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre_tui import checklists
from cadre_tui.checklists.positions import Positions
from tests.checklists import toml_pages
from tests.examples import AGENCY

TEXT = (
    '''schema = 1
title = """
[not.a.header]
id = "not a key"
"""
# don't be led astray by '''
    + "'''"
    + """ in a comment
[[scale]]
id = "s"
option = [
  { code = "a", text = "[甲] {1}", score = 100 },  # one
  { code = "b", text = 'it''s', score = 0 },

  { code = "c", text = "丙" },
]
[[section]]
id = "one"
  [[section.criterion]]
  id = "q"
  show_when = { criterion = "x", any_of = ["]", "["] }
  [[section.criterion.line]]
  per = 1
  [[section.criterion.line]]
  per = 2
  [[section.criterion]]
  "id" = "r"
[[section]]
points . x = 3
[rounding]
places = 9
"""
)


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("schema", "1"),
        ("scale.0.option", "["),
        ("scale.0.option.0.score", "100"),
        ("scale.0.option.1", '{ code = "b"'),
        ("scale.0.option.2.text", '"丙"'),
        ("section.0.criterion.0.show_when.any_of.1", '"["]'),
        ("section.0.criterion.0.line.0.per", "1"),
        ("section.0.criterion.0.line.1.per", "2"),
        ("section.0.criterion.1", "[[section.criterion]]"),
        ("section.0.criterion.1.id", '"r"'),
        ("section.1.points.x", "3"),
        ("rounding.places", "9"),
    ],
)
def test_each_field_is_found(path: str, written: str) -> None:
    line, column = Positions(TEXT).at(path)
    assert TEXT.split("\n")[line - 1][column - 1 :].startswith(written)


def test_what_is_not_there_stands_where_that_begins_which_should_hold_it() -> None:
    positions = Positions(TEXT)
    assert positions.at("section.0.criterion.1.text") == positions.at("section.0.criterion.1")
    assert positions.at("nowhere", key=True) == positions.at("") == (1, 1)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(toml_pages.tables, st.randoms(use_true_random=False), st.sampled_from(["\n", "\r\n"]))
def test_whatever_is_written_is_found_where_it_stands(table: toml_pages.Table, chance: Random, end: str) -> None:
    page = toml_pages.Page(chance.choice)
    page.table(table)
    text = page.text.replace("\n", end)
    tomllib.loads(text)
    positions = Positions(text)
    assert {path: positions.at(path) for path in page.values} == page.values
    assert {path: positions.at(path, key=True) for path in page.keys} == page.keys


def test_a_dotted_key_of_a_thousand_parts_is_followed() -> None:
    assert Positions("a." * 5000 + "b = 1").at("a." * 5000 + "b") == (1, 10005)


def test_the_mark_at_the_head_of_a_file_and_hanzi_move_no_column(tmp_path: Path) -> None:
    text = AGENCY.read_text("utf-8").replace('zh = "清河县机关学习考评表", en', 'zh = "清河县机关学习考评表", eng')
    line = text.split("\n").index(next(each for each in text.split("\n") if "eng =" in each))
    column = text.split("\n")[line].index("eng") + 1
    for ending in ("\n", "\r\n"):
        (tmp_path / "a.toml").write_bytes(text.replace("eng =", "eng.x =").replace("\n", ending).encode("utf-8-sig"))
        (fault,) = [each for each in checklists.check(tmp_path / "a.toml") if not each.warning]
        assert (fault.place.line, fault.place.column) == (line + 1, column)


def test_what_is_no_toml_or_no_utf_8_is_told_where_it_begins(tmp_path: Path) -> None:
    for content, place in (
        ('schema = 1\ntitle = "清', (2, 11)),
        ("schema = 1\nid = = 2", (2, 6)),
        ("schema = 1\n题 = 1", (2, 1)),
        ('title = "清'.encode() + b"\xff", (1, 11)),
        (b"\xef\xbb\xbf" + "a = 1\nb = '清".encode() + b"\xff'", (2, 7)),
    ):
        (tmp_path / "a.toml").write_bytes(content if isinstance(content, bytes) else content.encode())
        (fault,) = checklists.check(tmp_path / "a.toml")
        assert (fault.place.line, fault.place.column) == place

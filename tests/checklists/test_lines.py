"""Faults are told with the line on which they stand."""

import pytest

from cadre_tui.checklists.lines import Lines

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
        ("schema", "schema = 1"),
        ("scale.0.option", "option = ["),
        ("scale.0.option.0.score", '"a"'),
        ("scale.0.option.1", '"b"'),
        ("scale.0.option.2.text", '"c"'),
        ("section.0.criterion.0.show_when.any_of.1", "show_when"),
        ("section.0.criterion.0.line.0.per", "per = 1"),
        ("section.0.criterion.0.line.1.per", "per = 2"),
        ("section.0.criterion.1.id", '"r"'),
        ("section.1.points.x", "points . x"),
        ("rounding.places", "places = 9"),
    ],
)
def test_each_field_is_found(path: str, written: str) -> None:
    line = Lines(TEXT).of(path)
    assert line is not None
    assert written in TEXT.split("\n")[line - 1]


def test_what_is_not_there_is_on_the_line_of_what_is_around_it() -> None:
    lines = Lines(TEXT)
    assert lines.of("section.0.criterion.1.text") == lines.of("section.0.criterion.1")
    assert lines.of("nowhere") is None
    assert lines.of("") is None

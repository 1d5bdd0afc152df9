"""What a grade requires, in words."""

from datetime import date

import pytest

from cadre_tui.model.checklists.checklist import Condition
from cadre_tui.words.checklists.requiring import required
from tests.examples.writing import rating, read, section, yes_no

LISTED = read(
    section(
        rating("r"),
        yes_no("y"),
        'id = "d"\nkind = "date"\ntext = "日子"',
        'id = "l"\nkind = "deduct"\ntext = "扣"\npoints = 9\n'
        '[[section.criterion.line]]\nid = "a"\ntext = "缺勤"\nper = 1',
    )
)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"criterion": "r", "is": "good"}, "评 = 好"),
        ({"criterion": "r", "any_of": ["good", "fair"]}, "评 = 好 或 较好"),
        ({"criterion": "y", "is": True}, "问 = 是"),
        ({"criterion": "d", "at_most": date(2026, 3, 1)}, "日子 ≤ 2026-03-01"),
        ({"criterion": "l", "line": "a", "at_least": 1, "at_most": 3}, "扣 › 缺勤 ≥ 1 ≤ 3"),
        ({"criterion": "r", "is": "gone"}, "评 = gone"),
        ({"criterion": "gone", "is": True}, "gone"),
    ],
)
def test_a_condition_is_told_by_texts_and_not_by_ids(asked: dict, told: str) -> None:
    assert required(Condition.model_validate(asked), LISTED, "zh") == told

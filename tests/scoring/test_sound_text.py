"""What is no text: what a terminal obeys, half characters, and what makes a line read otherwise than it stands."""

import pytest

from cadre_tui.model.signs import TURNING
from cadre_tui.model.text import sound


@pytest.mark.parametrize("mark", sorted(TURNING))
def test_marks_of_direction_are_no_text(mark: str) -> None:
    assert not sound(f"评为{mark}秀优")


def test_what_people_write_is() -> None:
    assert sound("评为优秀，\n第二行\t· “好” \u200d👩\u200d🌾 عربي")
    assert not sound("\x1b[31m")
    assert not sound("\ud800")

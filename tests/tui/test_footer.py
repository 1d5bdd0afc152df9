"""Which keys the bottom line has room for."""

from cadre_tui.tui.actions import HELP, LEAVE, PALETTE, Action
from cadre_tui.tui.drawing.glyphs import UNICODE
from cadre_tui.tui.widgets.footer import fitting


def test_five_keys_of_four_hanzi_fit_beside_a_status_at_80_columns() -> None:
    own = [Action(name, key, "下一未答", "") for name, key in (("a", "n"), ("b", "x"), ("c", "u"), ("d", "f3"))]
    room = 78 - len("已保存 14:03:22") - 3 - 2
    assert fitting([*own, PALETTE], UNICODE, room) == (*own, PALETTE)


def test_what_has_weight_keeps_its_place_when_keys_are_left_out() -> None:
    own = [Action(str(number), "n", "下一个没有回答的", "") for number in range(9)]
    hand_in = Action("hand_in", "s", "提交", "", weight=1)
    shown = fitting([*own, hand_in, HELP, PALETTE, LEAVE], UNICODE, 60)
    assert set(shown) > {hand_in, HELP}
    assert own[0] in shown
    assert LEAVE not in shown
    assert [action.name for action in shown] == [a.name for a in (*own, hand_in, HELP, PALETTE) if a in shown]

"""How keys are written for a person."""

from cadre_tui.locale import _
from cadre_tui.tui.actions import KEY_NAMES, Action
from cadre_tui.tui.drawing.glyphs import UNICODE, Glyphs


def key_name(key: str) -> str:
    """One key as it is printed on the keyboard: ``Ctrl+Q``, ``F1``, ``n``."""
    if key in KEY_NAMES:
        return _(KEY_NAMES[key])
    if key.startswith("ctrl+"):
        return "Ctrl+" + key.removeprefix("ctrl+").upper()
    return key.upper() if key[:1] == "f" and key[1:].isdigit() else key


def first_key(action: Action, glyphs: Glyphs) -> str:
    """What the footer writes for the action's keys."""
    if action.shows:
        return action.shows.replace(UNICODE.arrows, glyphs.arrows)
    return key_name(action.keys.split(",")[0]) if action.keys else ""


def all_keys(action: Action, glyphs: Glyphs) -> str:
    """What the help page writes: every key that does it."""
    if action.shows:
        return first_key(action, glyphs)
    return " ".join(key_name(key) for key in action.keys.split(",") if key)

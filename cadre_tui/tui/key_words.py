"""How keys are written for a person."""

from cadre_tui.locale import _
from cadre_tui.tui.actions import ARROWS, KEY_NAMES, Action
from cadre_tui.tui.drawing.glyphs import ASCII, UNICODE, Glyphs


def key_name(key: str, glyphs: Glyphs) -> str:
    """One key as it is printed on the keyboard: ``Ctrl+Q``, ``F1``, ``n``, ``↑``."""
    if key in ARROWS:
        return ARROWS[key][glyphs is ASCII]
    if key in KEY_NAMES:
        return _(KEY_NAMES[key])
    if key.startswith("ctrl+"):
        return "Ctrl+" + key.removeprefix("ctrl+").upper()
    return key.upper() if key[:1] == "f" and key[1:].isdigit() else key


def first_key(action: Action, glyphs: Glyphs) -> str:
    """What the footer writes for the action's keys."""
    if action.shows:
        return _drawable(action.shows, glyphs)
    return key_name(action.keys.split(",")[0], glyphs) if action.keys else ""


def all_keys(action: Action, glyphs: Glyphs) -> str:
    """What the help page writes: every key that does it."""
    if action.shows:
        return first_key(action, glyphs)
    return " ".join(key_name(key, glyphs) for key in action.keys.split(",") if key)


def _drawable(shown: str, glyphs: Glyphs) -> str:
    shown = shown.replace(UNICODE.arrows, glyphs.arrows)
    for sign, name in ARROWS.values() if glyphs is ASCII else ():
        shown = shown.replace(sign, name)
    return shown

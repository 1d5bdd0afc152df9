"""The county's checklist and its overlay, which lie beside this file, and its own scale."""

from pathlib import Path

from cadre_tui.plugins import ChecklistSource, OverlaySource, ScaleOption, SharedScale, Text, hookimpl

HERE = Path(__file__).parent


@hookimpl
def cadre_checklists():
    yield ChecklistSource(HERE / "linshan.agency.toml")


@hookimpl
def cadre_overlays():
    yield OverlaySource(HERE / "linshan.core.toml")


LEVELS = (("a", "优秀", 100), ("b", "良好", 85), ("c", "一般", 70), ("d", "不了解", None))


@hookimpl
def cadre_scales():
    options = (ScaleOption(code=code, text=Text({"zh": text}), score=score) for code, text, score in LEVELS)
    yield SharedScale("linshan.level-4", "林山四级", tuple(options))

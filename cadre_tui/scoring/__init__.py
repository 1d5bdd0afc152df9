"""Answers -> a score sheet, in exact fractions, rounded once. Pure: no file, no screen, no words."""

from cadre_tui.model.rounding import round_half_up
from cadre_tui.scoring.answers import parse_response, read_response, write_answer
from cadre_tui.scoring.missing import missing
from cadre_tui.scoring.sheet import running, score
from cadre_tui.scoring.visibility import visible

__all__ = [
    "missing",
    "parse_response",
    "read_response",
    "round_half_up",
    "running",
    "score",
    "visible",
    "write_answer",
]

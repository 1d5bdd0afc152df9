"""Codes of what can be wrong with a table of ratings. Stable, as all codes. Words: ``words``."""

from typing import Final

RATED_TWICE: Final = "AN001"
NOT_A_SCORE: Final = "AN002"
SCORE_TOO_LARGE: Final = "AN003"
NO_RATINGS: Final = "AN004"

"""Codes of what can be wrong with who rates whom, and with its tables. Stable, as all codes. Words: ``words``."""

from typing import Final

# Why a unit cannot be allocated
UNIT_SMALL: Final = "AL001"
TOO_FEW_RATERS: Final = "AL002"
TOO_FEW_RATERS_LEFT: Final = "AL003"
TOO_FEW_SUBJECTS: Final = "AL004"
TOO_FEW_SUBJECTS_LEFT: Final = "AL005"
KEPT_TOO_MANY: Final = "AL006"
KEPT_IN_THE_WAY: Final = "AL007"

# ... and which rules took the others away
BARRED_SELF: Final = "AL010"
BARRED_CONFLICT: Final = "AL011"
BARRED_SUPERIOR: Final = "AL012"
BARRED_SUBORDINATE: Final = "AL013"

# What is wrong with pairs
PAIR_SELF: Final = "AL020"
PAIR_CONFLICT: Final = "AL021"
PAIR_SUPERIOR: Final = "AL022"
PAIR_SUBORDINATE: Final = "AL023"
PAIR_OTHER_UNIT: Final = "AL024"
PAIR_UNKNOWN: Final = "AL025"
PAIR_DOUBLED: Final = "AL026"
SUBJECT_SHORT: Final = "AL027"
SUBJECT_OVER: Final = "AL028"
RATER_LIGHT: Final = "AL029"
RATER_HEAVY: Final = "AL030"

# Warnings
IN_PIECES: Final = "AL040"
IN_PIECES_BY_RULES: Final = "AL041"
NO_LONGER_ALLOWED: Final = "AL042"

# The tables
NO_SUCH_PERSON: Final = "RT001"
ONESELF: Final = "RT002"
PAIR_TWICE: Final = "RT003"
OWN_SUPERIOR: Final = "RT004"
NOT_YES_OR_NO: Final = "RT005"
NO_PAIRS: Final = "RT006"

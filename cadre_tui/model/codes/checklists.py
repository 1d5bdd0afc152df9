"""The codes of faults. A code is stable: once published it never means anything else. Words: ``words.faults``."""

from typing import Final

# The file as a whole
NOT_TOML: Final = "CL001"
NOT_UTF8: Final = "CL002"
NEWER_SCHEMA: Final = "CL003"
WRONG_SCHEMA: Final = "CL004"
OVERLAY: Final = "CL005"

# Single fields
UNKNOWN_KEY: Final = "CL010"
MISSING_KEY: Final = "CL011"
WRONG_TYPE: Final = "CL012"
NOT_ONE_OF: Final = "CL013"
UNUSABLE_NUMBER: Final = "CL014"
EMPTY: Final = "CL015"
BAD_ID: Final = "CL016"
BAD_LANGUAGE: Final = "CL017"
OUT_OF_RANGE: Final = "CL018"
UNSOUND_TEXT: Final = "CL019"

# Names that must be found, once
DUPLICATE: Final = "CL020"
UNKNOWN_SCALE: Final = "CL021"
UNKNOWN_CRITERION: Final = "CL022"
UNKNOWN_GRADE: Final = "CL023"
UNKNOWN_LINE: Final = "CL024"
UNKNOWN_OPTION: Final = "CL025"
UNKNOWN_KIND: Final = "CL026"
PLUGIN_KIND: Final = "CL027"
UNKNOWN_LEVEL: Final = "CL028"

# Points and caps
SECTION_SUM: Final = "CL030"
TOTAL_SUM: Final = "CL031"
BASE_CAP_DIFFERS: Final = "CL032"
CAP_BELOW_ZERO: Final = "CL033"
CAP_UNREACHABLE: Final = "CL034"
CAP_ABOVE_POINTS: Final = "CL035"
BEST_DIFFERS: Final = "CL036"
MINUS_NEEDED: Final = "CL037"
MINUS_REFUSED: Final = "CL038"
SCORE_RANGE: Final = "CL039"
BEST_SCORE: Final = "CL040"
DEDUCT_IN_PENALTY: Final = "CL041"
POINTLESS_COUNT: Final = "CL042"
POINTLESS_KIND: Final = "CL043"
TIER_ORDER: Final = "CL044"
RATE_OR_LINES: Final = "CL045"
RATE_OR_RANGE: Final = "CL046"
RANGE_ORDER: Final = "CL047"

# What a kind does not take
OPTIONAL_IN_BASE: Final = "CL050"
NO_EXTREMES: Final = "CL051"
NO_FACT: Final = "CL052"

# Conditions
CIRCLE: Final = "CL060"
UNLIKE: Final = "CL061"
NEVER_HOLDS: Final = "CL062"
LINE_NEEDED: Final = "CL063"
LINE_REFUSED: Final = "CL064"
NOTHING_COMPARED: Final = "CL065"

# Grades
MIN_NOT_BELOW: Final = "CL070"
NEVER_GIVEN: Final = "CL071"

# Warnings
TRANSLATION_MISSING: Final = "CL080"

# A response
NOT_AN_OBJECT: Final = "RS002"
UNKNOWN_FIELD: Final = "RS003"
MISSING_FIELD: Final = "RS004"
OTHER_CHECKLIST: Final = "RS005"
OTHER_DIGEST: Final = "RS006"
DOUBLED_KEY: Final = "RS007"
NO_SUCH_CRITERION: Final = "RS010"
WRONG_SHAPE: Final = "RS011"
DOUBLE_SHAPE: Final = "RS012"
NO_VALUE: Final = "RS013"
NO_SUCH_OPTION: Final = "RS014"
NO_SUCH_LINE: Final = "RS015"
NOT_A_NUMBER: Final = "RS016"
BELOW_ZERO: Final = "RS017"
NUMBER_TOO_LARGE: Final = "RS018"
SHARE_ABOVE_ONE: Final = "RS019"
NOTHING_PLANNED: Final = "RS020"
OUTSIDE_RANGE: Final = "RS021"
NA_REFUSED: Final = "RS022"
NOT_OF_TYPE: Final = "RS023"
NOT_A_DATE: Final = "RS024"

"""Codes of faults in tables of study: exports of courses, numbers of other systems. Stable, as all codes."""

from typing import Final

UNKNOWN_PERSON: Final = "ST001"
NAME_OF_SEVERAL: Final = "ST002"
NOT_YOURS: Final = "ST003"
NOT_A_DAY: Final = "ST004"
DAY_TO_COME: Final = "ST005"
NOT_HOURS: Final = "ST006"
HOURS_BEYOND: Final = "ST007"
ENDS_BEFORE: Final = "ST008"
UNKNOWN_KIND: Final = "ST009"
NO_COURSES: Final = "ST011"
NOT_A_FACT: Final = "ST012"
NOT_A_NUMBER: Final = "ST013"
FACT_TWICE: Final = "ST014"

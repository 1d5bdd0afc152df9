"""A Python plugin as a county would write it, its hooks in modules by subject; the tests run it as ``linshan``."""

from tests.examples.linshan.cards import cadre_criterion_kinds
from tests.examples.linshan.lists import cadre_checklists, cadre_overlays, cadre_scales
from tests.examples.linshan.middle_half import cadre_aggregate
from tests.examples.linshan.office import (
    cadre_check_response,
    cadre_facts,
    cadre_importers,
    cadre_report_formats,
    cadre_response_submitted,
    cadre_round_opened,
)
from tests.examples.linshan.weakest import cadre_score

__all__ = [
    "cadre_aggregate",
    "cadre_check_response",
    "cadre_checklists",
    "cadre_criterion_kinds",
    "cadre_facts",
    "cadre_importers",
    "cadre_overlays",
    "cadre_report_formats",
    "cadre_response_submitted",
    "cadre_round_opened",
    "cadre_scales",
    "cadre_score",
]

"""A Python plugin as a county would write it, its hooks in modules by subject; the tests run it as ``linshan``."""

from tests.examples.linshan.cards import cadre_criterion_kinds
from tests.examples.linshan.lists import cadre_checklists
from tests.examples.linshan.weakest import cadre_score

__all__ = ["cadre_checklists", "cadre_criterion_kinds", "cadre_score"]

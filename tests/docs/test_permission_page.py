"""The page that tells who may do what is the table that every service asks."""

from cadre_tui.services.permission import Act
from cadre_tui.services.permission.table import TABLE
from tests.docs.permission_page import PAGE, page


def test_the_page_is_made_from_the_table() -> None:
    assert PAGE.read_text("utf-8") == page(), "make it anew: python -m tests.docs.permission_page"


def test_every_act_has_a_row() -> None:
    assert {rule.act for rule in TABLE} == set(Act)

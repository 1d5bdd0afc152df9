"""What the pages on a round's checklists tell people to type can be typed."""

import pytest

from tests.docs.test_organiser_pages import commands, understood


@pytest.mark.parametrize("page", ["versions.md", "versions-english.md"])
def test_every_command_on_the_page_can_be_typed(page: str) -> None:
    assert {understood(line) for line in commands(page)} == {
        "cadre round erratum",
        "cadre round errata",
        "cadre round amend",
    }

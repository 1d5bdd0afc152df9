"""A path is read as people type it, and one that cannot be meant stays a path that is not found."""

from pathlib import Path

import pytest

from cadre_tui.files.typed_path import typed_path


@pytest.mark.parametrize("written", ["/a b/c.csv", "  /a b/c.csv ", "'/a b/c.csv'", '"/a b/c.csv"'])
def test_blanks_and_quotation_marks_around_it_are_not_meant(written: str) -> None:
    assert typed_path(written) == Path("/a b/c.csv")


@pytest.mark.parametrize("written", ["", "  ", "''"])
def test_nothing_written_names_nothing(written: str) -> None:
    assert typed_path(written) is None


def test_the_tilde_is_ones_own_folder_and_an_unknown_persons_is_left() -> None:
    assert typed_path("~/a.csv") == Path.home() / "a.csv"
    assert typed_path("~nobody-of-that-name/a.csv") == Path("~nobody-of-that-name/a.csv")

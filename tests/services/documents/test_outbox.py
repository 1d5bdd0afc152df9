"""Where cadres' own documents lie is settled by organisers, never by who sits at the screen."""

from pathlib import Path

import pytest

from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.services.documents.outbox import outbox, own_folder, set_outbox
from tests.services.small import Small


def test_it_lies_in_the_data_folder_where_nobody_settled_another(small: Small) -> None:
    assert outbox(small.county) == small.folder / "outbox"
    assert own_folder(small.signed_in("a1"), "r1").path == small.folder / "outbox" / "安一-a1" / "r1"


def test_an_organiser_settles_another_place_or_none(small: Small, tmp_path: Path) -> None:
    place = tmp_path / "handed out"
    place.mkdir()
    set_outbox(small.organiser, str(place))
    path = own_folder(small.signed_in("a1"), "r1").put((), "一.html", b"x")
    assert path == place / "安一-a1" / "r1" / "一.html"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.stat().st_mode & 0o777 for each in (path.parent, path.parent.parent)] == [0o750, 0o750]
    set_outbox(small.organiser, "off")
    with pytest.raises(NotPermitted) as told:
        own_folder(small.signed_in("a1"), "r1")
    assert told.value.code == "outbox-off"
    set_outbox(small.organiser, "")
    assert outbox(small.county) == small.folder / "outbox"


@pytest.mark.parametrize("place", ["handed out", "/no/such/folder"])
def test_a_place_that_is_none_is_refused(small: Small, place: str) -> None:
    with pytest.raises(BadInput) as told:
        set_outbox(small.organiser, place)
    assert told.value.code == "outbox-no-folder"


def test_a_cadre_settles_nothing(small: Small, tmp_path: Path) -> None:
    with pytest.raises(NotPermitted):
        set_outbox(small.signed_in("a1"), str(tmp_path))

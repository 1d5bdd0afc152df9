"""What has been published stays as it is: another content needs another version."""

from pathlib import Path

import pytest

from cadre_tui.plugins.known.loading import load_catalogue

COUNTIES = Path(__file__).parents[2] / "plugins"

PUBLISHED = {
    "core.learning|2026.1": "f4936fe5b5daaa1e3c6b8e5fe96366ed924c293d042b1d14313e7783feb1c2b1",
    "core.mutual|2026.1": "a7362ba344a61c6ba6b181387c5999945464e563d5acb70f62dc7e33a4ba5dc6",
    "hequan.village|2026.1": "3f0d9967a56548f66edb78839ca460eb388f819396f333596569d7abe8bbb1a5",
    "linshui.enterprise|2026.1": "e3d59c1e28348e923bfe4d6f4d12bcb07bf2913c3d169957a6e22d070d7dacc3",
    "qinghe.agency|2026.2": "4e1c1ea423940a462b447866d677f2a1b1fb16dcd0c03e1bea6bd9de0736e94b",
    "qinghe.core|2026.1": "1714495dccc624e9c5b804849bbb6f0b2d0a9d901170f16ab35c8f23bcaec771",
    "yunxi.cadre|2026.1": "61296c9dab8deb84d853559ab72f6b8aa403366518bcb08ec448a8d9103de97f",
}
"""A changed checklist gets a new version and a line here; a published line is never edited."""

DIGESTS = {offer.name: offer.digest for offer in load_catalogue([COUNTIES], plugins=False).offers()}
"""As they are now; listing them runs no plugin's code."""


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_checklist_keeps_its_digest(name: str) -> None:
    assert DIGESTS[name] == PUBLISHED[name]


def test_whatever_is_offered_has_been_published() -> None:
    assert set(DIGESTS) <= set(PUBLISHED)

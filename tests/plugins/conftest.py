"""What the tests of plugins share: checklists of a few lines, and distributions that exist on disk only."""

from collections.abc import Callable
from pathlib import Path

import pytest

Make = Callable[..., Path]

TEXT = """\
schema = 1
id = "{id}"
version = "{version}"
title = {{ zh = "{title}", en = "A checklist" }}
[[section]]
id = "only"
title = {{ zh = "一节", en = "A section" }}
  [[section.criterion]]
  id = "only.one"
  kind = "yes_no"
  text = {{ zh = "一项", en = "A criterion" }}
  points = {points}
"""


@pytest.fixture
def write(tmp_path: Path) -> Make:
    """Write a small right checklist to ``tmp_path/where``."""

    def written(
        where: str, *, called: str = "test.one", version: str = "2026.1", title: str = "一张表", points: int = 10
    ) -> Path:
        path = tmp_path / where
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(id=called, version=version, title=title, points=points), "utf-8")
        return path

    return written


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Put the metadata of a distribution on the path, as an installer would write it."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))

    def installed(name: str, group: str, entry: str, value: str, version: str = "1.0") -> Path:
        about = site / f"{name.replace('-', '_')}-{version}.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", "utf-8")
        (about / "entry_points.txt").write_text(f"[{group}]\n{entry} = {value}\n", "utf-8")
        return site

    return installed

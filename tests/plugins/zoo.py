"""A zoo of plugins, nearly all of them broken, each a real installed distribution in one folder: as an installer
leaves it, with METADATA, RECORD and entry points."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.plugins.conftest import TEXT

HOOK = """\
from pathlib import Path
from cadre_tui.plugins import ChecklistSource, hookimpl
@hookimpl
def cadre_checklists():
    {body}
"""
BROKEN = {
    "import-error": "import nothing_of_that_name\n",
    "exits": "import sys\nsys.exit(3)\n",
    "hook-raises": HOOK.format(body="raise RuntimeError('没有网络')"),
    "slow-hook": HOOK.format(body="import time; time.sleep(3600)"),
    "wrong-type": HOOK.format(body="return 7"),
    "misspelt": HOOK.format(body="return []").replace("cadre_checklists", "cadre_checklist"),
}
"""Python plugins that may be enabled, and go wrong when they are run."""

RULE = """\
from cadre_tui.plugins import Aggregate, hookimpl
@hookimpl
def cadre_aggregate():
    {body}
"""
RULES = {
    "rule-raises": RULE.format(body="raise RuntimeError('没有规则')"),
    "rule-exits": RULE.format(body="yield Aggregate('rule-exits.x', '规则', lambda votes: exit(3))"),
    "rule-lies": RULE.format(body="yield Aggregate('rule-lies.x', '规则', lambda votes: votes[-1] + 1)"),
    "rule-waits": RULE.format(
        body="yield Aggregate('rule-waits.x', '规则', lambda votes: __import__('time').sleep(99))"
    ),
    "rule-wrong-type": RULE.format(body="yield 'rule-wrong-type.x'"),
}
"""Python plugins that run, and whose rule of counting votes goes wrong when it is used."""

NEVER_RUN = ("newer", "double")
"""Python plugins that cannot be enabled."""

SOUND = HOOK.format(body="yield ChecklistSource(Path(__file__).with_name('sound.toml'))")
OVERLAY = """\
schema = 1
id = "{id}"
version = "1"
title = "转圈"
[overlay]
base = "{base}|1"
"""
HUGE = 100 * 1024**2
"""Bytes, none of which takes room on the disk."""

LEAVES_A_MARK = "from pathlib import Path\nPath(__file__).with_suffix('.imported').touch()\n"
"""What every Python plugin does first: whoever imports it is found out."""


@dataclass(frozen=True)
class Zoo:
    """The folder in which everything is installed."""

    site: Path

    def imported(self) -> set[str]:
        """The plugins whose code has been run since this was last asked."""
        marks = list(self.site.glob("*.imported"))
        for mark in marks:
            mark.unlink()
        return {mark.stem.replace("_", "-") for mark in marks}


def build(site: Path) -> Zoo:
    """Install all of them into ``site``."""
    for name, code in {**BROKEN, **RULES}.items():
        _python(site, name, name, code)
    _python(
        site, "sound", "sound", SOUND, {"sound.toml": TEXT.format(id="sound.one", version="1", title="好", points=1)}
    )
    _python(site, "newer", "newer", "", needs="cadre-tui>=99")
    for package in ("double-a", "double-b"):
        _python(site, package, "double", "")
    _data(site, "huge", {"huge.toml": ""})
    with (site / "huge_data" / "huge.toml").open("wb") as file:
        file.truncate(HUGE)
    circle = {"one.toml": OVERLAY.format(id="circle.one", base="circle.two")}
    circle["two.toml"] = OVERLAY.format(id="circle.two", base="circle.one")
    _data(site, "circle", circle)
    return Zoo(site)


def _python(
    site: Path, package: str, entry: str, code: str, more: Mapping[str, str] | None = None, needs: str = ""
) -> None:
    module = package.replace("-", "_")
    files = {f"{module}.py": LEAVES_A_MARK + code, **(more or {})}
    _install(site, f"zoo-{package}", files, f"[cadre.plugins]\n{entry} = {module}\n", needs)


def _data(site: Path, name: str, files: Mapping[str, str]) -> None:
    folder = f"{name}_data"
    points = "".join(f"{name}-{Path(file).stem} = {folder}:{file}\n" for file in files)
    inside = {f"{folder}/__init__.py": "raise SystemExit('data is not imported')\n"}
    inside |= {f"{folder}/{file}": text for file, text in files.items()}
    _install(site, f"zoo-{name}", inside, f"[cadre.checklists]\n{points}")


def _install(site: Path, name: str, files: Mapping[str, str], points: str, needs: str = "") -> None:
    about = f"{name.replace('-', '_')}-1.0.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\nAuthor: 动物园\n"
    metadata += f"Requires-Dist: {needs}\n" if needs else ""
    wheel = "Wheel-Version: 1.0\nGenerator: zoo\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    whole = dict(files) | {
        f"{about}/METADATA": metadata,
        f"{about}/WHEEL": wheel,
        f"{about}/entry_points.txt": points,
        f"{about}/INSTALLER": "zoo\n",
    }
    record = []
    for path, text in whole.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8")
        content = text.encode()
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        record.append(f"{path},sha256={digest},{len(content)}")
    (site / about / "RECORD").write_text("\n".join([*record, f"{about}/RECORD,,"]) + "\n", "utf-8")

"""The program is carried to a machine without an index by the very commands of the page that tells how."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "docs" / "organisers" / f"offline{ending}.md" for ending in ("", "-english")]


def commands(page: Path, kind: str = "sh") -> list[str]:
    """The blocks of that kind, in their order: what gathers, what takes digests, what installs."""
    return re.findall(rf"```{kind}\n(.*?)```", page.read_text("utf-8"), re.DOTALL)


def run(script: str, folder: Path, **surroundings: str) -> str:
    told = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env={"HOME": str(folder), "LANG": "C.UTF-8", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    return told.stdout


def test_both_pages_say_the_same_commands() -> None:
    for kind, many in (("sh", 3), ("text", 1)):
        chinese, english = (commands(page, kind) for page in PAGES)
        assert chinese == english
        assert len(chinese) == many


@pytest.mark.carried
def test_what_was_gathered_installs_without_an_index_and_works(tmp_path: Path) -> None:
    gather, digest, install = commands(PAGES[0])
    python = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    index = {name: value for name, value in os.environ.items() if name.startswith("PIP_") or "proxy" in name.lower()}
    with_pip = {"PATH": python, **index, "PIP_CACHE_DIR": str(tmp_path / "cache")}
    run(gather.replace("-w wheels", f"-w {tmp_path / 'here' / 'wheels'}"), ROOT, **with_pip)
    run(digest, tmp_path / "here")
    (tmp_path / "here").rename(tmp_path / "there")
    # Nothing of an index, of a cache or of other folders of wheels is left to ask.
    alone = {"PATH": python, "PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1", "PIP_NO_INDEX": "1"}
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        alone[name] = "http://127.0.0.1:9"
    told = run(install, tmp_path / "there", CADRE_LANG="en", CADRE_DATA=str(tmp_path / "data"), **alone)
    assert "No broken requirements found" in told
    assert "cadre 0." in told
    assert "core.mutual" in told
    assert "hequan.village" in told
    begin = "cadre/bin/cadre init --county 清河县 --organiser zzb --name 组织部 <<< a-password"
    run(begin, tmp_path / "there", CADRE_DATA=str(tmp_path / "data"), **alone)
    assert (tmp_path / "data" / "county.json").exists()

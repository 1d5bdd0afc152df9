"""The look-up of known weaknesses: one that is known fails, what cannot be looked up is told and fails nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / ".ci" / "advisories"
AUDIT = """#!/bin/sh
while [ $# -gt 0 ]; do
  case "$1" in --vulnerability-service) service="$2" ;; --output) out="$2" ;; esac
  shift
done
[ -f "$ANSWERS/$service" ] && cp "$ANSWERS/$service" "$out"
"""
PYTHON = """#!/bin/sh
if [ "$1 $2" = "-m venv" ]; then
  mkdir -p "$3/bin" && printf '#!/bin/sh\\nexit "$NO_PIP"\\n' > "$3/bin/pip" && cp "$ANSWERS/audit" "$3/bin/pip-audit"
  chmod +x "$3/bin/pip" "$3/bin/pip-audit"
else
  exec "$PYTHON" "$@"
fi
"""
SOUND = {"name": "textual", "version": "8.2.8", "vulns": []}
UNKNOWN = {"name": "cadre-tui", "version": "0.1", "skip_reason": "not there"}
WEAK = {**SOUND, "name": "pyrage", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]}


def looked_up(folder: Path, *, no_pip: int = 0, **answers: list[object]) -> tuple[int, str]:
    """The script with services that answer so; one that is not named cannot be reached."""
    (folder / "audit").write_text(AUDIT)
    for service, packages in answers.items():
        (folder / service).write_text(json.dumps({"dependencies": packages}))
    python = folder / "python3"
    python.write_text(PYTHON)
    python.chmod(0o755)
    told = subprocess.run(
        ["bash", str(SCRIPT)],
        env={
            "PATH": f"{folder}:{os.environ['PATH']}",
            "ANSWERS": str(folder),
            "PYTHON": sys.executable,
            "NO_PIP": str(no_pip),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return told.returncode, told.stdout + told.stderr


def test_a_known_weakness_fails_whoever_knows_it(tmp_path: Path) -> None:
    code, told = looked_up(tmp_path, pypi=[SOUND, UNKNOWN], osv=[SOUND, WEAK])
    assert code == 1
    assert "pyrage 8.2.8: CVE-1, mended in 2" in told
    assert "not known there: cadre-tui" in told


def test_nothing_known_is_told_with_how_many_were_looked_up(tmp_path: Path) -> None:
    code, told = looked_up(tmp_path, osv=[SOUND])
    assert (code, told.splitlines()[0]) == (0, "1 packages of constraints.txt looked up, 0 known weaknesses")


@pytest.mark.parametrize("no_pip", [0, 1])
def test_where_it_cannot_be_had_it_says_so_and_goes_on(no_pip: int, tmp_path: Path) -> None:
    code, told = looked_up(tmp_path, no_pip=no_pip)
    assert code == 0
    assert told.startswith("not looked up")

"""``python -m tests.fuzz [TARGET …] [--minutes N] [--keep FOLDER]``: feed readers until somebody stops it.

What makes one fail, or takes it longer than half a minute, is kept in a folder; the exit code is 1 then.
"""

import argparse
import signal
import sys
import traceback
from pathlib import Path
from random import Random, SystemRandom
from tempfile import TemporaryDirectory
from time import monotonic

from tests.fuzz.changing import changed
from tests.fuzz.targets import TARGETS, try_out

SOON = 30
"""Seconds."""


def hangs(*_why: object) -> None:
    raise TimeoutError


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz")
    asked.add_argument("target", nargs="*", choices=[[], *TARGETS], help="all of them where none is named")
    asked.add_argument("--minutes", type=float, default=float("inf"))
    asked.add_argument("--keep", type=Path, default=Path("fuzzed"))
    said = asked.parse_args()
    signal.signal(signal.SIGALRM, hangs)
    until, tried, failed = monotonic() + said.minutes * 60, 0, 0
    names = said.target or list(TARGETS)
    with TemporaryDirectory() as folder:
        while monotonic() < until:
            name, seed = names[tried % len(names)], SystemRandom().randrange(2**63)
            chance = Random(seed)
            content = changed(chance.choice(TARGETS[name].seeds), chance)
            for _each in range(chance.choice((0, 0, 1, 3))):
                content = changed(content, chance) if not content.startswith(b"PK") else content
            signal.alarm(SOON)
            try:
                try_out(name, content, Path(folder))
            except Exception:
                failed += 1
                said.keep.mkdir(exist_ok=True)
                kept = said.keep / f"{name}-{seed}{TARGETS[name].ending}"
                kept.write_bytes(content)
                print(f"\n{kept}\n{traceback.format_exc()}", file=sys.stderr)
            finally:
                signal.alarm(0)
            tried += 1
            if tried % 100 == 0:
                print(f"\r{tried} tried, {failed} failed", end="", flush=True)
    print(f"\r{tried} tried, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print()

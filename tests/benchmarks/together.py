"""Sixty-four processes that hand in together, on each engine: how long they take, how long one waits, none lost."""

import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import quantiles
from typing import Any

from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.services.county import County, open_county
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling import responses
from cadre_tui.services.people.identity import begin
from cadre_tui.services.safekeeping import copying
from tests.benchmarks.county import crowd
from tests.benchmarks.hand_in import bare_write
from tests.benchmarks.stored import USES, answered
from tests.benchmarks.table import Measured
from tests.store.processes import ended_well, in_a_process

PROCESSES, UNIT, TIMES = 64, 8, 15
"""A person each, in units of eight; each takes back what was handed in, and hands it in again, so often."""

SIZE = 6_000
"""Bytes of such a drawer, for the baseline."""


def measure(folder: Path) -> Iterator[Measured]:
    """What processes report is held against what is stored afterwards; the baseline writes as many bytes bare."""
    first = folder / "tinydb"
    first.mkdir(mode=0o700)
    crowd(first, PROCESSES, USES, UNIT)
    urls = {"tinydb": f"tinydb://{first}", "sqlite": f"sqlite://{folder}/sqlite/county.db"}
    copying.copy(open_county(urls["tinydb"]), urls["sqlite"])
    for engine, url in urls.items():
        reports, seconds = _together(folder / f"{engine}-told", lambda who, url=url: _hand_in_often(url, who))  # type: ignore[misc]
        wrong = _lost_or_doubled(open_county(url), reports)
        bare, bare_seconds = _together(folder / f"{engine}-bare", lambda who: _write_often(folder / "bare", who))
        done = PROCESSES * TIMES
        told = f"{PROCESSES} processes handing in together on {engine}"
        yield Measured(
            f"{told}: a thousand, beside bare writes",
            seconds / done * 1000,
            bare_seconds / done * 1000,
            "s",
            limit=None,
        )
        yield Measured(f"{told}: 99th percentile, beside bare writes", _slow(reports), _slow(bare), "ms", limit=None)
        yield Measured(f"{told}: lost or doubled, of {done}", wrong, done, "", limit=0)


def _together(folder: Path, work: Callable[[int], dict[str, Any]]) -> tuple[list[dict[str, Any]], float]:
    """What each process reports, and the seconds from the moment that all may begin until the last has ended."""
    folder.mkdir()
    wait, begin_all = os.pipe()

    def child(who: int) -> None:
        os.close(begin_all)
        report = work(who) if os.read(wait, 1) == b"" else {}
        (folder / f"{who}.json").write_text(json.dumps(report), "utf-8")

    children = [in_a_process(lambda who=who: child(who)) for who in range(1, PROCESSES + 1)]  # type: ignore[misc]
    time.sleep(1)  # until all wait
    os.close(wait)
    start = time.perf_counter()
    os.close(begin_all)
    ended = [ended_well(each) for each in children]
    seconds = time.perf_counter() - start
    assert all(ended)
    return [json.loads(each.read_bytes()) for each in sorted(folder.iterdir())], seconds


def _hand_in_often(url: str, who: int) -> dict[str, Any]:
    session = begin(open_county(url), f"p{who}")
    answered(session, Purpose.PEER)
    taken = []
    for _time in range(TIMES):
        start = time.perf_counter()
        responses.hand_in(session, "r1", Purpose.PEER)
        taken.append((time.perf_counter() - start) * 1000)
        if _time < TIMES - 1:
            responses.take_back(session, "r1", Purpose.PEER)
    done = [each for each in read_drawer(session.county, "r1", f"p{who}").responses if each.purpose is Purpose.PEER]
    return {"who": f"p{who}", "taken": taken, "last": {each.subject: str(each.submitted) for each in done}}


def _write_often(folder: Path, who: int) -> dict[str, Any]:
    mine, taken = folder / str(who), []
    mine.mkdir(parents=True, exist_ok=True)
    content = os.urandom(SIZE)
    for _time in range(2 * TIMES):
        start = time.perf_counter()
        bare_write(mine, content)
        taken.append((time.perf_counter() - start) * 1000)
    return {"taken": taken}


def _lost_or_doubled(county: County, reports: list[dict[str, Any]]) -> int:
    """How many drawers are not what their process was told last: every response once, handed in, at that moment."""
    assert len(reports) == PROCESSES
    wrong = 0
    for each in reports:
        found = read_drawer(county, "r1", each["who"]).responses
        kept = [(one.subject, str(one.submitted)) for one in found if one.state is State.SUBMITTED]
        wrong += sorted(kept) != sorted(each["last"].items()) or len(found) != UNIT - 1
    return wrong


def _slow(reports: list[dict[str, Any]]) -> float:
    """The 99th percentile of all that they took, in milliseconds."""
    return quantiles([one for each in reports for one in each["taken"]], n=100)[98]

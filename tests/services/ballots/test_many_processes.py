"""Three hundred ballots from sixteen processes at once, some of them killed: none is lost, none counts twice."""

import os
import signal
import time
from pathlib import Path
from random import Random

from cadre_tui.model.fault import BadInput
from cadre_tui.services.ballot_boxes import box_of
from cadre_tui.services.ballots import counting, voting
from cadre_tui.services.rounds import life
from tests.services.ballots.township import WORD, opened
from tests.services.small import Clock, Small, county_in

PROCESSES, KILLED = 16, 5


def test_used_codes_are_ballots_and_every_receipt_is_in_the_list(town: Small, tmp_path: Path) -> None:
    codes = opened(town, {"a": 100, "b": 100, "c": 100}, units=("纪委",))
    every = [code for group in "abc" for code in codes[group]]
    Random(7).shuffle(every)
    notes = [tmp_path / f"receipts-{at}" for at in range(PROCESSES)]
    children = [_fork(town.folder, every[at::PROCESSES], notes[at], at < KILLED) for at in range(PROCESSES)]
    for child, note in zip(children[:KILLED], notes, strict=False):
        while not (note.exists() and _whole_lines(note)):
            time.sleep(0.01)
        os.kill(child, signal.SIGKILL)
    ends = [os.waitpid(child, 0)[1] for child in children]
    assert all(os.WIFSIGNALED(end) for end in ends[:KILLED]), "they were to be killed in the middle of it"
    assert all(end == 0 for end in ends[KILLED:])

    again = [code for at in range(KILLED) for code in every[at::PROCESSES]]
    used = _vote(town.folder, again, tmp_path / "receipts-again")  # whoever was cut off tries once more
    told = [line for each in (*notes, tmp_path / "receipts-again") if each.exists() for line in _whole_lines(each)]
    boxes = [box for group in "abc" if (box := box_of(town.county, "r1", group)) is not None]
    assert sum(box.used for box in boxes) == 300
    assert all(sum(each.used for each in box.slips) == box.used == len(box.receipts) for box in boxes)
    assert len({ballot.key for box in boxes for ballot in box.ballots}) == 300
    counting.close(town.organiser, "r1")
    life.close_round(town.organiser, "r1")
    listed = counting.receipts(town.county, "r1")
    assert len(set(listed)) == 300
    assert {each.replace("-", "") for each in told} <= set(listed)
    assert len(set(told)) == len(told) >= 300 - used


def _fork(folder: Path, codes: list[str], note: Path, to_be_killed: bool) -> int:
    child = os.fork()
    if child == 0:
        try:
            _vote(folder, codes, note)
            if to_be_killed:  # a quick machine may have it vote with all its codes before
                time.sleep(600)
            os._exit(0)
        except BaseException:
            os._exit(1)
    return child


def _vote(folder: Path, codes: list[str], note: Path) -> int:
    """Vote with each code, and note the receipts; how many had been used before."""
    county, used = county_in(folder, Clock()), 0
    with note.open("a") as file:
        for code in codes:
            try:
                voter = voting.enter(county, code, WORD)
                receipt = voting.hand_in(voter, "12" * 2)
            except BadInput as error:
                assert error.code == "ballot-code-used"
                used += 1
            else:
                file.write(f"{receipt}\n")
                file.flush()
    return used


def _whole_lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text().splitlines(keepends=True) if line.endswith("\n")]

"""An attack: with all that lies on the disk after a vote, and who came when, guess which ballot is whose.

Two hundred votes of five people are simulated. The attacker saw in which order they came, has the folder as it is
afterwards, the log, a backup, the files' times and sizes, and tries every order that there is. By guessing
one of five is right on average.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import pytest

from cadre_tui.model.ballots.code import read_code
from cadre_tui.model.fault import BadInput
from cadre_tui.services import audit
from cadre_tui.services.ballot_boxes import box_of
from cadre_tui.services.ballots import counting, sealing, voting
from cadre_tui.services.ballots.forms import form_of
from cadre_tui.services.rounds import life
from cadre_tui.services.safekeeping import backups, copying
from tests.services.ballots.township import anonymous, opened, opened_boxes
from tests.services.small import Small

VOTES, VOTERS = 200, 5
FIVE_SIGMA = 5 * VOTES**0.5
"""Right guesses of a vote of n people have mean 1 and variance 1, whatever n is."""

Records = list[dict[str, Any]]
Order = Callable[[Mapping[str, Any], Records], Records]


def orders() -> Iterator[tuple[str, Order]]:
    """Every way to lay the ballots of a box in a row, told by its name."""
    yield "as they lie", lambda _box, found: found
    yield "backwards", lambda _box, found: found[::-1]
    yield "by key", lambda _box, found: sorted(found, key=lambda each: each["key"])
    yield "by the key's end", lambda _box, found: sorted(found, key=lambda each: each["key"][::-1])
    yield (
        "by the key as a number, modulo",
        lambda _box, found: sorted(found, key=lambda each: int(each["key"], 16) % 97),
    )
    yield "by length", lambda _box, found: sorted(found, key=lambda each: len(json.dumps(each)))
    yield (
        "beside the receipts",
        lambda box, found: [one for _receipt, one in zip(box["receipts"], found, strict=True)],
    )
    yield (
        "nearest receipt",
        lambda box, found: sorted(found, key=lambda each: _near(each["key"][:16], box["receipts"])),
    )
    for kind in ("hash", "draft"):
        yield f"nearest {kind}", partial(_by_slip, kind)


def _by_slip(kind: str, box: Mapping[str, Any], found: Records) -> Records:
    slips = [slip[kind].encode().hex() for slip in box["slips"]]
    return sorted(found, key=lambda each: _near(each["key"], slips))


def _near(key: str, others: list[str]) -> tuple[int, int]:
    """The place of what begins most alike."""
    apart = [abs(int(key[:8], 16) - int(each[:8], 16)) for each in others] or [0]
    return apart.index(min(apart)), min(apart)


@pytest.fixture(scope="module")
def simulated(made_township: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Small, dict[str, list[str]]]:
    """Two hundred boxes into which five people put ballots in an order; the marks by box, in that order."""
    from shutil import copytree, ignore_patterns  # noqa: PLC0415

    from tests.services.small import Clock, reopened  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("attack") / "data"
    copytree(made_township, folder, ignore=ignore_patterns(".locks"))
    small = reopened(folder, Clock())
    groups = tuple(anonymous().group[0].model_copy(update={"id": f"v{at:03}"}) for at in range(VOTES))
    codes = opened(small, dict.fromkeys((each.id for each in groups), VOTERS), group=groups, units=("纪委",))
    held = life.find(small.county, "r1")
    chance, told = Random(11), {}
    for group, slips in codes.items():
        box = box_of(small.county, "r1", group)
        assert box is not None
        form = form_of(small.county, held, box)
        people = ["0112", "1021", "2110", "1202", "2011"]
        chance.shuffle(people)
        for code, marks in zip(chance.sample(slips, VOTERS), people, strict=True):
            slip = voting.slip_of(box, read_code(code))
            assert slip is not None
            key = sealing.draft_key(read_code(code), "春风", box)
            voter = voting.Voter(small.county, form, slip.hash, key, form.empty)
            if chance.random() < 0.5:
                voting.keep(voter, marks)
            voting.put_in(small.county, form, slip.hash, marks, lambda _box: None)
        told[group] = people
    return small, told


def boxes(folder: Path) -> Mapping[str, Any]:
    return {path.stem: json.loads(path.read_bytes())["tables"]["document"]["1"] for path in folder.glob("*.json")}


def right(found: Mapping[str, Any], told: Mapping[str, list[str]], order: Order) -> int:
    """How many ballots are laid where the one who came then put it."""
    return sum(
        each["marks"] == marks
        for group, people in told.items()
        for each, marks in zip(order(found[group], found[group]["ballots"]), people, strict=True)
    )


def test_no_order_on_the_disk_is_better_than_guessing(simulated: tuple[Small, dict[str, list[str]]]) -> None:
    small, told = simulated
    found = boxes(small.folder / "ballots" / "r1")
    assert len(found) == VOTES
    for name, order in orders():
        assert abs(right(found, told, order) - VOTES) < FIVE_SIGMA, name


def test_the_control_an_attacker_who_knows_the_order_wins(simulated: tuple[Small, dict[str, list[str]]]) -> None:
    """The measure can tell: laid in the order in which they came, all are right."""
    small, told = simulated
    found = boxes(small.folder / "ballots" / "r1")
    places = {group: {marks: at for at, marks in enumerate(people)} for group, people in told.items()}

    def knowing(box: Mapping[str, Any], ballots: Records) -> Records:
        return sorted(ballots, key=lambda each: places[box["group"]][each["marks"]])

    assert right(found, told, knowing) == VOTES * VOTERS


def test_nothing_beside_the_boxes_knows_of_a_ballot(
    simulated: tuple[Small, dict[str, list[str]]], tmp_path: Path
) -> None:
    small, told = simulated
    folder = small.folder
    kinds = {path.relative_to(folder).parts[0] for path in folder.rglob("*.json") if path.is_file()}
    assert "drawers" not in kinds
    noted = [entry for entry in audit.read(small.county) if entry.values.get("round") == "r1"]
    assert {each.code for each in noted} <= {"round-made", "round-open", "ballots-printed"}
    assert not [path for path in (folder / "ballots").rglob(".*") if path.is_file()], "no former generation, no rest"
    sizes = {path.stat().st_size for path in (folder / "ballots").rglob("*.json")}
    assert len(sizes) == 1, "the same whether somebody left a ballot unfinished or not"
    listing = sorted((folder / "ballots" / "r1").iterdir(), key=lambda path: path.stat().st_mtime_ns)
    assert len(listing) == len(told), "one time a box, that of its last change"


def test_a_folder_copied_before_and_after_a_ballot_tells_it(town: Small) -> None:
    """What is not promised: the pages say so, and this holds that they are right to."""
    codes = opened(town, {"a": 5, "b": 5, "c": 5}, units=("纪委",))
    before = boxes(town.folder / "ballots" / "r1")["a"]["ballots"]
    voter = voting.enter(town.county, codes["a"][0], "春风")
    voting.hand_in(voter, "1202")
    after = boxes(town.folder / "ballots" / "r1")["a"]["ballots"]
    (mine,) = [each for each in after if each not in before]
    assert mine["marks"] == "1202"


def test_a_backup_leaves_open_boxes_out_unless_asked(town: Small, tmp_path: Path) -> None:
    opened(town, {"a": 5, "b": 5, "c": 5})
    made = backups.back_up(town.county, tmp_path / "plain.zip")
    asked = backups.back_up(town.county, tmp_path / "asked.zip", open_ballots=True)
    named = [ZipFile(tmp_path / each).namelist() for each in ("plain.zip", "asked.zip")]
    assert [sum("documents/ballots/" in each for each in one) for one in named] == [0, 3]
    assert (made.left_out, asked.left_out) == (3, 0)
    opened_boxes(town)
    closed = backups.back_up(town.county, tmp_path / "closed.zip")
    assert closed.left_out == 0
    assert sum("documents/ballots/" in each for each in ZipFile(tmp_path / "closed.zip").namelist()) == 3
    assert counting.receipts(town.county, "r1") == ()


def test_an_open_box_is_not_copied_into_another_store(town: Small, tmp_path: Path) -> None:
    opened(town, {"a": 5, "b": 5, "c": 5})
    for to in (f"sqlite://{tmp_path}/there/county.db", f"tinydb://{tmp_path}/there"):
        with pytest.raises(BadInput) as told:
            copying.copy(town.county, to)
        assert told.value.code == "copy-open-ballots"
    assert not [path for path in (tmp_path / "there").rglob("*") if path.suffix in {".db", ".json"}]
    opened_boxes(town)
    assert copying.copy(town.county, f"sqlite://{tmp_path}/there/county.db").documents > 10

"""A closed backup: opened by the passphrase alone and by any age program, found out whatever is done to it."""

import subprocess
import tracemalloc
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random
from shutil import which
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pyrage
import pytest

from cadre_tui.model.fault import BadInput, CadreError, NotRight
from cadre_tui.services.safekeeping import backups, closed, passphrase, restoring
from cadre_tui.store import Key
from tests.services.safekeeping.test_backups import WORD, never
from tests.services.small import Small

Parts = dict[str, bytes]


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a small backup has several; the one key is closed as in earnest."""
    monkeypatch.setattr(closed, "PART", 1000)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The passphrase need not be tried anew each time."""
    opened = passphrase.opened
    known: dict[bytes, bytes] = {}

    def remembered(content: bytes, word: str, told: str) -> bytes:
        if content not in known or word != WORD:
            known[content] = opened(content, word, told)
        return known[content]

    monkeypatch.setattr(passphrase, "opened", remembered)


def packed(content: bytes) -> BytesIO:
    file = BytesIO()
    with closed.closing(file, WORD) as stream:
        for at in range(0, len(content), 377):
            stream.write(content[at : at + 377])
    return file


@pytest.mark.parametrize("length", [1, 999, 1000, 1001, 3000])
def test_whatever_its_length_it_is_read_anywhere(length: int) -> None:
    chance = Random(length)
    whole = chance.randbytes(length)
    stream = closed.opened(packed(whole), WORD, "b")
    assert stream.read() == whole
    assert stream.seek(0, 2) == length
    for _each in range(50):
        at = chance.randrange(length + 1)
        assert stream.seek(at) == at
        assert stream.read(700) == whole[at : at + 700]
    with pytest.raises(ValueError, match="-1"):
        stream.seek(-1)


def test_another_age_program_opens_it_as_it_says(small: Small, tmp_path: Path) -> None:
    """By what stands in its README, in a shell; without the program ``age``, by the same calls."""
    file = tmp_path / "b.age"
    found = backups.back_up(small.county, file, secret=lambda: WORD)
    with ZipFile(file) as parts:
        assert "for part in part-*.age; do age -d -i key.txt" in parts.read(closed.README).decode()
        parts.extractall(tmp_path / "x")
    pieces = sorted((tmp_path / "x").glob("part-*.age"))
    assert len(pieces) > 2
    opened = pyrage.passphrase.decrypt((tmp_path / "x" / closed.KEY).read_bytes(), WORD)
    if which("age"):
        (tmp_path / "key.txt").write_bytes(opened)
        command = ["age", "-d", "-i", str(tmp_path / "key.txt")]
        plain = b"".join(subprocess.run([*command, each], check=True, capture_output=True).stdout for each in pieces)
    else:
        identity = pyrage.x25519.Identity.from_str(opened.decode().strip())
        plain = b"".join(pyrage.decrypt(each.read_bytes(), [identity]) for each in pieces)
    (tmp_path / "open.zip").write_bytes(plain)
    assert backups.verify(tmp_path / "open.zip", never) == found.model_copy(
        update={"file": str(tmp_path / "open.zip"), "encrypted": False}
    )
    assert restoring.restore(file, tmp_path / "back", lambda: WORD).digest == found.digest


def test_one_that_was_closed_all_at_once_is_still_opened(small: Small, tmp_path: Path) -> None:
    """As the first versions of the program made them."""
    found = backups.back_up(small.county, tmp_path / "b.zip")
    file = tmp_path / "b.age"
    file.write_bytes(passphrase.close((tmp_path / "b.zip").read_bytes(), WORD))
    verified = backups.verify(file, lambda: WORD)
    assert (verified.digest, verified.encrypted) == (found.digest, True)


def swap(parts: Parts) -> None:
    one, two = parts["part-000001.age"], parts["part-000002.age"]
    parts.update({"part-000001.age": two, "part-000002.age": one})


def bit(name: str) -> Callable[[Parts], Any]:
    def turn(parts: Parts) -> None:
        raw = bytearray(parts[name])
        raw[-3] ^= 1
        parts[name] = bytes(raw)

    return turn


def of_somebody_else(parts: Parts) -> None:
    other = pyrage.x25519.Identity.generate()
    parts["part-000002.age"] = pyrage.encrypt(b"x" * 1000, [other.to_public()])


CHANGES: dict[str, tuple[Callable[[Parts], Any], str]] = {
    "a bit of the key": (bit(closed.KEY), "passphrase-wrong"),
    "a bit of a part": (bit("part-000002.age"), "backup-damaged"),
    "a part of somebody else": (of_somebody_else, "backup-damaged"),
    "the last one is gone": (lambda parts: parts.popitem(), ""),
    "one in the middle is gone": (lambda parts: parts.pop("part-000002.age"), "backup-none"),
    "two are exchanged": (swap, ""),
    "one more": (lambda parts: parts.update({"evil": b"x"}), "backup-none"),
    "too large a part": (lambda parts: parts.update({"part-000001.age": b"x" * 20_000}), "backup-none"),
    "too large a key": (lambda parts: parts.update({closed.KEY: b"x" * 10_001}), "backup-none"),
    "no part": (lambda parts: [parts.pop(each) for each in [*parts][2:]], "backup-none"),
}


@pytest.mark.usefixtures("quick")
def test_whatever_is_done_to_it_is_found_out(small: Small, tmp_path: Path) -> None:
    file = tmp_path / "b.age"
    backups.back_up(small.county, file, secret=lambda: WORD)
    with ZipFile(file) as zipped:
        whole = {each: zipped.read(each) for each in zipped.namelist()}
    for name, (change, code) in CHANGES.items():
        parts = dict(whole)
        change(parts)
        with ZipFile(file, "w", ZIP_STORED) as zipped:
            for each, raw in parts.items():
                zipped.writestr(each, raw)
        with pytest.raises((NotRight, BadInput)) as told:
            backups.verify(file, lambda: WORD)
        assert told.value.code in (code or ("backup-damaged", "backup-none")), name
    with ZipFile(file, "w", ZIP_DEFLATED) as zipped:
        for each, raw in whole.items():
            zipped.writestr(each, raw)
    with pytest.raises(CadreError) as told:
        backups.verify(file, lambda: WORD)
    assert told.value.code == "backup-none", "nothing is unpacked, so that nothing can swell"


@pytest.mark.usefixtures("quick")
def test_no_more_than_a_few_parts_are_held_at_a_time(
    small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(closed, "PART", 200_000)
    chance = Random(2026)
    for number in range(60):
        text = chance.randbytes(100_000).hex()
        small.county.store.change(Key("things", (str(number),)), lambda found, text=text: {"text": text})
    tracemalloc.start()
    try:
        backups.back_up(small.county, tmp_path / "b.age", secret=lambda: WORD)
        backups.verify(tmp_path / "b.age", lambda: WORD)
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (tmp_path / "b.age").stat().st_size > 5_000_000
    assert most < 3_000_000

"""Whatever a command prints, a terminal obeys none of it, and JSON loses none of it."""

import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.cli.json_answer import json_text
from cadre_tui.cli.main import COMMANDS
from cadre_tui.cli.streams import Shown, over, shown
from cadre_tui.words.printable import OBEYED, harmless
from tests.cli.commands import Commands
from tests.files.hostile import OBEYED as SIGNS

lines = st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from(SIGNS))


@given(lines)
def test_what_is_printed_keeps_its_lines_and_nothing_that_is_obeyed(text: str) -> None:
    stream = io.StringIO(newline="")
    with Shown(stream) as through:
        through.write(text)
        assert not OBEYED.search(stream.getvalue())
        assert len(stream.getvalue()) == len(text)
        assert [each for each in stream.getvalue() if each in "\n\t"] == [each for each in text if each in "\n\t"]
    assert harmless("学习 a\tb\n“1.5”　★é") == "学习 a\tb\n“1.5”　★é"


@given(st.recursive(lines, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(lines, inner, max_size=3)))
def test_json_escapes_what_is_obeyed_and_says_the_same(answer: object) -> None:
    text = json_text(answer)
    assert not OBEYED.search(text)
    assert json.loads(text) == answer


def test_no_command_prints_what_somebody_wrote_as_it_is(county: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(county.folder)  # a backup is written to a file of that very name
    for name in {*COMMANDS} - {"demo"}:  # which makes a county
        no_sign_is_printed_by(name, county)


def no_sign_is_printed_by(name: str, county: Commands) -> None:
    for arguments in (
        (name, SIGNS),
        (name, f"--{SIGNS}"),
        ("--as", SIGNS, name, SIGNS),
        ("--data", f"/nowhere{SIGNS}", name),
        ("--checklists", SIGNS, name, "list"),
        ("--store", f"tinydb:///{SIGNS}", name, "show"),
    ):
        told = county(*arguments, stdin=f"{SIGNS}\n" * 3)
        assert not OBEYED.search(told.out + told.err), arguments


def test_the_streams_are_as_before_afterwards_and_a_progress_line_still_wipes_itself(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = sys.stdout, sys.stderr
    with shown():
        over(f"1/3  {SIGNS}")
        over()
        assert sys.stdout.encoding == before[0].encoding
        assert not sys.stdout.isatty()
    assert (sys.stdout, sys.stderr) == before
    told = capsys.readouterr().err
    assert told == f"\r1/3  {harmless(SIGNS)}\x1b[K\r\x1b[K"

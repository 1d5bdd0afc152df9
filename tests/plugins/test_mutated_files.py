"""Right files changed by the thousand: read or refused in words, each fault where the change made something wrong.

``CADRE_MUTATIONS=30 pytest tests/plugins/test_mutated_files.py`` tries thirty times as many as usual.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cadre_tui.cli.main import run
from cadre_tui.locale import use
from cadre_tui.model.fault import CadreError, Fault
from cadre_tui.plugins.known.catalogue import Catalogue
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.words import faults as words
from cadre_tui.words import refusals
from tests.plugins.mutating import JUNK, PIECES, TIMES, Field, fields, replaced, sources

SOURCES = sources()
FIELDS = {name: fields(text) for name, text in SOURCES.items()}
SINGLE = ("CL012", "CL013", "CL014", "CL016", "CL017", "CL018", "CL019")
"""What is wrong with a value by itself: it can only be the one that was changed."""

ELSEWHERE = ("kind", "base", "id", "version", "lang", "section", "criterion", "when", "checklist", "after", "scale")
"""Keys that decide what other values mean."""

QUICKLY = [phase for phase in Phase if phase is not Phase.shrink]


def many(examples: int) -> settings:
    return settings(
        max_examples=examples * TIMES, deadline=None, phases=QUICKLY, suppress_health_check=list(HealthCheck)
    )


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue((), plugins=False)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutated") / "mutated.toml"


def told(file: Path, text: str, catalogue: Catalogue) -> tuple[Fault, ...]:
    """What the file gets, each fault with a sentence in both languages and a place that is there."""
    file.write_text(text, "utf-8", newline="")
    try:
        checklist, faults = catalogue.beside([file]).judged(file)
    except CadreError as error:
        assert refusals.sentence(error)
        return error.faults
    wrong = [fault for fault in faults if not fault.warning]
    assert (checklist is None) == bool(wrong)
    lines = text.split("\n")
    for fault in faults:
        for language in ("en", "zh"):
            use(language)
            assert words.explanation(fault)
        line, column = fault.place.line, fault.place.column
        assert line is not None
        assert column is not None
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
    return faults


def stands_there(fault: Fault, text: str, field: Field) -> bool:
    """Whether the field that a fault is about is written where it is said to be, or the table around it begins."""
    line, column = fault.place.line or 0, fault.place.column or 0
    here = text.split("\n")[line - 1]
    name = next((step for step in reversed(fault.path.split(".")) if not step.isdecimal()), "")
    if "[overlay]" in text and not here.lstrip().startswith("#"):
        return bool(here.strip())  # told of what came out, at the change that brought it about
    return line == field.line or f"{name} =" in here or here[column - 1] in "[{" or (line, column) == (1, 1)


def test_unchanged_they_are_right(file: Path, catalogue: Catalogue) -> None:
    for text in SOURCES.values():
        assert {fault.code for fault in told(file, text, catalogue)} <= {"CL080"}


@many(200)
@given(name=st.sampled_from(sorted(SOURCES)), data=st.data())
def test_one_changed_value_is_told_at_its_line(
    name: str, data: st.DataObject, file: Path, catalogue: Catalogue
) -> None:
    text = SOURCES[name]
    field = data.draw(st.sampled_from(FIELDS[name]))
    changed = replaced(text, field, data.draw(st.sampled_from(JUNK)))
    for fault in told(file, changed, catalogue):
        if fault.code in SINGLE and field.key not in ELSEWHERE:
            assert fault.place.line == field.line, words.sentence(fault)
        elif not fault.warning:
            assert stands_there(fault, changed, field), words.sentence(fault)


@many(100)
@given(name=st.sampled_from(sorted(SOURCES)), data=st.data())
def test_any_changes_are_answered_in_words(name: str, data: st.DataObject, file: Path, catalogue: Catalogue) -> None:
    text = SOURCES[name]
    for _ in range(data.draw(st.integers(1, 4))):
        lines = text.split("\n")
        at, to = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        match data.draw(st.sampled_from(["drop", "repeat", "swap", "insert", "value"])):
            case "drop":
                del lines[at]
            case "repeat":
                lines.insert(to, lines[at])
            case "swap":
                lines[at], lines[to] = lines[to], lines[at]
            case "insert":
                place = data.draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:place] + data.draw(st.sampled_from(PIECES)) + lines[at][place:]
            case _:
                lines[at] = f"{lines[at].partition('=')[0]}= {data.draw(st.sampled_from(JUNK))}"
        text = "\n".join(lines) or "\n"
    told(file, text, catalogue)


@many(20)
@given(name=st.sampled_from([name for name in sorted(SOURCES) if "builtin" not in name]), data=st.data())
def test_the_command_answers_0_or_1(name: str, data: st.DataObject, file: Path, catalogue: Catalogue) -> None:
    # Not for the built-in ones: with another content they are refused for their name.
    text = replaced(SOURCES[name], data.draw(st.sampled_from(FIELDS[name])), data.draw(st.sampled_from(JUNK)))
    wrong = any(not fault.warning for fault in told(file, text, catalogue))
    assert run(["--data", str(file.parent), "--no-plugins", "plugin", "check", str(file)]) == int(wrong)

"""Whatever a file or a response holds, it is answered with a refusal in words and never with a traceback."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre_tui import checklists, scoring
from cadre_tui.locale import use
from cadre_tui.model.fault import CadreError
from cadre_tui.words import faults, refusals
from cadre_tui.words.results.steps import sentence
from tests.examples import AGENCY, AGENCY_RESPONSE

TEXT = AGENCY.read_text(encoding="utf-8")
RESPONSE = json.loads(AGENCY_RESPONSE.read_text(encoding="utf-8"))
WORDS = sorted({word for line in TEXT.splitlines() for word in line.replace("=", " = ").split()})
JUNK = [
    "",
    "0",
    "-1",
    "1e999",
    "nan",
    "true",
    '"x"',
    "[]",
    "{}",
    "[[section]]",
    "2026-01-01",
    "id",
    "\0",
    "=",
    "'''",
    "[[",
    "# ",
]

KEYS = [
    "choice",
    "yes",
    "number",
    "done",
    "planned",
    "lines",
    "text",
    "date",
    "na",
    "reason",
    "evidence",
    "no-report",
]

scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5),
    st.sampled_from(["good", "unknown", "plan.written", "no-report", "na", "choice", "lines"]),
)  # fmt: skip
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)


def told(error: CadreError) -> None:
    """Every refusal has its words, in both languages."""
    for language in ("zh", "en"):
        use(language)
        assert refusals.sentence(error)
        assert all(faults.sentence(fault) for fault in error.faults)
    use("zh")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(0, len(TEXT.splitlines()) - 1), st.integers(0, 8), st.sampled_from(WORDS + JUNK)),
        max_size=4,
    )
)
def test_a_mutated_checklist_is_read_or_refused_in_words(changes: list[tuple[int, int, str]]) -> None:
    lines = TEXT.splitlines()
    for at, position, word in changes:
        parts = lines[at].split()
        parts[position : position + 1] = [word]
        lines[at] = " ".join(parts)
    try:
        checklists.parse("\n".join(lines), "x.toml")
    except CadreError as error:
        told(error)


def test_keys_that_nest_by_the_thousand() -> None:
    for text in (
        "a." * 5000 + "b = 1",
        "[" + ".".join("a" * 5000) + "]",
        "a = " + "[" * 5000,
        f"points = {'9' * 5000}",
    ):
        try:
            checklists.parse(f"schema = 1\n{text}\n", "x.toml")
        except CadreError as error:
            told(error)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_answered_in_words(text: bytes) -> None:
    for read in (checklists.parse, scoring.parse_response):
        try:
            read(text, "x")
        except CadreError as error:
            told(error)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from([*RESPONSE["answers"], "nobody"]), anything, max_size=4))
def test_any_answers_are_scored_or_refused_in_words(answers: dict[str, Any]) -> None:
    checklist = checklists.parse(TEXT, "x.toml")
    try:
        read = scoring.read_response(
            checklist, {"checklist": checklist.name, "answers": RESPONSE["answers"] | answers}
        )
    except CadreError as error:
        told(error)
        return
    sheet = scoring.score(checklist, read)
    steps = (*sheet.why, *(step for each in sheet.criteria for step in each.why))
    assert all(sentence(step, checklist, "zh") for step in steps)

"""The JSON Schema for editors is as published, takes what is right, and refuses nothing that the reader takes."""

import copy
import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from cadre_tui import checklists
from cadre_tui.checklists.schema import format_schema
from cadre_tui.cli.main import run
from cadre_tui.kinds.registry import kinds
from cadre_tui.model.fault import CadreError
from cadre_tui.words.code_pages import code_page
from tests.checklists.test_broken_in_any_place import JUNK, KEYS, places
from tests.docs.code_examples import of_checklists, whole
from tests.examples import AGENCY
from tests.oracle.strategies import cases
from tests.oracle.toml_writer import checklist_text

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "docs" / "plugin-authors" / "checklist.schema.json"
FILES = (
    AGENCY,
    *(each for each in (ROOT / "plugins").rglob("*.toml") if each.name != "pyproject.toml"),
    *(ROOT / "cadre_tui" / "plugins").glob("*/*.toml"),
)
TYPES = ("CL004", "CL010", "CL011", "CL012", "CL013", "CL015", "CL016", "CL018", "CL026", "CL129", "CL130", "CL132")
"""Codes of what a schema can know."""

QUICKLY = [phase for phase in Phase if phase is not Phase.shrink]


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    Draft7Validator.check_schema(format_schema())
    return Draft7Validator(format_schema())


def as_json(text: str) -> Any:
    """A TOML file as editors hand it to a schema: days are texts."""
    return json.loads(json.dumps(tomllib.loads(text), default=date.isoformat))


def test_the_published_file_is_what_the_command_prints(capsys: Any) -> None:
    assert run(["plugin", "schema"]) == 0
    assert capsys.readouterr().out == PUBLISHED.read_text("utf-8"), f"cadre plugin schema > {PUBLISHED}"


def test_every_kind_and_every_key_of_it_is_there() -> None:
    parts = format_schema()["definitions"]
    for name, kind in kinds().items():
        keys = {each.alias or key for key, each in kind.model.model_fields.items()}
        assert keys == set(parts[f"criterion-{name}"]["properties"])
        assert keys <= set(parts["criterion"]["properties"])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_checklist_and_overlay_that_is_here_is_taken(file: Path, validator: Draft7Validator) -> None:
    assert list(validator.iter_errors(as_json(file.read_text("utf-8")))) == []


def test_the_right_examples_of_every_code_are_taken(validator: Draft7Validator) -> None:
    for code in of_checklists():
        for example in code_page(code).right:
            if example.kind == "toml":
                assert list(validator.iter_errors(as_json(whole(example.text)))) == [], code


@pytest.mark.parametrize("code", TYPES)
def test_what_is_wrong_in_itself_is_refused_in_the_editor(code: str, validator: Draft7Validator) -> None:
    (example,) = code_page(code).wrong
    assert list(validator.iter_errors(as_json(whole(example.text))))


@settings(max_examples=40, deadline=None, phases=QUICKLY, suppress_health_check=list(HealthCheck))
@given(case=cases(), data=st.data())
def test_the_reader_refuses_whatever_the_schema_refuses(
    case: Any, data: st.DataObject, validator: Draft7Validator
) -> None:
    checklist = copy.deepcopy(case[0])
    assert list(validator.iter_errors(as_json(checklist_text(checklist)))) == []
    around = places(checklist)
    holder, key = around[data.draw(st.integers(0, len(around) - 1))]
    if isinstance(holder, dict) and data.draw(st.booleans()):
        key = data.draw(st.sampled_from(KEYS))
    holder[key] = copy.deepcopy(data.draw(st.sampled_from(JUNK)))
    try:
        text = checklist_text(checklist)
        written = as_json(text)
    except (AttributeError, KeyError, TypeError):
        return  # broken in a way that the writer of these tests cannot write down
    if list(validator.iter_errors(written)):
        with pytest.raises(CadreError):
            checklists.parse(text, "x.toml")

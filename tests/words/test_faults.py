"""Every fault has its sentence, in both languages, and lets nothing through that a terminal would obey."""

import re
import string

import pytest

from cadre_tui.locale import _, use
from cadre_tui.model.codes import checklists as fault_codes
from cadre_tui.model.fault import Fault, Place
from cadre_tui.words.faults import EXPECTED, SENTENCES, sentence
from cadre_tui.words.faults.forms import FORMS
from cadre_tui.words.printable import printable

CODES = {name: code for name, code in vars(fault_codes).items() if name.isupper()}


def test_codes_are_unique_and_each_has_its_sentence() -> None:
    assert len(set(CODES.values())) == len(CODES)
    assert set(CODES.values()) <= set(SENTENCES)


@pytest.mark.parametrize("code", sorted(CODES.values()))
def test_the_english_sentence_asks_for_the_same_values(code: str) -> None:
    def asked(text: str) -> set[str | None]:
        return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}

    chinese = SENTENCES[code]
    use("en")
    assert _(chinese) != chinese
    assert asked(_(chinese)) == asked(chinese)


def test_a_place_is_told_as_far_as_it_is_known() -> None:
    fault = Fault(code="CL012", path="a.b", place=Place(file="/x/list.toml", line=3), values={"expected": "number"})
    assert sentence(fault) == "list.toml 第 3 行 CL012 a.b：这里应当写数"
    assert sentence(fault.model_copy(update={"place": Place()})) == "CL012 a.b：这里应当写数"
    use("en")
    assert sentence(fault) == "list.toml line 3 CL012 a.b: this must be a number"
    assert all(_(each) != each for each in EXPECTED.values())


def test_nothing_of_a_bad_file_reaches_the_terminal_as_a_command() -> None:
    fault = Fault(code="RS010", path="answers.\x1b[2J", values={"name": "\x1b[2J\n\ud800", "meant": None})
    told = sentence(fault)
    assert told.isprintable()
    assert told.encode()
    assert printable("学习　计划[b]") == "学习　计划[b]"


def test_what_is_told_in_a_form_asks_for_no_value_that_the_fault_has_not() -> None:
    for code, told in FORMS.items():
        assert names_in(told) <= names_in(SENTENCES[code]), code
        assert not re.search(r"[a-z_]{4,}", re.sub(r"\{\w+\}", "", told)), f"a file's word in {told}"


def names_in(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))

"""What ``cadre score`` refuses: faulty checklists (exit 1), bad responses (exit 2); the checklist is judged first.

Every row changes one place of the format page's own example, which is sound, and says what must stand in the
answer, so that no other fault can be taken for the one that is meant.
"""

import json
import re

import pytest

from cadre_tui.cli.main import run
from tests.examples import AGENCY, AGENCY_RESPONSE
from tests.oracle.bad_checklists import BAD_CHECKLISTS
from tests.oracle.bad_responses import BAD_RESPONSES

CODE = re.compile(r"\b[A-Z]{2}\d{3}\b")


@pytest.fixture
def said(tmp_path, capfd):
    """Score a checklist and a response from files; answer the exit code and what was said on standard error."""

    def score(checklist=None, response=None, *options):
        checklist = AGENCY.read_bytes() if checklist is None else checklist
        response = AGENCY_RESPONSE.read_bytes() if response is None else response
        (tmp_path / "county.toml").write_bytes(checklist if isinstance(checklist, bytes) else checklist.encode())
        (tmp_path / "paper.json").write_bytes(response if isinstance(response, bytes) else response.encode())
        capfd.readouterr()
        code = run([*options, "score", str(tmp_path / "county.toml"), str(tmp_path / "paper.json"), "--json"])
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err
        assert bool(out) == (code == 0)
        return code, err

    return score


def changed(old, new):
    """The example with one place changed, and the lines that the change stands on."""
    text = AGENCY.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    first = text[: text.index(old)].count("\n") + 1
    return text.replace(old, new), range(first, first + new.count("\n") + 1)


def faults(err):
    """The single faults, one a line, under the sentence."""
    return [line for line in err.splitlines() if CODE.search(line)]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("old", "new", "says"), BAD_CHECKLISTS.values(), ids=BAD_CHECKLISTS)
def test_a_faulty_checklist_is_refused_at_the_place_of_the_fault(said, old, new, says, language):
    text, lines = changed(old, new)
    code, err = said(text, None, "--lang", language)
    assert code == 1
    assert "county.toml" in err
    found = faults(err)
    assert any(f" {line} " in fault or f" {line}:" in fault for line in lines for fault in found), (err, lines)
    for word in [says] if isinstance(says, str) else says:
        assert any(word in fault for fault in found), err


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("answers", "says"), BAD_RESPONSES.values(), ids=BAD_RESPONSES)
def test_a_bad_response_is_refused_and_the_criterion_named(said, answers, says, language):
    good = json.loads(AGENCY_RESPONSE.read_bytes())
    good["answers"] |= answers
    code, err = said(None, json.dumps(good, ensure_ascii=False), "--lang", language)
    assert code == 2
    (fault,) = faults(err)
    for word in [says] if isinstance(says, str) else says:
        assert word in fault, err


def paper(**changes):
    """The example's response with other keys at the top; None takes one away."""
    written = json.loads(AGENCY_RESPONSE.read_bytes()) | changes
    return json.dumps({key: value for key, value in written.items() if value is not None}, ensure_ascii=False)


def test_the_example_itself_is_not_refused(said):
    assert said() == (0, "")


def test_every_fault_of_a_checklist_is_told_at_once_in_the_order_of_the_file(said):
    text, _lines = changed("points = 60\n", "points = 61\n")
    text = text.replace('level-4"\n  points', 'level-5"\n  points').replace('kind = "deduct"', 'kind = "dedcut"')
    code, err = said(text.replace('focus = "plan"', 'focus = "plam"').replace("min = 0\n", "min = 77\n"))
    assert code == 1
    places = [int(re.search(r"第 (\d+) 行", fault)[1]) for fault in faults(err)]
    assert places == sorted(places)
    for word in ("61", "level-5", "dedcut", "plam", "77"):
        assert word in err


def test_a_faulty_checklist_is_judged_before_a_bad_response(said):
    faulty, _lines = changed("points = 60\n", "points = 61\n")
    for response in (paper(checklist="other.list|1"), "not JSON", b"\xff\xfe"):
        code, err = said(faulty, response)
        assert (code, "61" in err, "other.list" in err) == (1, True, False)


def test_every_fault_of_a_response_is_told_at_once(said):
    answers = {"plan.sessions": {"number": "21"}, "plan.written": {"choice": "goood"}, "nothing": {"yes": True}}
    code, err = said(None, paper(checklist="other.list|1", answers=answers))
    assert (code, len(faults(err))) == (2, 4)
    for word in ("plan.sessions", "plan.written", "nothing", "qinghe.agency|2026.1"):
        assert word in err


@pytest.mark.parametrize(
    "response",
    [
        paper(checklist="qinghe.agency|2026.2"),
        paper(checklist="qinghe.agency"),
        paper(checklist=None),
        paper(answers=None),
        paper(answers=[]),
        paper(digest="0" * 64),
        paper(remarks="好"),
        "[]",
        "null",
        "{",
        "",
        b"\xff\xfe{\x00",
        '{"checklist": "qinghe.agency|2026.1", "answers": {}, "answers": {}}',
        '{"checklist": "qinghe.agency|2026.1", "answers": {"plan.sessions": {"number": 1, "number": 2}}}',
        '{"checklist": "qinghe.agency|2026.1", "answers": {"plan.sessions": {"number": 1e999999}}}',
        "[" * 100_000,
    ],
)
def test_a_response_that_is_none_is_refused(said, response):
    code, err = said(None, response)
    assert code == 2
    assert err.strip()


def test_a_ratio_is_refused_above_one_and_without_a_plan(said):
    text, _lines = changed(
        '  kind = "yes_no"\n  text = "是否建有学习站点"\n', '  kind = "ratio"\n  text = "建站比例"\n'
    )
    for answer in (
        {"number": 1.01},
        {"done": 3, "planned": 0},
        {"done": 3},
        {"planned": 3},
        {"done": -1, "planned": 3},
    ):
        code, err = said(text, paper(answers={"plan.station": answer}))
        assert code == 2
        assert "plan.station" in faults(err)[0]
    for answer in ({"number": 1}, {"done": 9, "planned": 3}, {"done": 0, "planned": 3}):
        assert said(text, paper(answers={"plan.station": answer})) == (0, "")


def test_an_answer_under_a_hidden_criterion_is_checked_for_its_shape(said):
    station = "  allow_na = true\n  points = 10\n"
    text, _lines = changed(station, f'{station}  show_when = {{ criterion = "plan.written", is = "poor" }}\n')
    assert said(text, paper(answers={"plan.station": {"yes": True}})) == (0, "")
    code, err = said(text, paper(answers={"plan.station": {"number": 1}}))
    assert (code, "plan.station" in err) == (2, True)


def test_a_newer_schema_is_told_before_any_unknown_key(said):
    text = AGENCY.read_text(encoding="utf-8").replace("schema = 1 ", "schema = 2 ").replace("publisher", "herald")
    code, err = said(text, None, "--lang", "en")
    assert (code, "newer program" in err, "herald" in err) == (1, True, False)


def test_a_checklist_that_is_not_utf_8_is_told_how_to_be_saved(said):
    code, err = said(AGENCY.read_text(encoding="utf-8").encode("gb18030"))
    assert (code, "UTF-8" in err) == (1, True)
    assert said(AGENCY.read_text(encoding="utf-8").encode("utf-8-sig"))[0] == 0


def test_a_kind_from_a_plugin_that_is_not_here_is_bad_input_and_named(said):
    text, _lines = changed('kind = "deduct" ', 'kind = "qinghe.matrix" ')
    code, err = said(text)
    assert (code, "qinghe.matrix" in err) == (2, True)


def test_a_file_that_is_not_there_is_bad_input(capfd, tmp_path):
    for arguments in ([str(tmp_path / "a.toml"), str(AGENCY_RESPONSE)], [str(AGENCY), str(tmp_path / "a.json")]):
        assert run(["score", *arguments]) == 2
        out, err = capfd.readouterr()
        assert ("Traceback" in out + err, bool(err.strip())) == (False, True)

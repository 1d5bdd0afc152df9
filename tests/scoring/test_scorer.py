"""One scorer for many responses gives each the sheet that a scorer of its own gives."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cadre_tui import scoring
from cadre_tui.model.answers.answer import Answer
from cadre_tui.scoring.sheet import Scorer
from cadre_tui.testing import answers
from tests.examples.writing import rating, read, section, yes_no

HIDDEN = 'allow_na = true\nreason = "extremes"\nshow_when = { criterion = "c", is = true }'
CHECKLIST = read(section(rating("a"), rating("b", "30", HIDDEN), yes_no("c", "7")))


@given(st.lists(answers(CHECKLIST), min_size=2))
def test_what_was_scored_before_changes_nothing(responses: list[dict[str, Answer]]) -> None:
    scorer = Scorer(CHECKLIST)
    for each in responses:
        alone = scoring.score(CHECKLIST, each)
        assert scorer.score(each) == replace(alone, missing=())

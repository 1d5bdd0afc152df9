"""Whether every step of the arithmetic can be told to a person."""

from collections.abc import Iterable

from cadre_tui import locale
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.words.results import steps


def each_step_is_told(why: Iterable[Step], checklist: Checklist) -> None:
    """Each step has a sentence in both languages, with every value in its place."""
    spoken = locale.language()
    try:
        for step in why:
            for language in locale.LANGUAGES:
                locale.use(language)
                said = steps.sentence(step, checklist, language)
                assert said.strip()
                assert "{" not in said, said
    finally:
        locale.use(spoken)

"""The words that a table takes are those that the screens say."""

from cadre_tui.checklists.tables import vocabulary
from cadre_tui.checklists.tables.columns import plain
from cadre_tui.kinds import registry
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.words import terms


def test_what_the_screens_say_may_be_written_in_a_table() -> None:
    assert {plain(said): code for code, said in terms.LEVELS.items()} == vocabulary.LEVELS
    assert {said: code.value for code, said in terms.PURPOSES.items()}.items() <= vocabulary.PURPOSES.items()


def test_every_kind_and_purpose_has_its_word() -> None:
    assert set(vocabulary.KINDS.values()) == set(registry.names())
    assert set(vocabulary.PURPOSES.values()) == set(Purpose)

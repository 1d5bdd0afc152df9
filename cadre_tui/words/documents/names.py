"""How the files are called: by the round and by the person, so that a folder explains itself."""

from cadre_tui.locale import _, language
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Person
from cadre_tui.model.text import Text
from cadre_tui.words import terms


def sheets_folder() -> str:
    """The folder of the score sheets."""
    return _("得分单")


def sheet_name(of: Person) -> str:
    """A score sheet's, without its ending: two people of one name have different ids."""
    return _("得分单-{name}-{id}").format(name=of.name, id=of.id)


def form_name(of: Person | None, by: Purpose, title: Text) -> str:
    """A form's: with the name of who filled it in, or a blank one's."""
    said = title.say(language())
    if of is None:
        return _("空白表-{purpose}-{title}").format(purpose=terms.purpose(by), title=said)
    return _("自评表-{name}-{id}-{title}").format(name=of.name, id=of.id, title=said)


def workbook_name() -> str:
    """The workbook's."""
    return _("成绩册")


def summary_name() -> str:
    """The summary's."""
    return _("考评汇总")

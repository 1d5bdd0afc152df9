"""How a round is called: a rehearsal is marked as one wherever its title stands."""

from cadre_tui.locale import _, language
from cadre_tui.model.text import Text


def marked(said: str, mock: bool) -> str:
    """What is said of a round, with the mark of a rehearsal before it where it is ``mock``."""
    return _("【演练】{title}").format(title=said) if mock else said


def round_title(title: Text, mock: bool) -> str:
    """A round's title in the language in use, marked where the round is a rehearsal."""
    return marked(title.say(language()), mock)

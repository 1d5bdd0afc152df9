"""What is true about who sees an answer about a colleague. Pure."""

from cadre_tui.model.filling.form import Form
from cadre_tui.words.secrecy import promise


def who_sees_what(form: Form) -> str:
    """The round's rule, told truly to whoever answers."""
    return promise(confidential=form.confidential, min_raters=form.min_raters)

"""What is kept of an unfinished ballot: its marks, and behind them what was written, always of one length."""

from cadre_tui.model.ballots import remarks as written
from cadre_tui.model.ballots.form import BallotForm
from cadre_tui.model.ballots.remarks import Remarks


def kept_length(form: BallotForm) -> int:
    """Characters, whatever is marked and written."""
    return len(form.cells) + (written.LENGTH if form.text else 0)


def kept(form: BallotForm, marks: str, remarks: Remarks) -> str:
    """Marks and remarks in one.

    Raises:
        BadInput: there is no room for the remarks.
    """
    return marks + (written.packed(remarks) if form.text else "")


def taken_out(form: BallotForm, content: str | None) -> tuple[str, Remarks] | None:
    """Marks and remarks again; None where that is no ballot of this form."""
    if content is None or len(content) != kept_length(form):
        return None
    marks, rest = content[: len(form.cells)], content[len(form.cells) :]
    return (marks, written.unpacked(rest)) if form.fits(marks) else None

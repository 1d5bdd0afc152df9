"""The documents of a round in words: each is built here once, and rendered by ``reports`` in every format."""

from cadre_tui.words.documents.form import blank_form, filled_form
from cadre_tui.words.documents.names import form_name, sheet_name, sheets_folder, summary_name, workbook_name
from cadre_tui.words.documents.score_sheet import score_sheet
from cadre_tui.words.documents.summary import summary
from cadre_tui.words.documents.workbook import workbook

__all__ = [
    "blank_form",
    "filled_form",
    "form_name",
    "score_sheet",
    "sheet_name",
    "sheets_folder",
    "summary",
    "summary_name",
    "workbook",
    "workbook_name",
]

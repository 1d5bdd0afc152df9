"""A spreadsheet's names of its columns."""


def column_letters(column: int) -> str:
    """A spreadsheet's name of a column, from 1: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters

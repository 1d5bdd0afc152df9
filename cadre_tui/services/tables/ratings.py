"""The table of ratings that ``cadre analyse`` reads: subject, rater, score [, group]."""

import re
import unicodedata
from fractions import Fraction
from pathlib import Path
from typing import Final

from cadre_tui.model.codes import ratings as codes
from cadre_tui.model.fault import Fault, Place
from cadre_tui.model.results.analysis import Rating
from cadre_tui.services.tables.small_table import Column, Row, Table, read_table

MOST_RATINGS: Final = 500_000
LARGEST: Final = 10**12
MOST_CHARACTERS: Final = 40

COLUMNS: Final = {
    "subject": Column(("被评人", "subject", "被评人编号", "被评价人", "评价对象", "subjectid", "cadre", "干部")),
    "rater": Column(("评价人", "rater", "评价人编号", "评分人", "raterid")),
    "score": Column(("得分", "score", "分数", "评分", "打分", "rating", "points")),
    "group": Column(("评价主体", "group", "主体", "ratergroup", "评价主体编号"), needed=False),
}

NUMBER: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?", re.ASCII)


def read_ratings(path: Path | str) -> tuple[Rating, ...]:
    """The ratings, in the order of the rows. Scores are read exactly; whoever gave none has no row.

    Raises:
        BadInput: the file cannot be used; of a faulty table (``table-faulty``) every faulty cell is told.
    """
    table = read_table(path, COLUMNS, MOST_RATINGS, of="ratings")
    found: dict[tuple[str, str], int] = {}
    ratings = []
    for row in table.rows:
        score = _score(table, row)
        subject, rater = row.values.get("subject"), row.values.get("rater")
        if subject is None or rater is None:
            continue
        first = found.setdefault((subject, rater), row.number)
        if first != row.number:
            table.note(codes.RATED_TWICE, row, "rater", rater=rater, subject=subject, row=first)
        elif score is not None:
            ratings.append(Rating(subject, rater, score, row.values.get("group", "")))
    if not table.rows and not table.faults:
        table.faults.append(Fault(code=codes.NO_RATINGS, place=Place(file=table.file)))
    table.settle()
    return tuple(ratings)


def _score(table: Table, row: Row) -> Fraction | None:
    written = row.values.get("score")
    if written is None:
        return None
    plain = unicodedata.normalize("NFKC", written).replace("\N{MINUS SIGN}", "-").replace(" ", "")
    if len(plain) > MOST_CHARACTERS or not NUMBER.fullmatch(plain):
        table.note(codes.NOT_A_SCORE, row, "score", name=written[:MOST_CHARACTERS])
        return None
    score = Fraction(plain)
    if abs(score) > LARGEST:
        table.note(codes.SCORE_TOO_LARGE, row, "score", name=written)
        return None
    return score

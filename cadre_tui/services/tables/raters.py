"""The tables of who rates whom: pairs of rater and subject, and the short roster that ``cadre allocate`` reads."""

import unicodedata
from collections.abc import Collection
from pathlib import Path
from typing import Final, NamedTuple

from cadre_tui.model.codes import allocation as own
from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import Fault, Place
from cadre_tui.model.nearest import nearest
from cadre_tui.model.rounds.allocation import Pair, Participant
from cadre_tui.services.tables.roster import cells
from cadre_tui.services.tables.roster.columns import HEADINGS
from cadre_tui.services.tables.small_table import Column, Row, Table, read_table
from cadre_tui.tables.sheets import MOST_ROWS

MOST_PAIRS: Final = 500_000
MOST_GUESSES: Final = 50
"""What was probably meant is looked for so many times: where a whole column is wrong, guesses help nobody."""

PAIRS: Final = {
    "rater": Column(("评价人", "rater", "评价人编号", "评分人", "raterid"), ids=True),
    "subject": Column(("被评人", "subject", "被评人编号", "评价对象", "被评价人", "subjectid"), ids=True),
}

PEOPLE: Final = {
    "person": Column(("编号", "person", *HEADINGS["id"][1:]), ids=True),
    "unit": Column(("单位", "unit", *HEADINGS["unit"][1:])),
    "level": Column(("层级", "level", *HEADINGS["level"][1:]), needed=False),
    "superior": Column(("上级", "superior", *HEADINGS["superior"][1:]), needed=False, ids=True),
    "rates": Column(("评别人", "israter", "是否评价", "参加评价"), needed=False),
    "rated": Column(("参评", "rated", "israted", *HEADINGS["rated"][1:]), needed=False),
}

BARE: Final = ("是", "y", "yes", "true", "1", "√", "否", "n", "no", "false", "0", "×")


class NumberedPair(NamedTuple):
    """A pair and the row of the file that it stands in."""

    row: int
    pair: Pair


def read_pairs(
    path: Path | str, *, known: Collection[str] | None = None, by_hand: bool = False
) -> tuple[NumberedPair, ...]:
    """The pairs of a table ``rater, subject`` (评价人, 被评人), in the order of its rows.

    Where ``known`` is given, everybody must be one of those ids. A list made ``by_hand`` says who rates whom: it must
    hold something, nobody twice and nobody with themself. In a list of conflicts all that does no harm.

    Raises:
        BadInput: the file cannot be used; of a faulty table (``table-faulty``) every faulty cell is told.
    """
    table = read_table(path, PAIRS, MOST_PAIRS)
    found: dict[Pair, int] = {}
    pairs: list[NumberedPair] = []
    meant = _Meant(known or ())
    for row in table.rows:
        for column in PAIRS if known is not None else ():
            written = row.values.get(column)
            if written is not None and written not in meant.known:
                table.note(own.NO_SUCH_PERSON, row, column, name=written, meant=meant.of(written))
        if len(row.values) < len(PAIRS):
            continue
        pair = Pair(row.values["rater"], row.values["subject"])
        first = found.setdefault(pair, row.number)
        if by_hand and pair.rater == pair.subject:
            table.note(own.ONESELF, row, "subject", name=pair.rater)
        elif by_hand and first != row.number:
            table.note(own.PAIR_TWICE, row, "subject", rater=pair.rater, subject=pair.subject, row=first)
        pairs.append(NumberedPair(row.number, pair))
    if by_hand and not table.rows and not table.faults:
        table.faults.append(Fault(code=own.NO_PAIRS, place=Place(file=table.file)))
    table.settle()
    return tuple(pairs)


def read_participants(path: Path | str, *, superiors: bool = False) -> tuple[Participant, ...]:
    """The people of a table ``person, unit[, level, superior, rated, is_rater]`` (编号, 单位, 层级, 上级, …).

    ``superiors`` says that the column of superiors is needed: a rule asks for it. Other columns are not looked at, so
    that a county's whole roster can be read.

    Raises:
        BadInput: the file cannot be used; of a faulty table (``table-faulty``) every faulty cell is told.
    """
    table = read_table(path, PEOPLE, MOST_ROWS)
    if superiors and "superior" not in table.headings:
        values = {"name": PEOPLE["superior"].headings[0], "english": "superior"}
        table.faults.append(Fault(code=codes.COLUMN_MISSING, place=Place(file=table.file), values=values))
    if not table.rows and not table.faults:
        table.faults.append(Fault(code=codes.NO_PEOPLE, place=Place(file=table.file)))
    _check_ids(table)
    _check_superiors(table)
    people = [_participant(table, row) for row in table.rows]
    table.settle()
    return tuple(people)


def _participant(table: Table, row: Row) -> Participant:
    return Participant(
        id=row.values.get("person", ""),
        unit=row.values.get("unit", ""),
        superior=row.values.get("superior", ""),
        rates=_yes(table, row, "rates"),
        rated=_yes(table, row, "rated"),
    )


def _yes(table: Table, row: Row, column: str) -> bool:
    written = row.values.get(column)
    plain = unicodedata.normalize("NFKC", written or BARE[0])
    # Whether somebody is rated is also said by what they are, as in the roster.
    said = cells.rated(plain) if column == "rated" or plain.lower() in BARE else None
    if said is None:
        table.note(own.NOT_YES_OR_NO, row, column, name=written)
    return bool(said)


def _check_ids(table: Table) -> None:
    """Each id once; two that differ in capitals alone are one to most readers."""
    first: dict[str, Row] = {}
    for row in table.rows:
        written = row.values.get("person")
        if written is None:
            continue
        before = first.setdefault(written.casefold(), row)
        if before is not row:
            code = codes.ID_TWICE if before.values["person"] == written else codes.ID_ALIKE
            table.note(code, row, "person", name=written, other=before.values["person"], row=before.number)


def _check_superiors(table: Table) -> None:
    meant = _Meant({row.values["person"] for row in table.rows if "person" in row.values})
    # Where an id could not be read, who is unknown cannot be told.
    certain = all("person" in row.values for row in table.rows)
    for row in table.rows:
        superior = row.values.get("superior")
        if superior is None:
            continue
        if superior == row.values.get("person"):
            table.note(own.OWN_SUPERIOR, row, "superior", name=superior)
        elif certain and superior not in meant.known:
            table.note(own.NO_SUCH_PERSON, row, "superior", name=superior, meant=meant.of(superior))


class _Meant:
    """Who is known, and who was probably meant by somebody who is not."""

    def __init__(self, known: Collection[str]) -> None:
        self.known = frozenset(known)
        self._sorted = sorted(self.known)
        self._found: dict[str, str | None] = {}

    def of(self, written: str) -> str | None:
        """The id that looks most like what was written."""
        if written not in self._found and len(self._found) < MOST_GUESSES:
            self._found[written] = nearest(written, self._sorted, alike=0.7)
        return self._found.get(written)

"""What stands above and below the criteria of a result, and the same in plain words. Pure."""

from collections.abc import Sequence

from cadre_tui.locale import _
from cadre_tui.model.results.result import CriterionResult, Result, Vote
from cadre_tui.model.results.result import Part as ResultPart
from cadre_tui.tui.disclosure.page import vote_lines
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.lines_page import LinesPage
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.spark import spark
from cadre_tui.tui.drawing.text_table import table_lines
from cadre_tui.tui.result.page import change
from cadre_tui.words.results.explained import explained, one_figure
from cadre_tui.words.results.result import (
    advice,
    certainty,
    gap_sentences,
    part_name,
    weight,
    withheld,
)
from cadre_tui.words.results.result_tables import tables
from cadre_tui.words.secrecy import comments_told, kept_back

SPARKS_MOST = 8
"""Former rounds that are drawn, the latest of them."""


def total_lines(result: Result, language: str, glyphs: Glyphs, width: int) -> list[Line]:
    """Total, grade, and the former round's total; where there is none, why."""
    if result.total is None:
        why = _("还没有总分：{parts}").format(parts=_("；").join(_unfinished(result, language)))
        return [line(Part(each, "strong")) for each in wrap(why, width)]
    parts = [Part(_("总分") + " "), Part(str(result.total), "strong")]
    if result.grade is not None:
        parts += [Part("   " + _("等次") + " "), Part(result.grade.say(language), "strong")]
    known = [each.total for each in result.former if each.total is not None]
    if known:
        places = max(-int(result.total.as_tuple().exponent), 0)
        moved = change(result.total - known[-1], places, glyphs)
        parts.append(Part("   " + _("上轮") + f" {known[-1]} {moved}"))
    return [tuple(parts)]


def _unfinished(result: Result, language: str) -> list[str]:
    return [
        _("{part}（{why}）").format(part=part_name(part, language), why=withheld(part, result))
        for part in result.parts
        if part.weight and part.score is None
    ]


def trend_line(result: Result, glyphs: Glyphs) -> Line:
    """The totals of former rounds and this one as a spark, with their numbers; nothing where there is no former."""
    totals = [*(each.total for each in result.former), result.total][-SPARKS_MOST:]
    if len(totals) < 2:
        return ()
    numbers = " ".join(glyphs.not_applicable if each is None else str(each) for each in totals)
    told = _("近 {count} 轮").format(count=len(totals))
    return line(Part(f"{told} ", "quiet"), Part(spark(totals, glyphs)), Part(f"  {numbers}"))


def part_lines(result: Result, language: str, glyphs: Glyphs, width: int) -> list[Line]:
    """A line a part: whose score, how much it weighs, from how many; what is too long goes on below."""
    names = [part_name(part, language) for part in result.parts]
    scores = ["" if part.score is None else str(part.score) for part in result.parts]
    figures = max(map(width_of, scores), default=0)
    ends = [_counted(part, result, glyphs) for part in result.parts]
    column = width - figures - 4 - max(map(width_of, ends), default=0)
    column = min(max(map(width_of, names), default=0), max(column, width // 3))
    lines = []
    for name, score, end in zip(names, scores, ends, strict=True):
        start = f"{fit(name, column, ellipsis=glyphs.ellipsis)}  {fit(score, figures, 'right')}  "
        if width_of(start) + width_of(end) <= width:
            lines.append(line(Part(start), Part(end, "quiet")))
        else:
            lines += [line(Part(start)), *(line(Part(f"  {each}", "quiet")) for each in wrap(end, width - 2))]
    return lines


def _counted(part: ResultPart, result: Result, glyphs: Glyphs) -> str:
    """How much a part weighs, from how many, and why it has no score."""
    raters = _("{count} 人").format(count=part.raters) if part.raters and part.score is not None else ""
    told = (weight(part, result), raters, withheld(part, result))
    return f" {glyphs.dot} ".join(each for each in told if each)


def foot_lines(result: Result, language: str, width: int, *, oneself: bool) -> list[Line]:
    """Where self and colleagues differ, and what is kept back."""
    gaps = gap_sentences(result, language, oneself=oneself)
    sentences = [*gaps, certainty(result), kept_back(result), comments_told(result)]
    told = [each for sentence in sentences if sentence for each in wrap(sentence, width)]
    return [line(Part(each)) for each in told]


def side_lines(row: CriterionResult, language: str, width: int, *, oneself: bool) -> list[Line]:
    """The criterion whole, its guidance, and what one could do."""
    told = [(each, "strong") for each in wrap(row.text.say(language), width)]
    if row.guidance is not None:
        told += [("", ""), *((each, "") for each in wrap(row.guidance.say(language), width))]
    if oneself:
        told += [("", ""), (_("可以做的"), "strong"), *((each, "") for each in wrap(advice(row), width))]
    return [line(Part(text, style)) for text, style in told]


class _Wrapped(LinesPage):
    """Paragraphs that are only read, each in a style."""

    def __init__(self, paragraphs: Sequence[tuple[str, str]], width: int, before: Sequence[Line] = ()) -> None:
        wrapped = (line(Part(text, style)) for paragraph, style in paragraphs for text in _hanging(paragraph, width))
        super().__init__((*before, *wrapped))


def _hanging(paragraph: str, width: int) -> list[str]:
    """What stands under a heading goes on a little further in, so that each sentence is seen to begin."""
    bare = paragraph.lstrip(" ")
    step = len(paragraph) - len(bare)
    if not step:
        return wrap(paragraph, width)
    first, *rest = wrap(bare, width - 2 * step)
    return [" " * step + first, *(" " * 2 * step + each for each in rest)]


class TextPage(_Wrapped):
    """The same figures as tables of text, then what follows from them: for whoever cannot see the bars."""

    def __init__(self, result: Result, language: str, glyphs: Glyphs, width: int, *, oneself: bool) -> None:
        after = [*gap_sentences(result, language, oneself=oneself), certainty(result), kept_back(result)]
        drawn: list[Line] = []
        for each in tables(result, language):
            drawn += [line(Part(one, "strong")) for one in wrap(each.title, width)]
            drawn += [*(line(Part(one, "")) for one in table_lines(each, glyphs, width)), line(Part("", ""))]
        super().__init__([(each, "") for each in (*after, *_comments(result, language)) if each], width, drawn)


class StepsPage(_Wrapped):
    """How the numbers of a criterion, and the total, came about, step by step; and what one could do."""

    def __init__(
        self,
        result: Result,
        row: CriterionResult | None,
        language: str,
        width: int,
        *,
        oneself: bool,
        cell: str = "",
    ) -> None:
        """``cell`` is the column of the one number that is asked about; left out, all of them are told."""
        told: list[tuple[str, str]] = []
        alone = [one_figure(result, row, cell, language)] if cell and row is not None else None
        for heading, sentences in alone or explained(result, row, language):
            told += [(heading, "strong"), *((f"  {each}", "") for each in sentences)]
            if row is not None and oneself and heading == row.text.say(language):
                told.append(("  " + _("可以做的") + _("：") + advice(row), ""))
        super().__init__(told, width)


def _comments(result: Result, language: str) -> list[str]:
    """What colleagues wrote, sorted by its text, or why it is kept back."""
    if not result.comments:
        return [comments_told(result)]
    criteria = {row.criterion: row.text.say(language) for row in result.criteria}
    told = [f"{criteria.get(each.criterion, each.criterion)}{_('：')}{each.text}" for each in result.comments]
    return [_("同事写的评语（按文字排序）："), *told]


class VotesPage(_Wrapped):
    """Who gave what, in a named round."""

    def __init__(self, votes: Sequence[Vote], language: str, width: int) -> None:
        super().__init__(list(vote_lines(votes, language)), width)

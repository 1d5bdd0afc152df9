"""How the findings of the check and raw material are laid out: a heading a person, a line a figure. Pure."""

from collections.abc import Iterator, Sequence

from cadre_tui.locale import _
from cadre_tui.model.results.disclosure import Finding
from cadre_tui.model.results.result import Vote
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.words import secrecy


def finding_rows(findings: Sequence[Finding], language: str, glyphs: Glyphs, width: int) -> list[Row]:
    """Person by person: which figure, why it could tell something, what is done about it."""
    rows = [words(line(Part(each, "strong"))) for each in wrap(secrecy.counted(findings), width)]
    person = None
    for each in findings:
        if each.subject.id != person:
            person = each.subject.id
            rows.append(words(line("")))
            rows.append(words(line(Part(f"{each.subject.name} {glyphs.dot} {each.unit}", "strong"))))
        told = _("{figure}：{done}。{why}").format(
            figure=secrecy.figure_of(each, language), done=secrecy.done_about(each), why=secrecy.reason_of(each)
        )
        rows += _hanging(f"{glyphs.wrong} ", told, width)
    return rows


def vote_rows(votes: Sequence[Vote], language: str, width: int) -> list[Row]:
    """Criterion by criterion: who gave how many points, and what they wrote."""
    return [row for text, style in vote_lines(votes, language) for row in _hanging("", text, width, style)]


def vote_lines(votes: Sequence[Vote], language: str) -> Iterator[tuple[str, str]]:
    """The same as texts with their styles."""
    if not votes:
        yield _("没有人评过。"), ""
    criterion = None
    for each in votes:
        if (each.checklist, each.criterion) != criterion:
            criterion = (each.checklist, each.criterion)
            yield each.text.say(language), "strong"
        score = _("没有得分") if each.score is None else _("{score} 分").format(score=each.score)
        group = f"（{each.group.say(language)}）" if each.group else ""
        reason = _("；理由：{why}").format(why=each.reason) if each.reason else ""
        yield f"  {each.rater.name}{group}  {score}{reason}", ""


def _hanging(sign: str, text: str, width: int, style: str = "") -> list[Row]:
    """A text wrapped so that what follows stands below its beginning."""
    lines = wrap(text, max(width - len(sign) - 2, 8))
    return [words(line(Part((sign if not at else " " * len(sign)) + each, style))) for at, each in enumerate(lines)]

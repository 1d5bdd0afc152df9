"""How a round's raters rated, in words: who stands out, what to ask, and what a decision would do."""

from collections.abc import Iterator

from cadre_tui.locale import _, language
from cadre_tui.model.results.analysis import Absent
from cadre_tui.model.results.quality import Count, Difference, Preview, Quality, RaterQuality
from cadre_tui.model.text import Text
from cadre_tui.words.printable import printable
from cadre_tui.words.results import analysis


def count(found: Count) -> str:
    """One number, or from the least to the most."""
    if found.least == found.most:
        return str(found.least)
    return _("{least} 至 {most}").format(least=found.least, most=found.most)


def rater(each: RaterQuality) -> str:
    """The code, in a named round with the name."""
    return f"{each.code} {printable(each.person.name)}" if each.person else each.code


def severity(each: RaterQuality) -> str:
    """In points to one place; positive is strict."""
    return "-" if isinstance(each.severity, Absent) else analysis.signed(each.severity, 1)


def kinds(each: RaterQuality) -> str:
    """The short names of the flags."""
    return _("、").join(dict.fromkeys(analysis.kind(flag.code) for flag in each.flags))


def questions(each: RaterQuality) -> list[str]:
    """What to ask the rater."""
    return [analysis.question(flag) for flag in each.flags]


def voided(each: RaterQuality) -> str:
    """That the votes do not count, and why; empty where they do."""
    return _("作废：{why}").format(why=printable(each.voided.reason)) if each.voided else ""


def summary(found: Quality) -> Iterator[str]:
    """What is to be said of the whole round."""
    if not found.ratings:
        yield _("没有同事评过，没有可看的。")
        return
    if not found.raters:
        yield _("评价人太少，写出代号也认得出是谁，所以不逐个列出。")
    if found.agreement:
        yield from analysis.meaning(found.agreement)
    if found.components > 1:
        yield _("评价关系分成 {count} 片，片与片之间的宽严度不能比较。").format(count=found.components)
    if found.fitted and isinstance(found.fitted.shrink, Absent):
        yield _("宽严校正：{why}。").format(why=analysis.reason(found.fitted.shrink))
    yield _("按原始分和校正分，等次不一样的有 {count} 人，由人来定。").format(count=count(found.differ))
    yield _("下面的只是疑问，不是结论；没有哪一条会自动作废答卷。")


def deciding(found: Quality) -> str:
    """Whether votes may be made void now."""
    if found.open and found.confidential:
        return _("看过保密检查、等次或名单以后，就不能再决定作废：前后一比会看出一个人打的分。")
    if found.open:
        return _("公布以前可以决定一个人的答卷作废或恢复，要写明理由。")
    return _("现在不能再决定答卷作废。")


def effect(found: Preview) -> list[str]:
    """What would be if the rater's votes did not count."""
    return [
        _("如果代号 {code} 的答卷作废：").format(code=found.code),
        _("等次会变的有 {count} 人；").format(count=count(found.grades)),
        _("评的人不够、同事的分数不再显示的有 {count} 人。").format(count=count(found.withheld)),
    ]


def difference(each: Difference) -> tuple[str, str, str, str]:
    """Unit, name, and the two grades."""
    return printable(each.unit), printable(each.subject.name), _grade(each.plain), _grade(each.adjusted)


def _grade(text: Text | None) -> str:
    return text.say(language()) if text else _("没有等次")

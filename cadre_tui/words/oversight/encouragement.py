"""Words of encouragement as they are told: who wrote about what, and what became of a report."""

from cadre_tui.locale import _, language
from cadre_tui.model.oversight.voices import CommendationLine
from cadre_tui.words.oversight.appeals import moment


def from_whom(line: CommendationLine) -> str:
    """``李敏 就“学习成果转化”写给你``; a colleague where it is not signed."""
    name = line.commendation.name or _("一位同事")
    return _("{name} 就“{criterion}”写给你").format(name=name, criterion=line.about.say(language()))


def judged(line: CommendationLine) -> str:
    """What was said against it and what became of that; empty where nobody reported it."""
    report = line.commendation.report
    if report is None:
        return ""
    told = _("举报：{reason}").format(reason=report.reason)
    if line.commendation.hidden:
        return told + "　" + _("已隐藏：{reason}").format(reason=report.hidden_because)
    return told + "　" + _("等待处理")


def day(line: CommendationLine) -> str:
    """When it was written: the day alone where it is not signed."""
    written = moment(line.commendation.at)
    return written if line.commendation.signed else written[:10]

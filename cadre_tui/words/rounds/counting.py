"""How votes count, in words: the rule of the figures, the quota, the cases that people look at."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from cadre_tui.locale import N_, _, language
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.results.worked import Worked
from cadre_tui.model.rounds.counting_rules import PinnedRule, Quota, Referral, Rule
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.model.text import Text
from cadre_tui.words.figures import figure

RULES: Final = {
    Rule.MEAN: N_("各人总分的平均"),
    Rule.VOTES: N_("按票：每项 Σ(票数×选项分)÷有效票数，再按考评表相加"),
    Rule.TRIMMED: N_("去掉一个最高、一个最低再平均（5 人起；不足 5 人就平均）"),
    Rule.MEDIAN: N_("中位数"),
}

ADOPTED: Final = {"plain": N_("总分用原始分，校正分只供参考"), "adjusted": N_("总分用按评价人宽严度校正的分")}
ROUNDINGS: Final = {"floor": N_("舍去小数"), "half-up": N_("四舍五入"), "ceil": N_("有小数就进一")}
WITHIN: Final = {"unit": N_("按单位"), "county": N_("全县一起")}
OF_QUOTA: Final = {"scored": N_("有总分的人"), "all": N_("参加的人")}
OF_REFERRAL: Final = {"valid": N_("有效票"), "all": N_("全部票（连“不了解”）")}

NAMELESS: Final[Mapping[str, Text]] = {}


def rule_said(rule: Rule | PinnedRule | str) -> str:
    """The rule by which votes become a figure; a plugin's with the plugin and the version that counts."""
    if isinstance(rule, Rule):
        return _(RULES[rule])
    if isinstance(rule, PinnedRule):
        told = {"rule": rule.title.say(language()), "plugin": rule.plugin, "version": rule.version}
        return _("{rule}（插件 {plugin} {version} 的规则）：每项由它算出，再按考评表相加").format(**told)
    return _("插件的规则 {name}：每项由它算出，再按考评表相加").format(name=rule)


def counting_said(rules: RoundRules, rule_by: PinnedRule | None = None) -> Iterator[tuple[str, str]]:
    """What each rule is about, and what it says. ``rule_by``: the plugin that an opened round pinned."""
    if Purpose.PEER in rules.purposes:
        yield _("同事评分怎么算"), rule_said(rule_by or rules.rule) + _("；“不了解”和没有交的不算在内，不当零分")
    if rules.adopt == "adjusted":
        yield _("宽严度校正"), _(ADOPTED[rules.adopt])
    if rules.quota is not None:
        yield _("名额"), quota(rules.quota, rules)
    for each in rules.refer:
        yield _("提请研究"), referral(each)


def quota(one: Quota, rules: RoundRules) -> str:
    """How many may have a grade, and how that is rounded."""
    code = one.grade or (rules.grade[0].code if rules.grade else "")
    grade = next((each.text.say(language()) for each in rules.grade if each.code == code), code)
    return _("“{grade}”最多占{of}的 {share}，{within}算，{rounding}；总分并列的由组织研究").format(
        grade=grade,
        of=_(OF_QUOTA[one.of]),
        share=share(one.share),
        within=_(WITHIN[one.within]),
        rounding=_(ROUNDINGS[one.rounding]),
    )


def referral(one: Referral, options: Mapping[str, Text] = NAMELESS) -> str:
    """Which cases people look at: the ``options`` by their texts where these are known, else by their codes."""
    names = _("、").join(options[code].say(language()) if code in options else code for code in one.options)
    over = one.under is None
    told = _("“{options}”超过{of}的 {share}") if over else _("“{options}”不到{of}的 {share}")
    portion = one.over if over else one.under
    return told.format(options=names, of=_(OF_REFERRAL[one.of]), share=share(portion or Fraction(0)))


def share(portion: Fraction) -> str:
    """``20%``, or ``2/3`` where no decimal says it."""
    hundredths = portion * 100
    return f"{figure(hundredths)}%" if (hundredths * 100).denominator == 1 else str(portion)


def worked_out(one: Worked) -> str:
    """``(sum) ÷ counted = figure``, with what was left out: so that it can be done again."""
    if isinstance(one.applied, PinnedRule):
        by = {"rule": one.applied.title.say(language()), "plugin": one.applied.plugin}
        told_by = _("{valid} 人，由插件 {plugin} 按“{rule}”算出：{figure}")
        return told_by.format(valid=one.valid, figure=figure(one.figure), **by)
    told = {"sum": figure(one.sum), "count": one.counted, "valid": one.valid, "figure": figure(one.figure)}
    if one.applied is Rule.TRIMMED:
        said = _("{valid} 人，去掉一个最高、一个最低，其余 {count} 人：{sum} ÷ {count} = {figure}")
    elif one.applied is Rule.MEDIAN:
        middle = _("{valid} 人，中间两个：{sum} ÷ 2 = {figure}")
        said = _("{valid} 人，正中的一个：{figure}") if one.counted == 1 else middle
    elif one.applied is Rule.VOTES:
        said = _("有效票 {valid} 张，Σ(票数×选项分) {sum} ÷ {count} = {figure}")
    else:
        said = _("{valid} 人：{sum} ÷ {count} = {figure}")
    return said.format(**told).replace("= ≈", "≈ ")

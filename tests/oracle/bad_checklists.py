"""Every fault of a checklist that the format page names: a place of its example, what stands there instead, what is
said.
"""

WRITTEN_SCALE = '  scale = "level-4"\n'
WRITTEN_ID = '  id = "plan.written"\n'
SESSIONS_CAP = "  cap = 30\n"
STATION = "  allow_na = true\n  points = 10\n"
STATION_TEXT = '  text = "是否建有学习站点"\n'
REPORT = "  cap = 20                       # the most that this line can take\n"
BETWEEN = "  between = [1, 5]               # the rater picks the amount\n"
VETO = '  veto = { when = true, grade = "fail" }   # whatever the score\n'
EXTRA = "cap = 5\n\n"
ARTICLE = '  kind = "count"\n  text = "调研文章刊用"\n  cap = 5\n'
COUNTY = '  text = "县级"\n  per = 1\n'
PLACES = 'rounding = { places = 1, mode = "half-up" }\n'
PASS = 'text = "合格"\nmin = 60\n'
PASS_NEEDS = 'text = "尚可"\nmin = 50\nrequire = [{ criterion = "plan.sessions", at_least = 1 }]\n'
REQUIRE = 'require = [{ criterion = "plan.sessions", at_least = 20 }]\n'
FAIR = '  { code = "fair",    text = "较好",   score = 80 },\n'
GOOD = '  { code = "good",    text = "好",     score = 100 },\n'
FOCUS = (
    '  focus = "plan"                 # which of the four focal checks it speaks to: plan | work | group | lasting\n'
)
APPLIED = '  kind = "deduct"                # starts full, loses points, never below zero\n'
CONDUCT = 'title = "一票否决"\nkind = "penalty"\n'
SESSIONS_TEXT = '  text = "双周集中学习次数"\n'
NA_RULE = 'na_rule = "rescale"              # what'


WRITTEN_TO_SCALE = (
    "  [[section.criterion]]\n" + WRITTEN_ID + '  kind = "rating"\n'
    '  text = { zh = "年度个人学习计划是否建立", en = "Is there a written study plan for the year?" }\n'
    + FOCUS
    + WRITTEN_SCALE
)
DUTY = '  [[section.criterion.line]]\n  id = "weak-duty"\n  text = "责任不落实"\n'


def station(show_when):
    """The example with a ``show_when`` on the station."""
    return STATION, f"{STATION}  show_when = {show_when}\n"


def require(condition):
    """The example with another ``require``."""
    return REQUIRE, f"require = [{condition}]\n"


def veto(written):
    """The example with another veto."""
    return VETO, f"  veto = {written}\n"


def in_penalty(written):
    """The example with another criterion in its penalty section."""
    return VETO, VETO + f'\n  [[section.criterion]]\n  id = "conduct.more"\n  text = "其他"\n{written}'


def in_plan(written):
    """The example with another criterion, worth the station's points, in the station's place."""
    return f'  kind = "yes_no"\n{STATION_TEXT}{STATION}', f"{STATION_TEXT}{written}"


BAD_CHECKLISTS = {
    # the file itself
    "a broken line": ("total = 100 ", "total = = 100 ", ""),
    "an unknown key at the top": (NA_RULE, NA_RULE.replace("na_rule", "na_rules"), ["na_rules", "na_rule"]),
    "an unknown key of a criterion": (SESSIONS_TEXT, SESSIONS_TEXT.replace("text", "txet"), ["txet", "text"]),
    "an unknown key of a section": (CONDUCT, CONDUCT.replace("kind", "sort"), "sort"),
    "a missing id": ("  [[section.criterion]]\n" + WRITTEN_ID, "  [[section.criterion]]\n", "id"),
    "a version that is no text": ('version = "2026.1" ', "version = 2026.1 ", "version"),
    "a number written as text": ("per = 1.5\n", 'per = "1.5"\n', "per"),
    "points that are no number": (COUNTY, COUNTY.replace("1\n", "nan\n"), "per"),
    "an unknown kind": (APPLIED, '  kind = "deductt"\n', ["deductt", "deduct"]),
    "an unknown focus": (FOCUS, '  focus = "plam"\n', ["plam", "plan"]),
    "an unknown na_rule": (NA_RULE, NA_RULE.replace("rescale", "rescaled"), "rescale"),
    "an unknown level": ('["agency-staff"]', '["agency-stuff"]', ["agency-stuff", "agency-staff"]),
    "an unknown purpose": ('["self", "peer"]  ', '["self", "pear"]  ', "peer"),
    "another rounding mode": (PLACES, PLACES.replace("half-up", "half-even"), "half-up"),
    "five places": (PLACES, PLACES.replace("= 1", "= 5"), "places"),
    "places below 0": (PLACES, PLACES.replace("= 1", "= -1"), "places"),
    "an id with capitals": ('id = "qinghe.agency" ', 'id = "Qinghe.Agency" ', "Qinghe.Agency"),
    # ids
    "a doubled criterion": ('  id = "plan.station"\n', '  id = "plan.written"\n', "plan.written"),
    "a doubled section": ('[[section]]\nid = "work"\n', '[[section]]\nid = "plan"\n', "plan"),
    "a doubled option": (FAIR, FAIR.replace("fair", "good"), "good"),
    "a doubled line": ('  id = "weak-duty"\n', '  id = "no-report"\n', "no-report"),
    "a doubled grade": ('code = "pass"\n', 'code = "excellent"\n', "excellent"),
    "a doubled scale": (
        GOOD,
        GOOD + '  { code = "top", text = "特好", score = 100 }\n]\n[[scale]]\nid = "level-4"\noption = [\n' + GOOD,
        "level-4",
    ),
    "an unknown scale": (WRITTEN_SCALE, '  scale = "level-5"\n', ["level-5", "level-4"]),
    "a rating without a scale": (WRITTEN_TO_SCALE, WRITTEN_TO_SCALE.replace(WRITTEN_SCALE, ""), "scale"),
    "an unknown criterion in show_when": (
        *station('{ criterion = "plan.writen", is = "good" }'),
        ["plan.writen", "plan.written"],
    ),
    "an unknown criterion in require": (
        *require('{ criterion = "plan.session", at_least = 20 }'),
        ["plan.session", "plan.sessions"],
    ),
    "an unknown criterion in a veto": (
        *veto('{ when = { criterion = "conduct.fakes", is = true }, grade = "fail" }'),
        ["conduct.fakes", "conduct.fake"],
    ),
    "an unknown grade in a veto": (*veto('{ when = true, grade = "fall" }'), ["fall", "fail"]),
    # points
    "a section that does not sum": ("points = 60\n", "points = 61\n", ["61", "60"]),
    "a total that does not sum": ("total = 100 ", "total = 101 ", ["101", "100"]),
    "a best option that is not 100": ("option = [\n" + GOOD, "option = [\n" + GOOD.replace("100", "99"), "100"),
    "an option above 100": (FAIR, FAIR.replace("80", "101"), "101"),
    "an option below 0": (FAIR, FAIR.replace("80", "-1"), "-1"),
    "a best choice that is not the points": (
        *in_plan('  kind = "choice"\n  points = 10\n  option = [{ code = "a", text = "甲", points = 9 }]\n'),
        ["9", "10"],
    ),
    "a choice above the points": (
        *in_plan('  kind = "choice"\n  points = 10\n  option = [{ code = "a", text = "甲", points = 11 }]\n'),
        ["11", "10"],
    ),
    "a best tier that is not the points": (
        *in_plan('  kind = "tiers"\n  points = 10\n  tier = [{ at_least = 8, points = 9 }]\n'),
        ["9", "10"],
    ),
    "tiers from the lowest up": (
        *in_plan(
            '  kind = "tiers"\n  points = 10\n'
            "  tier = [{ at_least = 4, points = 5 }, { at_least = 8, points = 10 }]\n"
        ),
        "tier",
    ),
    "points for information": (*in_plan('  kind = "number"\n  points = 10\n'), "points"),
    # caps
    "a cap above the points": (SESSIONS_CAP, "  cap = 31\n", ["31", "30"]),
    "a line's cap above the points": (REPORT, "  cap = 41\n", ["41", "40"]),
    "a cap below 0": (ARTICLE, ARTICLE.replace("= 5", "= -5"), "-5"),
    "a line's cap below 0": (REPORT, "  cap = -20\n", "-20"),
    "a section's cap below 0": (CONDUCT, CONDUCT + "cap = -3\n", "-3"),
    "a base section's cap that is not its points": ("points = 60\n", "points = 60\ncap = 50\n", ["50", "60"]),
    "a section's cap that cannot be reached": (EXTRA, "cap = 6\n\n", "6"),
    "a criterion's cap that cannot be reached": (
        ARTICLE
        + '  [[section.criterion.line]]     # several lines, each with its own rate\n  id = "county"\n'
        + COUNTY
        + '  [[section.criterion.line]]\n  id = "province"\n  text = "省级"\n  per = 3\n',
        ARTICLE + '  [[section.criterion.line]]\n  id = "county"\n  text = "县级"\n  per = 1\n  cap = 2\n'
        '  [[section.criterion.line]]\n  id = "province"\n  text = "省级"\n  per = 3\n  cap = 2\n',
        "5",
    ),
    # penalties, credits
    "a deduct in a penalty section": (
        *in_penalty(
            '  kind = "deduct"\n  points = 5\n  [[section.criterion.line]]\n  id = "x"\n  text = "甲"\n  per = 1\n'
        ),
        "deduct",
    ),
    "points without a minus in a penalty section": (*in_penalty('  kind = "yes_no"\n  points = 5\n'), "5"),
    "a per without a minus in a penalty section": (*in_penalty('  kind = "count"\n  per = 2\n'), "2"),
    "a tier without a minus in a penalty section": (
        *in_penalty('  kind = "tiers"\n  tier = [{ at_least = 3, points = 4 }]\n'),
        "4",
    ),
    "an option without a minus in a penalty section": (
        *in_penalty('  kind = "choice"\n  option = [{ code = "a", text = "甲", points = 3 }]\n'),
        "3",
    ),
    "a minus in the base": (*in_plan('  kind = "count"\n  per = -1\n  points = 10\n'), "-1"),
    "points of a count outside the base": (ARTICLE, ARTICLE + "  points = 5\n", "points"),
    # what may be asked
    "an optional criterion in the base": (STATION, f"{STATION}  required = false\n", "required"),
    "extremes of a count": (SESSIONS_TEXT, f'{SESSIONS_TEXT}  evidence = "extremes"\n', "extremes"),
    "a fact for a yes or no": (STATION, f'{STATION}  fact = "study.hours"\n', "fact"),
    "a fact for a count with lines": (ARTICLE, f'{ARTICLE}  fact = "study.hours"\n', "fact"),
    "a line with neither per nor between": (DUTY + BETWEEN, DUTY, "weak-duty"),
    "a line with per and between": (DUTY + BETWEEN, f"{DUTY}{BETWEEN}  per = 1\n", "weak-duty"),
    "a range from high to low": (BETWEEN, "  between = [5, 1]\n", "between"),
    "a count with neither per nor lines": ("  per = 1.5\n", "", "per"),
    # conditions
    "a circle of show_when": (
        STATION,
        f'{STATION}  show_when = {{ criterion = "plan.last", is = true }}\n\n'
        '  [[section.criterion]]\n  id = "plan.last"\n  kind = "yes_no"\n  text = "甲"\n'
        '  show_when = { criterion = "plan.station", is = true }\n',
        ["plan.station", "plan.last"],
    ),
    "a criterion shown by itself": (*station('{ criterion = "plan.station", is = true }'), "plan.station"),
    "at_least on a code": (*station('{ criterion = "plan.written", at_least = 80 }'), "plan.written"),
    "a code where a number is": (*station('{ criterion = "plan.sessions", is = "many" }'), "plan.sessions"),
    "a number where yes or no is": (*require('{ criterion = "plan.station", is = 1 }'), "plan.station"),
    "a yes or no where a code is": (*station('{ criterion = "plan.written", is = true }'), "plan.written"),
    "an unknown option": (*station('{ criterion = "plan.written", is = "goood" }'), ["goood", "good"]),
    "a range that no number is in": (
        *station('{ criterion = "plan.sessions", at_least = 9, at_most = 8 }'),
        "show_when",
    ),
    "a count below 0": (*station('{ criterion = "plan.sessions", at_most = -1 }'), "show_when"),
    "an amount outside its range": (
        *station('{ criterion = "work.applied", line = "weak-duty", is = 6 }'),
        "show_when",
    ),
    "keys that never hold together": (
        *station('{ criterion = "plan.written", is = "good", any_of = ["fair", "poor"] }'),
        "show_when",
    ),
    "lines without a line": (*station('{ criterion = "work.applied", at_least = 1 }'), "line"),
    "a line where there is none": (*station('{ criterion = "plan.sessions", line = "x", at_least = 1 }'), "line"),
    "an unknown line": (
        *station('{ criterion = "work.applied", line = "weak-dutty", at_least = 1 }'),
        ["weak-dutty", "weak-duty"],
    ),
    "nothing compared": (*station('{ criterion = "plan.sessions" }'), "at_least"),
    "a veto that never holds": (*veto('{ when = { at_least = 3 }, grade = "fail" }'), "conduct.fake"),
    # grades
    "a min that is not below the one before": (PASS, f'{PASS}[[grade]]\ncode = "more"\n{PASS}', "60"),
    "a grade that those before it always take": (
        PASS,
        f'{PASS}[[grade]]\ncode = "bare"\n{PASS_NEEDS}[[grade]]\ncode = "more"\ntext = "良"\nmin = 70\n',
        "70",
    ),
    "a grade above everything that can be had": ("min = 90\n", "min = 106\n", "106"),
    # texts and scales
    "an empty text": (SESSIONS_TEXT, '  text = ""\n', "text"),
    "a scale without an option": (
        GOOD,
        GOOD + ']\n[[scale]]\nid = "none"\noption = [\n',
        "",
    ),
}

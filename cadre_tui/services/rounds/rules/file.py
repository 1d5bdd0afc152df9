"""A round file: the rules of one round, in TOML. What is left out is as the remark says.

::

    schema = 1                      # may be left out
    id = "2026-h2"                  # letters, digits, - _ and dots; never used again
    title = { zh = "2026年下半年学习考评", en = "Learning evaluation, second half of 2026" }
    lang = "zh"                     # what a plain text is written in; zh if left out
    mock = false                    # true: a rehearsal, marked as one on every screen and page
    secrecy = "confidential"        # or named: the organiser and the person rated may see who gave which score;
                                    # or anonymous: colleagues vote by ballot, nobody knows who
    colleagues = "groups"           # unit (if left out), roster, groups, list, balanced, ballots, none
    # reviewers = 5                 # balanced: so many raters for everybody
    # seed = 20261128               # balanced: where the dealing out begins
    # spare_superiors = true        # balanced: nobody rates their superior
    inspectors = ["zzb"]            # ids of the people who fill what is used by "check"
    # tellers = ["q002", "q003"]    # anonymous: who counts slips and opens the boxes, two together
    # ballot_text = true            # anonymous: a word about each person may be written on a ballot; false
    units = ["城关镇", "县政府办公室"]   # who takes part; left out: all units
    sequence = "self-first"         # colleagues after the self-assessment; together (if left out): both at once
    grace = 24                      # hours after a deadline in which a hand-in is taken, and marked late; 0
    min_raters = 5                  # no figure from colleagues from fewer; confidential 5 (3 at least), named 1
    min_comments = 8                # no comment from fewer; confidential 8, named 1
    unanimity = "withhold"          # or show: a criterion's figure where all answered it alike, confidential rounds
    rule = "mean"                   # how colleagues' answers become a figure; or votes, trimmed, median
    adopt = "plain"                 # or adjusted: totals reckon with the figure adjusted for the raters' severity
    rounding = { places = 1 }       # of the total
    appeal_days = 7                 # days after publication in which a cadre may object; 0: none
    commendations = "signed"        # or unsigned, none: words of encouragement among colleagues
    remind_every = 24               # hours between two reminders of one person
    # former = "2026-h1"            # the published round that this one is held against; the first has none
    # facts_from = 2026-07-01       # the first day that known numbers are counted from; New Year's Day

    [opens]                         # each may be left out: then somebody opens the round by hand
    self = 2026-12-01               # a day: from its beginning, in China (+08:00)
    peer = 2026-12-22T08:00:00+08:00    # a moment carries its zone; +08:00 is assumed, and said, where it has none

    [deadlines]                     # each may be left out: then the closing of the round ends it
    self = 2026-12-20               # a day: until its end, in China
    peer = 2026-12-27T18:00:00+08:00

    [validity]                      # left out: every set of responses is taken
    blanks = 0.34                   # up to this share of a response may stay blank and counts as 不了解
    best = 0.4                      # the best grade for at most this share of those whom one rates

    [[group]]                       # colleagues = "groups": a rater belongs to the first group that fits
    id = "a"
    title = { zh = "领导", en = "Superiors" }
    who = ["superiors"]             # superiors, equals, subordinates, served, unit
    # levels = ["county-leadership"]    # only these levels
    weight = 30                     # among the groups; 1
    # minimum = 1                   # valid answers; min_raters if left out
    merge = "b"                     # the group that it is counted with where there are fewer; the next if left out

    [[group]]
    id = "b"
    title = { zh = "同级和下属", en = "Equals and subordinates" }
    who = ["equals", "subordinates"]
    weight = 70

    [[use]]                         # at least one
    checklist = "core.learning"     # an id (the newest version when the round opens) or "id|version"
    by = "self"                     # self, peer or check
    weight = 40                     # in the total; left out or 0: shown, not counted

    [[use]]
    checklist = "core.mutual"
    by = "peer"
    weight = 60

    [[grade]]                       # from the top, the first that is reached; may be left out
    code = "excellent"
    text = "优秀"
    min = 90

    [[grade]]
    code = "pass"
    text = "合格"
    min = 0

    [quota]                         # left out: as many as reach it
    grade = "excellent"             # the best one if left out
    share = 0.2                     # of those who count: a number, or a text such as "1/3"
    rounding = "floor"              # if left out; or half-up, ceil
    within = "unit"                 # if left out; or county
    of = "scored"                   # if left out: whoever has a total; or all: all who take part

    [[refer]]                       # cases that people look at; as many as wanted
    options = ["good", "fair"]      # codes of the options: their share of all colleagues' votes about a person
    under = "2/3"                   # below it; or over: above it; exactly one of the two
    of = "valid"                    # if left out: of the answers with a score; or all: also of 不了解
"""

from pathlib import Path
from typing import Any, Final

from cadre_tui.files.content import MEGABYTE, TooLarge, content
from cadre_tui.files.told_name import told_name
from cadre_tui.files.toml import NotToml, toml
from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import BadInput, Fault, Place
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.services.rounds.rules.reading import SCHEMA, rules_in

MOST_BYTES: Final = MEGABYTE


def read_rules(path: Path | str) -> RoundRules:
    """The rules that a round file says.

    Raises:
        BadInput: the file cannot be used (``round-file-faulty``: every fault is listed).
    """
    return read_round_file(path)[0]


def read_round_file(path: Path | str) -> tuple[RoundRules, tuple[Fault, ...]]:
    """The rules, and what should be said about the file though it can be used (warnings).

    Raises:
        BadInput: as ``read_rules``.
    """
    file = told_name(path)
    text, raw = _toml(_bytes(Path(path)), file)
    schema = raw.get("schema", SCHEMA)
    if isinstance(schema, int) and schema > SCHEMA:
        raise BadInput("round-file-newer", file=file, schema=schema)
    rules, told = rules_in(raw, text, file)
    wrong = tuple(each for each in told if not each.warning)
    if wrong or rules is None:
        raise BadInput("round-file-faulty", wrong, file=file, count=len(wrong))
    return rules, told


def _bytes(path: Path) -> bytes:
    try:
        return content(path, MOST_BYTES)
    except TooLarge:
        raise BadInput("round-file-too-large", file=path.name) from None
    except FileNotFoundError:
        raise BadInput("round-file-not-found", file=str(path)) from None
    except (OSError, ValueError):
        raise BadInput("round-file-unreadable", file=str(path)) from None


def _toml(written: bytes, file: str) -> tuple[str, dict[str, Any]]:
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(file=file, line=written.count(b"\n", 0, error.start) + 1)
        raise BadInput(
            "round-file-faulty", (Fault(code=codes.ROUND_NOT_UTF8, place=place),), file=file, count=1
        ) from None
    try:
        return text, toml(text)
    except NotToml as error:
        place = Place(file=file, line=error.line)
        fault = Fault(code=codes.ROUND_NOT_TOML, place=place, values={"parser": error.why})
        raise BadInput("round-file-faulty", (fault,), file=file, count=1) from None

"""What a faulty checklist gets: every fault at once, its code, its place, and what was meant."""

import pytest

from cadre_tui import checklists
from cadre_tui.model.fault import BadInput, CadreError, NotRight
from cadre_tui.words import faults as words
from cadre_tui.words import refusals
from tests.examples.writing import HEAD, SCALE, faults, rating, section, yes_no

COUNT = 'id = "c"\nkind = "count"\ntext = "次"\n'
DEDUCT = 'id = "c"\nkind = "deduct"\ntext = "扣"\npoints = 10\n'
LINE = '[[section.criterion.line]]\nid = "one"\ntext = "一"\n'
TIERS = 'id = "c"\nkind = "tiers"\ntext = "档"\n'
CHOICE = 'id = "c"\nkind = "choice"\ntext = "选"\n'
TEXT = 'id = "t"\nkind = "text"\ntext = "文"\n'
NUMBER = 'id = "n"\nkind = "number"\ntext = "数"\n'
BONUS = 'kind = "bonus"'
PENALTY = 'kind = "penalty"'


def grades(*minimums: str) -> str:
    return "".join(f'\n[[grade]]\ncode = "g{at}"\ntext = "等"\nmin = {each}\n' for at, each in enumerate(minimums))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        # names
        ((section(yes_no("a"), yes_no("a")),), ("CL020", "a › id")),
        ((section(yes_no("a")), section(yes_no("a"), section_id="s2")), ("CL020", "a › id")),
        ((section(yes_no("a")), section(yes_no("b"))), ("CL020", "section › s › id")),
        ((section(yes_no("a")), SCALE), ("CL020", "scale › level › id")),
        ((section(DEDUCT + f"{LINE}per = 1\n{LINE}per = 1"),), ("CL020", "c › line › one › id")),
        ((section(CHOICE + 'points = 1\noption = [{code="x",text="x",points=1},{code="x",text="x"}]'),),
         ("CL020", "c › option › x › code")),
        ((section(yes_no("a b")),), ("CL016", "a b › id")),
        ((section(rating("a").replace('"level"', '"lewel"')),), ("CL021", "a › scale")),
        ((section(yes_no("a", "10", 'show_when = { criterion = "b", is = true }')),),
         ("CL022", "a › show_when › criterion")),
        ((section(yes_no("a", "10", 'veto = { when = true, grade = "x" }')),), ("CL023", "a › veto › grade")),
        ((section(yes_no("a", "10", 'veto = { when = { criterion = "b", is = true }, grade = "g0" }')), grades("0")),
         ("CL022", "a › veto › when › criterion")),
        ((section(yes_no("a")), grades("0") + 'require = [{ criterion = "b", is = true }]'),
         ("CL022", "grade › g0 › require › 1 › criterion")),
        # points that do not sum
        ((section(yes_no("a"), head="points = 11"),), ("CL030", "section › s › points")),
        # caps
        ((section(yes_no("a"), head="cap = 9"),), ("CL032", "section › s › cap")),
        ((section(yes_no("a"), head=BONUS + "\ncap = -1"),), ("CL033", "section › s › cap")),
        ((section(yes_no("a"), head=BONUS + "\ncap = 11"),), ("CL034", "section › s › cap")),
        ((section(yes_no("a", "-10"), head=PENALTY + "\ncap = 11"),), ("CL034", "section › s › cap")),
        ((section(yes_no("a", "-10"), head=PENALTY + "\ncap = -5"),), ("CL033", "section › s › cap")),
        ((section(COUNT + "per = 1\ncap = -1\npoints = 5"),), ("CL033", "c › cap")),
        ((section(COUNT + "per = 1\ncap = 6\npoints = 5"),), ("CL035", "c › cap")),
        ((section(COUNT + f"cap = 6\n{LINE}per = 1\ncap = 5", head=BONUS),), ("CL034", "c › cap")),
        ((section(COUNT + f"points = 5\n{LINE}per = 1\ncap = 6"),), ("CL035", "c › line › one › cap")),
        ((section(DEDUCT + f"{LINE}per = 1\ncap = 11"),), ("CL035", "c › line › one › cap")),
        ((section(DEDUCT + f"{LINE}per = 1\ncap = -1"),), ("CL033", "c › line › one › cap")),
        ((section(DEDUCT + f"{LINE}between = [1, 5]\ncap = 6"),), ("CL034", "c › line › one › cap")),
        ((section(DEDUCT + f"{LINE}per = 0\ncap = 6"),), ("CL034", "c › line › one › cap")),
        # the best equals the points, in the base
        ((section(CHOICE + 'points = 5\noption = [{ code = "x", text = "x", points = 4 }]'),),
         ("CL036", "c › option")),
        ((section(TIERS + "points = 5\ntier = [{ at_least = 1, points = 6 }]"),), ("CL036", "c › tier")),
        # signs
        ((section(yes_no("a", "5"), head=PENALTY),), ("CL037", "a › points")),
        ((section(COUNT + "per = 1", head=PENALTY),), ("CL037", "c › per")),
        ((section(COUNT + f"{LINE}per = 1", head=PENALTY),), ("CL037", "c › line › one › per")),
        ((section(CHOICE + 'option = [{ code = "x", text = "x", points = 4 }]', head=PENALTY),),
         ("CL037", "c › option › x › points")),
        ((section(TIERS + "tier = [{ at_least = 1, points = 6 }]", head=PENALTY),),
         ("CL037", "c › tier › 1 › points")),
        ((section(yes_no("a", "-5")),), ("CL038", "a › points")),
        ((section(COUNT + "per = -1", head=BONUS),), ("CL038", "c › per")),
        ((section(DEDUCT + f"{LINE}per = -1"),), ("CL038", "c › line › one › per")),
        ((section("id = 'c'\nkind = 'deduct'\ntext = '扣'\npoints = -10\n" + f"{LINE}per = 1", head=PENALTY),),
         ("CL041", "c › kind")),
        # what a kind does not take
        ((section(COUNT + "per = 1\npoints = 5", head=BONUS),), ("CL042", "c › points")),
        ((section(yes_no("a"), TEXT + "points = 5"),), ("CL043", "t › points")),
        ((section(TIERS + "points = 5\ntier = [{ at_least = 1, points = 5 }, { at_least = 1, points = 4 }]"),),
         ("CL044", "c › tier › 2 › at_least")),
        ((section(COUNT + "points = 5"),), ("CL045", "c")),
        ((section(COUNT + f"points = 5\nper = 1\n{LINE}per = 1"),), ("CL045", "c")),
        ((section(DEDUCT + LINE),), ("CL046", "c › line › one")),
        ((section(DEDUCT + f"{LINE}per = 1\nbetween = [1, 2]"),), ("CL046", "c › line › one")),
        ((section(DEDUCT + f"{LINE}between = [5, 1]"),), ("CL047", "c › line › one › between")),
        ((section(yes_no("a", "10", "required = false")),), ("CL050", "a › required")),
        ((section(yes_no("a", "10", 'reason = "extremes"')),), ("CL051", "a › reason")),
        ((section(yes_no("a", "10", 'fact = "study.hours"')),), ("CL052", "a › fact")),
        ((section(COUNT + f'points = 5\nfact = "x.y"\n{LINE}per = 1'),), ("CL052", "c › fact")),
        # conditions
        ((section(yes_no("a", "10", 'show_when = { criterion = "a", is = true }')),), ("CL060", "a › show_when")),
        ((section(yes_no("a"), rating("b", "10", 'show_when = { criterion = "a", at_least = 1 }')),),
         ("CL061", "b › show_when › at_least")),
        ((section(yes_no("a"), rating("b", "10", 'show_when = { criterion = "a", is = 1 }')),),
         ("CL061", "b › show_when › is")),
        ((section(rating("b"), yes_no("a", "10", 'show_when = { criterion = "b", at_least = 80 }')),),
         ("CL061", "a › show_when › at_least")),
        ((section(rating("b"), yes_no("a", "10", 'show_when = { criterion = "b", is = "goud" }')),),
         ("CL025", "a › show_when › is")),
        ((section(NUMBER, yes_no("a", "10", 'show_when = { criterion = "n", at_least = 5, at_most = 4 }')),),
         ("CL062", "a › show_when")),
        ((section(NUMBER, yes_no("a", "10", 'show_when = { criterion = "n", is = 5, any_of = [4] }')),),
         ("CL062", "a › show_when")),
        ((section(NUMBER, yes_no("a", "10", 'show_when = { criterion = "n", any_of = [] }')),),
         ("CL062", "a › show_when")),
        ((section(COUNT + "points = 5\nper = 1",
                  yes_no("a", "10", 'show_when = { criterion = "c", at_most = -1 }')),),
         ("CL062", "a › show_when")),
        ((section("id='r'\nkind='ratio'\ntext='率'\npoints=5",
                  yes_no("a", "1", 'show_when = {criterion="r", is=2}')),),
         ("CL062", "a › show_when")),
        ((section(DEDUCT + f"{LINE}between = [2, 5]",
                  yes_no("a", "1", 'show_when = { criterion = "c", line = "one", is = 1 }')),),
         ("CL062", "a › show_when")),
        ((section(DEDUCT + f"{LINE}per = 1", yes_no("a", "1", 'show_when = { criterion = "c", is = 1 }')),),
         ("CL063", "a › show_when")),
        ((section(DEDUCT + f"{LINE}per = 1",
                  yes_no("a", "1", 'show_when = { criterion = "c", line = "x", is = 1 }')),),
         ("CL024", "a › show_when › line")),
        ((section(NUMBER, yes_no("a", "1", 'show_when = { criterion = "n", line = "x", is = 1 }')),),
         ("CL064", "a › show_when › line")),
        ((section(NUMBER, yes_no("a", "1", 'show_when = { criterion = "n" }')),), ("CL065", "a › show_when")),
        ((section(NUMBER, yes_no("a", "1", 'show_when = { criterion = "n", equal = 1, is = 1 }')),),
         ("CL010", "a › show_when › equal")),
        # grades
        ((section(yes_no("a", "100")), grades("60", "60")), ("CL070", "grade › g1 › min")),
        ((section(yes_no("a", "100")), grades("60", "70")), ("CL070", "grade › g1 › min")),
        ((section(yes_no("a", "100")), grades("101", "70")), ("CL071", "grade › g0 › min")),
        ((section(yes_no("a", "100")), grades("60", "0", "-1")), ("CL071", "grade › g2 › min")),
        # fields
        ((section(yes_no("a", "true")),), ("CL012", "a › points")),
        ((section(yes_no("a", '"10"')),), ("CL012", "a › points")),
        ((section(yes_no("a", "inf")),), ("CL014", "a › points")),
        ((section(yes_no("a", "1e999999999")),), ("CL014", "a › points")),
        ((section(yes_no("a", "1e-999999999")),), ("CL014", "a › points")),
        ((section(yes_no("a", "10", "allow_na = 1")),), ("CL012", "a › allow_na")),
        ((section(yes_no("a", "10", 'evidence = "sometimes"')),), ("CL013", "a › evidence")),
        ((section(yes_no("a", "10", 'guidence = "x"')),), ("CL010", "a › guidence")),
        ((section(yes_no("a", "10", "guidance = { zh = '' }")),), ("CL015", "a › guidance › zh")),
        ((section(yes_no("a", "10", "guidance = { '中' = 'x' }")),), ("CL017", "a › guidance › 中")),
        ((section(yes_no("a", "10", 'guidance = "\\u001b[2J"')),), ("CL019", "a › guidance")),
        ((section(yes_no("a\\u001b")),), ("CL016", "id")),
        ((section("kind = 'yes_no'\ntext = '问'"),), ("CL011", "1 › id")),
        ((section("id = 'a'\ntext = '问'"),), ("CL011", "a › kind")),
        ((section("id = 'a'\nkind = 'yesno'\ntext = '问'"),), ("CL026", "a › kind")),
        ((section(),), ("CL015", "section › s › criterion")),
    ],
)  # fmt: skip
def test_each_fault_has_its_code_and_its_place(parts: tuple[str, ...], expected: tuple[str, str]) -> None:
    found = faults(*parts)
    assert [code for code, _ in found] == [expected[0]]
    assert found[0][1].endswith(expected[1])


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("total = 11", ("CL031", "total")),
        ("rounding = { places = 5 }", ("CL018", "rounding › places")),
        ("rounding = { places = 1.0 }", ("CL012", "rounding › places")),
        ('rounding = { mode = "up" }', ("CL013", "rounding › mode")),
        ('na_rule = "none"', ("CL013", "na_rule")),
        ('levels = ["vilage-branch"]', ("CL028", "levels › 1")),
        ('purpose = ["pier"]', ("CL013", "purpose › 1")),
        ("approved = 2026-03-01T00:00:00", ("CL012", "approved")),
        ('approved = "2026-03-01"', ("CL012", "approved")),
        ('lang = "Chinese"', ("CL017", "lang")),
        ("titel = 'x'", ("CL010", "titel")),
        ("digest = 'x'", ("CL010", "digest")),
        ("canonical = {}", ("CL010", "canonical")),
    ],
)
def test_so_has_each_fault_of_the_head(head: str, expected: tuple[str, str]) -> None:
    assert faults(section(yes_no("a")), head=head) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('id = "test.list"', 'id = "test"', ("CL016", "id")),
        ('id = "test.list"', 'id = "Test.List"', ("CL016", "id")),
        ('version = "1"', "version = 1", ("CL012", "version")),
        ('version = "1"', "version = 2026.10", ("CL012", "version")),
        ('title = "考评表"', "", ("CL011", "title")),
        ("schema = 1", "", ("CL011", "schema")),
        ("schema = 1", "schema = 0", ("CL004", "schema")),
        ("schema = 1", 'schema = "1"', ("CL004", "schema")),
        ("schema = 1", "schema = true", ("CL004", "schema")),
    ],
)
def test_and_of_what_names_the_checklist(old: str, new: str, expected: tuple[str, str]) -> None:
    assert faults(whole=(HEAD + SCALE + section(yes_no("a"))).replace(old, new)) == [expected]


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        ('{ code = "a", text = "A", score = 90 }', ["CL040"]),
        ('{ code = "a", text = "A" }', ["CL040"]),
        ('{ code = "a", text = "A", score = 100 }, { code = "b", text = "B", score = -1 }', ["CL039"]),
        ('{ code = "a", text = "A", score = 100 }, { code = "b", text = "B", score = 101 }', ["CL039"]),
        ('{ code = "a", text = "A", score = 100 }, { code = "a", text = "B", score = 0 }', ["CL020"]),
    ],
)
def test_scores_of_a_scale_run_from_0_to_100(scale: str, expected: list[str]) -> None:
    extra = f'\n[[scale]]\nid = "other"\noption = [{scale}]\n'
    assert [code for code, _ in faults(extra, section(yes_no("a")))] == expected


def test_a_name_that_is_no_text_is_told_where_it_stands() -> None:
    extra = '\n[[scale]]\nid = { is = true }\noption = [{ code = "a", text = "A", score = 100 }]\n'
    assert faults(extra, section(yes_no("a"))) == [("CL012", "scale › 2 › id")]


def test_everything_is_told_at_once_in_the_order_of_the_file() -> None:
    found = faults(
        section(yes_no("a", '"ten"'), rating("b", "10", 'pionts = 3\nshow_when = { criterion = "x", is = true }')),
        section(COUNT + "per = -1\ncap = 50\npoints = 40\nrequired = false", head="points = 41", section_id="t"),
        grades("60", "60"),
        head='na_rule = "recsale"\ntotal = 99',
    )
    assert [code for code, _ in found] == [
        "CL013", "CL012", "CL010", "CL022", "CL030", "CL038", "CL035", "CL050", "CL070",
    ]  # fmt: skip


def test_one_wrong_part_makes_no_other_look_wrong() -> None:
    scale = '\n[[scale]]\nid = "other"\noption = [{ code = "x", score = 100 }]\n'
    rated = rating("a").replace('"level"', '"other"')
    asked = yes_no("b", "10", 'show_when = { criterion = "a", is = "x" }')
    assert faults(scale, section(rated, asked)) == [("CL011", "scale › other › option › x › text")]
    bonus = section(COUNT + "per = 1\ncap = 5", head='kind = "bonsu"\ncap = 4', section_id="b")
    assert faults(section(yes_no("a")), bonus, head="total = 10") == [("CL013", "section › b › kind")]
    assert faults(section(yes_no("a").replace('id = "a"\n', ""), head="points = 10")) == [
        ("CL011", "section › s › criterion › 1 › id")
    ]


def test_a_circle_is_told_once_wherever_one_walks_into_it() -> None:
    def shown(name: str, by: str) -> str:
        return yes_no(name, "10", f'show_when = {{ criterion = "{by}", is = true }}')

    with pytest.raises(NotRight) as caught:
        checklists.parse(HEAD + section(shown("z", "a"), shown("a", "b"), shown("b", "c"), shown("c", "a")), "x.toml")
    assert [fault.values["circle"] for fault in caught.value.faults] == [("a", "b", "c", "a")]


def test_a_slip_of_the_pen_is_answered_with_what_was_meant() -> None:
    text = HEAD + SCALE + section(rating("a", "10", 'guidence = "x"'))
    line = text[: text.index("guidence")].count("\n") + 1
    with pytest.raises(NotRight) as caught:
        checklists.parse(text, "a/list.toml")
    (fault,) = caught.value.faults
    assert words.sentence(fault) == (
        f"list.toml 第 {line} 行 CL010 a › guidence：这里没有 guidence 这个键；是不是想写“guidance”？"
    )
    assert caught.value.exit_code == 1


@pytest.mark.parametrize(
    "parts",
    [
        # a grade with a require may be followed by one with the same min, or a higher one
        (section(yes_no("a", "100")), grades("60") + 'require = [{ criterion = "a", is = true }]',
         grades("60").replace("g0", "x")),
        # the best total is 100 and 5 more
        (section(yes_no("a", "100")), section(yes_no("b", "5"), head=BONUS, section_id="b"), grades("105", "0")),
        # no cap on a bonus: no limit
        (section(yes_no("a", "100")), section(COUNT + "per = 1", head=BONUS, section_id="b"), grades("500", "0")),
        # a veto may name a grade that no total gives
        (section(yes_no("a", "100", 'veto = { when = false, grade = "g1" }')), grades("0", "-1")),
        # a veto may look at another criterion
        (section(yes_no("a", "100"),
                 yes_no("b", "0", 'veto = { when = { criterion = "a", is = false }, grade = "g0" }')), grades("0")),
        (section(DEDUCT + f"{LINE}between = [1, 5]\ncap = 5"),),
        (section(COUNT + f"cap = 5\n{LINE}per = 1\ncap = 5", head=BONUS),),
        (section(COUNT + "per = -1\ncap = 5", head=PENALTY),),
        (section(CHOICE + 'option = [{ code = "x", text = "x" }, { code = "y", text = "y", points = -5 }]',
                 head=PENALTY),),
        (section(yes_no("a"), TEXT + "required = false"),),
        (section(yes_no("a", "10", "required = false"), head=BONUS),),
        (section(DEDUCT + f"{LINE}between = [2, 5]",
                 yes_no("a", "1", 'show_when = { criterion = "c", line = "one", at_most = 1 }')),),
    ],
)  # fmt: skip
def test_what_the_page_allows_is_allowed(parts: tuple[str, ...]) -> None:
    assert faults(*parts) == []


def test_a_newer_format_is_answered_with_a_newer_program_and_nothing_else() -> None:
    with pytest.raises(NotRight) as caught:
        checklists.parse("schema = 2\nnonsense = true\n[[section]]\nkind = 7\n", "x.toml")
    assert caught.value.faults == ()
    assert "需要更新的程序" in refusals.sentence(caught.value)


def test_an_overlay_and_a_table_are_refused_by_name() -> None:
    with pytest.raises(BadInput, match="checklist-overlay"):
        checklists.parse(
            'schema = 1\nid = "qinghe.core"\nversion = "1"\n[overlay]\nbase = "core.learning|1"\n', "x.toml"
        )
    with pytest.raises(BadInput, match="checklist-table"):
        checklists.read("list.ods")


def test_a_kind_that_nothing_here_resembles_is_a_plugins() -> None:
    with pytest.raises(BadInput, match="checklist-kind-missing") as caught:
        checklists.parse(HEAD + section('id = "a"\nkind = "qinghe.map"\ntext = "图"\npoints = 5'), "x.toml")
    assert "qinghe.map" in refusals.sentence(caught.value)


def test_a_syntax_error_has_its_line() -> None:
    with pytest.raises(NotRight) as caught:
        checklists.parse('schema = 1\nid = "a.b\n', "x.toml")
    assert (caught.value.faults[0].code, caught.value.faults[0].place.line) == ("CL001", 2)


def test_bytes_that_are_not_utf8_are_told_and_a_bom_is_fine() -> None:
    good = HEAD + SCALE + section(yes_no("a"))
    with pytest.raises(NotRight) as caught:
        checklists.parse(good.encode("gb18030"), "x.toml")
    assert [fault.code for fault in caught.value.faults] == ["CL002"]
    assert "UTF-8" in words.sentence(caught.value.faults[0])
    assert checklists.parse(b"\xef\xbb\xbf" + good.encode(), "x.toml") == checklists.parse(good, "x.toml")


def test_a_missing_translation_is_a_warning(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "list.toml"
    text = (HEAD + SCALE + section(yes_no("a"))).replace('"考评表"', '{ zh = "考评表", en = "A list" }')
    file.write_text(text, encoding="utf-8")
    found = checklists.check(file)
    assert found
    assert {(fault.code, fault.warning, fault.values["language"]) for fault in found} == {("CL080", True, "en")}
    assert checklists.read(file).name == "test.list|1"


@pytest.mark.parametrize("name", ["nowhere.toml", ".", "x\0.toml"])
def test_a_file_that_cannot_be_read_is_bad_input(name: str) -> None:
    with pytest.raises(CadreError) as caught:
        checklists.read(name)
    assert caught.value.exit_code == 2
    assert refusals.sentence(caught.value)

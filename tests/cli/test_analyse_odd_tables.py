"""``cadre analyse`` and the tables that offices really hand in: read alike, or refused in one sentence a fault."""

import re

import pytest

from cadre_tui.services.tables import ratings
from tests.cli.commands import Commands, refused
from tests.files.workbooks import edited

PLAIN = "subject,rater,score\nc1,r1,85\nc1,r2,80\nc2,r1,70\nc2,r2,65.5\n"


def extra(text: str) -> str:
    head, *lines = text.splitlines()
    return "\n".join([f"no,{head.upper()},remark", *(f'{at},{each},"a, b"' for at, each in enumerate(lines))])


SAME = {
    "semicolons": PLAIN.replace(",", ";"),
    "tabs": PLAIN.replace(",", "\t"),
    "what Excel writes above": "sep=;\n" + PLAIN.replace(",", ";"),
    "blank lines": "\n\n" + PLAIN.replace("c2,r1", "\n,,\n  ,,\nc2,r1") + "\n\n",
    "ends of lines of an old machine": PLAIN.replace("\n", "\r"),
    "columns that nobody asked for": extra(PLAIN),
    "blanks around": PLAIN.replace(",", " , "),
    "the headings once more on the second page": PLAIN.replace("c2,r1", "subject,rater,score\nc2,r1"),
    "quotation marks": "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in PLAIN.splitlines()),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_it_is_the_same_table(commands: Commands, text: str) -> None:
    expected = commands("analyse", commands.file("plain.csv", PLAIN), "--json").json
    odd = commands.file("odd.csv", "")
    odd.write_bytes(b"\xef\xbb\xbf" + text.encode())  # as Excel saves it
    assert commands("analyse", odd, "--json").json == expected


def test_whoever_rates_one_alone_is_a_piece_and_compared_with_nobody(commands: Commands) -> None:
    answer = commands("analyse", commands.file("x.csv", PLAIN + "c9,r9,99\n"), "--json").json
    assert (answer["connected"], answer["components"]) == (False, 2)
    alone, lonely = answer["subjects"]["c9"], answer["raters"]["r9"]
    assert (alone["n"], alone["mean"], alone["median"]) == (1, 99, 99)
    assert (alone["adjusted"], alone["sensitivity"], lonely["severity"]) == (None, None, None)
    assert alone["reasons"].keys() >= {"adjusted", "sensitivity"}
    assert "severity" in lonely["reasons"]


def test_pieces_have_severities_of_their_own_with_their_signs(commands: Commands) -> None:
    """r1 gives 5 and 4.5 more than r2, so r2 is strict by half of the mean of these; q2 is lenient by 10."""
    other = "d1,q1,60\nd1,q2,80\nd2,q1,40\nd2,q2,60\n"
    answer = commands("analyse", commands.file("x.csv", PLAIN + other), "--shrink", "0", "--json").json
    assert (answer["connected"], answer["components"]) == (False, 2)
    severity = {name: each["severity"] for name, each in answer["raters"].items()}
    expected = {"r1": -2.375, "r2": 2.375, "q1": 10.0, "q2": -10.0}
    assert severity == {name: pytest.approx(each) for name, each in expected.items()}
    assert answer["ranking"] is None


FAULTY = {
    "a score twice": (PLAIN + "c1,r1,86\n", "AN001", "line 6"),
    "a word": (PLAIN + "c3,r1,eighty\n", "AN002", "eighty"),
    "a unit": (PLAIN + "c3,r1,85分\n", "AN002", "85分"),
    "a decimal comma": (PLAIN.replace(",", ";") + "c3;r1;85,5\n", "AN002", "85,5"),
    "a short row": (PLAIN + "c3,r1\n", "RO010", "score"),
    "a column twice": (PLAIN.replace("score", "score,score"), "RO008", "score"),
    "a sign of control": (PLAIN + "c3,r\x00,80\n", "RO018", "rater"),
    "no headings": (PLAIN.partition("\n")[2], "RO005", "subject, rater, score"),
    "nothing but headings": (PLAIN.partition("\n")[0], "AN004", "subject, rater, score"),
}


@pytest.mark.parametrize(("text", "code", "part"), FAULTY.values(), ids=FAULTY)
def test_what_is_wrong_is_told_where_it_stands(commands: Commands, text: str, code: str, part: str) -> None:
    told = commands("--lang", "en", "analyse", commands.file("odd.csv", text), "--json")
    assert "odd.csv" in refused(told, 2)
    assert [each for each in told.err.splitlines() if code in each and part in each], told.err


def test_more_rows_than_can_be_are_refused_before_anything_is_reckoned(commands: Commands, monkeypatch) -> None:
    monkeypatch.setattr(ratings, "MOST_RATINGS", 3)
    told = commands("--lang", "en", "analyse", commands.file("large.csv", PLAIN))
    refused(told, 2)
    assert "RO006: more than 3 rows" in told.err


def test_what_looks_like_a_command_is_a_name(commands: Commands) -> None:
    answer = commands("analyse", commands.file("x.csv", PLAIN.replace("c1", "[red]=c1[/]")), "--json").json
    assert set(answer["subjects"]) == {"[red]=c1[/]", "c2"}
    assert "[red]=c1[/]" in commands("analyse", commands.file("x.csv", PLAIN.replace("c1", "[red]=c1[/]"))).out


@pytest.mark.parametrize(
    ("styles", "instead"),
    [("<cellStyles.*?</cellStyles>", ""), ('(<cellStyle [^>]*)xfId="0"', r'\1xfId="7"')],
    ids=["no style at all", "a style that is not there"],
)
def test_what_a_library_tells_of_a_workbook_is_told_to_nobody(
    styles: str, instead: str, commands: Commands, recwarn: pytest.WarningsRecorder
) -> None:
    def edit(name: str, text: str) -> str:
        return re.sub(styles, instead, text, flags=re.DOTALL) if name == "xl/styles.xml" else text

    file = commands.folder / "x.xlsx"
    file.write_bytes(edited(edit))
    refused(commands("analyse", file, "--json"), 2)
    assert not recwarn.list

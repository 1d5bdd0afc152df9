"""Secrets and answers are where they belong and nowhere else; and whatever is made is its owner's alone.

A county is run by its commands, by somebody whose umask lets everybody in. What is planted there is looked for in all
that was told, in every file that was left, and while a process runs in what the system tells others of it.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISLNK
from time import monotonic, sleep

import pytest

from cadre_tui.services.filling import responses
from tests.cli.commands import ROUND, Commands, Told
from tests.cli.test_whole_round import MUTUAL

PASSWORD, WRONG = "planted-password-3141", "planted-wrong-5926"
PASSPHRASE, NOT_IT = "planted pass-phrase 5358", "planted no pass-phrase 9793"
ANSWER, COMMENT, APPEAL, PLAN = "植入的答卷内容甲", "植入的留言乙", "植入的异议丙", "植入的计划丁"
DATABASE = "county.sqlite"
SECRETS = (PASSWORD, WRONG, PASSPHRASE, NOT_IT)
TEXTS = (ANSWER, COMMENT, APPEAL, PLAN)


class County(Commands):
    """Commands whose every answer is kept, with what it may hold."""

    told: list[tuple[tuple[str, ...], Told]]

    def __call__(self, *arguments: str | Path, stdin: str = "") -> Told:
        told = super().__call__(*arguments, stdin=stdin)
        self.told.append((tuple(map(str, arguments)), told))
        return told

    def done(self, who: str, *arguments: str | Path, stdin: str = "") -> Told:
        """A command that works."""
        told = self.by(who, *arguments, stdin=stdin)
        assert told.code == 0, (arguments, told)
        return told


@pytest.fixture
def county(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Iterator[County]:
    for name, folder in (("TMPDIR", "tmp"), ("XDG_CACHE_HOME", "cache")):
        (tmp_path / folder).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    before = os.umask(0)
    found = County(monkeypatch, capsys, tmp_path)
    found.told = []
    yield found
    os.umask(before)


def answers(county: County, name: str, **odd: object) -> Path:
    """A response whose texts are planted; ``odd`` is put into its first answer."""
    said = {each.id: {"choice": "good", "reason": ANSWER, "evidence": [ANSWER]} for each in MUTUAL.criteria()}
    next(iter(said.values())).update(odd)  # type: ignore[arg-type]
    return county.file(name, json.dumps({"checklist": MUTUAL.name, "answers": said}))


def run_a_round(county: County) -> list[str]:
    """From nothing to a backup, with whatever can go wrong; answers the codes and tokens that were given out."""
    given = everybody_signs_in(county)
    county.tokens["nobody"] = f"zzb:{WRONG}"
    county.by("nobody", "round", "status")
    rules = ROUND.replace("min_raters = 3", "min_raters = 2\nappeal_days = 7")
    county.done("zzb", "round", "new", county.file("round.toml", rules))
    county.done("zzb", "round", "open", "2026-h2")
    everybody_answers(county)
    from_closing_to_the_papers(county)
    kept_safe(county)
    return given


def everybody_signs_in(county: County) -> list[str]:
    county.file("out", "").unlink()
    county("init", "--county", "清河县", "--organiser", "zzb", "--name", "组织部", stdin=f"{PASSWORD}\n")
    county.tokens["zzb"] = county("--as", "zzb", "sign-in", stdin=f"{PASSWORD}\n").out.strip()
    county.fill_roster()
    given = [county.tokens["zzb"]]
    county("--as", "zzb", "sign-in", stdin=f"{WRONG}\n")
    county("--as", WRONG, "sign-in", stdin=f"{PASSWORD}\n")
    county("--as", "zzb", "account", "password", stdin=f"{WRONG}\n{PASSWORD}\n")
    for each in county.done("zzb", "codes", "--json").json["codes"]:
        person, code = each["id"], each["code"]
        given.append(code)
        county("--as", person, "sign-in", "--activate", stdin=f"{code}\nshort\n")
        county("--as", person, "sign-in", "--activate", stdin=f"{WRONG}\n{PASSWORD}\n")
        token = county("--as", person, "sign-in", "--activate", stdin=f"{code}\n{PASSWORD}\n").out.strip()
        county("--as", person, "sign-in", "--activate", stdin=f"{code}\n{PASSWORD}\n")
        county.tokens[person] = token
        given.append(token)
    return given


def everybody_answers(county: County) -> None:
    """With files of which every text is wrong, with a program that fails, and at last as it should be."""

    def respond(rater: str, subject: str, file: Path, *options: str) -> Told:
        return county.by(rater, *options, "respond", "--round", "2026-h2", "--subject", subject, file)

    for number, odd in enumerate(
        (
            {"reason": {"a": ANSWER}},
            {"evidence": [[ANSWER]]},
            {"evidence": ANSWER, "reason": f"{ANSWER}\x1b"},
            {"number": ANSWER, "date": ANSWER},
            {"text": ANSWER},
        )
    ):
        wrong = answers(county, f"odd{number}.json", **odd)
        assert respond("q1", "q1", wrong).code == respond("q1", "q1", wrong, "--debug").code == 2
    right = answers(county, "right.json")
    with pytest.MonkeyPatch.context() as patch:

        def fails(*_given: object, **_named: object) -> None:
            held = right.read_text("utf-8")
            raise RuntimeError(held)

        patch.setattr(responses, "respond", fails)
        assert respond("q1", "q1", right).code == respond("q1", "q1", right, "--debug").code == 4
    for rater in ("q1", "q2", "q3"):
        for subject in ("q1", "q2", "q3", "q4"):
            assert respond(rater, subject, right).code == 0


def from_closing_to_the_papers(county: County) -> None:
    county.done(
        "q2", "commend", "write", "2026-h2", "q1", "--criterion", "core.mutual/plan.overall", "--text", COMMENT
    )
    county.done("zzb", "round", "remind", "2026-h2", "--format", "slips", "--to", county.folder / "slips.html")
    county.done("zzb", "round", "bulletin", "2026-h2", "--to", county.folder / "bulletin.html")
    county.done("zzb", "codes", "q4", "--to", county.folder / "codes.html")
    county.done("zzb", "round", "close", "2026-h2", "--leave-out", "到期未交")
    county.done("zzb", "round", "publish", "2026-h2")
    county.done("q1", "appeal", "new", "2026-h2", "--text", "-", stdin=f"{APPEAL}\n")
    item = ("--criterion", "core.mutual/plan.overall", "--what", "-", "--proof", "-", "--by", "2027-01-31")
    county.done("q1", "plan", "add", "2026-h2", *item, stdin=f"{PLAN}\n" * 2)
    county.done("zzb", "report", "2026-h2", "--to", county.folder / "papers")
    county.done("q1", "report", "2026-h2", "--to", county.folder / "papers" / "own")


def kept_safe(county: County) -> None:
    """Plugins locked, a backup made and looked into, with the right word and a wrong one."""
    county("plugin", "list")
    county("plugin", "lock")
    county.done("zzb", "plugin", "disable", "core.learning")
    closed = county.folder / "closed.age"
    assert county("backup", closed, "--encrypt", stdin=f"{PASSPHRASE}\n").code == 0
    assert county("doctor", closed, stdin=f"{NOT_IT}\n").code == 2
    county("backup", county.folder / "again.age", "--encrypt", stdin="short\n")
    assert county("restore", closed, county.folder / "back", stdin=f"{PASSPHRASE}\n").code == 0


@pytest.mark.parametrize("engine", ["tinydb", "sqlite"])
def test_what_is_planted_is_found_where_it_belongs_alone_and_all_is_its_owners(
    engine: str, county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    if engine == "sqlite":
        monkeypatch.setenv("CADRE_STORE", f"sqlite:///{county.folder}/data/{DATABASE}")
    given = run_a_round(county)
    nothing_leaked(county, given)
    all_is_its_owners(county)


def nothing_leaked(county: County, given: list[str]) -> None:
    shown = {arguments[0]: told.out for arguments, told in county.told}
    assert given[0] not in shown["round"]
    for arguments, told in county.told:
        for each in (*SECRETS, *TEXTS, *given):
            assert each not in told.err, arguments
            assert json.dumps(each)[1:-1] not in told.err, arguments
        for each in SECRETS:
            assert each not in told.out, arguments
        if not {"sign-in", "codes"} & {*arguments}:
            assert not [each for each in given if each in told.out], arguments
    mine = {
        "right.json",
        "codes.html",
        *(f"odd{number}.json" for number in range(5)),
    }  # what the tester wrote, or asked for
    belongs = set()
    bare = [each.replace("-", "") for each in given]
    for path in county.folder.rglob("*"):
        if not path.is_file() or path.name in mine:
            continue
        content, where = path.read_bytes(), path.relative_to(county.folder).as_posix()
        for each in (*SECRETS, *given, *bare):
            assert each.encode() not in content, where
            assert each.rpartition(":")[2].encode() not in content, where
        for each in TEXTS:
            inside = where.startswith(("data/", "back/")) and (
                path.suffix in (".json", ".former") or path.name.startswith(DATABASE)
            )
            kept = each in content.decode(errors="ignore") or json.dumps(each)[1:-1].encode() in content
            belongs |= {(where.partition("/")[0], each)} if kept and inside else set()
            assert not kept or (inside and "/audit" not in where) or "得分单" in where, where
    assert belongs >= {(folder, each) for folder in ("data", "back") for each in TEXTS}
    log = (county.folder / "data" / "cadre.log").read_text("utf-8")
    assert "builtins.RuntimeError" in log
    assert list((county.folder / "tmp").iterdir()) == []


def all_is_its_owners(county: County) -> None:
    own = ("data", "back", "papers", "cache", "slips.html", "bulletin.html", "codes.html", "closed.age")
    made = [path for name in own for path in (county.folder / name, *(county.folder / name).rglob("*"))]
    assert len(made) > 60
    for path in made:
        mode = path.lstat().st_mode
        if not S_ISLNK(mode):
            assert mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_no_secret_stands_in_what_the_system_tells_of_a_process(county: County) -> None:
    county.make_county()
    command = [sys.executable, "-m", "cadre_tui", "--as", "zzb", "account", "password"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin and process.stderr
        process.stdin.write(b"qinghe-2026\n")
        process.stdin.flush()
        told = Path(f"/proc/{process.pid}")
        until = monotonic() + 60
        while core_size(told) not in (["1", "1"], ["0", "0"]):  # the program has begun; it waits for the second line
            assert monotonic() < until
        for _each in range(100):
            assert b"qinghe-2026" not in (told / "cmdline").read_bytes() + (told / "environ").read_bytes()
            sleep(0.01)
        process.stdin.write(f"{PASSWORD}\n".encode())
        process.stdin.close()
        errors = process.stderr.read()
    assert process.returncode == 0, errors


def core_size(process: Path) -> list[str]:
    """The bytes of its memory that the system may write down when it dies, now and at most."""
    limits = (process / "limits").read_text().splitlines()
    return next(line for line in limits if line.startswith("Max core file size")).split()[4:6]

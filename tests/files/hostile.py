"""Files that nobody writes in good faith, by what they are read as."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.files.workbooks import BEYOND, DAMAGED

OBEYED = "\x1b[2J\x07\x9b31m\u202e\x7f"
"""What clears a screen, rings, colours and turns round."""

ANY = {
    "nothing": b"",
    "NUL": b"\0" * 1_000,
    "every byte": bytes(range(256)) * 40,
    "half of UTF-16": b"\xff\xfe\x00\xd8a",
    "signs that terminals obey": f"{OBEYED} = {OBEYED}\n{OBEYED},{OBEYED}\n".encode(),
}

HEAD = 'schema = 1\nid = "a.b"\nversion = "1"\ntitle = "x"\n'
TOML = {
    "a whole number of a million digits": f"{HEAD}points = {'9' * 1_000_000}",
    "a hexadecimal number without end": f"schema = 0x{'f' * 1_000_000}",
    "an exponent without end": f"{HEAD}points = 1e999999999\nquota = 1e-999999999",
    "places without end": f"{HEAD}points = 0.{'1' * 500_000}",
    "no number": f"{HEAD}points = nan\nmin_raters = inf",
    "a key of many steps": HEAD + ".".join("a" * 20_000) + " = 1",
    "a heading of many steps": f"{HEAD}[{'.'.join('a' * 20_000)}]",
    "brackets without end": f"{HEAD}a = {'[' * 100_000}{']' * 100_000}",
    "tables without end": f"{HEAD}a = {'{a=' * 400}1{'}' * 400}",
    "a key without end": f"{HEAD}{'k' * 1_000_000} = 1",
    "very many keys": HEAD + "".join(f"k{at} = 1\n" for at in range(70_000)),
    "an id that is a table": (
        "schema = 1\n[id]\na = 1\n[[scale]]\nid = {}\n[[section]]\nid = []\n[[use]]\nchecklist = []\n"
    ),
    "signs in a key": HEAD + '"a\\u001b[2Jb\\u202ec\\u009bd" = 1',
    "signs in a text": HEAD.replace('"x"', '"a\\u001b[2Jb\\u202ec\\u0000"'),
    "a path for an id": HEAD.replace('"a.b"', '"../../etc/passwd"'),
}

CHECKLIST, CRITERION = "core.learning|2026.1", "plan.personal"


def answer(said: str, checklist: str = f'"{CHECKLIST}"') -> str:
    return f'{{"checklist": {checklist}, "answers": {{"{CRITERION}": {said}}}}}'


JSON = {
    "brackets without end": "[" * 200_000,
    "tables without end": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "a whole number of a million digits": answer(f'{{"number": {"9" * 1_000_000}}}'),
    "the same in place of a name": answer("{}", "9" * 100_000),
    "an exponent in place of a name": answer("{}", "1e-99999999"),
    "an exponent without end": answer('{"number": 1e999999999, "done": 1e-999999999}'),
    "an exponent beyond Python's": answer('{"number": 1e-9999999999999999999999}'),
    "an exponent as a choice": answer('{"choice": 1e-9999999}'),
    "no number": answer('{"number": NaN, "done": -Infinity}'),
    "half a character": answer('{"choice": "\\ud800", "reason": "\\udfff"}'),
    "signs in a text": answer('{"yes": true, "reason": "a\\u001b[2Jb\\u202ec\\u0000"}'),
    "signs in a key": answer('{"\\u001b[2J": 1}'),
    "a list in a list as an answer": answer("[" * 30 + "]" * 30),
    "very many answers": '{"answers": {' + ",".join(f'"k{at}": 1' for at in range(50_000)) + "}}",
    "a key without end": answer(f'{{"{"k" * 1_000_000}": 1}}'),
    "a question without end": answer("{}").replace(CRITERION, "k" * 1_000_000),
    "keys that are the same": '{"answers": 1, "answers": 2, "checklist": 3}',
}

COLUMNS = "编号,姓名,单位,层级,职务,评价人,被评人,分数\n"
CSV = {
    "one long row": b"," * 2_000_000,
    "empty rows without end": b"\n" * 2_000_000,
    "a quote without its partner": b'"' + b"x" * 1_000_000,
    "a field without end": "编号,姓名,单位\nq1,".encode() + b"x" * 500_000,
    "signs that terminals obey": (
        f"{COLUMNS}q1,张{OBEYED},城{OBEYED},乡科级干部,副,a{OBEYED},b,{OBEYED}\n"
        f"q2,李{OBEYED},城{OBEYED},乡科级干部,副,b,a{OBEYED},9\n"
    ).encode(),
    "NUL": f"{COLUMNS}q1,张\0,城,乡科级干部,副,a\0,b,9\nq2,李,城,乡科级干部,副,b\0,a,1\n".encode(),
    "a path for an id": f"{COLUMNS}../../etc/passwd,张,城,乡科级干部,副,../a,/b,9\n".encode(),
    "numbers without end": (f"{COLUMNS}q1,张,城,x,副,a,b,{'9' * 100_000}\nq2,李,城,x,副,b,a,1e999999999\n").encode(),
}

XLSX = {**DAMAGED, **BEYOND}


def zipped(members: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as parts:
        for name, content in members.items():
            parts.writestr(name, content)
    return held.getvalue()


def manifest(documents: str = "", checklists: str = "") -> bytes:
    return (
        '{"format": "cadre-backup", "version": 1, "program": "1", "made": "2026-01-01T00:00:00Z", '
        f'"documents": [{documents}], "checklists": [{checklists}]}}'
    ).encode()


def entry(name: str, size: int = 1) -> str:
    escaped = name.replace("\\", "\\\\").replace("\0", "\\u0000").replace("\x1b", "\\u001b")
    return f'{{"name": "{escaped}", "size": {size}, "digest": "{"0" * 64}"}}'


BACKUP = {
    "a manifest that unpacks to a flood": zipped({"manifest.json": b"[" + b" " * 60_000_000}),
    "a manifest nested without end": zipped({"manifest.json": b"[" * 200_000}),
    "a number without end": zipped({"manifest.json": manifest(entry("county").replace("1,", "9" * 5_000 + ",", 1))}),
    "more than it could hold": zipped(
        {"manifest.json": manifest(entry("county", 10**15)), "documents/county.json": b""}
    ),
    "less than nothing": zipped({"manifest.json": manifest(entry("county", -5)), "documents/county.json": b""}),
    "a flood under a small size": zipped(
        {"manifest.json": manifest(entry("county")), "documents/county.json": b" " * 60_000_000}
    ),
    **{
        f"the path {path!r}": zipped({"manifest.json": manifest(checklists=entry(path)), f"checklists/{path}": b"x"})
        for path in (
            "../../out.toml",
            "/etc/out.toml",
            "a/../../out.toml",
            "a\\..\\out.toml",
            ".hidden",
            "a//b",
            "\x1b[2J",
        )
    },
    **{
        f"the document {name!r}": zipped({"manifest.json": manifest(entry(name)), f"documents/{name}.json": b"x"})
        for name in ("../county", "/etc/passwd", "accounts/../../x")
    },
    "an age file of another work": b"age-encryption.org/v1\n-> scrypt bBjlhJVYZeE4aqUdmtRHfw 40\n"
    + b"A" * 43
    + b"\n--- "
    + b"A" * 43
    + b"\n",
}

"""Right bytes, changed at random: here and there, within a part of an archive, or by what readers stumble on."""

from random import Random

from tests.files.hostile import OBEYED, zipped
from tests.fuzz.targets import parts_of

PIECES = [
    b"", b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\r", b"\n", b",", b'"', b"'", b'"""', b"=",
    b"[", b"]", b"[[", b"{", b"}", b"#", b".", b"..", b"/", b"../", b"-", b"1e999999999",
    b"1e-999999999", b"9" * 30, b"9" * 5_000, b"0x" + b"f" * 40, b"nan", b"-inf", b"null", b"true",
    b"[" * 50, b'{"a":' * 50, b"a." * 50, b"2026-02-30", b"1979-05-27T07:32:00Z", OBEYED.encode(),
    "\u202e".encode(), "甲".encode(), "\ud800".encode("utf-8", "surrogatepass"), b"&lt;",
    b"<!DOCTYPE a []>", b"<a>" * 50, b'r="A1"', b'r="XFD1048576"', b'r="99999999999"', b't="s"',
    b't="shared"', b"<v>1e999</v>", b"=1+1", b"%s{}",
]  # fmt: skip


def changed(seed: bytes, chance: Random) -> bytes:
    """Something near ``seed``. Archives are changed inside, now and then as they are."""
    parts = parts_of(seed)
    if parts is None or chance.random() < 0.2:
        return _bytes(seed, chance)
    name = chance.choice(sorted(parts))
    if chance.random() < 0.1:
        parts[_bytes(name.encode(), chance).decode(errors="replace").replace("\0", "") or "x"] = parts.pop(name)
    else:
        parts[name] = _bytes(parts[name], chance)
    return zipped(parts)


def _bytes(seed: bytes, chance: Random) -> bytes:
    held = bytearray(seed)
    for _each in range(chance.choice((1, 1, 2, 4, 8))):
        at = chance.randrange(len(held) + 1)
        end = min(len(held), at + chance.choice((0, 1, 2, 8, 64, 512)))
        match chance.randrange(6):
            case 0:
                held[at:end] = chance.choice(PIECES)
            case 1:
                held[at:at] = chance.choice(PIECES)
            case 2:
                held[at:end] = b""
            case 3:
                held[at:at] = held[at:end] * chance.choice((1, 2, 100))
            case 4 if held:
                held[at % len(held)] = chance.randrange(256)
            case _:
                other = chance.randrange(len(held) + 1)
                held[at:at] = held[other : other + chance.choice((1, 8, 64))]
    return bytes(held)

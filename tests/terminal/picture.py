"""Draw an emulated screen as a PNG, as a terminal with a Chinese monospaced font would show it.

Needs Pillow and two fonts (Debian: fonts-noto-cjk, fonts-dejavu-core); used to make the documents' pictures.
"""

import subprocess
from pathlib import Path

import pyte
from PIL import Image, ImageDraw, ImageFont

CELL = (11, 24)
SIZE = 20
MARGIN = 14
MONO_SC = 7  # its index in the collection
INK, PAPER = "#d8dee4", "#14181d"
COLOURS = {
    "default": INK,
    "black": "#14181d",
    "red": "#e06c75",
    "green": "#8ec07c",
    "brown": "#d8a657",
    "blue": "#6cb6ff",
    "magenta": "#c792ea",
    "cyan": "#5fb3b3",
    "white": "#d8dee4",
    "brightblack": "#7a8490",
    "brightred": "#ff8b94",
    "brightgreen": "#a9dc8c",
    "brightbrown": "#f0c674",
    "brightblue": "#8cc8ff",
    "brightmagenta": "#ddb3ff",
    "brightcyan": "#8fd8d8",
    "brightwhite": "#ffffff",
}


def _font(name: str, size: int, index: int = 0) -> ImageFont.FreeTypeFont:
    found = subprocess.run(["fc-match", "-f", "%{file}", name], capture_output=True, text=True, check=True)
    return ImageFont.truetype(found.stdout, size, index=index)


def _colour(name: str, default: str) -> str:
    if name == "default":
        return default
    return COLOURS.get(name, f"#{name}")


def draw(screen: pyte.Screen, path: Path) -> None:
    """Write the screen as it stands to ``path``."""
    fonts = {
        (True, False): _font("Noto Sans Mono CJK SC", SIZE, MONO_SC),
        (True, True): _font("Noto Sans Mono CJK SC:bold", SIZE, MONO_SC),
        (False, False): _font("DejaVu Sans Mono", SIZE - 2),
        (False, True): _font("DejaVu Sans Mono:bold", SIZE - 2),
    }
    width, height = CELL
    image = Image.new("RGB", (screen.columns * width + 2 * MARGIN, screen.lines * height + 2 * MARGIN), PAPER)
    pen = ImageDraw.Draw(image)
    for row in range(screen.lines):
        for column in range(screen.columns):
            cell = screen.buffer[row][column]
            if not cell.data:
                continue
            ink, paper = _colour(cell.fg, INK), _colour(cell.bg, PAPER)
            if cell.reverse:
                ink, paper = paper, ink
            wide = column + 1 < screen.columns and not screen.buffer[row][column + 1].data
            x, y = MARGIN + column * width, MARGIN + row * height
            box = (x, y, x + width * (2 if wide else 1) - 1, y + height - 1)
            if paper != PAPER:
                pen.rectangle(box, fill=paper)
            if _draw_block(pen, cell.data, box, ink):
                continue
            pen.text((x, y - 3 if wide else y + 1), cell.data, font=fonts[wide, cell.bold], fill=ink)
            if cell.underscore:
                pen.line((x, y + height - 2, box[2], y + height - 2), fill=ink)
    image.save(path)


def _draw_block(pen: ImageDraw.ImageDraw, glyph: str, box: tuple[int, int, int, int], ink: str) -> bool:
    """Block and line characters are drawn as a terminal draws them, without gaps; False for any other."""
    left, top, right, bottom = box
    eighths = " ▏▎▍▌▋▊▉█".find(glyph)
    if eighths > 0:
        pen.rectangle((left, top + 3, left + (right - left + 1) * eighths / 8 - 1, bottom - 3), fill=ink)
        return True
    level = " ▁▂▃▄▅▆▇".find(glyph)
    if level > 0:
        pen.rectangle((left, bottom - (bottom - top) * level / 8, right, bottom), fill=ink)
        return True
    if glyph in "▀▄":
        middle = (top + bottom) // 2
        pen.rectangle(
            (left, top + 3, right, middle) if glyph == "▀" else (left, middle + 1, right, bottom - 3), fill=ink
        )
        return True
    if glyph in "─━":
        middle = (top + bottom) // 2
        pen.line((left, middle, right + 1, middle), fill=ink, width=1 if glyph == "─" else 3)
        return True
    if glyph in "│┃":
        middle = (left + right) // 2
        pen.line((middle, top, middle, bottom + 1), fill=ink, width=1 if glyph == "│" else 3)
        return True
    return False

"""The documents' pictures of papers, as they are printed: ``python -m tests.terminal.take_papers docs/pictures``.

Needs Pillow, and of Debian libreoffice-writer-nogui (Word), chromium (HTML), poppler-utils and fonts-noto-cjk.
"""

import subprocess
import sys
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PIL import Image, ImageOps

from cadre_tui.demo import county as demo
from cadre_tui.demo.rounds import CHINA, half_year

DOTS_AN_INCH: Final = 72
GREY, LINE = "#e0e0e0", "#a0a0a0"
GAP: Final = 12

PAPERS: Final = {
    "score-sheet-zh": ("得分单-*.docx", (1, 2)),
    "summary-zh": ("考评汇总.html", (1, 3)),
    "paper-form-zh": ("空白表-自我检查-学习型干部四项重点检查.docx", (1, 2)),
}
"""Each picture: the file, and which two of its pages."""


def issue(data: Path, folder: Path, year: int, half: int) -> None:
    """Everything that the made-up county's organiser hands round, as a person would have it made."""
    former = f"{year}-h1" if half == 2 else f"{year - 1}-h2"
    for what in (
        (former, "--format", "docx", "--subject", demo.COLLEAGUE),
        (former, "--format", "html"),
        (f"{year}-h{half}", "--blank"),
    ):
        cadre = Path(sys.executable).with_name("cadre")
        act = [cadre, "--lang", "zh", "--data", data, "--as", demo.ORGANISER, "report", *what, "--to", folder]
        subprocess.run(act, input=demo.PASSWORD, text=True, check=True, capture_output=True)


def printed(file: Path) -> Path:
    """The file as a PDF."""
    made = file.with_suffix(".pdf")
    if file.suffix == ".docx":
        office = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", file.parent, file]
        subprocess.run(office, check=True, capture_output=True)
    else:
        browser = ["chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer", f"--print-to-pdf={made}", file]
        subprocess.run(browser, check=True, capture_output=True)
    return made


def pages(pdf: Path, numbers: tuple[int, ...]) -> list[Image.Image]:
    """Those pages of a PDF, each with a thin line around it."""
    found = []
    for number in numbers:
        png = pdf.with_name(f"{pdf.stem}-{number}")
        one = ["-f", str(number), "-l", str(number), "-singlefile", "-r", str(DOTS_AN_INCH), "-png"]
        subprocess.run(["pdftoppm", *one, pdf, png], check=True)
        found.append(ImageOps.expand(Image.open(png.with_suffix(".png")).convert("RGB"), 1, LINE))
    return found


def beside(sheets: list[Image.Image]) -> Image.Image:
    """Sheets of paper side by side."""
    width, height = sum(each.width + GAP for each in sheets), max(each.height for each in sheets)
    picture = Image.new("RGB", (width + GAP, height + 2 * GAP), GREY)
    left = GAP
    for each in sheets:
        picture.paste(each, (left, GAP))
        left += each.width + GAP
    return picture


def take(folder: Path) -> None:
    """Write every picture to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    today = datetime.now(CHINA).date()
    with TemporaryDirectory() as made:
        demo.make(Path(made) / "demo", today)
        issue(Path(made) / "demo", Path(made) / "papers", *half_year(today))
        for name, (file, numbers) in PAPERS.items():
            (found,) = (Path(made) / "papers").rglob(file)
            beside(pages(printed(found), numbers)).save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    take(Path(sys.argv[1]))

"""Put a small county into an archive, as the version that is checked out writes it.

``python -m tests.store.folder.released.make`` from the repository's root writes ``schema-<n>.zip`` beside this file.
It is run before the layout of stored files changes, and what it wrote is never made anew: each archive stands for the
stores that counties have.
"""

import json
import sys
import tempfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.services.filling import responses, tasks
from tests.services.small import PEOPLE, make, rules, share

TEXT = "学习小结：重点读了两本书。\n“学而不思则罔” \U00020bb7"
"""A note in a draft, with a line break, quotation marks and a sign beyond the first plane."""


def fill(folder: Path) -> None:
    """A county of six people in one open round: one has handed in, one has a draft, the others nothing."""
    small = make(folder, PEOPLE)
    small.opened(rules())
    done, begun = small.signed_in("b1"), small.signed_in("a1")
    for purpose in (Purpose.SELF, Purpose.PEER):
        answers = {
            task: share("0.75")
            if task.checklist == "t.own"
            else {"pair.one": Answer(choice="good"), "pair.two": Answer(choice="half", reason="见台账")}
            for task in tasks.todo(done, "r1", purpose).tasks
        }
        responses.hand_in(done, "r1", purpose, answers)
    own = next(each for each in tasks.todo(begun, "r1", Purpose.SELF).tasks if each.checklist == "t.own")
    responses.save(begun, own, {"own.notes": Answer(text=TEXT)})


def main() -> None:
    """Write the archive and say its name."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        fill(folder)
        files = sorted(each for each in folder.rglob("*.json") if not each.name.startswith("."))
        schema = json.loads((folder / "county.json").read_bytes())["schema"]
        archive = Path(__file__).with_name(f"schema-{schema}.zip")
        if archive.exists():
            sys.exit(f"{archive} is there: what was released is never made anew")
        with ZipFile(archive, "w", ZIP_DEFLATED) as zipped:
            for each in files:
                zipped.write(each, each.relative_to(folder).as_posix())
    print(archive)


if __name__ == "__main__":
    main()

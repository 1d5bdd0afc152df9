"""The canonical form and the published digests. A digest that changes here breaks every round that pinned it."""

import hashlib
import json
from decimal import Decimal

import pytest

from cadre_tui import checklists
from cadre_tui.checklists.canonical import shortest
from tests.examples import AGENCY
from tests.examples.writing import read, section, yes_no


def test_the_published_digest_of_the_whole_example() -> None:
    checklist = checklists.read(AGENCY)
    assert checklist.digest == "b2926f5c2f9939588f675725621589dbf76d86a8c49467be25862550401243aa"


def test_the_canonical_form_of_a_small_checklist_letter_by_letter() -> None:
    checklist = checklists.parse(
        """
        version = "1"
        schema = 1
        id = "a.b"
        title = "表"
        approved = 2026-03-01
        [[section]]
        title = { zh = "节", en = "Part" }
        id = "s"
        [[section.criterion]]
        text = "问"
        id = "q"
        kind = "yes_no"
        points = 1.50
        allow_na = false
        veto = { when = true, grade = "g" }
        [[grade]]
        code = "g"
        text = "等"
        min = -0.0
        """,
        "x.toml",
    )
    written = (
        '{"approved":"2026-03-01","grade":[{"code":"g","min":"0","text":{"zh":"等"}}],"id":"a.b","schema":"1",'
        '"section":[{"criterion":[{"allow_na":false,"id":"q","kind":"yes_no","points":"1.5","text":{"zh":"问"},'
        '"veto":{"grade":"g","when":true}}],"id":"s","title":{"en":"Part","zh":"节"}}],"title":{"zh":"表"},"version":"1"}'
    )
    assert json.dumps(checklist.canonical, ensure_ascii=False, sort_keys=True, separators=(",", ":")) == written
    assert checklist.digest == hashlib.sha256(written.encode()).hexdigest()
    assert checklist.digest == checklists.digest(checklist.canonical)


def test_plain_strings_stand_under_the_language_of_the_checklist() -> None:
    checklist = read(section(yes_no("a")), head='lang = "en"')
    assert checklist.canonical["title"] == {"en": "考评表"}
    assert checklist.title.say("en") == "考评表"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("points = 10.0", True),
        ("points = 1e1", True),
        ("points = 10\nallow_na = false", False),
        ('points = 10\nevidence = "optional"', False),
    ],
)
def test_how_a_number_is_spelled_does_not_matter_but_what_is_set_does(other: str, same: bool) -> None:
    plain = read(section('id = "a"\nkind = "yes_no"\ntext = "问"\npoints = 10'))
    spelled = read(section(f'id = "a"\nkind = "yes_no"\ntext = {{ zh = "问" }}\n{other}'))
    assert (plain.digest == spelled.digest) is same


@pytest.mark.parametrize(
    ("number", "text"),
    [("100", "100"), ("1E+2", "100"), ("1.500", "1.5"), ("-0.0", "0"), ("0E+9", "0"), ("-2.50", "-2.5"),
     ("0.000001", "0.000001")],
)  # fmt: skip
def test_numbers_in_their_shortest_form(number: str, text: str) -> None:
    assert shortest(Decimal(number)) == text


def test_thawing_restores_what_conditions_compare_with() -> None:
    checklist = read(
        section(
            'id = "n"\nkind = "number"\ntext = "数"',
            'id = "d"\nkind = "date"\ntext = "日"',
            'id = "t"\nkind = "text"\ntext = "文"',
            yes_no("a", "1", 'show_when = { criterion = "n", any_of = [1, 2.5], at_least = 1 }'),
            yes_no("b", "1", 'show_when = { criterion = "d", is = 2026-01-01, at_most = 2026-01-01 }'),
            yes_no("c", "1", 'show_when = { criterion = "t", is = "5" }'),
            yes_no("e", "1", 'show_when = { criterion = "a", is = false }\nveto = { when = true, grade = "g" }'),
        ),
        '\n[[grade]]\ncode = "g"\ntext = "等"\nmin = 0\nrequire = [{ criterion = "n", is = 3 }]\n',
    )
    copy = json.loads(json.dumps(checklist.canonical))
    assert checklists.thaw(copy) == checklist
    assert checklists.thaw(copy).digest == checklist.digest


def test_a_copy_stays_readable_when_the_kind_of_a_plugin_is_gone() -> None:
    frozen = json.loads(json.dumps(read(section(yes_no("a"), yes_no("b"))).canonical))
    frozen["section"][0]["criterion"][0] |= {"kind": "qinghe.map", "map": "x.svg"}
    checklist = checklists.thaw(frozen)
    assert [(each.kind, each.text.say("zh")) for each in checklist.criteria()] == [
        ("qinghe.map", "问"),
        ("yes_no", "问"),
    ]

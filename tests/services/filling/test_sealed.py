"""What was said of colleagues in confidence before an account was in an organiser's hand is read by nobody since."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Response, State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import NotPermitted
from cadre_tui.model.filling.home import Task
from cadre_tui.model.people.account import Entry
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round_rules import Secrecy, Validity
from cadre_tui.services import audit
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling import paper, responses, tasks
from cadre_tui.services.people import account_list, accounts, ssh
from cadre_tui.services.results import reading
from cadre_tui.services.rounds import reopening
from cadre_tui.services.session import Session
from cadre_tui.store import keys
from tests.refusing import refused
from tests.services.office import EQUALS, LEADERS, SUBJECT, publish, rate, rules_of
from tests.services.small import PASSWORD, Small, pair

RATER = "l1"
EIGHT = (*LEADERS, *EQUALS[:5])
MARKS = {each: (("good", "nil"), ("half", "good"), ("nil", "half"))[at % 3] for at, each in enumerate(EIGHT)}
ED = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFYIhs6wGC6PtjGPLpvSfQpIEGXEhPs9m1hV8kN2vX1Q somebody"


@pytest.fixture
def small(bureau: Small) -> Small:
    return bureau


def reset(small: Small, who: str = RATER) -> Session:
    """The session of whoever holds the code that the organiser has issued anew."""
    code = accounts.issue_activation_codes(small.organiser, [who])[who]
    return accounts.activate(small.county, who, code, "quiet horse")


def handed_in(small: Small, **changes: object) -> None:
    small.opened(rules_of(**changes))
    rate(small, MARKS, reasons={RATER: "务实"})


def drafted(session: Session, subjects: int | None = None, one: str = "good") -> tuple[Task, ...]:
    """The tasks; the first ``subjects`` of them (all, if None) are answered."""
    asked = tasks.todo(session, "r1", Purpose.PEER).tasks
    responses.save_many(session, {each: pair(one, "half") for each in asked[:subjects]})
    return asked


def stored(small: Small, subject: str = SUBJECT, rater: str = RATER) -> Response:
    found = read_drawer(small.county, "r1", rater).response(subject, "t.pair", Purpose.PEER)
    assert found is not None
    return found


def task_of(session: Session, subject: str = SUBJECT) -> Task:
    (found,) = [each for each in tasks.todo(session, "r1", Purpose.PEER).tasks if each.subject.id == subject]
    return found


READ: tuple[Callable[[Session], object], ...] = (
    lambda session: responses.open_form(session, task_of(session)),
    lambda session: responses.open_forms(session, "r1", Purpose.PEER, "t.pair"),
    lambda session: responses.gaps(session, "r1", Purpose.PEER),
    lambda session: tasks.todo(session, "r1", Purpose.PEER),
)


def test_whoever_enters_with_a_new_code_reads_nothing_that_was_handed_in(small: Small) -> None:
    handed_in(small)
    before = responses.open_form(small.signed_in(RATER), task_of(small.signed_in(RATER)))
    assert not before.sealed
    assert before.response.answers
    session = reset(small)
    form = responses.open_form(session, task_of(session))
    assert form.sealed
    assert form.task.sealed
    assert not form.response.answers
    assert form.response.state is State.SUBMITTED
    for read in READ:
        assert "务实" not in repr(read(session))
        assert "choice='good'" not in repr(read(session))
    assert stored(small).answers["pair.one"] == Answer(choice="good", reason="务实"), "it stays as it was"


def test_what_is_sealed_counts_as_it_did(small: Small) -> None:
    handed_in(small)
    session = reset(small)
    task = task_of(session)
    publish(small)
    assert reading.result(small.organiser, "r1", SUBJECT).parts[0].raters == 8
    assert responses.open_form(session, task).sealed, "after the publication as well"


def test_a_draft_says_neither_what_was_answered_nor_how_much(small: Small) -> None:
    small.opened(rules_of())
    asked = drafted(small.signed_in(RATER), 2)
    responses.save(small.signed_in(RATER), asked[2], {"pair.one": Answer(choice="nil")})
    session = reset(small)
    found = tasks.todo(session, "r1", Purpose.PEER).tasks
    assert [(each.sealed, each.answered, each.asked, each.open) for each in found[:4]] == [
        (True, 2, 2, True),
        (True, 2, 2, True),
        (True, 0, 2, True),
        (False, 0, 2, True),
    ]
    gap = next(each for each in responses.gaps(session, "r1", Purpose.PEER) if each.task == found[2])
    assert gap.anew
    assert gap.missing == ()


def test_the_rater_goes_on_with_what_is_missing_and_hands_all_in(small: Small) -> None:
    small.opened(rules_of())
    drafted(small.signed_in(RATER), 2)
    session = reset(small)
    rest = tasks.todo(session, "r1", Purpose.PEER).tasks[2:]
    done = responses.hand_in(session, "r1", Purpose.PEER, {each: pair("half", "half") for each in rest})
    assert done == 2 + len(rest)
    assert stored(small).answers == pair("good", "half")
    assert stored(small).state is State.SUBMITTED
    assert responses.open_form(session, task_of(session)).sealed, "handing in unseals nothing"
    assert not responses.open_form(session, rest[0]).sealed


def test_what_is_not_whole_must_be_answered_anew(small: Small) -> None:
    small.opened(rules_of())
    session = small.signed_in(RATER)
    responses.save(session, task_of(session), {"pair.one": Answer(choice="nil")})
    session = reset(small)
    rest = {each: pair("half", "half") for each in tasks.todo(session, "r1", Purpose.PEER).tasks if not each.sealed}
    with refused("sealed-not-whole"):
        responses.hand_in(session, "r1", Purpose.PEER, rest)
    with refused("response-sealed"):
        responses.save(session, task_of(session), pair("good", "good"))
    assert responses.answer_anew(session, task_of(session)).answers == {}
    responses.save(session, task_of(session), pair("half", "nil"))
    assert responses.hand_in(session, "r1", Purpose.PEER, rest)
    assert stored(small).answers == pair("half", "nil")


def test_what_is_answered_anew_keeps_what_was_and_shows_it_to_nobody(small: Small) -> None:
    handed_in(small)
    session = reset(small)
    assert "务实" not in repr(responses.answer_anew(session, task_of(session)))
    (original,) = stored(small).originals
    assert original.sealed
    assert original.by == RATER
    assert original.submitted is not None
    assert original.answers["pair.one"].reason == "务实"
    for read in READ:
        assert "务实" not in repr(read(session))
    with refused("not-sealed"):
        responses.answer_anew(session, task_of(session))
    (entry,) = [each for each in audit.entries(small.organiser) if each.code == "sealed-begun-anew"]
    assert entry.values == {"round": "r1", "person": RATER}
    assert "务实" not in repr(responses.save(session, task_of(session), pair("nil", "nil")))
    assert responses.hand_in(session, "r1", Purpose.PEER) == 1
    session = reset(small)
    assert responses.open_form(session, task_of(session)).sealed, "a second time seals what was answered since"


def test_neither_taking_back_nor_giving_back_unseals(small: Small) -> None:
    handed_in(small)
    session = reset(small)
    with refused("sealed-stays-in"):
        responses.take_back(session, "r1", Purpose.PEER)
    reopening.reopen(small.organiser, "r1", RATER, Purpose.PEER, "请再看一看", subject=SUBJECT)
    form = responses.open_form(session, task_of(session))
    assert form.sealed
    assert form.task.returned == "请再看一看"
    assert not form.response.answers
    assert not any(each.answers for each in form.response.originals)
    assert responses.hand_in(session, "r1", Purpose.PEER) == 1, "it goes in again as it was"
    assert stored(small).answers["pair.one"].reason == "务实"
    responses.answer_anew(session, task_of(session))
    responses.save(session, task_of(session), pair("half", "half"))
    responses.hand_in(session, "r1", Purpose.PEER)
    assert responses.take_back(session, "r1", Purpose.PEER) == 1
    assert stored(small).state is State.DRAFT, "only what was answered since"


def test_the_share_of_the_best_is_judged_without_what_is_sealed(small: Small) -> None:
    """Else each try would tell how many of the sealed ones are the best; so drafts are not taken unseen either."""
    limited = Validity(best=Decimal("0.4"))
    small.opened(rules_of(validity=limited))
    asked = drafted(small.signed_in(RATER), one="half")
    responses.hand_in(small.signed_in(RATER), "r1", Purpose.PEER, {each: pair("good", "good") for each in asked[:6]})
    session = reset(small)
    for each in asked[:2]:
        responses.answer_anew(session, each)
        responses.save(session, each, pair("good", "good"))
    with refused("too-many-best") as told:
        responses.hand_in(session, "r1", Purpose.PEER)
    assert told.value.values == {
        "who": "、".join(each.subject.name for each in asked[:2]),
        "count": 2,
        "most": 1,
        "subjects": 2,
    }
    responses.save(session, asked[1], pair("half", "half"))
    assert responses.hand_in(session, "r1", Purpose.PEER) == 2
    drafted(small.signed_in("l2"))
    other = reset(small, "l2")
    assert not any(each.answered for each in tasks.todo(other, "r1", Purpose.PEER).tasks), "whole or not is not told"
    with refused("sealed-not-whole"):
        responses.hand_in(other, "r1", Purpose.PEER)


def test_what_is_known_of_a_drawer_from_before_is_not_known_to_whoever_enters_since(small: Small) -> None:
    small.opened(rules_of(validity=Validity(best=Decimal("0.5"))))
    session = small.signed_in(RATER)
    asked = drafted(session)
    assert responses.gaps(session, "r1", Purpose.PEER) == ()
    other = reset(small)
    assert [each.anew for each in responses.gaps(other, "r1", Purpose.PEER)] == [True] * len(asked)
    with refused("sealed-not-whole"):
        responses.hand_in(other, "r1", Purpose.PEER)


def test_a_file_neither_reads_nor_replaces_what_is_sealed_unless_it_is_to(small: Small) -> None:
    handed_in(small)
    session = reset(small)
    answer = {"choice": "half"}
    raw = {"checklist": "t.pair|1", "answers": {"pair.one": answer, "pair.two": answer}}
    with refused("handed-in-already"):
        responses.respond(session, "r1", SUBJECT, raw)
    responses.respond(session, "r1", SUBJECT, raw, renew=True)
    assert stored(small).answers == pair("half", "half")
    assert stored(small).originals[0].sealed
    with refused("not-sealed"):
        responses.respond(session, "r1", SUBJECT, raw, renew=True)


def test_a_line_for_sshd_seals_as_a_code_does(small: Small) -> None:
    handed_in(small)
    begun = small.signed_in(RATER)
    ssh.authorized_line(small.organiser, RATER, ED, ["cadre"])
    assert responses.open_form(small.signed_in(RATER), task_of(begun)).sealed
    assert not responses.open_form(begun, task_of(begun)).sealed, "what was begun before is the rater's own"
    responses.take_back(begun, "r1", Purpose.PEER)
    responses.save(begun, task_of(begun), pair("nil", "half"))
    assert responses.open_form(small.signed_in(RATER), task_of(begun)).sealed, "as is what was saved there later"


def test_a_line_for_oneself_seals_nothing(small: Small) -> None:
    small.county.store.change(keys.account(RATER), lambda found: {**(found or {}), "roles": ["organiser"]})
    handed_in(small)
    session = small.signed_in(RATER)
    ssh.authorized_line(accounts.act_as(session, Role.ORGANISER), RATER, ED, ["cadre"])
    assert not responses.open_form(small.signed_in(RATER), task_of(session)).sealed


def test_a_code_before_anything_was_answered_seals_nothing(small: Small) -> None:
    small.opened(rules_of())
    session = reset(small)
    drafted(session, 1)
    assert not any(each.sealed for each in tasks.todo(session, "r1", Purpose.PEER).tasks)


def test_named_rounds_and_what_one_says_of_oneself_stay_open(small: Small) -> None:
    handed_in(small, secrecy=Secrecy.NAMED, min_raters=1, min_comments=1)
    session = reset(small)
    assert responses.open_form(session, task_of(session)).response.answers["pair.one"].reason == "务实"
    assert responses.take_back(session, "r1", Purpose.PEER) > 1


def test_what_a_clerk_has_typed_is_sealed_when_the_clerks_entry_was_in_hand(small: Small) -> None:
    change = {"roles": ["clerk"], "units": ["甲单位"]}
    small.county.store.change(keys.account("e7"), lambda found: {**(found or {}), **change})
    small.opened(rules_of())
    clerk = paper.begin(accounts.act_as(small.signed_in("e7"), Role.CLERK), "r1", RATER)
    drafted(clerk, 1)
    assert not task_of(clerk).sealed
    again = paper.begin(accounts.act_as(reset(small, "e7"), Role.CLERK), "r1", RATER)
    assert task_of(again).sealed
    assert not responses.open_form(again, task_of(again)).response.answers
    assert not task_of(small.signed_in(RATER)).sealed, "the rater's own entry was in nobody's hand"
    assert task_of(reset(small)).sealed


def test_a_session_from_before_reads_no_more(small: Small) -> None:
    handed_in(small)
    before = small.signed_in(RATER)
    reset(small)
    with refused("session-ended", NotPermitted):
        responses.open_forms(before, "r1", Purpose.PEER, "t.pair")


def test_the_account_says_when_and_by_whom(small: Small) -> None:
    reset(small)
    ssh.authorized_line(small.organiser, RATER, ED, ["cadre"])
    document = small.county.store.read(keys.account(RATER))
    assert document is not None
    at = small.clock.now.isoformat()
    assert document["in_hand"] == [{"at": at, "by": "zzb", "how": each} for each in ("code", "ssh")]
    assert account_list.account_of(small.organiser, RATER).entry is Entry.PASSWORD
    assert small.signed_in("l2").hands == 0
    assert accounts.sign_in(small.county, RATER, "quiet horse").hands == 2
    assert PASSWORD not in str(document)

"""The index answers as if every person had been scored, and changes by one person as if it had been built anew."""

import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from medverkan.matching.gates import stopped_by
from medverkan.matching.index import Index
from medverkan.matching.meaning import understand
from medverkan.matching.packing import pack, unpack
from medverkan.matching.values import EXCLUSIONS, Need, Profile
from medverkan.matching.vocabulary import load
from tests.bench.register import TODAY, needs, profiles

MEMBERS = list(profiles(250))
NEEDS = [*needs(12), Need(experience="Somalisktalande personer som har haft tolk"), Need(title="Dialog")]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(MEMBERS)


@pytest.mark.parametrize("need", NEEDS)
def test_the_best_few_are_the_first_of_all(index: Index, need: Need) -> None:
    everybody = index.rank(need, today=TODAY, top=len(MEMBERS))
    best = index.rank(need, today=TODAY, top=4)
    assert best.matches == everybody.matches[:4]
    assert (best.no_match, best.excluded) == (everybody.no_match, everybody.excluded)


@pytest.mark.parametrize("need", NEEDS)
@pytest.mark.parametrize("only_introduced", [False, True])
def test_the_gates_count_what_they_say_of_each_person(index: Index, need: Need, only_introduced: bool) -> None:
    skipped = replace(need, skip=frozenset({MEMBERS[3].id, "M-unknown"}), minors_wanted=len(need.experience) % 2 == 0)
    said = (stopped_by(p, skipped, TODAY, only_introduced) for p in MEMBERS if p.id not in skipped.skip)
    counts = Counter(gate for gate in said if gate)
    ranking = index.rank(skipped, today=TODAY, only_introduced=only_introduced)
    assert ranking.excluded == {name: counts[name] for name in EXCLUSIONS}


def test_after_changes_it_answers_as_one_built_anew() -> None:
    chance = random.Random(3)  # noqa: S311
    index = Index(MEMBERS[:120])
    now = {profile.id: profile for profile in MEMBERS[:120]}
    for profile in MEMBERS[120:180]:
        gone, changed = chance.sample(sorted(now), 2)
        index.remove(gone)
        del now[gone]
        now[profile.id] = profile
        now[changed] = _changed(profile, changed)
        index.put(now[profile.id])
        index.put(now[changed])
    assert len(index) == len(now)
    anew = Index(now.values())
    assert index.fingerprint(NEEDS[0], today=TODAY) == anew.fingerprint(NEEDS[0], today=TODAY)
    for need in NEEDS:
        assert index.rank(need, today=TODAY, top=200) == anew.rank(need, today=TODAY, top=200)


def _changed(profile: Profile, member: str) -> Profile:
    soon = frozenset({TODAY + timedelta(days=20)})
    return replace(
        profile,
        id=member,
        unwilling="intervju",
        availability="Hör inte av er före mars" if member.endswith("7") else profile.availability,
        busy=soon,
        experience=profile.experience + " Har astma.",
    )


def test_a_rest_is_counted_as_it_is_said_of_each_person() -> None:
    members = [replace(p, availability="Vilar till 2030") if n % 3 else p for n, p in enumerate(MEMBERS[:30])]
    ranking = Index(members).rank(NEEDS[0], today=TODAY)
    said = Counter(stopped_by(p, NEEDS[0], TODAY, only_introduced=False) for p in members)
    assert said["restricted"] > 9
    assert ranking.excluded["restricted"] == said["restricted"]


def test_with_some_put_in_and_some_removed_it_holds_those_members_and_no_others() -> None:
    index = Index(MEMBERS[:50])
    for profile in MEMBERS[1:10]:
        index.remove(profile.id)
    for profile in (_changed(MEMBERS[0], MEMBERS[0].id), *MEMBERS[50:70]):
        index.put(profile)
    anew = Index([_changed(MEMBERS[0], MEMBERS[0].id), *MEMBERS[10:70]])
    for need in NEEDS:
        assert index.rank(need, today=TODAY, top=99) == anew.rank(need, today=TODAY, top=99)


def test_an_empty_index_has_nobody_to_propose() -> None:
    assert Index().rank(NEEDS[0], today=TODAY).no_match


@pytest.mark.parametrize("profile", MEMBERS[:60])
def test_a_packed_meaning_says_the_same(profile: Profile) -> None:
    words = load()
    meaning = understand(profile, words)
    unpacked = unpack(pack(meaning, words), words)
    assert {key: round(value, 6) for key, value in meaning.strengths.items()} == unpacked.strengths
    assert replace(unpacked, strengths=meaning.strengths) == meaning


def test_the_fingerprint_names_all_that_a_list_rests_on_and_not_the_order() -> None:
    members, need = MEMBERS[:20], NEEDS[0]
    name = Index(members).fingerprint(need, today=TODAY)
    assert len(name) == 64
    assert Index(reversed(members)).fingerprint(need, today=TODAY) == name
    others = {
        Index([replace(members[0], busy=frozenset({TODAY})), *members[1:]]).fingerprint(need, today=TODAY),
        Index(members[1:]).fingerprint(need, today=TODAY),
        Index(members).fingerprint(replace(need, skip=frozenset({"M-1"})), today=TODAY),
        Index(members).fingerprint(need, today=TODAY + timedelta(days=1)),
        Index(members).fingerprint(need, today=TODAY, only_introduced=True),
    }
    assert len(others | {name}) == 6

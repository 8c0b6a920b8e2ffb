"""What the ranking promises whatever the wording: gates first, the same list every time, sentences and not quotes."""

import random
from datetime import date

from medverkan.matching.rank import forget, rank
from medverkan.matching.text import sentences
from medverkan.matching.values import EXCLUSIONS, Need, Profile

TODAY = date(2026, 11, 23)


def person(number: int, experience: str, **more: object) -> Profile:
    defaults: dict[str, object] = {
        "id": f"M-{number:04}",
        "experience": experience,
        "perspectives": ("patient",),
        "consent_matching": True,
        "municipality": "Kalmar",
        "birth_year": 1970,
        "introduced": True,
    }
    return Profile(**(defaults | more))  # type: ignore[arg-type]


def need(experience: str, **more: object) -> Need:
    defaults: dict[str, object] = {
        "experience": experience,
        "perspectives": ("patient",),
        "activity": "Fokusgrupp",
        "place": "Kalmar",
        "format": "onsite",
    }
    return Need(**(defaults | more))  # type: ignore[arg-type]


def ids(ranking: object) -> list[str]:
    return [m.member for m in ranking.matches]  # type: ignore[attr-defined]


def test_the_one_with_the_experience_comes_first() -> None:
    people = [person(1, "Jag har haft reumatism i tio år."), person(2, "Jag har epilepsi sedan barndomen.")]
    ranking = rank(need("Erfarenhet av epilepsi"), people, today=TODAY)
    assert ids(ranking)[0] == "M-0002"
    assert not ranking.no_match
    assert ranking.matches[0].reasons[0] == "Har egen erfarenhet av epilepsi."


def test_each_person_counts_once_under_the_first_gate_that_stops_them() -> None:
    text = "Jag har epilepsi."
    people = [
        person(1, text, consent_matching=False, unwilling="Inga fokusgrupper"),
        person(2, text, birth_year=2011),
        person(3, text, birth_year=2011, guardian_consent=True),
        person(4, text, restricted=True),
        person(5, text, unwilling="Inga fokusgrupper"),
        person(6, text, busy=frozenset({date(2027, 2, 9)})),
        person(7, text, max_per_half_year=1, took_part=(date(2026, 10, 1),)),
        person(8, text + " Jag jobbar på neurologmottagningen."),
        person(9, text),
    ]
    ranking = rank(
        need("Erfarenhet av epilepsi", unit="Neurologmottagningen", date_start=date(2027, 2, 9)), people, today=TODAY
    )
    assert tuple(ranking.excluded) == EXCLUSIONS
    assert set(ranking.excluded.values()) == {1}
    assert ids(ranking) == ["M-0009"]


def test_whoever_is_restricted_is_counted_as_that_and_not_as_lacking_what_is_no_longer_asked_of_them() -> None:
    people = [
        person(1, "Jag har epilepsi.", restricted=True, consent_matching=False),
        person(2, "Jag har epilepsi.", restricted=True, birth_year=2011),
        person(3, "Jag har epilepsi.", consent_matching=False),
    ]
    excluded = rank(need("Erfarenhet av epilepsi"), people, today=TODAY).excluded
    assert {why: count for why, count in excluded.items() if count} == {"restricted": 2, "no_consent": 1}


def test_the_list_is_the_same_whatever_the_order_of_the_profiles() -> None:
    people = [person(n, "Jag har epilepsi.") for n in range(1, 30)]
    first = rank(need("Erfarenhet av epilepsi"), people, today=TODAY, top=20)
    random.Random(7).shuffle(people)  # noqa: S311 - a shuffle for a test
    assert rank(need("Erfarenhet av epilepsi"), people, today=TODAY, top=20) == first
    assert ids(first) == sorted(ids(first))


def test_the_wrong_perspective_is_ruled_out_only_where_the_request_insists() -> None:
    relative = person(1, "Min man har epilepsi.", perspectives=("närstående",))
    strict = need("Egen erfarenhet av epilepsi krävs.", perspectives_text="Patient (enbart egen erfarenhet)")
    assert rank(strict, [relative], today=TODAY).matches == ()
    shown = rank(need("Erfarenhet av epilepsi"), [relative], today=TODAY)
    assert shown.no_match
    assert "Perspektivet är närstående, inte det som söks." in shown.matches[0].concerns


def test_what_the_request_excludes_is_not_shown() -> None:
    ranking = rank(need("Kronisk KOL. Astma omfattas inte."), [person(1, "Jag har astma.")], today=TODAY)
    assert ranking.matches == ()


def test_distance_and_hours_lower_the_score_but_stop_nobody() -> None:
    near = person(1, "Jag har epilepsi.")
    far = person(2, "Jag har epilepsi.", municipality="Västervik", travel="Västervik", availability="Kvällar")
    day = date(2027, 2, 9)
    ranking = rank(
        need("Erfarenhet av epilepsi", date_start=day, time_start="10:00", time_end="12:00"), [far, near], today=TODAY
    )
    assert ids(ranking) == ["M-0001", "M-0002"]
    assert any("km bort" in sentence for sentence in ranking.matches[1].concerns)
    assert "Tiden passar inte de tider som personen har angett." in ranking.matches[1].concerns


def test_a_minor_whose_year_is_not_known_is_held_back_like_any_other() -> None:
    unknown = person(1, "Jag går på BUP.", minor=True)
    found = rank(need("Erfarenhet av BUP"), [unknown], today=TODAY)
    assert not found.matches
    assert found.excluded["guardian"] == 1


def test_a_minor_is_shown_where_minors_are_sought_with_a_concern_until_the_document_is_recorded() -> None:
    young = person(1, "Jag går på BUP.", birth_year=2011, guardian_consent=True)
    signed = person(2, "Jag går på BUP.", birth_year=2011, guardian_document=True)
    ranking = rank(need("Erfarenhet av BUP", minors_wanted=True), [young, signed], today=TODAY)
    unsigned = "Vårdnadshavarens underskrivna samtycke är inte registrerat."
    assert {m.member: unsigned in m.concerns for m in ranking.matches} == {"M-0001": True, "M-0002": False}


def test_who_has_been_asked_lately_comes_after_who_has_not() -> None:
    asked = person(1, "Jag har epilepsi.", asked=(date(2026, 11, 1),))
    ranking = rank(need("Erfarenhet av epilepsi"), [asked, person(2, "Jag har epilepsi.")], today=TODAY)
    assert ids(ranking) == ["M-0002", "M-0001"]


def test_people_asked_before_in_the_case_are_left_out_silently() -> None:
    ranking = rank(
        need("Erfarenhet av epilepsi", skip=frozenset({"M-0001"})), [person(1, "Jag har epilepsi.")], today=TODAY
    )
    assert ranking.matches == ()
    assert sum(ranking.excluded.values()) == 0


def test_no_sentence_quotes_the_person_and_the_parts_add_up() -> None:
    text = "Jag har epilepsi och bor granne med Zebulon Zackrisson på Zinkgatan."
    match = rank(need("Erfarenhet av epilepsi"), [person(1, text)], today=TODAY).matches[0]
    assert not any("Z" in sentence for sentence in (*match.reasons, *match.concerns))
    assert all(sentence.endswith(".") for sentence in (*match.reasons, *match.concerns))
    assert abs(sum(match.parts.values()) - match.score) < 0.001


def test_someone_at_daily_activity_is_not_staff_there() -> None:
    participant = person(1, "Jag jobbar på daglig verksamhet i köket.", perspectives=("brukare",))
    ranking = rank(need("Erfarenhet av daglig verksamhet", unit="Daglig verksamhet Linden"), [participant], today=TODAY)
    assert ranking.excluded["conflict"] == 0


def test_nobody_fits_is_an_answer() -> None:
    ranking = rank(need("Erfarenhet av cystisk fibros"), [person(1, "Jag har artros i knät.")], today=TODAY)
    assert ranking.no_match
    assert ranking.team == ()


def test_nothing_of_what_people_wrote_stays_cached_after_forgetting() -> None:
    people = [person(1, "Jag har epilepsi.", availability="Dagtid", travel="Kalmar", unwilling="Inga enkäter")]
    before = rank(need("Erfarenhet av epilepsi"), people, today=TODAY)
    forget()
    assert sentences.cache_info().currsize == 0
    assert rank(need("Erfarenhet av epilepsi"), people, today=TODAY) == before


def test_who_rests_in_their_own_words_is_held_back_until_the_date() -> None:
    resting = person(1, "Jag har epilepsi.", availability="Hör inte av er före september 2027, därefter gärna")
    before = rank(need("Erfarenhet av epilepsi"), [resting], today=TODAY)
    assert not before.matches
    assert before.excluded["restricted"] == 1
    assert ids(rank(need("Erfarenhet av epilepsi"), [resting], today=date(2027, 9, 1))) == ["M-0001"]


def test_ages_said_of_the_ill_do_not_shut_out_their_relatives() -> None:
    people = [
        person(1, "Min pappa fick hemtjänst förra året.", perspectives=("närstående",), birth_year=1985),
        person(2, "Jag har hemtjänst.", perspectives=("brukare",), birth_year=1985),
        person(3, "Jag har hemtjänst.", perspectives=("brukare",), birth_year=1940),
    ]
    asked = need("Personer över 65 år med hemtjänst eller närstående till dem.", perspectives=("brukare", "närstående"))
    assert set(ids(rank(asked, people, today=TODAY))) == {"M-0001", "M-0003"}


def test_another_relation_than_the_one_asked_for_is_no_answer() -> None:
    people = [
        person(1, "Mamma dog i cancer på palliativa avdelningen när jag var fjorton.", perspectives=("närstående",)),
        person(2, "Vår dotter dog i leukemi, hon vårdades palliativt.", perspectives=("närstående",)),
    ]
    asked = need("Förälder till barn som vårdats palliativt.", perspectives=("närstående",))
    found = rank(asked, people, today=TODAY)
    assert ids(found)[0] == "M-0002"
    assert all(match.score < 0.5 for match in found.matches if match.member == "M-0001")
    assert rank(asked, people[:1], today=TODAY).no_match


def test_where_only_a_language_is_asked_for_those_who_speak_it_are_found() -> None:
    people = [person(1, "Jag har astma."), person(2, "Jag har astma.", languages="Arabiska, svenska")]
    ranking = rank(need("Arabisktalande personer"), people, today=TODAY)
    assert ids(ranking) == ["M-0002"]
    assert ranking.matches[0].reasons[0] == "Talar det språk som söks."
    assert not ranking.no_match
    assert ranking.remarks == ()

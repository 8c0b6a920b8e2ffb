"""What in a form speaks against itself is asked about, and what only looks like it is not.

Every row changes one or two boxes of a form that is whole; a box that is None is left out.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.judging.contradictions import request_contradictions
from medverkan.mailbox.forms.judging.judge import judge
from medverkan.mailbox.forms.values.normalise import values_of
from medverkan.mailbox.values import Kind

WHEN = datetime(2027, 1, 11, 8, tzinfo=UTC)  # a Monday
REQUEST = {
    "unit": "Rehab Norr", "organisation": "Region Exempel", "contact_name": "Kim Exempel",
    "contact_email": "kim@region.example", "contact_phone": "070-174 06 40", "activity": "Fokusgrupp",
    "description": "Berätta om väntan i telefon.", "purpose": "Kortare väntan.", "perspectives": "Patient",
    "experience": "Har väntat länge", "people_wanted": "3", "when_text": "tisdag 9 mars 2027 kl. 13–15",
    "place": "Rehab Norr, rum 4",
}  # fmt: skip
REGISTRATION = {
    "first_name": "Lo", "last_name": "Exempel", "phone": "070-174 06 41", "email": "lo@post.example",
    "contact_preference": "telefon", "municipality": "Exempelby", "birth_year": "1980", "perspectives": "Patient",
    "experience": "Astma", "activities": "Intervju", "privacy_notice_read": "Ja", "consent_matching": "Ja",
}  # fmt: skip


def asked(kind: Kind, base: Mapping[str, str], changed: Mapping[str, str | None]) -> list[str]:
    entries = [Entry(key, value) for key, value in {**base, **changed}.items() if value is not None]
    found = values_of(entries, kind, WHEN)
    return list(dict.fromkeys([*found.questions, *judge(kind, found.fields, WHEN)[1]]))


@pytest.mark.parametrize(
    ("changed", "about"),
    [
        ({"when_text": "onsdag 9 mars 2027 kl. 13–15"}, "veckodag"),
        ({"when_text": "v. 11, tisdag 9 mars 2027"}, "v. 11"),
        ({"when_text": "9 mars 2026"}, "passerat"),
        ({"when_text": "29 februari 2027"}, "finns inte"),
        ({"when_text": "30 april 2027 – 9 mars 2027"}, "före|ordning"),
        ({"when_text": None, "_date": "9 mars 2027", "_date_end": "2 mars 2027"}, "före|ordning"),
        ({"when_text": "9 mars 2027 kl. 15–13"}, "Sluttid"),
        ({"when_text": "nästa torsdag kl 9"}, "nästa torsdag"),
        ({"when_text": "tisdag 9 mars 2027", "_date": "16 mars 2027"}, "9 mars.*16 mars|datum"),
        ({"title": "Fokusgrupp 16 mars", "when_text": "9 mars 2027"}, "16 mars"),
        ({"description": "Vi träffas första gången tisdag 16 mars 2027."}, "16 mars"),
        ({"when_text": "fyra tisdagar: 9, 16 och 23 mars"}, "fyra|4"),
        ({"occasions": "5", "when_text": "9, 16 och 23 mars 2027"}, "5"),
        ({"reply_by": "15 mars 2027"}, "svar"),
        ({"reply_by": "4 januari 2027"}, "svar.*passerat"),
        ({"reply_by": "31 februari"}, "finns inte"),
        ({"description": "Vi söker fyra föräldrar som vill berätta."}, "fyra|4"),
        ({"description": "Två personer testar vår nya app."}, "(två|2).*[Hh]ur många"),
        ({"experience": "Vi vill träffa 6 patienter med astma"}, "6"),
        ({"title": "Fem patienter till fokusgrupp"}, "5|fem"),
        ({"people_wanted": "2–3"}, "2–3"),
        ({"contact_phone": "070-174 06 4"}, "[Tt]elefon"),
        ({"contact_phone": "08-465"}, "[Tt]elefon"),
        ({"contact_email": "kim.region.example"}, "E-post"),
        ({"format": "På plats", "place": "Teams"}, "[Pp]lats"),
        ({"format": "Digitalt", "place": "Biblioteket, Storgatan 4"}, "[Pp]lats"),
        ({"minors_wanted": "Nej", "description": "Vi söker ungdomar som är 15 år."}, "under 18|[Mm]inderårig"),
        ({"minors_wanted": "Nej", "experience": "Barn 10–12 år som haft en lång vårdtid"}, "under 18|[Mm]inderårig"),
        ({"minors_wanted": "Nej", "activity": "Workshop för tonåringar 13-16"}, "under 18|[Mm]inderårig"),
        ({"minors_wanted": "Ja", "experience": "Vuxna över 18 år med astma"}, "under 18|[Mm]inderårig"),
        ({"organisation": "Kalmar kommun", "perspectives": "närstående"}, "[Nn]ärstående"),
        ({"minutes_per_occasion": "4 timmar"}, "4 timmar|240|Tid"),
    ],
)  # fmt: skip
def test_a_request_that_contradicts_itself_is_asked_about(changed: dict[str, str | None], about: str) -> None:
    questions = asked(Kind.REQUEST, REQUEST, changed)
    assert len(questions) == 1
    assert re.search(about, questions[0])
    assert questions[0].endswith("?")


@pytest.mark.parametrize(
    "changed",
    [
        {"when_text": "tisdag 9 mars 2027 kl. 13–15"},
        {"when_text": "v. 10, tisdag 9 mars 2027"},
        {"when_text": "mån–ons 8–10 mars 2027"},
        {"when_text": "tisdagar 9–30 mars 2027"},
        {"when_text": "november 2027 – mars 2028"},
        {"when_text": "9 mars 2027 kl. 9–12 och 13–16"},
        {"when_text": "9 mars 2027 kl. 13–15 (fika från 12.30)"},
        {"when_text": "torsdag i nästa vecka kl 9"},
        {"when_text": "tisdag 9 mars 2027", "_time": "13–15"},
        {"when_text": "tisdag 9 mars 2027", "_date": "9 mars 2027"},
        {"title": "Fokusgrupp 9 mars"},
        {"title": "Uppföljning av mötet 3 november 2026"},
        {"description": "Vi träffas första gången 9 mars. Rapporten blir klar i maj 2027."},
        {"description": "Arbetet startade 1 september 2026 och mottagningen flyttar den 1 juni 2027."},
        {"when_text": "tre tisdagar: 9, 16 och 23 mars"},
        {"when_text": "9 mars 2027 och tre tillfällen till"},
        {"occasions": "3", "when_text": "9, 16 och 23 mars 2027"},
        {"reply_by": "9 mars 2027"},
        {"reply_by": "senast två veckor före"},
        {"reply_by": "så snart som möjligt"},
        {"description": "Vi söker tre föräldrar. Två sjuksköterskor leder samtalet."},
        {"description": "Tjugo minuter inför 30 kollegor, i rum 2."},
        {"description": "Gruppen har redan två patienter och en läkare."},
        {"description": "Vi behöver tre personer, varav två patienter."},
        {"people_wanted": "3 (gärna två kvinnor och en man)"},
        {"people_wanted": "3 st, två män och en kvinna", "description": "Vi söker två män och en kvinna."},
        {"contact_phone": "070-174 06 4, 08-465 004 40"},
        {"contact_phone": "08-465 004 40 ankn 423"},
        {"contact_phone": "nås bäst på mejl"},
        {"contact_email": "kim@region.example (kollas sällan)"},
        {"format": "På plats", "place": "Rehab Norr, Teamsalen"},
        {"format": "Digitalt", "place": "Hemma vid datorn"},
        {"format": "Digitalt", "place": "Per telefon"},
        {"format": "Både och", "place": "Biblioteket eller Teams"},
        {"minors_wanted": "Nej", "experience": "Förälder till barn som är 12 år"},
        {"minors_wanted": "Nej", "perspectives": "närstående", "experience": "Föräldrar till barn 5-10 år"},
        {"minors_wanted": "Nej", "experience": "Astma sedan minst 10 år"},
        {"minors_wanted": "Nej", "experience": "Unga vuxna 18–25 år"},
        {"minors_wanted": "Nej", "experience": "Fick astma som barn, vid 8 års ålder"},
        {"minors_wanted": "Nej", "description": "En studiedag för lärare i årskurs 7–9 om barn 13 år."},
        {"minors_wanted": "Ja", "experience": "Ungdomar 15–20 år"},
        {"organisation": "Kalmar kommun", "perspectives": "anhörig"},
        {"organisation": "Kalmar kommun", "perspectives": "närstående (anhöriga)"},
        {"organisation": "Region Kalmar län", "perspectives": "närstående"},
        {"minutes_per_occasion": "2 timmar"},
        {"minutes_per_occasion": "20 minuter"},
        {"_extent": "tre möten, 6 timmar totalt", "when_text": "9, 16 och 23 mars kl 13–15"},
        {"people_wanted": "3 st"},
    ],
)  # fmt: skip
def test_a_request_that_only_looks_like_it_is_not(changed: dict[str, str | None]) -> None:
    assert asked(Kind.REQUEST, REQUEST, changed) == []


@pytest.mark.parametrize(
    ("changed", "about"),
    [
        ({"birth_year": "2041"}, "[Ff]ödelseår"),
        ({"birth_year": "1850"}, "[Ff]ödelseår"),
        ({"birth_year": "198"}, "[Ff]ödelseår"),
        ({"birth_year": "2026"}, "[Ff]ödelseår"),
        ({"birth_year": "47 år"}, "[Ff]ödelseår"),
        ({"contact_preference": "e-post", "email": None}, "e-post"),
        ({"contact_preference": "e-post", "email": "-"}, "e-post"),
        ({"contact_preference": "sms", "phone": "08-465 004 40"}, "sms"),
        ({"contact_preference": "sms", "phone": None}, "sms"),
        ({"contact_preference": "telefon", "phone": None}, "telefon"),
        ({"contact_preference": "brev"}, "brev"),
        ({"contact_preference": "sms", "consent_sms": "Nej"}, "sms"),
        ({"contact_preference": "e-post", "consent_email": "Nej"}, "e-post"),
        ({"birth_year": "2011"}, "[Vv]årdnadshavare"),
        ({"birth_year": "2011", "guardian_name": "Kim Exempel"}, "[Vv]årdnadshavare"),
        ({"phone": "070-174 06", "contact_preference": "e-post"}, "[Tt]elefon"),
        ({"email": "lo.post.example"}, "E-post"),
        ({"activities": "Intervju, enkät", "unwilling": "Intervju"}, "[Ii]ntervju"),
        ({"experience": "Jag är 45 år och har astma", "birth_year": "1960"}, "45"),
    ],
)  # fmt: skip
def test_a_registration_that_contradicts_itself_is_asked_about(changed: dict[str, str | None], about: str) -> None:
    questions = asked(Kind.REGISTRATION, REGISTRATION, changed)
    assert len(questions) == 1
    assert re.search(about, questions[0])
    assert questions[0].endswith("?")


@pytest.mark.parametrize(
    "changed",
    [
        {"birth_year": "80"},
        {"birth_year": "1928"},
        {"birth_year": None},
        {"birth_year": "2009-01-02", "guardian_name": "Kim Exempel", "guardian_consent": "Ja"},
        {"email": None},
        {"email": "har ingen"},
        {"email": "nej"},
        {"contact_preference": "sms", "phone": "08-465 004 40, mobil 070-174 06 41"},
        {"contact_preference": "telefon", "phone": "08-465 004 40"},
        {"contact_preference": "telefon", "consent_sms": "Nej"},
        {"contact_preference": "e-post", "phone": None},
        {"contact_preference": "brev", "postal_address": "Storgatan 4, 380 00 Exempelby"},
        {"contact_preference": "sms", "consent_sms": "Ja"},
        {"phone": "070-174 06 41 (ej efter 20)"},
        {"phone": "saknas", "contact_preference": "e-post"},
        {"activities": "Intervju", "unwilling": "Intervju i grupp"},
        {"activities": "Intervju", "unwilling": "nej"},
        {"experience": "Astma i 45 år"},
        {"experience": "Jag är 46 år och har astma"},
        {"experience": "Min son är 12 år och har astma", "perspectives": "mamma"},
        {"experience": "När jag var 12 år fick jag astma"},
        {"consent_matching": "Vill fundera"},
    ],
)  # fmt: skip
def test_a_registration_that_only_looks_like_it_is_not(changed: dict[str, str | None]) -> None:
    assert asked(Kind.REGISTRATION, REGISTRATION, changed) == []


@pytest.mark.parametrize(
    ("experience", "asks"),
    [("Ungdomar 13–17 år med diabetes", True), ("Tonåringar som har gått på BUP", True),
     ("Förälder till barn 5 år med cp-skada", False), ("Diabetes sedan barndomen", False),
     ("Unga vuxna 18–25 år", False)],
)  # fmt: skip
def test_who_describes_minors_and_says_nothing_of_them_is_asked(experience: str, asks: bool) -> None:
    asked = judge(Kind.REQUEST, {"experience": experience}, None)[1]
    assert any("under 18" in question for question in asked) is asks


@pytest.mark.parametrize(
    ("activity", "start", "end", "minutes", "question"),
    [("Fokusgrupp", "13:00", "16:00", 60, "Klockslagen ger 3 timmar, men det står 1 timme. Vilket gäller?"),
     ("Workshop", "09:00", "10:30", 180,
      "Klockslagen ger 1 timme och 30 minuter, men det står 3 timmar. Vilket gäller?"),
     ("Fokusgrupp", "13:00", "14:30", 90, ""), ("Fokusgrupp", "13:00", "15:00", 90, ""),
     ("Intervju", "09:00", "16:00", 45, ""), ("Berätta för personal", "13:00", "16:00", 30, "")],
)  # fmt: skip
def test_the_clock_and_the_length_agree(activity: str, start: str, end: str, minutes: int, question: str) -> None:
    fields = {"activity": activity, "time_start": start, "time_end": end, "minutes_per_occasion": minutes}
    assert [one for one in request_contradictions(fields, None) if "Klock" in one] == ([question] if question else [])

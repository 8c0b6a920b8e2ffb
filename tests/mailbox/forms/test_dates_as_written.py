"""Every way in which Swedes write a day, a period or a time, read on one and the same day: a table of written → read.

Days and times that leave something to guess (seasons, "början av maj", two alternatives) give none.
"""

from datetime import date

import pytest

from medverkan.mailbox.forms.values.dates import read_when

TODAY = date(2026, 11, 21)  # a Saturday, week 47


def d(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2027-03-01", "2027-03-01", ""),
        ("1 mars 2027", "2027-03-01", ""),
        ("den 1:a mars 2027", "2027-03-01", ""),
        ("den 1:e mars", "2027-03-01", ""),
        ("den första mars", "2027-03-01", ""),
        ("den tjugofjärde mars", "2027-03-24", ""),
        ("den 3:e i mars", "2027-03-03", ""),
        ("270301", "2027-03-01", ""),
        ("20270301", "2027-03-01", ""),
        ("14/3", "2027-03-14", ""),
        ("8-12/2", "2027-02-08", "2027-02-12"),
        ("8 – 12/2 2027", "2027-02-08", "2027-02-12"),
        ("den 8 till den 12/2", "2027-02-08", "2027-02-12"),
        ("8 och 10/2 2027 kl 13-15", "2027-02-08", "2027-02-10"),
        ("8, 9 och den 10/2", "2027-02-08", "2027-02-10"),
        ("ti 9 och to 11/2", "2027-02-09", "2027-02-11"),
        ("10/2 och 12/2", "2027-02-10", "2027-02-12"),
        ("9 eller 11/2", "", ""),
        ("8-12.2.2027 kl 9-12", "2027-02-08", "2027-02-12"),
        ("8.-12.2.2027", "2027-02-08", "2027-02-12"),
        ("08.02.2027-12.02.2027", "2027-02-08", "2027-02-12"),
        ("9-11 9.2.2027", "2027-02-09", ""),
        ("8.30-12 9.2.2027", "2027-02-09", ""),
        ("13-15, 10/2", "2027-02-10", ""),
        ("sal 3 och 10/2", "2027-02-10", ""),
        ("Feb 9, 2027", "2027-02-09", ""),
        ("Feb. 9th 2027 at 13:00", "2027-02-09", ""),
        ("09.02.2027 13.00", "2027-02-09", ""),
        ("2027-02-09T13:00:00+01:00", "2027-02-09", ""),
        ("Alternativ 1: 9 februari, Alternativ 2: 16 februari", "", ""),
        ("14.3", "2027-03-14", ""),
        ("den 14.3 kl 10", "2027-03-14", ""),
        ("14.3.2027", "2027-03-14", ""),
        ("14/3/2027", "2027-03-14", ""),
        ("14-03-2027", "2027-03-14", ""),
        ("1/3 -27", "2027-03-01", ""),
        ("1/3 2027", "2027-03-01", ""),
        ("3 mars -27", "2027-03-03", ""),
        ("3 mars ’27", "2027-03-03", ""),
        ("14 mars", "2027-03-14", ""),
        ("14 MARS", "2027-03-14", ""),
        ("14:e mar.", "2027-03-14", ""),
        ("4 sept 2027", "2027-09-04", ""),
        ("Thursday 4 March 2027", "2027-03-04", ""),
        ("March 4, 2027", "2027-03-04", ""),
        ("4th of March 2027", "2027-03-04", ""),
        ("tis 1/12 kl. 13.00–15.00", "2026-12-01", ""),
        ("torsd 14/1 kl 13-15", "2027-01-14", ""),
        ("Tors. 14 jan", "2027-01-14", ""),
        ("lördagen den 9 januari", "2027-01-09", ""),
        ("lÃ¶rdag 9 januari", "2027-01-09", ""),
        ("fr 4/12 fm", "2026-12-04", ""),
        ("v. 10, tid efter överenskommelse", "2027-03-08", "2027-03-14"),
        ("mån 18 jan + mån 8 feb 2027", "2027-01-18", "2027-02-08"),
        ("den 3, 10 och 17 mars", "2027-03-03", "2027-03-17"),
        ("3/3, 10/3 samt 17/3", "2027-03-03", "2027-03-17"),
        ("onsdagarna 3, 10 & 17 mars 2027 kl 9", "2027-03-03", "2027-03-17"),
        ("mån–ons 8–10 mars", "2027-03-08", "2027-03-10"),
        ("tisdag och torsdag 9 och 11 mars", "2027-03-09", "2027-03-11"),
        ("måndagar och onsdagar 3–29 mars", "2027-03-03", "2027-03-29"),
        ("mellan den 1 och 12 februari 2027", "2027-02-01", "2027-02-12"),
        ("mellan 1/2 och 12/2", "2027-02-01", "2027-02-12"),
        ("fr.o.m. 1 mars t.o.m. 30 april", "2027-03-01", "2027-04-30"),
        ("från 1 mars 2027", "2027-03-01", ""),
        ("t o m 30 april", "", "2027-04-30"),
        ("1/2-12/2", "2027-02-01", "2027-02-12"),
        ("30 november till 4 december", "2026-11-30", "2026-12-04"),
        ("28 dec - 4 jan", "2026-12-28", "2027-01-04"),
        ("kl. 13-15, 3 mars", "2027-03-03", ""),
        ("9.30-11, 13 mars", "2027-03-13", ""),
        ("kl 9.30-11, 13 mars 2027", "2027-03-13", ""),
        ("v. 12", "2027-03-22", "2027-03-28"),
        ("vecka 12", "2027-03-22", "2027-03-28"),
        ("v12", "2027-03-22", "2027-03-28"),
        ("Vecka 12, 2027", "2027-03-22", "2027-03-28"),
        ("v. 53", "2026-12-28", "2027-01-03"),
        ("v 12-14", "2027-03-22", "2027-04-11"),
        ("v.12 och 14", "2027-03-22", "2027-04-11"),
        ("v. 12, 14 och 16", "2027-03-22", "2027-04-25"),
        ("v 12, 14 o 16, dagtid", "2027-03-22", "2027-04-25"),
        ("vecka 51 till vecka 2", "2026-12-14", "2027-01-17"),
        ("torsdag v. 10", "2027-03-11", ""),
        ("torsdagen i vecka 10 kl 13", "2027-03-11", ""),
        ("v. 10, torsdag", "2027-03-11", ""),
        ("v. 10, torsdag 11 mars", "2027-03-11", ""),
        ("mars-april", "2027-03-01", "2027-04-30"),
        ("mars/april", "2027-03-01", "2027-04-30"),
        ("mars, april och maj", "2027-03-01", "2027-05-31"),
        ("i februari", "2027-02-01", "2027-02-28"),
        ("december–januari", "2026-12-01", "2027-01-31"),
        ("nästa vecka", "2026-11-23", "2026-11-29"),
        ("om två veckor", "2026-11-30", "2026-12-06"),
        ("nu på torsdag", "2026-11-26", ""),
        ("på torsdag kl 9", "2026-11-26", ""),
        ("kommande fredag", "2026-11-27", ""),
        ("nästkommande fredag", "2026-11-27", ""),
        ("nästa torsdag", "2026-11-26", ""),
        ("torsdag i nästa vecka", "2026-11-26", ""),
        ("tors nästa vecka kl 18", "2026-11-26", ""),
        ("nästa vecka på torsdag", "2026-11-26", ""),
        ("torsdag om två veckor", "2026-12-03", ""),
        ("i övermorgon", "2026-11-23", ""),
        ("imorgon kl 10", "2026-11-22", ""),
        ("idag", "2026-11-21", ""),
        ("klart senast fredag 4 december", "", "2026-12-04"),
        ("sista torsdagen i februari", "2027-02-25", ""),
        ("första tisdagen i mars 2027", "2027-03-02", ""),
        ("tisdag 9 mars kl 13–15, reservdag torsdag 11 mars", "2027-03-09", ""),
        ("tisdag 9 mars kl 13–15 (svar senast 19 februari)", "2027-03-09", ""),
        ("tisdagar 9–30 mars, ej 16 mars", "2027-03-09", "2027-03-30"),
        ("tisdag 9 mars. OSA 1 mars.", "2027-03-09", ""),
        ("Varannan tisdag kl. 13–13.45 med början tisdag 19 januari 2027", "2027-01-19", ""),
        ("tre onsdagar med start 3 mars", "2027-03-03", ""),
        ("senast Lucia", "", "2026-12-13"),
    ],
)
def test_a_day_or_a_period_is_read_as_it_is_written(written: str, start: str, end: str) -> None:
    found = read_when(written, TODAY)
    assert (found.start, found.end) == (d(start), d(end))


@pytest.mark.parametrize(
    "written",
    [
        "jämna veckor", "udda tisdagar", "månadsskiftet mars/april", "början av maj", "i mitten av maj",
        "slutet av maj", "våren 2027", "VT27", "vt 2027", "hösten", "HT", "Q1", "kvartal 2", "efter sommaren",
        "före jul", "efter nyår", "snarast", "omgående", "löpande", "enligt ö.k.", "t.b.d.", "heldag", "fm", "em",
        "efter lunch", "en torsdag", "på torsdagar", "första veckan i mars", "tidigast 12 april", "efter vecka 12",
        "9 eller 11 mars", "tis 9 mars eller tors 11 mars kl 13", "maj eller juni", "v. 12 eller 14", "2 timmar",
        "4 tillfällen", "rum 14.3", "plan 3", "kl 14.3", "maj 2027 eller senare", "runt den 10 mars", "sal 3/4",
        "cirka 3-4 gånger", "070-174 06 05", "hela 2027", "24/7",
    ],
)  # fmt: skip
def test_what_leaves_something_to_guess_gives_no_day(written: str) -> None:
    found = read_when(written, TODAY)
    assert (found.start, found.end) == (None, None)
    assert (found.mismatches, found.impossible, found.past) == ((), (), ())


@pytest.mark.parametrize(
    "written",
    ["tisdag 14 jan kl 13-15", "mån 3/3", "fredag den 11 mars 2027", "v. 10, tisdag 16 mars 2027", "onsdag 14.3",
     "tisdag och fredag 9 och 11 mars", "mån–ons 9–11 mars", "2027-03-03 (torsdag)", "Wednesday 4 March 2027"],
)  # fmt: skip
def test_a_weekday_or_a_week_that_is_not_that_date_is_a_mismatch(written: str) -> None:
    found = read_when(written, TODAY)
    assert found.mismatches
    assert found.start is None


@pytest.mark.parametrize("written", ["31 november", "30 februari 2027", "29/2 2027", "31/4", "2027-02-30", "v. 54"])
def test_a_day_or_week_that_does_not_exist_is_said_so(written: str) -> None:
    assert read_when(written, TODAY).impossible
    assert read_when(written, TODAY).start is None


@pytest.mark.parametrize(
    "written", ["3 mars 2026, fm", "2025-02-03", "torsdag 19 november", "v. 10 2026", "1/3-26", "1 okt – 30 okt 2026"]
)
def test_what_has_passed_with_its_year_or_weekday_is_past(written: str) -> None:
    assert read_when(written, TODAY).past
    assert read_when(written, TODAY).start is None


@pytest.mark.parametrize(
    "written", ["20 april 2027 – 16 mars 2027", "från 12/3 2027 till 10/3 2027", "12–10 mars 2027"]
)
def test_a_last_day_before_the_first_is_said_so(written: str) -> None:
    assert read_when(written, TODAY).backwards
    assert read_when(written, TODAY).start is None


@pytest.mark.parametrize(
    ("written", "today", "start"),
    [
        ("nästa torsdag", date(2026, 11, 26), "2026-12-03"),  # said on a Thursday
        ("nästa torsdag", date(2026, 11, 27), "2026-12-03"),
        ("torsdag i nästa vecka", date(2026, 11, 23), "2026-12-03"),
        ("nu på torsdag", date(2026, 11, 23), "2026-11-26"),
        ("om en vecka", date(2026, 11, 23), "2026-11-30"),
        ("tisdag om en vecka", date(2026, 11, 23), "2026-12-01"),
        ("v. 48", date(2026, 11, 23), "2026-11-23"),
        ("3 januari", date(2026, 12, 30), "2027-01-03"),
    ],
)
def test_relative_days_count_from_the_day_of_the_mail(written: str, today: date, start: str) -> None:
    assert read_when(written, today).start == d(start)


def test_next_thursday_said_on_a_monday_is_one_of_two_days_and_asked_about() -> None:
    found = read_when("nästa torsdag kl 10", date(2026, 11, 23))
    assert (found.start, found.unclear) == (None, ("nästa torsdag",))


@pytest.mark.parametrize(
    ("written", "occasions"),
    [("den 3, 10 och 17 mars", 3), ("3 och 17 september", 2), ("mellan 1 och 12 februari", None), ("3–5 maj", None),
     ("3 mars", None), ("9 eller 11 mars", None), ("tisdag 9 mars, reserv 11 mars", None)],
)  # fmt: skip
def test_only_listed_days_are_occasions(written: str, occasions: int | None) -> None:
    assert read_when(written, TODAY).occasions == occasions


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("3 mars kl 9-11", "09:00", "11:00"),
        ("tisdag 9 mars 2027, 13-15", "13:00", "15:00"),
        ("9 mars 13.00–15.00", "13:00", "15:00"),
        ("9/3 0930", "09:30", ""),
        ("20270111 kl 0930", "09:30", ""),
        ("2027-01-11 09:30-11:00", "09:30", "11:00"),
        ("mån 18 jan + mån 8 feb 2027, båda dagarna 17.30–19.00", "17:30", "19:00"),
        ("v. 10, torsdag kl 13–15", "13:00", "15:00"),
        ("nu på torsdag kl 9", "09:00", ""),
        ("Tisdagen den 1 december, halv tio till elva", "09:30", "11:00"),
        ("14.3 kl 14.30", "14:30", ""),
        ("9 mars em", "", ""),
        ("9 mars kl 9-11 eller 13-15", "", ""),
        ("270301 1300-1500", "13:00", "15:00"),
        ("två förmiddagar, onsdagarna den 10 och 24 mars 2027 kl. 9.00–12.00", "09:00", "12:00"),
    ],
)
def test_the_clock_beside_a_date_is_read_too(written: str, start: str, end: str) -> None:
    found = read_when(written, TODAY)
    assert (found.time_start, found.time_end) == (start, end)


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("måndag 10 maj, tisdag 12 maj 2027", "tisdag 12 maj 2027"),
        ("tisdag 11/5, torsdag 14/5 kl 10", "torsdag 14/5"),
        ("2027-05-11, torsdag 2027-05-14", "torsdag 2027-05-14"),
        ("måndag den 3, tisdag den 4 och onsdag den 6 maj 2027", "onsdag den 6 maj 2027"),
        ("mån 3, tis 4 och ons 6 maj 2027", "ons 6 maj 2027"),
        ("tisdag och onsdag 4 och 6 maj 2027", "onsdag 6 maj 2027"),
        ("tisdag 4 eller onsdag 6 maj 2027", "onsdag 6 maj 2027"),
        ("Måndagar den 3, 10, 18 maj 2027", "Måndagar den 18 maj 2027"),
        ("tisdagar 4/5, 11/5, 19/5 2027", "tisdagar 19/5 2027"),
        ("Tisdagar 4 maj, 11 maj och 19 maj 2027", "Tisdagar 19 maj 2027"),
    ],
)
def test_of_several_days_the_one_whose_weekday_does_not_fit_is_named(written: str, wrong: str) -> None:
    assert read_when(written, date(2027, 3, 1)).mismatches == (wrong,)


@pytest.mark.parametrize(
    "written",
    [
        "tisdag 11/5, torsdag 13/5 kl 10",
        "11 maj 2027, tisdag 10-12",
        "11/5, tisdag 10.30",
        "Måndagar den 3, 10, 17 maj 2027",
        "tisdagar 4/5, 11/5, 18/5 2027",
        "tisdagar 4 maj - 19 juni 2027",
        "tisdagarna 4 maj, 11 maj samt torsdag 20 maj 2027",
    ],
)
def test_days_whose_weekdays_fit_raise_nothing(written: str) -> None:
    found = read_when(written, date(2027, 3, 1))
    assert found.mismatches == ()
    assert found.start is not None

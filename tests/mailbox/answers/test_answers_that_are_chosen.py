"""What people put in boxes that ask for a choice, a yes, a number or a year, in the words they use."""

import pytest

from medverkan.mailbox.forms.finding.rows import tidy
from medverkan.mailbox.forms.values import born, numbers, options

BOTH = ["brukare", "närstående"]


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("JA", True), ("Ja!", True), ("Japp", True), ("Jajamän", True), ("Visst", True), ("Ok", True), ("OK!", True),
        ("Läst och godkänt", True), ("Läst", True), ("Har läst", True), ("Jag har tagit del av den", True),
        ("Tagit del", True), ("Samtycker", True), ("Jag samtycker till detta", True), ("Godkännes", True),
        ("Godkänd", True), ("Ja, muntligt och skriftligt", True), ("X", True), ("☒", True), ("[x]", True),
        ("(x) Ja ( ) Nej", True), ("Ja (x) Nej ( )", True), ("[ ] Ja [x] Nej", False), ("X Ja\nNej", True),
        ("JA / nej", True), ("ja / NEJ", False), ("Nej tack", False), ("Nej.", False), ("ej", False),
        ("Jag vill inte ha sms", False), ("inte än", False), ("Helst inte", False), ("Vill ej", False),
        ("Vill fundera, återkommer", None), ("Vill fundera", None), ("Kanske", None), ("Vet ej", None),
        ("Vet inte", None), ("Osäker", None), ("?", None), ("Ja/Nej", None), ("JA / NEJ", None), ("Ja eller nej", None),
        ("☐ Ja ☐ Nej", None), ("☐", None), ("☒ Ja ☒ Nej", None), ("återkommer", None),
        ("Ja? vill veta mer först", None), ("Ringa först", None),
    ],
)  # fmt: skip
def test_a_yes_is_a_plain_yes_and_a_doubt_is_none(written: str, answer: bool | None) -> None:
    assert options.yes_no(tidy(written)) is answer


@pytest.mark.parametrize(
    ("written", "roles"),
    [
        ("Förälder", ["närstående"]),
        ("mamma till en kille med adhd", ["närstående"]),
        ("Make", ["närstående"]),
        ("dotter", ["närstående"]),
        ("Vårdnadshavare", ["närstående"]),
        ("syskon", ["närstående"]),
        ("Jag är sambo till någon som är sjuk", ["närstående"]),
        ("anhörig till patient", ["närstående"]),
        ("Närstående till brukare", ["närstående"]),
        ("Pappa till en patient", ["närstående"]),
        ("Föräldrar till patienter", ["närstående"]),
        ("Patienter och deras anhöriga", ["patient", "närstående"]),
        ("patient (före detta)", ["patient"]),
        ("Brukare, men även mamma", BOTH),
        ("Brukare och anhöriga", BOTH),
        ("brukare + närstående", BOTH),
        ("Klient", ["brukare"]),
        ("f.d. patienter", ["patient"]),
        ("Patienter, inte anhöriga", ["patient"]),
        ("Patient: Ja, Närstående: Nej", ["patient"]),
        ("alla tre", ["brukare", "patient", "närstående"]),
        ("Brukare / patient / närstående", []),
        ("Brukare/patient/närstående", []),
        ("☐ Brukare ☐ Patient ☒ Närstående (förälder, syskon)", ["närstående"]),
        ("Brukare ☐ Patient ☒ Närstående ☒", ["patient", "närstående"]),
        ("x Patient\nBrukare\nx Närstående", ["patient", "närstående"]),
        ("Patient, Närstående\nBrukare: den som har insatser. Patient: den som får vård.", ["patient", "närstående"]),
        ("Relative", ["närstående"]),
        ("Personal", []),
    ],
)
def test_the_role_is_told_by_many_words(written: str, roles: list[str]) -> None:
    assert options.perspectives(tidy(written), kin=True) == roles


@pytest.mark.parametrize(
    ("written", "channel"),
    [
        ("helst sms", "sms"), ("Sms i första hand, annars mejl", "sms"), ("Ring inte, skicka sms", "sms"),
        ("Inte sms, ring", "telefon"), ("Telefon (inte sms)", "telefon"), ("E-post går bäst", "e-post"),
        ("mejl, ej telefon", "e-post"), ("annars mejl, helst telefon", "telefon"), ("Mobilen", "telefon"),
        ("sms till mobilen", "sms"), ("brev hem", "brev"), ("vanligt brev", "brev"), ("Mail", "e-post"),
        ("E-mail", "e-post"), ("Textmeddelande", "sms"), ("per telefon dagtid", "telefon"), ("Valfritt", ""),
        ("Inte på telefon", ""), ("x Sms\nTelefon", "sms"),
    ],
)  # fmt: skip
def test_how_to_reach_somebody_minds_what_is_not_wanted(written: str, channel: str) -> None:
    assert options.channel(tidy(written)) == channel


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("1 man och 1 kvinna", (2, 2)), ("två kvinnor och en man", (3, 3)), ("2 brukare + 1 närstående", (3, 3)),
        ("en patient och en anhörig", (2, 2)), ("en (1), kanske två", (1, 1)), ("två (2)", (2, 2)),
        ("4 (2+2)", (4, 4)), ("2+2", (4, 4)), ("max 6", (6, 6)), ("ca 5", (5, 5)), ("upp till 8", (8, 8)),
        ("1 eller 2", (1, 2)), ("tre-fyra", (3, 4)), ("6 st (3 kvinnor, 3 män)", (6, 6)),
        ("20 minuter, 2 personer", (2, 2)), ("2 personer, 20 minuter", (2, 2)), ("ålder 18-25, 4 st", (4, 4)),
        ("4 st i åldern 18-25", (4, 4)), ("2 familjer", (2, 2)), ("ett par stycken", (2, 2)), ("någon", None),
        ("så många som möjligt", None), ("5 personer à 2 timmar", (5, 5)), ("Två personer från 18 år", (2, 2)),
        ("20 min", None), ("18 år", None), ("30 %", None), ("3 stycken per grupp, 2 grupper", (3, 3)),
        ("en till två", (1, 2)), ("ensam", None),
    ],
)  # fmt: skip
def test_people_are_counted_and_other_numbers_are_not(written: str, count: tuple[int, int] | None) -> None:
    assert numbers.people(written) == count


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("ca 1,5 h", 90), ("1½ timme", 90), ("90 min", 90), ("en timma", 60), ("två timmar inkl. fika", 120),
        ("1-1,5 timmar", 90), ("max 2 tim", 120), ("2 x 45 min", 45), ("3 ggr à 2 timmar", 120),
        ("halvannan timme", 90),
        ("1 h 30 min", 90), ("1h30", 90), ("0,5 timme", 30), ("45 min–1 timme", 60), ("en kvart", 15),
        ("ca 20-30 min/intervju", 30), ("en timmes möte", 60), ("två timmar per gång, fyra gånger", 120),
        ("en halv dag", None), ("heldag", None), ("6 timmar totalt", None), ("fyra veckor", None),
        ("2 timmar i månaden", 120),
        ("en och en halv timma", 90), ("1 tim + 30 min förberedelse", 60), ("20 minuters berättelse, sedan frågor", 20),
    ],
)  # fmt: skip
def test_how_long_it_takes_is_told_in_many_ways(written: str, minutes: int | None) -> None:
    assert numbers.minutes(written) == minutes


@pytest.mark.parametrize(
    ("written", "occasions"),
    [
        ("två tillfällen", 2), ("4 möten under våren", 4), ("2 ggr", 2), ("tre onsdagar", 3), ("åtta halvdagar", 8),
        ("2 x 45 min", 2), ("3 ggr à 2 timmar", 3), ("en gång i månaden", None), ("1 gång/månad", None),
        ("6 möten per år", None), ("varannan vecka", None), ("2–3 träffar", None), ("svar inom 14 dagar", None),
        ("om tre dagar", None), ("18 jan", None), ("mån 18 jan + mån 8 feb", None), ("8 intervjuer", None),
        ("tre träffar på en timme", 3), ("engångsträff", None), ("3 dagar i veckan", None),
    ],
)  # fmt: skip
def test_times_are_counted_where_they_are_said(written: str, occasions: int | None) -> None:
    assert numbers.occasions(written) == occasions


@pytest.mark.parametrize(
    ("written", "months"),
    [("ett halvår", 6), ("ett och ett halvt år", 18), ("två (2) år", 24), ("1 år", 12), ("så länge som möjligt", None),
     ("max 24 månader", 24), ("☐ 12 månader ☒ 36 månader", 36), ("36 mån", 36), ("i 18 månader", 18)],
)  # fmt: skip
def test_how_long_to_stay_is_told_in_months(written: str, months: int | None) -> None:
    assert numbers.months(options.chosen(tidy(written))) == months


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("-63", 1963), ("född 42", 1942), ("75", 1975), ("1975-03-02", 1975), ("19750302-1234", 1975),
        ("750302-1234", 1975), ("7503021234", 1975), ("2 mars 1975", 1975), ("2/3 1975", 1975), ("2/3-75", 1975),
        ("1975 (50 år)", 1975), ("50 år (1975)", 1975), ("45 år", None), ("50-talet", None), ("1850", None),
        ("2041", None), ("197", None), ("12", 2012), ("2008", 2008), ("8/11 08", 2008), ("2025", None), ("1899", None),
        ("år 1966", 1966), ("'66", 1966),
    ],
)  # fmt: skip
def test_a_year_of_birth_is_one_that_can_be(written: str, year: int | None) -> None:
    assert born.birth_year(written, 2026) == year

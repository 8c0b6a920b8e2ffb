"""What units answer, as a table with the truth: what was asked, the words, the fields they give, is anything left over.

Wrong merges cost far more than asking again: where a person could hesitate, the truth is {} and something left over.
Fields that are derived (dates, times, format) are compared only where the truth names them.
"""

from typing import Any

WEEKDAY = "”onsdag 18 mars” stämmer inte: veckodag och datum passar inte ihop. Vilket datum gäller?"
NUMBER = "Antal personer är 2, men i texten står 4. Hur många personer söker ni?"
PHONE = "Telefon: numret går inte att ringa. Vilket telefonnummer är rätt?"
REPLY_BY = "Sista svarsdatum, 2027-01-10, har redan passerat. När behöver ni svar?"

Said = tuple[tuple[str, ...], str, dict[str, Any], bool | None]

# (asked: keys of what is missing, or questions), words, fields, is there something a person must see (None: either)
NUMBERED: tuple[Said, ...] = (
    (("people_wanted", "place"), "1. 3 personer\n2. Hälsocentralen i Nybro",
     {"people_wanted": 3, "place": "Hälsocentralen i Nybro"}, False),
    (("place", "when_text"), "Hej!\n1) Kalmar 2) den 18 mars kl 13–15",
     {"place": "Kalmar", "when_text": "den 18 mars kl 13–15", "date_start": "2027-03-18", "time_end": "15:00"}, False),
    (("place", WEEKDAY), "Fråga 2: ja", {}, True),
    (("people_wanted", WEEKDAY), "ang 2: onsdag stämmer, det är den 17:e", {"date_start": "2027-03-17"}, False),
    (("description", "purpose"), "1: Deltagarna provgår nya entrén med oss i en timme.\n2: Att alla ska hitta rätt.",
     {"description": "Deltagarna provgår nya entrén med oss i en timme.", "purpose": "Att alla ska hitta rätt."},
     False),
    (("purpose", "people_wanted", "place"), "2. fyra\n\n3. Rådhuset, Västervik",
     {"people_wanted": 4, "place": "Rådhuset, Västervik"}, False),
    (("people_wanted", "place"), "5. Kalmar", {}, True),
    (("people_wanted", "place"), "1. Vi är osäkra, kan man vara fler?\n2. Teams", {"place": "Teams"}, True),
    (("purpose", "place"), "2 - Folkhögskolan, sal 3\n1 - Vi vill lära oss hur väntan upplevs",
     {"purpose": "Vi vill lära oss hur väntan upplevs", "place": "Folkhögskolan, sal 3"}, False),
    (("people_wanted", "when_text"), "1. tre\n2. onsdag 18 mars kl 13",
     {"people_wanted": 3, "when_text": "onsdag 18 mars kl 13"}, False),
    (("place", "people_wanted"), "Punkt 1: vet vi inte än\nPunkt 2: 2 st", {"people_wanted": 2}, True),
    (("people_wanted", "place"), "1. Plats: Emmaboda bibliotek", {}, True),
)  # fmt: skip

ONE_ASKED: tuple[Said, ...] = (
    (("people_wanted",), "Tre.", {"people_wanted": 3}, False),
    (("people_wanted",), "1", {"people_wanted": 1}, False),
    (("people_wanted",), "2-3 stycken", {}, False),
    (("people_wanted",), "antal är 3", {"people_wanted": 3}, False),
    (("people_wanted",), "Inte fler än tre.", {}, True),
    (("people_wanted",), "Vi söker fem deltagare.", {"people_wanted": 5}, False),
    (("people_wanted",), "Vi är tolv i arbetsgruppen.", {}, True),
    (("people_wanted",), "Vi drar tillbaka förfrågan.", {}, True),
    ((NUMBER,), "Det är 2 som gäller.", {"people_wanted": 2}, False),
    ((NUMBER,), "Texten stämmer.", {}, True),
    ((WEEKDAY,), "Det ska vara torsdag den 18 mars.", {"date_start": "2027-03-18"}, False),
    ((WEEKDAY,), "Det ska vara 18 mars", {"date_start": "2027-03-18"}, False),
    # No date: the whole is judged anew, and asked about once more.
    ((WEEKDAY,), "Onsdagen stämmer, alltså den 18 mars.", {"when_text": "Onsdag 18 mars"}, None),
    ((WEEKDAY,), "Onsdagen stämmer, alltså den 17 mars.", {"date_start": "2027-03-17"}, None),
    ((WEEKDAY,), "Onsdag stämmer.", {}, True),
    ((WEEKDAY,), "Datumet är rätt, det är alltså en torsdag.", {"date_start": "2027-03-18"}, False),
    ((WEEKDAY,), "onsdag den 17:e kl 10", {"when_text": "onsdag 17 mars kl 10", "date_start": "2027-03-17"}, False),
    ((WEEKDAY,), "Den 18:e passar inte, vi tar den 25:e.", {}, True),
    (("activity",), "Arbetsgruppen är full.", {}, True),
    (("purpose",), "Vi vill göra klart formuläret nästa vecka.", {}, True),
    ((PHONE,), "Numret ska vara 08-465 004 55.", {"contact_phone": "+46846500455"}, False),
    (("when_text",), "v. 12, helst på förmiddagen",
     {"when_text": "v. 12, helst på förmiddagen", "date_start": "2027-03-22"}, False),
    (("when_text",), "Den 18 mars kan vi inte, men kanske den 25 mars.", {}, True),
    (("place",), "Vi tänkte oss Oskarshamns sjukhus", {"place": "Oskarshamns sjukhus"}, False),
    (("place",), "Digitalt går bra!", {"place": "Digitalt", "format": "remote"}, False),
    (("place",), "Vi är 3 personer i arbetsgruppen.", {}, True),
    (("place",), "Vi bokar lokal senare.", {}, True),
    (("organisation",), "Region Kalmar län", {"organisation": "Region Kalmar län"}, False),
    (("purpose",), "Hej igen!\n\nVi vill att fler ska våga söka hjälp i tid.",
     {"purpose": "Vi vill att fler ska våga söka hjälp i tid."}, False),
    (("purpose",), "Tack, vi återkommer i veckan.", {}, True),
    (("purpose",), "Vi har bytt chef, det är Ritva Salo nu.", {}, True),
    (("perspectives",), "Kan det vara en anhörig i stället?", {}, True),
    (("contact_name",), "Det är jag själv, Ritva Salo", {"contact_name": "Ritva Salo"}, False),
    (("experience",), "Någon som haft stroke de senaste fem åren",
     {"experience": "Någon som haft stroke de senaste fem åren"}, False),
    (("activity",), "Fokusgrupp", {"activity": "Fokusgrupp"}, False),
)  # fmt: skip

SEVERAL_ASKED: tuple[Said, ...] = (
    (("purpose", "people_wanted", "place"),
     "Syftet är att korta väntetiderna. Vi behöver fyra personer. Vi ses på Teams.",
     {"purpose": "Syftet är att korta väntetiderna.", "people_wanted": 4, "place": "Teams"}, False),
    (("people_wanted", PHONE), "070-174 06 77\nvi vill ha 2 st", {"people_wanted": 2, "contact_phone": "+46701740677"},
     False),
    (("place", "purpose"), "Det blir via Teams.", {"place": "via Teams", "format": "remote"}, False),
    (("people_wanted", "place"), "Vi är 3 personer i arbetsgruppen och sitter i Emmaboda.", {}, True),
    (("when_text", REPLY_BY), "18 mars", {}, True),
    (("when_text", REPLY_BY), "Mötet är 18 mars kl 9-11. Vi behöver svar senast 1 mars.",
     {"date_start": "2027-03-18", "time_start": "09:00", "reply_by": "2027-03-01"}, False),
    (("perspectives", "people_wanted"), "Närstående. Och tre stycken.",
     {"perspectives": ["närstående"], "people_wanted": 3}, False),
    (("description", "purpose"), "Vi ska bygga om entrén.", {}, True),
    (("people_wanted", "place"), "Plats: Folkets hus, Hultsfred", {"place": "Folkets hus, Hultsfred"}, False),
    (("people_wanted", "place"), "3", {"people_wanted": 3}, False),
    (("activity", "experience"), "Intervjuer med personer som levt med långvarig smärta", {}, True),
    (("purpose", "place"), "Se svar nedan", {}, None),
    (("people_wanted", "purpose"), "Ja det stämmer.", {}, True),
    (("when_text", "place"), "Lindgården, Mönsterås\n25 mars 13.30-15.30",
     {"place": "Lindgården, Mönsterås", "date_start": "2027-03-25", "time_start": "13:30"}, False),
    (("unit", "place"), "Solbacken", {}, True),
    (("unit", "organisation"), "Vår organisation är Torsås kommun.", {"organisation": "Torsås kommun"}, False),
)  # fmt: skip

NOTHING_ASKED: tuple[Said, ...] = (
    ((), "vi ändrar till två personer", {"people_wanted": 2}, False),
    ((), "Lokalen blir Glasbruket i stället.", {"place": "Glasbruket"}, False),
    ((), "Lokalen blir förresten Glasbruket.", {"place": "Glasbruket"}, False),
    ((), "tiden är flyttad till kl 10", {"time_start": "10:00"}, False),
    ((), "Antal: 4, plats: Vimmerby stadshus", {"people_wanted": 4, "place": "Vimmerby stadshus"}, False),
    ((), "Tack, då vet vi!", {}, False),
    ((), "Anna Berg är sjuk så jag tar över som kontaktperson.", {}, True),
    ((), "Vi träffas i Kalmar ibland.", {}, True),
    ((), "Kan vi ändra till två personer?", {}, True),
    ((), "Vi blir två personer från oss på mötet.", {}, True),
    ((), "Mötet är flyttat till den 25 mars kl 9–11.", {"date_start": "2027-03-25", "time_start": "09:00"}, False),
)  # fmt: skip

DIALOGUES = NUMBERED + ONE_ASKED + SEVERAL_ASKED + NOTHING_ASKED
DERIVED = ("date_start", "date_end", "time_start", "time_end", "format", "occasions", "minutes_per_occasion")

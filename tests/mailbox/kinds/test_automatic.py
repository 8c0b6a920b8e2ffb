"""What no person wrote is told from what a person wrote, by headers where there are any and by words where not."""

import pytest

from medverkan.mailbox.mime import parse
from medverkan.mailbox.values import Kind
from tests.mailbox.kinds.machines import machine_verdict

REPLY = {"In-Reply-To": "<f-2027-0003.u1@region.example>", "References": "<f-2027-0003.u1@region.example>"}


def kind(subject: str, body: str = "", sender: str = "Eva Ask <eva@kommun.example>", **headers: str) -> Kind | None:
    lines = [f"From: {sender}", f"Subject: {subject}", "Date: Mon, 11 Jan 2027 09:00:00 +0100"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    letter = parse(("\n".join(lines) + "\n\n" + body + "\n").encode())
    found = machine_verdict(letter)
    return found.kind if found else None


AWAY = [
    ("SV: Mottaget", "Hej! Jag har sommarsemester v 27-31. Ditt mejl kommer inte att läsas förrän jag är tillbaka.\n\n"
     "Vid akuta ärenden ring 08-465 004 01.", {}),
    ("SV: Mottaget", "Tack för ditt meddelande. Jag är tillbaka på kontoret den 11/8. Brådskande ärenden hänvisas till "
     "funktionsbrevlådan.", {}),
    ("SV: Mottaget", "Vi har julstängt 23 december–7 januari och läser inte mejl under tiden.", {}),
    ("SV: Mottaget", "Mottagningen är stängd vecka 29-31. Vi besvarar ditt mejl när vi öppnar igen.", {}),
    # Exchange and Outlook, with their headers
    ("Autosvar: Vi har tagit emot er förfrågan", "Hej, jag är åter måndag.",
     {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}),
    ("Automatiskt svar: Förslag", "Tack för ditt mejl.",
     {"X-Auto-Response-Suppress": "All", "X-MS-Exchange-Generated-Message-Source": "Mailbox Rules Agent"}),
    ("Frånvaro: Vi har tagit emot er förfrågan", "Åter den 18/1.", {}),
    ("Ej på kontoret: Förslag", "Jag är tillbaka måndag.", {}),
    ("Semester Re: Förslag", "Jag är på semester till 12 januari. Vid brådskande ärenden, ring växeln.", {}),
    ("Jag är på semester", "Tillbaka vecka 4.", {}),
    ("Out of office: Vi har tagit emot", "I am out of office until Jan 18.", {}),
    ("Automatic reply: Förslag", "I am on annual leave.", {}),
    ("Föräldraledig Re: Förslag", "Jag är föräldraledig till augusti.", {}),
    # Gmail
    ("Semestersvar Re: Vi har tagit emot", "Tack för ditt "
     "mejl!", {"Auto-Submitted": "auto-replied", "Precedence": "bulk", "X-Autoreply": "yes"}),
    # cPanel, Plesk, Zimbra, Dovecot sieve, Lotus Notes, GroupWise
    ("Frånvarande", "Hej",
     {"X-Autorespond": "Förslag", "Auto-Submitted": "auto-replied", "X-Loop": "eva@kommun.example"}),
    ("Re: Förslag", "Jag är borta.", {"Auto-Submitted": "auto-replied (vacation)"}),
    ("Eva Ask är inte på kontoret.", "Jag är borta från kontoret från 2027-01-10 och kommer tillbaka 2027-01-19.", {}),
    ("Re: Förslag", "Tack!", {"X-Mailer": "Zimbra", "Auto-Submitted": "auto-replied (zimbra; vacation)"}),
    # without any header: only the words
    ("SV: Vi har tagit emot er förfrågan", "Hej!\n\nTack för ditt mejl. Jag är på semester till och med den 17 "
     "januari och "
     "läser inte min e-post. Vid brådskande ärenden, kontakta min kollega Ulf, 08-465 004 11.\n\nMvh\nEva", {}),
    ("Re: Vi har tagit emot er förfrågan", "Jag är föräldraledig och åter i tjänst 1 augusti 2027. Ditt mejl "
     "vidarebefordras "
     "inte. Kontakta enhetschef Ulf Ask.\n\n/Eva", {}),
    ("SV: Återkoppling", "Hej,\njag arbetar inte fredagar. Ditt mejl besvaras när jag är tillbaka på måndag.\nEva", {}),
    ("Re: Proposal", "Hello,\n\nThank you for your e-mail. I am currently out of the office with limited access to "
     "e-mail and "
     "will reply upon my return on 18 January.\n\nFor urgent matters please contact ulf@kommun.example.\n", {}),
    ("Sv: Vi har tagit emot er förfrågan", "Detta är ett automatiskt svar.\n\nJag är inte i tjänst just nu.\n", {}),
    ("Re: Förslag", "Hej! Jag har slutat min anställning på Nybro kommun. Din e-post läses inte. Vänd dig till "
     "kontaktcenter@kommun.example i stället.", {}),
    ("Re: Er förfrågan", "Tack för ditt meddelande! Jag är sjukskriven tills vidare. Vid frågor kontakta "
     "registrator@kommun.example, så hjälper de dig.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "body", "headers"), AWAY)
def test_who_is_away_lets_a_machine_answer(subject: str, body: str, headers: dict[str, str]) -> None:
    assert kind(subject, body, **headers) is Kind.AUTOMATIC


PERSONS = [
    ("SV: Mottaget", "Jag är på semester till måndag, då svarar jag på resten. Datum: 3 mars."),
    ("SV: Mottaget", "Tack! Jag är tillbaka på måndag och ringer då."),
    ("SV: Mottaget", "Jag är sjuk i dag men jag återkommer med svar på frågorna i morgon."),
    ("SV: Mottaget", "Vi har stängt v 7, så inte då. Annars passar alla dagar."),
    ("SV: Mottaget", "Jag är föräldraledig så jag har gott om tid, ring när ni vill."),
    ("SV: Mottaget", "Jag har gått i pension. Kontakta Ulf Ask på enheten, han tar över förfrågan."),
    ("SV: Vi har tagit emot er förfrågan", "Hej! Vi vill ha två personer. Jag är på semester vecka 4 men nås på "
     "mobilen.\n\nEva"),
    ("SV: Förslag", "Ja till 1 och 3. Jag är ledig i morgon så ring gärna Ulf om det är något."),
    ("SV: Vi har tagit emot", "Tack för ditt mejl. Jag är tillbaka från semestern nu. Lokalen är Storgatan 1, antal "
     "personer 2."),
    ("Re: Ett uppdrag vi pratat om", "Hej, jag är bortrest till den 20 januari men kan gärna vara med efter det. Går "
     "det bra?"),
    ("SV: Vi har tagit emot", "Eva är på semester så jag svarar i hennes ställe: vi tar den 3 mars klockan 13."),
    ("Förfrågan om semesterperioden", "Vi vill prata med personer om stödet under semestern. Jag är ledig fredagar. "
     "Kontakta mig gärna på telefon. Kan ni hjälpa oss?"),
    ("Frågor om frånvaro i skolan", "Hej! Vi söker föräldrar till barn med hög frånvaro. Finns det någon hos er?"),
    ("SV: Er ringlista", "1 svarade inte, hon är på semester och åter den 18 januari. Kontakta henne då."),
    ("Semesterveckor och frånvaro i gruppen", "Hej, vilka veckor har gruppen uppehåll? Mvh Eva"),
    ("Läst och klart", "Jag har läst ert brev. Jag kan komma."),
    ("Inställt: fokusgruppen 3 mars", "Hej, vi måste tyvärr ställa in. Ny tid kommer."),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "body"), PERSONS)
def test_who_only_mentions_being_away_is_a_person(subject: str, body: str) -> None:
    assert kind(subject, body) is None


MACHINES = [
    # receipts
    ("Läst: Vi har tagit emot er förfrågan", "Ditt meddelande lästes den 12 januari 2027 "
     "09:14.", {"Content-Type": "text/plain; charset=utf-8"}),
    ("Läskvitto (visat): Förslag", "Detta är ett läskvitto.", {}),
    ("Read: Proposal", "Your message was read on 12 January.", {}),
    # calendar
    ("Accepterat: Planeringsmöte", "", {"Content-Type": 'text/calendar; method=REPLY; charset="utf-8"'}),
    ("Avvisat: Planeringsmöte", "", {"Content-Type": 'text/calendar; method=REPLY; charset="utf-8"'}),
    ("Accepted: Planeringsmöte @ Tue Jan 12", "Eva Ask has accepted this invitation.", {}),
    # newsletters and lists
    ("Nytt från Brukarnätverket – januari", "Välkommen till årets första nyhetsbrev! Läs mer.",
     {"List-Unsubscribe": "<https://n.example/u>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}),
    ("[anhoriglistan] Träff i Oskarshamn", "Hej alla!", {"List-Id": "<anhorig.lists.example>", "Precedence": "list"}),
    ("Kurser i vår", "Boka nu!\n\nOm du inte vill ha fler utskick: avregistrera dig här https://n.example/u", {}),
    ("Nyhetsbrev 1/2027", "Har du svårt att läsa brevet? Visa det i webbläsaren: https://n.example/1\n\nAvsluta "
     "prenumeration", {}),
    # tickets
    ("[Ärende #482911] Er fråga har registrerats", "Hej! Vi har tagit emot ditt ärende och återkommer inom tre dagar.\n"
     "Svara inte på det här meddelandet.", {"Auto-Submitted": "auto-generated"}),
    ("Ärende INC0048213 har skapats", "Tack för att du kontaktar Servicedesk. Ditt ärende har fått nummer "
     "INC0048213.", {}),
    ("Bekräftelse på mottaget ärende", "Detta är ett automatiskt meddelande och går inte att svara på. Ditt ärende har "
     "registrerats med nummer 2027-00123.", {}),
    ("Your request has been received [#88121]", "Thank you. Your request (88121) has been received and is being "
     "reviewed.", {}),
    ("Tack för ditt mejl", "Vi har tagit emot ditt mejl till Region Exempel och återkommer så snart vi kan. Detta är "
     "ett "
     "automatiskt svar.", {}),
    ("Bekräftelse: vi har tagit emot ditt meddelande", "Hej! Tack för att du hörde av dig. Det här är en automatisk "
     "bekräftelse på "
     "att ditt meddelande har kommit fram till kommunens kontaktcenter.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "body", "headers"), MACHINES)
def test_receipts_lists_and_tickets_need_no_answer(subject: str, body: str, headers: dict[str, str]) -> None:
    assert kind(subject, body, **headers) is Kind.AUTOMATIC


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        (
            "SV: Vi har tagit emot er förfrågan",
            "Hej, vi har tagit emot ert mejl. Vi är fyra personer, dag 3 mars. Mvh Eva",
        ),
        ("Ärende 2027-0012: fråga", "Hej! Kan ni hjälpa oss med två patienter till ett samtal i mars?"),
        ("Nyhetsbrev om Intressebanken", "Hej! Får vi skriva om Intressebanken i vårt nyhetsbrev?"),
    ],
)
def test_a_person_who_speaks_of_tickets_or_newsletters_is_a_person(subject: str, body: str) -> None:
    assert kind(subject, body) is None

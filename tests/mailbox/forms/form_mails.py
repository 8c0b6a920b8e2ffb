"""Whole mails as machines write them, and whole tables: what must be read of each. All people are made up."""

from typing import Any

from medverkan.mailbox.values import Kind

_POWER = (
    "Ett nytt svar har skickats in.\nSvars-ID: 12\nStarttid: 2027-02-27T13:02:11Z\nSvarande: anonymous\n"
    "1. Enhetens namn\nÖgonmottagningen Almby\n2. Huvudman\nRegion Almland\n3. Kontaktperson\nTova Almgård\n"
    '4. E-post\ntova@almland.example\n5. Typ av medverkan\n["Workshop"]\n6. Vad ska hända?\n'
    "Vi provar en ny skylt. Alla får säga vad de ser.\n7. Syfte\nFler ska hitta rätt\n"
    '8. Perspektiv (flera val möjliga)\n["Patient","Närstående"]\n9. Erfarenhet\nNedsatt syn\n10. Antal invånare\n4\n'
    "11. Datum\n2027-04-12\n12. Klockslag\n13:00-15:00\n13. Mötet sker\nPå plats\n14. Lokal\nEntrén, plan 2\n"
    '15. Hur hörde ni talas om oss?\n["En vän"]\nDetta meddelande skickades av ett flöde i Power Automate.\n'
)
_REQUEST = {
    "unit": "Ögonmottagningen Almby", "organisation": "Region Almland", "contact_name": "Tova Almgård",
    "contact_email": "tova@almland.example", "activity": "Workshop", "people_wanted": 4, "date_start": "2027-04-12",
    "time_start": "13:00", "time_end": "15:00", "purpose": "Fler ska hitta rätt", "experience": "Nedsatt syn",
}  # fmt: skip
_GOOGLE = (
    "Google Formulär\nNågon har precis fyllt i Intresseanmälan.\nE-postadress *\nnadja@post.example\nVad heter du? *\n"
    "Nadja Strömberg\nVilket år är du född? *\n1988\nI vilken kommun bor du? *\n◯ Kalmar\n◉ Nybro\n◯ Annan\n"
    "Mobilnummer\n0046 (0)70 174 06 33\nHur ska vi höra av oss? *\n◯ Ringa\n◉ Sms\n◯ Mejl\nJag har erfarenhet som *\n"
    "☐ Brukare\n☒ Patient\n☒ Närstående\nVilka erfarenheter vill du dela? *\nPsoriasis sedan tonåren\n"
    "När hade du de erfarenheterna?\n2005-2020\nVad vill du göra? *\n☒ Panel\n☐ Intervju\n☒ Testa appar\n"
    "Jag har läst om hur ni använder mina personuppgifter *\n☒ Ja\n"
    "Vi får använda mina hälsouppgifter för att matcha mig mot uppdrag (samtycke) *\n◉ Ja, jag samtycker\n◯ Nej\n"
    "Skapa ditt eget Google Formulär\nAnmäl missbruk\n"
)
_SURVEY = (
    "Ett nytt svar har kommit in.\n\nRespondent #000118\nInsamlare: Webblänk 1\nStartade: den 26 februari 2027 09:41\n"
    "IP-adress: 192.0.2.14\n\nF1\nVad heter du i förnamn?\nSvar: Nadja\n\nF2\nOch i efternamn?\nSvar: Strömberg\n\n"
    "F3\nVilket årtal är du född?\nSvar: 1988\n\nF4\nVar i länet bor du?\nSvar: Nybro kommun\n\nF5\nTelefonnummer\n"
    "Svar: 070-174 06 33\n\nF6\nI vilken roll har du erfarenhet?\nSvar: Patient; Närstående\n\nF7\n"
    "Beskriv erfarenheten\nSvar: Psoriasis sedan tonåren.\n\nF8\nVilka insatser lockar?\nSvar: Panel; Intervju\n\nF9\n"
    "Hur hörde du talas om oss?\nSvar: Annons\n\nF10\nInformationen om personuppgifter: har du läst den?\nSvar: Ja\n\n"
    "F11\nSamtycker du till att vi matchar dig på uppgifter om hälsa?\nSvar: Ja, jag samtycker\n\nF12\n"
    "Jag accepterar kakor\nSvar: Ja\n\nSluta prenumerera: https://survey.example/u\n"
)
_RESIDENT = {
    "first_name": "Nadja", "last_name": "Strömberg", "birth_year": 1988, "municipality": "Nybro",
    "phone": "+46701740633", "perspectives": ["patient", "närstående"], "privacy_notice_read": True,
    "consent_matching": True,
}  # fmt: skip
_HEAD = (
    '"Id";"Inskickad";"Enhet";"Huvudman";"Kontakt förnamn";"Kontakt efternamn";"Kontakt e-post";"Uppdragstyp";'
    '"Uppdragsbeskrivning";"Syfte";"Perspektiv";"Erfarenhet";"Antal";"Startdatum";"Starttid";"Sluttid";"Plats";"Ruta"'
)
_VALUES = (
    '"7";"2027-02-26 11:52";"Ögonmottagningen Almby";"Region Almland";"Tova";"Almgård";"tova@almland.example";'
    '"Workshop";"Vi provar en skylt; sedan fikar vi";"Fler ska hitta rätt";"Patient|Närstående";"Nedsatt syn";"4";'
    '"2027-04-12";"13:00";"15:00";"Entrén, plan 2";"Ja"'
)
_COMMAS = f"{_HEAD}\n{_VALUES}\n".replace('";"', '","')
_LISTED = _REQUEST | {"description": "Vi provar en skylt; sedan fikar vi", "perspectives": ["patient", "närstående"]}
_DOTTED = (
    "Enhet .................... Ögonmottagningen Almby\nHuvudman ................. Region Almland\n"
    "Kontaktperson ............ Tova Almgård\nMejl ..................... tova@almland.example\n"
    "Insats ................... Workshop\nVad ni får göra .......... Prova en skylt i vår\n"
    "                           entré och säga vad\n                           som syns.\n"
    "Syfte .................... Fler ska hitta rätt\nPerspektiv ............... Patient\n"
    "Erfarenhet ............... Nedsatt syn\nAntal .................... 4\n"
    "När ...................... 12 april 2027 kl 13-15\n"
)
MAILS: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("Nytt svar", _POWER,
     _REQUEST | {"perspectives": ["patient", "närstående"], "format": "onsite", "place": "Entrén, plan 2",
                 "description": "Vi provar en ny skylt. Alla får säga vad de ser."}, "occasions title"),
    ("Intresseanmälan", _GOOGLE,
     _RESIDENT | {"contact_preference": "sms", "activities": ["Panel", "Testa appar"],
                  "experience": "Psoriasis sedan tonåren", "experience_years": "2005-2020"}, "unwilling"),
    ("Nytt svar: Intresseanmälan", _SURVEY,
     _RESIDENT | {"experience": "Psoriasis sedan tonåren.", "activities": ["Panel", "Intervju"]},
     "care_met consent_email"),
    ("Formulärexport", f"Nya svar:\n\n{_HEAD}\n{_VALUES}\n\nExporten körs varje timme.\n", _LISTED, "contact_phone"),
    ("Formulärexport", _COMMAS, _LISTED, ""),
    ("Förfrågan om medverkan", _DOTTED,
     _REQUEST | {"description": "Prova en skylt i vår\nentré och säga vad\nsom syns."}, ""),
)  # fmt: skip
_HELPED = (
    ("Uppgift", "Hjälptext", "Ert svar"),
    ("Verksamhet", "Vad heter ni?", "Ögonmottagningen Almby"),
    ("Kommun/region", "", "Region Almland"),
    ("Kontaktvägar", "Mejl och tfn", "tova@almland.example, tel 070-174 06 33"),
    ("Uppdragstyp", "T.ex. råd, intervju", "Workshop"),
    ("Effekt", "Vad ska bli bättre?", "Fler ska hitta rätt"),
    ("Perspektiv", "Brukare, patient eller närstående", "Patient"),
    ("Kunskap och erfarenhet", "", "Nedsatt syn"),
    ("Antal", "Siffra", "4"),
    ("Möteslokal", "", "Entrén, plan 2"),
)
_SHORT = {
    "unit": "Ögonmottagningen Almby", "organisation": "Region Almland", "contact_email": "tova@almland.example",
    "contact_phone": "+46701740633", "activity": "Workshop", "purpose": "Fler ska hitta rätt",
    "perspectives": ["patient"], "experience": "Nedsatt syn", "people_wanted": 4, "place": "Entrén, plan 2",
}  # fmt: skip
_WRITTEN_IN = (
    ("Förnamn:\nNadja", "Efternamn:\nStrömberg"),
    ("Telefon hem:", "Mobiltelefon:\n070-174 06 33"),
    ("Bostadsadress:\nSkogsvägen 2, 382 00 Nybro", "Kommun:\nNybro"),
    ("Född (år):\n1988", "Civilstånd:\nGift"),
)
_PAIRED = (
    ("DEL A – UPPDRAGSGIVARE",),
    ("Klinik/enhet", "Ögonmottagningen Almby", "Region/kommun", "Region Almland"),
    ("E-postadr.", "tova@almland.example", "Tfn", "070-174 06 33"),
    ("DEL B – VAD SKA GÖRAS",),
    ("Medverkansform", "Workshop", "Antal pers.", "4"),
    ("Mål och förväntat resultat\nFler ska hitta rätt",),
    ("Roll", "☐ Brukare ☒ Patient ☐ Anhörig/närstående"),
    ("Bakgrund", "Nedsatt syn"),
    ("DEL C – TID OCH PLATS",),
    ("Plats", "Entrén, plan 2", "Fika", "Ja"),
)
TABLES: tuple[tuple[Kind, tuple[tuple[str, ...], ...], dict[str, Any]], ...] = (
    (Kind.REQUEST, _HELPED, _SHORT),
    (Kind.REQUEST, (("Fråga", "Förklaring", "Svar"), *_HELPED[1:]), _SHORT),
    (Kind.REQUEST, _PAIRED, _SHORT),
    (Kind.REGISTRATION, _WRITTEN_IN,
     {"first_name": "Nadja", "last_name": "Strömberg", "phone": "+46701740633", "birth_year": 1988,
      "postal_address": "Skogsvägen 2, 382 00 Nybro", "municipality": "Nybro"}),
)  # fmt: skip

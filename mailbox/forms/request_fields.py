"""The fields of "Förfrågan om medverkan", in the order letters show them.

A variant is a label as units write it; case, punctuation, numbering and missing diacritics do not matter.
"""

from medverkan.mailbox.forms.field import Field, Type

REQUEST_FIELDS: tuple[Field, ...] = (
    Field("unit", "Verksamhet/enhet", Type.LINE, "*", (
        "Verksamhet", "Enhet", "Klinik", "Arbetsplats", "Avdelning", "Mottagning", "Er enhet", "Er verksamhet",
        "Er klinik", "Er arbetsplats", "Vilken verksamhet", "Vilken enhet", "Namn på verksamheten",
        "Verksamhetens namn", "Enhetens namn", "Beställande verksamhet", "Beställande enhet", "Verksamhet/klinik",
        "Enhet/avdelning", "Enhet/klinik", "Klinik/avdelning", "Klinik/enhet", "Avdelning/enhet", "Verksamhetsområde",
        "Boende", "Hälsocentral", "Skola", "Uppdragsgivande enhet", "Unit", "Department", "Workplace", "Ward",
        "Clinic", "Avd", "Vilka är ni", "Vem frågar", "Verksamhet/enhet/projekt", "Arbetsplats/enhet",
        "Förfrågan kommer från", "Vilka är ni som frågar",
    )),
    Field("organisation", "Organisation/huvudman", Type.LINE, "*", (
        "Organisation", "Huvudman", "Förvaltning", "Kommun/Region", "Region/kommun", "Region", "Kommun",
        "Er organisation", "Region eller kommun", "Kommun eller region", "Huvudman/organisation",
        "Organisation/förvaltning", "Förvaltning/organisation", "Arbetsgivare", "Myndighet", "Vilken organisation",
        "Organisationens namn", "Organization", "Authority", "Er huvudman", "Kommun/förvaltning",
        "Region/kommun/annan", "Vilken huvudman", "Organisationstillhörighet", "Tillhör", "Betalande organisation",
    )),
    Field("contact_name", "Kontaktperson", Type.NAME, "*", (
        "Kontakt", "Kontaktpersonens namn", "Kontaktperson (namn)", "Namn", "Ansvarig", "Uppdragsgivare", "Beställare",
        "Ditt namn", "Namn på kontaktperson", "Kontaktperson för uppdraget", "Ansvarig kontaktperson",
        "Er kontaktperson", "Uppdragsansvarig", "Vem kan vi kontakta", "Vem kontaktar vi", "Contact", "Contact person",
        "Name", "Kontaktpersonen", "Vem är kontaktperson", "Ansvarig person", "Kontaktnamn", "Handläggare",
        "Projektledare", "Avsändare", "För- och efternamn", "Ansvarig för uppdraget", "Kontaktperson i verksamheten",
        "Kontaktperson hos er", "Kontaktperson på enheten",
    )),
    Field("contact_email", "E-post", Type.EMAIL, "*", (
        "E-postadress", "Mejl", "Mail", "Epost", "Mejladress", "Mailadress", "E-mail", "Email", "Din e-post",
        "Er e-post", "Kontaktpersonens e-post", "E-post till kontaktperson", "E-post kontaktperson", "Epostadress",
        "Mail till kontaktperson", "Email address", "Kontaktpersonens mejl", "E-post (kontaktperson)",
        "Mejl till kontaktpersonen", "Kontakt e-post",
    )),
    Field("contact_phone", "Telefon", Type.PHONE, "", (
        "Tfn", "Tel", "Tel.", "Mobil", "Telefonnummer", "Mobilnummer", "Telefon/mobil", "Mobiltelefon", "Telefonnr",
        "Tel nr", "Kontaktpersonens telefon", "Telefon till kontaktperson", "Telefon kontaktperson", "Phone",
        "Phone number", "Mobile", "Direktnummer", "Nås på telefon", "Nås på", "Ring", "Kontakt telefon",
        "Telefon (direkt)", "Tfn/mobil", "Tel/mobil", "Mob", "Telefonnummer till kontaktperson",
        "Kontaktpersonens telefonnummer",
    )),
    Field("title", "Uppdragets namn", Type.LINE, "", (
        "Rubrik", "Benämning", "Projekt", "Uppdragets rubrik", "Namn på uppdraget", "Uppdragsnamn", "Projektets namn",
        "Namn på projektet", "Titel", "Uppdragets titel", "Projektnamn", "Arbetsnamn", "Title", "Uppdragets benämning",
        "Rubrik på uppdraget", "Vad heter uppdraget", "Kallas", "Uppdrag/projekt",
    )),
    Field("activity", "Typ av medverkan", Type.LINE, "*", (
        "Typ av uppdrag", "Aktivitet", "Form av medverkan", "Form för medverkan", "Medverkan", "Vad söker ni",
        "Typ av aktivitet", "Uppdragstyp", "Vilken typ av medverkan", "Slags medverkan", "Sorts uppdrag",
        "Sorts medverkan", "Slags uppdrag", "Typ", "Medverkansform", "Hur ska personen medverka", "På vilket sätt",
        "Vad vill ni ha hjälp med", "Type of assignment", "Activity", "Type of participation",
        "Vilken form av medverkan gäller det", "Vad gäller förfrågan", "Medverka i", "Vilken sorts medverkan",
        "Vad behöver ni hjälp med", "Aktivitet/uppdrag", "Typ av insats", "Uppgift",
        "Hur vill ni att personen medverkar", "Insats", "Medverkan sker genom", "Ni söker någon till", "Vad önskar ni",
    )),
    Field("description", "Beskrivning av uppdraget", Type.TEXT, "*", (
        "Beskrivning", "Uppdrag", "Bakgrund", "Uppdraget", "Om uppdraget", "Vad handlar det om", "Uppdragsbeskrivning",
        "Beskriv uppdraget", "Kort beskrivning", "Kort beskrivning av uppdraget", "Beskrivning/bakgrund",
        "Vad ska göras", "Innehåll", "Vad innebär uppdraget", "Bakgrund och uppdrag", "Description", "Background",
        "Vad går uppdraget ut på", "Vad gäller det", "Vad uppdraget innebär", "Beskriv kortfattat uppdraget",
        "Uppdragets innehåll", "Vad ska personen göra", "Berätta om uppdraget", "Bakgrund och beskrivning",
        "Vad ska vi göra", "Vad ska ni göra", "Vad", "Vad det gäller", "Vad är uppdraget", "Kort om uppdraget",
        "Sammanfattning",
    )),
    Field("purpose", "Syfte och mål", Type.TEXT, "*", (
        "Syfte", "Mål", "Syfte/mål", "Varför", "Syftet", "Syfte med uppdraget", "Mål med uppdraget", "Målet",
        "Syfte & mål", "Syfte och förväntat resultat", "Vad vill ni uppnå", "Vad ska det leda till", "Purpose", "Aim",
        "Goal", "Mål och syfte", "Syftet med medverkan", "Syfte med medverkan", "Uppdragets syfte", "Vad är syftet",
        "Vad är målet", "Nytta", "Varför gör ni det här", "Vad ska det ge", "Önskat resultat", "Förväntat resultat",
        "Vad är syftet med uppdraget", "Varför behövs medverkan",
    )),
    Field("expectations", "Förväntningar på den som medverkar", Type.TEXT, "", (
        "Förväntningar", "Roll", "Vad förväntas", "Vad förväntas av personen", "Förväntan", "Er förväntan", "Rollen",
        "Förväntningar på deltagaren", "Förväntningar på deltagarna", "Vad förväntar ni er", "Expectations", "Role",
        "Vad förväntas av den som medverkar", "Deltagarens roll", "Personens roll", "Uppgiften för den som medverkar",
        "Förväntad insats", "Den medverkandes roll", "Vad ska deltagaren göra", "Förväntningar på medverkande",
    )),
    Field("perspectives", "Perspektiv", Type.PERSPECTIVES, "*", (
        "Brukare/patient/närstående", "Brukare, patient eller närstående", "Vilket perspektiv", "Vilka perspektiv",
        "Perspective", "Önskat perspektiv", "Patient/närstående", "Patient, brukare, närstående",
        "Vilket perspektiv söks", "Vi söker", "Perspektiv som söks", "Vem söks", "Vem söker ni",
        "Brukar-, patient- eller närståendeperspektiv", "Målgrupp/perspektiv", "Patient eller närstående",
        "Patient/brukare/anhörig", "Erfarenhet som", "Vilka söks",
    )),
    Field("experience", "Önskad erfarenhet", Type.TEXT, "*", (
        "Erfarenhet", "Erfarenhet och kompetens", "Målgrupp", "Diagnos", "Önskad erfarenhet och kompetens",
        "Erfarenheter", "Önskade erfarenheter", "Vilken erfarenhet", "Vilken erfarenhet söks", "Erfarenhet av",
        "Önskad kompetens", "Experience", "Erfarenhet som efterfrågas", "Efterfrågad erfarenhet",
        "Vilken erfarenhet ska personen ha", "Krav på erfarenhet", "Önskad bakgrund", "Vilken erfarenhet behövs",
        "Diagnos/erfarenhet", "Erfarenhet/diagnos", "Erfarenhet som söks", "Vad ska personen ha erfarenhet av",
        "Vilka erfarenheter söker ni", "Wanted experience", "Desired experience", "Sökt erfarenhet",
        "Vilken erfarenhet söker ni",
    )),
    Field("focus_areas", "Fokusområde", Type.FOCUS, "", (
        "Fokusområden", "Område", "Områden", "Focus area", "Fokusgruppsområde", "Ämnesområde", "Vilket fokusområde",
        "Inriktning",
    )),
    Field("people_wanted", "Antal personer", Type.NUMBER, "*", (
        "Antal", "Antal deltagare", "Hur många", "Hur många personer", "Antal medverkande", "Antal som söks",
        "Number of people", "Hur många söks", "Hur många söker ni", "Antal personer som söks", "Antal sökta personer",
        "Antal önskade personer", "Hur många personer söker ni", "Hur många personer behövs", "Önskat antal",
        "Önskat antal personer", "Number of participants", "Personer", "Antal platser", "Antal representanter",
        "Hur många behöver ni",
    )),
    Field("when_text", "Datum och tid", Type.LINE, "*", (
        "När", "Tidpunkt", "Datum & tid", "Datum/tid", "Tid och datum", "När är det", "Tider", "Datum och klockslag",
        "When", "När sker uppdraget", "När ska det ske", "Date and time", "Tid för uppdraget", "Datum för uppdraget",
        "Period", "Tidsperiod", "Dag och tid", "Dag/tid", "Dag", "När är uppdraget", "När ska det vara",
        "När blir det", "När passar det", "När ska vi ses", "Mötestid", "Mötestider", "Tidplan", "När äger det rum",
        "Datum och tider", "Planerade datum", "Datum eller period", "Önskat datum", "När ska uppdraget genomföras",
        "Tid/datum",
    )),
    Field("_date", "", Type.LINE, "", (
        "Datum", "Date", "Startdatum", "Första datum", "Start", "Börjar", "Datum för mötet", "Från datum",
        "Dag för uppdraget", "Uppstart",
    )),
    Field("_date_end", "", Type.LINE, "", (
        "Slutdatum", "Till datum", "Slut", "Slutar", "Sista datum", "Till och med",
    )),
    Field("_time", "", Type.LINE, "", (
        "Tid", "Klockslag", "Klockan", "Kl", "Time", "Vilken tid", "Starttid", "Tid på dagen",
    )),
    Field("_time_end", "", Type.LINE, "", ("Sluttid", "Slutar kl")),
    Field("date_start", "Första datum", Type.DERIVED),
    Field("date_end", "Sista datum", Type.DERIVED),
    Field("time_start", "Börjar", Type.DERIVED),
    Field("time_end", "Slutar", Type.DERIVED),
    Field("_extent", "", Type.LINE, "", (
        "Tidsåtgång", "Omfattning", "Varaktighet", "Hur lång tid", "Beräknad tid", "Tidsomfattning", "Längd",
        "Duration", "Hur lång tid tar det", "Omfattning i tid", "Tidsåtgång och omfattning", "Uppskattad tid",
        "Beräknad tidsåtgång",
    )),
    Field("minutes_per_occasion", "Minuter per tillfälle", Type.LINE, "", (
        "Tid per tillfälle", "Tid per möte", "Tid per intervju", "Tid per gång", "Minuter", "Tid per person",
        "Längd per möte", "Längd per tillfälle", "Tidsåtgång per tillfälle", "Tidsåtgång per möte", "Mötets längd",
        "Hur länge", "Tid per träff", "Mötestid per gång",
    )),
    Field("occasions", "Antal tillfällen", Type.NUMBER, "", (
        "Antal möten", "Antal gånger", "Antal träffar", "Hur många gånger", "Hur många möten", "Antal mötestillfällen",
        "Tillfällen", "Hur många tillfällen", "Number of meetings", "Möten", "Antal uppdragstillfällen", "Hur ofta",
    )),
    Field("place", "Plats", Type.LINE, "*", (
        "Lokal", "Teams/Zoom", "Plats eller digitalt", "Var", "Plats/digitalt", "Adress", "Mötesplats",
        "Plats (eller digitalt)", "Plats för uppdraget", "Var sker uppdraget", "Var är det", "Place", "Location",
        "Where", "Ort", "Plats och lokal", "Plats/lokal", "Var träffas vi", "Lokal/plats", "Plats/ort", "Ort/plats",
        "Var äger det rum", "Mötesrum", "Venue", "Var ska det ske", "Var hålls det", "Var ska det vara",
        "Var blir det", "Var ska uppdraget ske", "Var är mötet", "På plats eller digitalt", "Plats för mötet",
    )),
    Field("format", "På plats eller digitalt", Type.FORMAT, "", (
        "Form", "Mötesform", "Fysiskt eller digitalt", "Digitalt eller fysiskt", "Format", "Digitalt",
        "Digitalt/fysiskt", "Fysiskt/digitalt", "Distans", "Sätt att delta", "Mötestyp", "Typ av möte",
        "Sker digitalt",
    )),
    Field("other_participants", "Övriga deltagare", Type.TEXT, "", (
        "Vilka deltar", "Andra deltagare", "Vilka fler deltar", "Vilka är med", "Vilka övriga personer deltar",
        "Vilka mer deltar", "Other participants", "Deltagare", "Vilka andra är med", "Vilka övriga deltar", "Publik",
        "Andra som deltar", "Gruppens sammansättning",
    )),
    Field("accessibility", "Tillgänglighet", Type.TEXT, "", (
        "Hörslinga", "Tolk", "Tillgänglighetsanpassning", "Tillgänglighet i lokalen", "Lokalens tillgänglighet",
        "Anpassningar", "Accessibility", "Anpassning", "Tillgänglighet och anpassning", "Är lokalen tillgänglig",
    )),
    Field("personal_support", "Personligt stöd", Type.TEXT, "", (
        "Stödperson", "Kontaktperson på plats", "Stöd", "Stöd till den som medverkar", "Stöd under uppdraget",
        "Stöd på plats", "Vem möter upp", "Vilket stöd ges", "Personal support", "Support", "Stöd till deltagaren",
        "Vilket stöd kan ni ge",
    )),
    Field("preparation", "Förberedelse", Type.TEXT, "", (
        "Introduktion", "Förberedelse/kompetensutveckling", "Förberedelser", "Kompetensutveckling", "Preparation",
        "Inläsning", "Introduktion/förberedelse", "Förberedelse och introduktion", "Inför uppdraget", "Underlag",
        "Material i förväg",
    )),
    Field("reimbursement", "Ersättning", Type.TEXT, "", (
        "Arvode", "Reseersättning", "Arvode och resor", "Ersättning och resor", "Arvode/ersättning",
        "Ersättning/arvode", "Betalning", "Reimbursement", "Fee", "Vilken ersättning", "Ersättning (arvode, resa)",
        "Ersättningsnivå", "Arvodering",
    )),
    Field("cost_centre", "Kostnadsställe", Type.LINE, "", (
        "Kostnadsställe/attest", "Projektnummer", "Attestansvarig", "Attest", "Attestant", "Fakturareferens",
        "Cost centre", "Kst", "Konto", "Kontering", "Ansvarsnummer", "Ansvar", "Kostnadsställe och attestant",
        "Betalas av",
    )),
    Field("feedback", "Återkoppling", Type.TEXT, "", (
        "Form och tid för återkoppling", "Hur sker återkoppling", "Hur återkopplar ni", "Återkoppling till deltagaren",
        "Feedback", "Återkoppling efter uppdraget", "Hur ges återkoppling", "Uppföljning",
        "Återkoppling till deltagarna",
    )),
    Field("reply_by", "Sista svarsdatum", Type.DATE, "", (
        "Önskat svar senast", "Svar önskas", "Svar senast", "Svara senast", "Sista svarsdag", "Svarsdatum",
        "Svar önskas senast", "Reply by", "Senaste svarsdatum", "Önskar svar senast", "Önskar svar",
        "Sista dag för svar", "Vi behöver svar senast", "Svar före", "Deadline", "Vi vill ha svar senast",
        "När behöver ni svar", "Besked senast", "Vill ha svar senast", "Osa", "Behöver svar senast",
        "När behöver ni besked", "Besked önskas senast", "Besked före",
    )),
    Field("minors_wanted", "Minderårig deltagare söks", Type.YES_NO, "", (
        "Barn/ungdom under 18", "Minderårig söks", "Minderåriga", "Under 18", "Under 18 år", "Söks minderårig",
        "Söks minderåriga", "Minderårig deltagare", "Barn under 18", "Söker ni någon under 18 år",
        "Gäller det barn eller unga under 18", "Minderårig", "Minors", "Deltagare under 18", "Deltagare under 18 år",
        "Barn eller ungdom under 18 år", "Kan den medverkande vara under 18",
    )),
    Field("_contact", "", Type.LINE, "", (
        "Kontaktuppgifter", "Kontaktperson, tel, e-post", "Kontakt (namn, telefon, e-post)",
        "Namn, telefon och e-post", "Kontaktinformation", "Kontaktperson med telefon och e-post", "Contact details",
        "Kontaktpersonens uppgifter",
    )),
    Field("_other", "", Type.LINE, "", (
        "Övrigt", "Övrig information", "Medverkandes namn", "Medverkandes telefon", "Medverkandes e-post",
        "Ifylls av Intressebanken", "Ärendenummer", "Inskickat", "Skickat", "Datum för förfrågan", "Ifyllt av",
        "Ifyllt datum", "Allergier", "Other", "Diarienummer", "Kommentar", "Kommentarer", "Meddelande", "Signatur",
        "Underskrift", "Fråga", "Svar", "Frågor och svar", "Yrkestitel", "Befattning", "Bilagor", "Bilaga", "Blankett",
        "Till", "Från", "Ämne", "Kopia", "Växel", "Besöksadress", "Postadress", "Webb", "Hemsida", "Pris", "IP-adress",
        "Referens", "Version", "Parkering", "Hitta hit", "Mat", "Fika", "Fax", "Tjänstetitel", "Datum för anmälan",
        "Medverkandes namn / telefon / e-post", "Namn på medverkande", "Medverkande", "Handläggs av", "Mottagen",
    )),
)  # fmt: skip

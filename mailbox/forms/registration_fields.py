"""The fields of the Intresseanmälan, in the order letters show them.

Consents are recognised by rule as well (`consents`), because every form words them differently.
"""

from medverkan.mailbox.forms.field import Field, Type

REGISTRATION_FIELDS: tuple[Field, ...] = (
    Field("first_name", "Förnamn", Type.LINE, "*", (
        "Tilltalsnamn", "First name", "Given name", "Barnets förnamn", "Ditt förnamn",
    )),
    Field("last_name", "Efternamn", Type.LINE, "*", (
        "Last name", "Surname", "Family name", "Barnets efternamn", "Ditt efternamn",
    )),
    Field("_name", "", Type.LINE, "", (
        "Namn", "För- och efternamn", "Förnamn och efternamn", "Ditt namn", "Fullständigt namn", "Name",
        "Barnets namn", "Ungdomens namn", "Vad heter du", "Jag heter", "Full name", "Namn på den som anmäls",
        "Förnamn, efternamn", "Förnamn/efternamn", "Deltagarens namn", "Mitt namn", "Sökandes namn",
        "Den anmäldas namn",
    )),
    Field("phone", "Telefon", Type.PHONE, "*", (
        "Telefon (mobil/hem)", "Tfn", "Tel", "Mobil", "Telefonnummer", "Mobilnummer", "Mobiltelefon", "Telefon mobil",
        "Telefon hem", "Hemtelefon", "Telefonnr", "Phone", "Phone number", "Mobile", "Ditt telefonnummer",
        "Telefon/mobil", "Mobil/telefon", "Ring mig på", "Mitt nummer", "Telefon dagtid",
    )),
    Field("email", "E-post", Type.EMAIL, "", (
        "E-postadress", "Mejl", "Mail", "Epost", "Mejladress", "Mailadress", "E-mail", "Email", "Din e-post",
        "E-post för kontakt", "Epostadress", "Email address", "Min e-post", "Mailadress/e-post",
        "E-post till vårdnadshavare", "Vårdnadshavares e-post",
    )),
    Field("contact_preference", "Hur vill du bli kontaktad?", Type.CHANNEL, "*", (
        "Kontaktsätt", "Kontakta mig via", "Kontaktas via", "Kontaktväg", "Kontakt helst", "Helst kontakt via",
        "Kontakt via", "Hur vill du att vi kontaktar dig", "Bästa kontaktsätt", "Önskat kontaktsätt",
        "Preferred contact", "Föredragen kontaktväg", "Kontaktas helst", "Hur når vi dig bäst", "Hur når vi dig",
        "Hur ska vi kontakta dig", "Jag vill bli kontaktad via", "Kontakta mig helst", "Kontakta mig",
        "Kontakta mig genom", "Hur vill du ha kontakt", "Kontakt önskas via", "Når mig bäst via", "Contact by",
        "Preferred contact method", "Jag vill bli kontaktad", "Hur får vi kontakta dig", "Vill bli kontaktad",
    )),
    Field("postal_address", "Postadress", Type.LINE, "", (
        "Adress", "Gatuadress", "Postadress, postnummer, ort", "Address", "Postal address", "Bostadsadress",
        "Hemadress",
    )),
    Field("_postcode", "", Type.LINE, "", (
        "Postnummer", "Postnr", "Postnummer och ort", "Ort", "Postort", "Postnummer och postort", "Postcode",
    )),
    Field("municipality", "Kommun", Type.MUNICIPALITY, "*", (
        "Hemkommun", "Bostadskommun", "Bor i kommun", "Bor i", "Var bor du", "Municipality", "Vilken kommun bor du i",
        "Jag bor i", "I vilken kommun bor du", "Kommun där jag bor", "Kommun du bor i", "Boendekommun",
    )),
    Field("birth_year", "Födelseår", Type.YEAR, "*", (
        "Född", "Född år", "Barnets födelseår", "Födelsedatum", "Vilket år är du född", "Year of birth", "Birth year",
        "Född (år)", "När är du född", "Födelseår (fyra siffror)", "Jag är född", "Årtal född", "Ungdomens födelseår",
        "Personnummer", "Född årtal",
    )),
    Field("perspectives", "Jag har erfarenhet som", Type.PERSPECTIVES, "*", (
        "Erfarenhet som", "Perspektiv", "Roll", "Min erfarenhet är som", "Jag är", "Jag är/har varit",
        "Brukare/patient/närstående", "Brukare, patient eller närstående", "Experience as", "Erfarenheter som",
        "Min roll", "Har erfarenhet som", "Jag deltar som", "Jag anmäler mig som", "Jag har varit",
        "Vilket perspektiv har du", "Vilken roll har du", "Patient, brukare eller närstående", "Jag vill bidra som",
    )),
    Field("experience", "Vad har du erfarenhet av?", Type.TEXT, "*", (
        "Erfarenhet", "Erfarenhet av", "Berätta", "Erfarenheter", "Min erfarenhet", "Dina erfarenheter",
        "Beskriv din erfarenhet", "Mina erfarenheter", "Experience", "Berätta om din erfarenhet",
        "Beskriv dina erfarenheter", "Berätta om dina erfarenheter", "Jag har erfarenhet av", "Din erfarenhet",
        "Vilken erfarenhet har du", "Vilka erfarenheter har du", "Kort om mina erfarenheter", "Erfarenhet/diagnos",
        "Diagnos", "Berätta kort om dig", "Vad du har erfarenhet av", "Berätta kort", "Kort om din erfarenhet",
        "Barnets erfarenhet", "Egna ord", "Berätta med egna ord",
    )),
    Field("focus_areas", "Fokusområde", Type.FOCUS, "", (
        "Fokusområden", "Område", "Områden", "Focus area", "Fokusområde / områden", "Intresseområde",
        "Intresseområden", "Ämnesområde",
    )),
    Field("care_met", "Vilken vård eller vilket stöd har du mött?", Type.TEXT, "", (
        "Vård och stöd", "Vilken vård har du mött", "Vård jag mött", "Vilket stöd har du mött", "Mött vård",
        "Vård eller stöd du mött", "Vårdkontakter", "Vilken vård eller vilket stöd", "Kontakt med vård och stöd",
        "Vilka verksamheter har du mött", "Vård/stöd", "Vård och stöd jag har mött", "Verksamheter jag mött",
        "Vilken vård har du erfarenhet av", "Kontakter", "Care met",
    )),
    Field("experience_years", "Är din erfarenhet aktuell? (år)", Type.LINE, "", (
        "Är din erfarenhet aktuell", "Aktuell erfarenhet", "Vilka år", "När var det", "Erfarenhetens år", "År", "Åren",
        "Erfarenhet från år", "Aktuell", "När är erfarenheten från", "Tidsperiod för erfarenheten", "När",
        "Erfarenheten gäller åren",
    )),
    Field("activities", "Hur vill du medverka?", Type.LIST, "*", (
        "Vill delta i", "Vill medverka genom", "Vill göra", "Vill vara med på", "Jag vill", "Aktiviteter",
        "Hur vill du delta", "Jag vill medverka genom", "Vad vill du göra", "Jag vill delta i", "Activities",
        "Vill medverka i", "Jag kan tänka mig", "Kan tänka mig", "Medverkan", "Typ av medverkan", "Vill bidra med",
        "Vill vara med i", "Vad vill du vara med på", "Hur vill du bidra", "Jag vill gärna", "Kan medverka genom",
        "Vill", "Önskad medverkan", "Jag vill bidra genom", "Vad kan du tänka dig", "Jag vill medverka i",
        "På vilket sätt vill du medverka", "Jag vill vara med på", "Former för medverkan", "Vad vill du medverka i",
        "Uppdrag jag kan tänka mig", "Vad kan du tänka dig att göra", "Kan tänka mig att",
    )),
    Field("unwilling", "Vad vill du inte göra?", Type.TEXT, "", (
        "Vill inte", "Vill inte göra", "Jag vill inte", "Vad vill du inte", "Inte", "Vad du inte vill göra",
        "Unwilling", "Vill ej", "Vill helst inte", "Vill inte delta i", "Kan inte tänka mig",
        "Det här vill jag inte göra", "Vad vill du inte vara med på", "Vill inte medverka i", "Vill undvika",
        "Avstår från",
    )),
    Field("availability", "När kan du?", Type.TEXT, "", (
        "Tider", "Kan", "Tillgänglig", "När passar det", "Tider som passar", "Availability", "När kan du delta",
        "När kan du medverka", "Passar bäst", "Dagar och tider", "Jag kan", "När passar det dig", "Bästa tid",
        "Kan delta", "Tider jag kan", "Tid som passar",
    )),
    Field("_call_time", "", Type.LINE, "", (
        "Bästa tid att ringa", "När kan vi ringa", "Bäst att ringa", "Ring helst",
    )),
    Field("travel", "Hur långt kan du resa?", Type.TEXT, "", (
        "Resor", "Resa", "Resväg", "Kan resa", "Travel", "Reser", "Hur långt vill du resa", "Hur kan du resa",
        "Jag kan resa", "Möjlighet att resa", "Resavstånd", "Hur långt kan du åka", "Färdsätt",
        "Hur tar du dig till uppdrag", "Hur reser du",
    )),
    Field("support_needs", "Behov av stöd/tillgänglighet", Type.TEXT, "", (
        "Stöd", "Behov av stöd", "Tillgänglighet", "Behov", "Behöver du stöd", "Stödbehov", "Support needs",
        "Behov av anpassning", "Särskilda behov", "Anpassningar", "Anpassning", "Jag behöver",
        "Vad behöver du för att kunna delta", "Behöver", "Behov av stöd eller anpassning", "Stöd och tillgänglighet",
        "Vilket stöd behöver du", "Hjälpmedel", "Stöd som behövs", "Behov av stöd/anpassning", "Stöd jag behöver",
    )),
    Field("languages", "Språk", Type.LINE, "", (
        "Languages", "Vilka språk talar du", "Språk jag talar", "Talar", "Vilka språk", "Language", "Språkkunskaper",
    )),
    Field("associations", "Medlem i förening / representerar", Type.LINE, "", (
        "Medlem i förening", "Förening", "Föreningar", "Representerar", "Associations", "Organisation",
        "Är du med i någon förening", "Patientförening", "Medlem i", "Förening/organisation", "Föreningsmedlem",
        "Medlemskap", "Är du medlem i någon förening", "Brukarorganisation", "Patient- eller brukarorganisation",
    )),
    Field("guardian_name", "Vårdnadshavarens namn", Type.NAME, "", (
        "Vårdnadshavares namn", "Vårdnadshavare", "Målsman", "Namn på vårdnadshavare", "Vårdnadshavare 1",
        "Vårdnadshavare namn", "Guardian", "Målsmans namn", "Förälder", "Förälders namn", "Vårdnadshavare (namn)",
        "Förälder/vårdnadshavare", "Vårdnadshavare 1 namn", "Guardian name",
    )),
    Field("guardian_phone", "Vårdnadshavarens telefon", Type.PHONE, "", (
        "Vårdnadshavares telefon", "Telefon till vårdnadshavare", "Målsmans telefon", "Vårdnadshavare telefon",
        "Telefon vårdnadshavare", "Vårdnadshavares telefonnummer", "Vårdnadshavarens telefonnummer",
        "Vårdnadshavares mobil", "Förälders telefon", "Guardian phone", "Vårdnadshavare 1 telefon",
        "Vårdnadshavare tfn",
    )),
    Field("guardian_consent", "Vårdnadshavarens skriftliga samtycke", Type.CONSENT, "†", (
        "Vårdnadshavares skriftliga samtycke", "Vårdnadshavares samtycke", "Samtycke från vårdnadshavare",
        "Vårdnadshavares underskrift", "Underskrift vårdnadshavare", "Vårdnadshavare samtycker", "Målsmans samtycke",
        "Guardian consent", "Samtycke vårdnadshavare", "Målsmans underskrift",
    )),
    Field("privacy_notice_read", "Har tagit del av informationen om personuppgifter", Type.CONSENT, "*", (
        "Jag har tagit del av informationen om personuppgifter", "Jag har läst informationen om personuppgifter",
        "Läst om personuppgifter", "Info personuppgifter", "Personuppgiftsinformation läst",
        "Jag har läst om personuppgifter", "Personuppgifter", "Information om personuppgifter",
        "Tagit del av information om personuppgifter", "Personuppgiftsinformation", "GDPR", "Privacy notice read",
        "Läst personuppgiftsinformationen", "Jag har läst personuppgiftsinformationen",
    )),
    Field("consent_matching", "Samtycke till matchning på uppgifter om hälsa", Type.CONSENT, "†", (
        "Samtycke till registrering och matchning", "Samtycke matchning", "Samtycke till matchning", "Matchning",
        "Consent matching", "Jag samtycker till matchning på hälsouppgifter", "Samtycke hälsouppgifter",
        "Samtycke till sökning och matchning",
        "Jag samtycker uttryckligen till att uppgifter om hälsa och stöd registreras och används för sökning och "
        "matchning",
    )),
    Field("consent_sms", "Samtycke till sms", Type.CONSENT, "", (
        "Samtycke sms", "Får vi skicka sms", "Sms om uppdrag", "Ok med sms", "Consent sms", "Sms-utskick",
        "Jag vill ha sms",
    )),
    Field("consent_email", "Samtycke till e-post", Type.CONSENT, "", (
        "Samtycke e-post", "Får vi skicka e-post", "E-post om uppdrag", "Samtycke mejl", "Samtycke till mejl",
        "Ok med e-post", "Consent email",
    )),
    Field("_consent", "", Type.LINE, "", ("Samtycke", "Samtycken", "Jag samtycker", "Consent", "Jag godkänner")),
    Field("keep_months", "Hur länge vill du stå kvar?", Type.MONTHS, "", (
        "Spara uppgifterna i", "Stå kvar", "Hur länge får vi spara dina uppgifter", "Sparas i", "Lagringstid",
        "Spara i", "Kvar i registret", "Keep months", "Hur länge får uppgifterna sparas", "Spara mina uppgifter i",
        "Jag vill stå kvar i", "Hur länge", "Månader", "Spara mina uppgifter",
    )),
    Field("max_per_half_year", "Högst antal uppdrag per halvår", Type.NUMBER, "", (
        "Antal uppdrag per halvår", "Hur många uppdrag per halvår", "Max uppdrag per halvår",
        "Hur ofta vill du bli tillfrågad", "Max antal uppdrag", "Uppdrag per halvår",
    )),
    Field("gender", "Kön", Type.LINE, "", ("Gender", "Könsidentitet", "Kön (frivilligt)")),
    Field("_contact", "", Type.LINE, "", (
        "Kontaktuppgifter", "Namn, telefon och e-post", "Namn och telefon", "Telefon och e-post", "Kontakt",
    )),
    Field("_other", "", Type.LINE, "", (
        "Övrigt", "Övrig information", "Annat", "Skickat", "Inskickat", "Datum", "Ärendenummer", "Referens",
        "IP-adress", "Formulär", "Other", "Signatur", "Underskrift", "Ort och datum", "Får vi fråga igen", "Fråga",
        "Svar", "Meddelande", "Ålder", "Till", "Från", "Ämne", "Hur hörde du talas om oss", "Version", "Kommentar",
        "Yrke", "Sysselsättning", "Kanal", "Mottagen", "Datum för anmälan",
    )),
)  # fmt: skip

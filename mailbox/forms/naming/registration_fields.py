"""The fields of the Intresseanmälan, in the order letters show them.

Consents are recognised by rule as well (`consents`), because every form words them differently.
"""

from medverkan.mailbox.forms.naming.field import Field, Type, wordings
from medverkan.mailbox.forms.naming.registration_terms import REGISTRATION_TERMS

REGISTRATION_FIELDS: tuple[Field, ...] = (
    Field("first_name", "Förnamn", Type.LINE, "*", wordings(
        "Tilltalsnamn | First name | Given name | Barnets förnamn | Ditt förnamn | Förnamn (tilltalsnamn) | "
        "Tilltalsnamn/förnamn | Mitt förnamn | Förnamnet | Barnets tilltalsnamn | Ungdomens förnamn | "
        "Deltagarens förnamn | Vad heter du i förnamn | Vilket är ditt förnamn | Vad vill du bli kallad | Kallas | "
        "Your first name"
    )),
    Field("last_name", "Efternamn", Type.LINE, "*", wordings(
        "Last name | Surname | Family name | Barnets efternamn | Ditt efternamn | Mitt efternamn | Efternamnet | "
        "Släktnamn | Ungdomens efternamn | Deltagarens efternamn | Vad heter du i efternamn | "
        "Vilket är ditt efternamn | Your last name"
    )),
    Field("_name", "", Type.LINE, "", wordings(
        "Namn | För- och efternamn | Förnamn och efternamn | Ditt namn | Fullständigt namn | Name | Barnets namn | "
        "Ungdomens namn | Vad heter du | Jag heter | Full name | Namn på den som anmäls | Förnamn, efternamn | "
        "Förnamn/efternamn | Deltagarens namn | Mitt namn | Sökandes namn | Den anmäldas namn | Namnet | "
        "Hela namnet | Ditt hela namn | Ditt fullständiga namn | Ditt för- och efternamn | "
        "Namn (för- och efternamn) | Namn på deltagaren | Namn på den intresserade | Namn på barnet | "
        "Namn på den som vill vara med | Vem är du | Vem är det som anmäler sig | Vem anmäler sig | "
        "Vilket är ditt namn | Vad är ditt namn | Den som anmäler sig heter | Personens namn | Namn på person | "
        "Förnamn Efternamn | Sökande | Intresseanmälan från | Your name"
    )),
    Field("phone", "Telefon", Type.PHONE, "*", wordings(
        "Kontakttelefon | Telefon (mobil/hem) | Tfn | Tel | Mobil | Telefonnummer | Mobilnummer | Mobiltelefon | "
        "Telefon mobil | Telefon hem | Hemtelefon | Telefonnr | Phone | Phone number | Mobile | Ditt telefonnummer | "
        "Telefon/mobil | Mobil/telefon | Ring mig på | Mitt nummer | Telefon dagtid | Telefonnummer dagtid | "
        "Telefonnummer (mobil) | Telefonnummer hem | Telefon (hem eller mobil) | Telefon eller mobil | Min telefon | "
        "Mitt telefonnummer | Mitt mobilnummer | Din telefon | Ditt mobilnummer | Vilket telefonnummer har du | "
        "Vilket nummer kan vi ringa | Vilket nummer når vi dig på | På vilket telefonnummer kan vi nå dig | "
        "Var når vi dig på telefon | Nås på telefon | Nummer att ringa | Ring mig | Tel. | Tel nr | Mob | "
        "Mobiltelefonnummer | Hem- eller mobiltelefon | Telefon bostad | Telephone | Cell phone | Your phone number"
    )),
    Field("email", "E-post", Type.EMAIL, "", wordings(
        "E-postadress | Mejl | Mail | Epost | Mejladress | Mailadress | E-mail | Email | Din e-post | "
        "E-post för kontakt | Epostadress | Email address | Min e-post | Mailadress/e-post | "
        "E-post till vårdnadshavare | Vårdnadshavares e-post | Din e-postadress | Min e-postadress | Min mejl | "
        "Din mejl | Din mail | E-post (om du har) | E-postadress om du har | Har du e-post | "
        "Vilken e-postadress har du | Vilken mejladress har du | Vart kan vi mejla | Mejla mig på | Maila mig | "
        "Mejl hem | Privat e-post | Elektronisk post | Your email"
    )),
    Field("contact_preference", "Hur vill du bli kontaktad?", Type.CHANNEL, "*", wordings(
        "Vad passar dig bäst, telefon eller brev | Kontaktsätt | Kontakta mig via | Kontaktas via | Kontaktväg | "
        "Kontakt helst | Helst kontakt via | Kontakt via | Hur vill du att vi kontaktar dig | Bästa kontaktsätt | "
        "Önskat kontaktsätt | Preferred contact | Föredragen kontaktväg | Kontaktas helst | Hur når vi dig bäst | "
        "Hur når vi dig | Hur ska vi kontakta dig | Jag vill bli kontaktad via | Kontakta mig helst | Kontakta mig | "
        "Kontakta mig genom | Hur vill du ha kontakt | Kontakt önskas via | Når mig bäst via | Contact by | "
        "Preferred contact method | Jag vill bli kontaktad | Hur får vi kontakta dig | Vill bli kontaktad | "
        "Hur vill du att vi hör av oss | Hur vill du att vi tar kontakt med dig | Hur vill du bli kontaktad av oss | "
        "Hur vill du helst bli kontaktad | Hur vill du helst bli nådd | Hur vill du ha kontakt med oss | "
        "Hur vill du få information | Hur vill du få förfrågningar | Hur ska vi höra av oss | Hur ska vi nå dig | "
        "Hur kontaktar vi dig bäst | Hur når man dig lättast | Hur får vi höra av oss till dig | "
        "Hur tar vi bäst kontakt | På vilket sätt vill du bli kontaktad | På vilket sätt når vi dig | "
        "På vilket sätt vill du ha kontakt | Vilket kontaktsätt föredrar du | Vilket sätt att kontakta dig är bäst | "
        "Vilken kontaktväg föredrar du | Vad är bästa sättet att kontakta dig | Bästa sättet att kontakta dig | "
        "Bästa sätt att nå mig | Bäst når ni mig via | Ni når mig bäst via | Ni når mig via | Nås bäst via | "
        "Nås lättast via | Nås helst | Föredraget kontaktsätt | Föredrar kontakt via | "
        "Föredrar att bli kontaktad via | Önskad kontaktväg | Önskar kontakt via | Val av kontaktväg | Kontaktform | "
        "Hör av er till mig via | Hör av er helst | Ta kontakt via | Ta helst kontakt med mig via | "
        "Så vill jag bli nådd | Så når ni mig | Telefon, sms, e-post eller brev | Sms, mejl eller telefon | "
        "How should we contact you"
    )),
    Field("postal_address", "Postadress", Type.LINE, "", wordings(
        "Adress | Gatuadress | Postadress, postnummer, ort | Address | Postal address | Bostadsadress | Hemadress | "
        "Min adress | Din adress | Din bostadsadress | Adress hem | Adress (gata) | Adress, postnummer och ort | "
        "Fullständig adress | Gata | Gatunamn och nummer | Gata/box | Utdelningsadress | Vilken adress bor du på | "
        "Vilken är din adress | Var ska vi skicka brev | Var ska brev skickas | Dit brev kan skickas | "
        "Brev skickas till | C/o | Home address | Street"
    )),
    Field("_postcode", "", Type.LINE, "", wordings(
        "Postnummer | Postnr | Postnummer och ort | Ort | Postort | Postnummer och postort | Postcode | "
        "Postnummer/ort | Postnr/ort | Postnr, ort | Postadress (postnummer och ort) | Zip code | Post code"
    )),
    Field("municipality", "Kommun", Type.MUNICIPALITY, "*", wordings(
        "Hemkommun | Bostadskommun | Bor i kommun | Bor i | Var bor du | Municipality | Vilken kommun bor du i | "
        "Jag bor i | I vilken kommun bor du | Kommun där jag bor | Kommun du bor i | Boendekommun | Min hemkommun | "
        "Din hemkommun | Vilken är din hemkommun | Vilken kommun bor du i nu | Vilken kommun är du bosatt i | "
        "Vilken kommun är du skriven i | I vilken kommun är du skriven | I vilken kommun är du bosatt | "
        "I vilken kommun bor ni | Kommun du är folkbokförd i | Kommun där du är skriven | Kommun där du bor | "
        "Kommun (där du bor) | Folkbokförd i kommun | Folkbokföringsort | Folkbokförd i | Bosatt i | "
        "Bor i kommunen | Jag bor i kommunen | Bostadsort | Bostadsort/kommun | Hemort | Hemvist | Boendeort | "
        "Bosättningskommun | Vilken ort bor du på | Var i länet bor du | Var bor du någonstans | Var är du bosatt | "
        "Vart bor du | Where do you live"
    )),
    Field("birth_year", "Födelseår", Type.YEAR, "*", wordings(
        "Fyller år | Vilket år fyller du | Född | Född år | Barnets födelseår | Födelsedatum | "
        "Vilket år är du född | Year of birth | Birth year | Född (år) | När är du född | Födelseår (fyra siffror) | "
        "Jag är född | Årtal född | Ungdomens födelseår | Född årtal | Vilket årtal är du född | "
        "Vilket år är ni född | Vilket år är barnet fött | Vilket är ditt födelseår | Vilket år föddes barnet | "
        "När är du född (år) | När föddes du | År då du föddes | År du är född | Årtal du är född | "
        "Födelseår, fyra siffror | Födelseår (t.ex. 1970) | Födelse år | Mitt födelseår | Ditt födelseår | "
        "Födelsetid | Din födelsedag | Född datum | Född den | Jag är född år | Date of birth | Born"
    )),
    Field("_personal_number", "", Type.LINE, "", wordings(
        "Personnummer | Personnr | Födelsenummer | Samordningsnummer | Ditt personnummer | Mitt personnummer | Pnr | "
        "Personnummer (10 siffror) | Personnummer (12 siffror) | "
        "Personnummer (ååååmmdd-xxxx) | Person-/samordningsnummer"
    )),
    Field("perspectives", "Jag har erfarenhet som", Type.PERSPECTIVES, "*", wordings(
        "Du är | Jag kommer som | Min roll är | I vården är jag | Roll i vården | Vilken roll har du haft i vården | "
        "Erfarenhet av att vara patient eller närstående | Erfarenhet som | Perspektiv | Roll | "
        "Min erfarenhet är som | Jag är | Jag är/har varit | Brukare/patient/närstående | "
        "Brukare, patient eller närstående | Experience as | Erfarenheter som | Min roll | Har erfarenhet som | "
        "Jag deltar som | Jag anmäler mig som | Jag har varit | Vilket perspektiv har du | Vilken roll har du | "
        "Patient, brukare eller närstående | Jag vill bidra som | Vilken är din roll | Vilken roll har du i vården | "
        "I vilken roll | I vilken roll anmäler du dig | Vilken erfarenhet har du, som patient eller närstående | "
        "Är du patient, brukare eller närstående | Är du patient eller närstående | Är du patient eller anhörig | "
        "Är du brukare eller närstående | Är du själv patient eller är du närstående | "
        "Är du brukare/patient/närstående | Jag är brukare, patient eller närstående | "
        "Jag är patient eller närstående | Jag är brukare/patient/anhörig | Jag har varit patient eller närstående | "
        "Jag har erfarenhet av vården som | Jag har egen erfarenhet eller är närstående | "
        "Min erfarenhet kommer från | Erfarenhet i egenskap av | I egenskap av | Ur vilket perspektiv | "
        "Mitt perspektiv | Ditt perspektiv | Ditt perspektiv på vården | Perspektiv (brukare/patient/närstående) | "
        "Vilka perspektiv kan du bidra med | Patient/brukare/närstående | Patient, brukare, anhörig | "
        "Patient eller närstående | Brukare/patient/anhörig | Egen erfarenhet eller närstående | "
        "Som vem vill du medverka | Anmäler mig som | Anmäler mig i rollen som | Jag deltar i rollen som | "
        "Jag vill medverka som | Jag vill bidra i rollen som | I am a patient or relative"
    )),
    Field("experience", "Vad har du erfarenhet av?", Type.TEXT, "*", wordings(
        "Jag har levt med | Vad har du levt med | Det här har jag upplevt | Det jag kan berätta | "
        "Min erfarenhet i korthet | Så här ser min erfarenhet ut | Erfarenhet | Erfarenhet av | Berätta | "
        "Erfarenheter | Min erfarenhet | Dina erfarenheter | Beskriv din erfarenhet | Mina erfarenheter | "
        "Experience | Berätta om din erfarenhet | Beskriv dina erfarenheter | Berätta om dina erfarenheter | "
        "Jag har erfarenhet av | Din erfarenhet | Vilken erfarenhet har du | Vilka erfarenheter har du | "
        "Kort om mina erfarenheter | Erfarenhet/diagnos | Diagnos | Berätta kort om dig | Vad du har erfarenhet av | "
        "Berätta kort | Kort om din erfarenhet | Barnets erfarenhet | Egna ord | Berätta med egna ord | "
        "Vilken är din erfarenhet | Vilka är dina erfarenheter | Vilka erfarenheter kan du bidra med | "
        "Vilka erfarenheter har du av vård och stöd | Vilken erfarenhet vill du dela | "
        "Vilken erfarenhet vill du bidra med | Vad är din erfarenhet | Vad är dina erfarenheter av vården | "
        "Vad har du upplevt | Vad har du varit med om | Vad handlar din erfarenhet om | Vad vill du berätta | "
        "Vad vill du berätta om | Vad vill du dela med dig av | Vad kan du bidra med | "
        "Erfarenheter du vill dela med dig av | Erfarenheter av vård och omsorg | Erfarenhet av vården | "
        "Erfarenhet av vård och stöd | Erfarenhet av sjukdom | Erfarenhet av sjukdom eller funktionsnedsättning | "
        "Egna erfarenheter | Mina egna erfarenheter | Mina upplevelser av vården | Min berättelse | Din berättelse | "
        "Din historia | Min historia | Berätta vem du är | Berätta om dig själv | Berätta lite om dig | "
        "Berätta om dina upplevelser | Berätta om vad du varit med om | Berätta gärna om din erfarenhet | "
        "Beskriv vad du har erfarenhet av | Beskriv din erfarenhet med egna ord | Beskriv kort din erfarenhet | "
        "Beskriv dina upplevelser | Beskriv dig själv | Kort om dig | Kort om mig | Om dig | Presentation | "
        "Min bakgrund | Din bakgrund | Diagnos eller sjukdom | Diagnos/sjukdom/funktionsnedsättning | "
        "Vilken diagnos har du | Vilken sjukdom har du | Jag har varit med om | Jag kan berätta om | "
        "Jag vet mycket om | What is your experience | Tell us about yourself"
    )),
    Field("focus_areas", "Fokusområde", Type.FOCUS, "", wordings(
        "Fokusområden | Område | Områden | Focus area | Fokusområde / områden | Intresseområde | Intresseområden | "
        "Ämnesområde | Vilket fokusområde | Vilka fokusområden | Vilka områden | "
        "Vilka områden är du intresserad av | Vilka områden gäller din erfarenhet | "
        "Vilket område gäller din erfarenhet | Vilket område har du erfarenhet av | "
        "Vilka områden vill du bidra inom | Inom vilket område | Inom vilka områden vill du medverka | "
        "Inom vilket fokusområde har du erfarenhet | Område du har erfarenhet av | Område för din erfarenhet | "
        "Erfarenhetsområde | Erfarenhetsområden | Mina områden | Mitt område | Område/fokus | Fokus | "
        "Kryssa i fokusområden | Which areas"
    )),
    Field("care_met", "Vilken vård eller vilket stöd har du mött?", Type.TEXT, "", wordings(
        "Ställen jag varit på | Ställen där jag fått vård | Där har jag fått vård | Hjälp jag har fått | "
        "Vård och stöd | Vilken vård har du mött | Vård jag mött | Vilket stöd har du mött | Mött vård | "
        "Vård eller stöd du mött | Vårdkontakter | Vilken vård eller vilket stöd | Kontakt med vård och stöd | "
        "Vilka verksamheter har du mött | Vård/stöd | Vård och stöd jag har mött | Verksamheter jag mött | "
        "Vilken vård har du erfarenhet av | Kontakter | Care met | Vilken vård har du fått | "
        "Vilken vård har du haft | Vilken vård eller omsorg har du mött | Vilken vård och vilket stöd har du fått | "
        "Vilket stöd har du haft | Vilket stöd får du | Vilka delar av vården har du mött | "
        "Vilka vårdgivare har du träffat | Vilka vårdgivare har du haft kontakt med | "
        "Vilka enheter har du haft kontakt med | Vilka mottagningar har du varit på | "
        "Vilka kliniker har du varit i kontakt med | Vilka insatser har du haft | Vilka insatser har du | "
        "Vilka har du haft kontakt med | Var har du mött vården | Var har du fått vård eller stöd | "
        "Var har du fått hjälp | Var inom vården har du varit | Vård och stöd du har fått | "
        "Vård och stöd du har mött | Vård och stöd jag fått | Vård jag fått | Vård du fått | Vårdgivare jag mött | "
        "Vårdenheter | Vårderfarenhet | Vårdkontakter jag haft | Kontakt med vården | Kontakt med vård och omsorg | "
        "Har haft kontakt med | Jag har haft kontakt med | Jag har fått vård av | Jag har fått vård på | "
        "Jag har mött | Mottagningar jag besökt | Insatser jag har haft | Stöd jag fått | Stöd från kommunen | "
        "Which care have you met"
    )),
    Field("experience_years", "Är din erfarenhet aktuell? (år)", Type.LINE, "", wordings(
        "När det var | När det hände | Hur nytt är det | Då var det | Är din erfarenhet aktuell | "
        "Aktuell erfarenhet | Vilka år | När var det | Erfarenhetens år | År | Åren | Erfarenhet från år | Aktuell | "
        "När är erfarenheten från | Tidsperiod för erfarenheten | När | Erfarenheten gäller åren | Aktualitet | "
        "Hur aktuell är erfarenheten | Hur länge sedan är din erfarenhet | Hur länge sedan var det | "
        "Hur gammal är din erfarenhet | När hade du erfarenheten | När fick du vård | När fick du stöd | "
        "När hände det | När skedde det | När upplevde du det | När var du patient | När var du i vården | "
        "När var erfarenheten | Från när är din erfarenhet | Från vilket år | Från vilka år | Vilket år | "
        "Vilket år gäller erfarenheten | Vilka år gäller din erfarenhet | Under vilka år | Under vilken tid | "
        "År för erfarenheten | Årtal för erfarenheten | Tidsperiod | Tid för erfarenheten | "
        "Senaste kontakt med vården | Senast i kontakt med vården | Pågående eller tidigare erfarenhet | "
        "Pågår erfarenheten | Erfarenheten är aktuell | Nuvarande eller tidigare erfarenhet"
    )),
    *REGISTRATION_TERMS,
)  # fmt: skip

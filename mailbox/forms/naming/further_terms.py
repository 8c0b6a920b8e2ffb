"""Further Swedish wordings of labels, by field; joined in `registry` to those that stand beside the fields."""

REQUEST_FURTHER: dict[str, str] = {
    "unit": "Vem beställer | "
    "Vilken del av vården frågar | "
    "Vilken del av omsorgen frågar | Enhetens benämning | "
    "Verksamhetens benämning | Uppdragsgivande enhet | Vi heter | Enhet inom kommunen | Enhet inom regionen | "
    "Enhet inom "
    "kommunen/regionen | "
    "Enhet i kommunen | "
    "Vilken verksamhet gör förfrågan | Vilken enhet gör förfrågan | Vem gör förfrågan | Vilken del av "
    "organisationen kommer frågan ifrån | Vilken del av verksamheten frågar | Vilken enhet representerar du | "
    "Vilken verksamhet representerar du | Vilken enhet gäller förfrågan | Vårdenhet | Skola/enhet | Skola | Vår "
    "klinik | Vår avdelning | Vår mottagning | Enhet/team | Team | Boende | Beställande verksamhet/enhet | "
    "Enhet/mottagning | Mottagning/enhet | Verksamheten heter",
    "organisation": "Regional eller kommunal huvudman | Vilken huvudman ligger ni under | "
    "Vilken organisation står bakom | Verksamheten drivs av | Drivs av | Vårdgivare | Ansvarig vårdgivare | "
    "Er vårdgivare | Vår organisation | "
    "Ägare av verksamheten | Verksamhetens ägare | Vem äger verksamheten | "
    "Var vi hör hemma | Vi hör hemma i | Vi hör till | Tillhör region/kommun | Er kommun eller "
    "region | Er region | Er kommun | Vår huvudman | Region/kommun/huvudman | Kommun eller regionförvaltning",
    "contact_name": "Förfrågan lämnad av | Lämnad av | Den vi ska prata med | Den ni pratar med | "
    "Vem ska deltagaren fråga efter | Fråga efter | "
    "Jag som svarar på frågor | Den som svarar på frågor | "
    "Den som frågar | Namn på den som frågar | Den som skickar förfrågan | "
    "Namn på den som skickar | Skickat av | Skickas av | Skickad av | "
    "Inskickat av | Inskickad av | Insänt av | Avsänt av | Förfrågan ställs av | Frågan ställs av | "
    "Förfrågan skickas av | Förfrågan görs av | "
    "Förfrågan lämnas av | Begäran görs av | Vem kan vi fråga | Vem kan man fråga | Vem frågar vi | "
    "Vem svarar på frågor | Frågor besvaras av | "
    "Vem kan svara på frågor | Vem skickar förfrågan | Vem ställer frågan | "
    "Kontaktman | Kontaktpersonens för- och efternamn | Vår kontakt | Kontakt är | Namn och "
    "efternamn | Kontaktar ni | Ansvarig hos oss",
    "contact_email": "E-postadr | Mejl till kontakten | E-post till kontakten | Elektronisk post | E-postadress "
    "till kontakten",
    "contact_phone": "Telefon till kontakten | Telnr | Mobilnr | Tfn till kontakten | Tel nr till kontakten",
    "title": "Namn på aktiviteten | Aktivitetens namn | Studiens namn | Studiens titel | Studiens arbetsnamn | "
    "Studie | Forskningsprojektets namn | "
    "Vad kallar ni uppdraget | Uppdragets arbetsnamn | Kort rubrik | Rubrik på förfrågan | Uppdrag, rubrik",
    "activity": "Medverkan önskas i form av | På vilket sätt ska brukarna involveras | På vilket sätt involveras | "
    "Vad vill ni bjuda in till | Hur är medverkan tänkt | I vilken form sker medverkan | "
    "Deltagandeform | Form för deltagandet | Vilken medverkan önskar ni | Medverkan som önskas | Er insats | "
    "Din insats | Deltagarens insats | Slag av medverkan | "
    "Hur är det tänkt att man är med | Hur är det tänkt att personen är med | "
    "Hur är det tänkt att man medverkar | Hur ska man vara med | Vilken sorts insats | Vad är det för insats | "
    "Vad är det för sorts uppdrag | "
    "Hur ska invånaren medverka | Medverkan genom | Typ av engagemang | Uppdragsform | Vilken slags insats",
    "description": "Kort om bakgrunden | Beskriv ert behov | Vad är på gång | Uppdragets omfattning och innehåll | "
    "Omfattning och innehåll | Vad kommer man att göra | Så här är det tänkt | Beskriv vad ni behöver hjälp med | "
    "Vad är ert ärende | Vad ska deltagarna göra | Vad ska deltagaren göra | Bakgrund och upplägg | "
    "Vad ska medverkan bestå av | Vi vill | Vi vill att | Redogör för innehållet | Vad ska den som medverkar göra | "
    "Vad ska den som är med göra | Vad ska den som deltar göra | "
    "Vad ska medverkande göra | Vad är det ni ska göra | Vad är det ni vill göra | Uppdraget med egna ord | "
    "Beskriv med egna ord | "
    "Vad vi vill att någon gör | Det vi vill att någon gör | Det här får man göra | Vad ska hända | "
    "Vad ni får göra | Vad man får göra | Det här ska hända | Uppdragets beskrivning | Så här ser uppdraget ut | "
    "Vad går det ut på | Innehåll i korthet | Beskriv | Uppdragsbeskrivning (kort)",
    "purpose": "Vad ska bli annorlunda | Vad blir annorlunda | Vad ska medverkan resultera i | "
    "Vad ska det resultera i | Vi vill det för att | "
    "Vi gör det för att | Vilken förändring vill ni se | Vilken skillnad vill ni se | "
    "Vad det ska leda till | Varför vi frågar | Det här ska det leda till | Mål och förväntat resultat | "
    "Effekt | Syfte/mål med medverkan | Syfte och nytta | Nytta med uppdraget | Varför gör vi det här | Vad ska det "
    "leda fram till",
    "expectations": "Vad vi väntar oss | Vad vi väntar oss av den som är med | Det här väntar vi oss | Våra "
    "förväntningar | Förväntas av deltagaren | Vad den som medverkar får göra",
    "perspectives": "Vi önskar personer som är | Personer som är | Vems röst behöver ni | "
    "Vilka grupper vill ni höra | Vilken roll har de ni söker | "
    "Vi efterfrågar | Vi vill ha med | Vi vill ha med oss | Vi letar efter | Vi önskar medverkan av "
    "| Den som medverkar är | Medverkande ska vara | Deltagaren är",
    "experience": "Vilka egna erfarenheter krävs | Egna erfarenheter som krävs | "
    "Vad ska deltagarna ha för bakgrund | Vad ska personen ha för bakgrund | Som har varit med om | "
    "Ska ha varit med om | Erfarenheter som vi letar efter | Önskvärda "
    "erfarenheter | Erfarenhet vi letar efter | Önskvärd erfarenhet | Som har erfarenhet av | Erfarenheter av | Ska "
    "ha egen erfarenhet av | Bakgrund som önskas",
    "people_wanted": "Hur många tänker ni er | Hur många vill ni bjuda in | Hur många bjuds in | Antal pers | "
    "Antal st | Hur många vill ni ha med | Hur många vill ni träffa | Antal ni vill "
    "träffa | Så många vill vi ha med | Antal platser "
    "som finns",
    "_date": "Aktivitetsdatum | Datum för aktiviteten | Första mötet | Dag (ÅÅÅÅ-MM-DD) | Första gången | "
    "Första mötesdatum | Startar den | Dag för mötet",
    "_date_end": "Sista mötet | Sista gången",
    "_time": "Aktivitetens starttid | Börjar kl | Startar kl | Klockslag (från–till)",
    "_time_end": "Aktivitetens sluttid | Slutar kl | Klar kl",
    "occasions": "Antal möten totalt | Antal ggr | Hur många ggr | Hur många möten blir det",
    "place": "Lokal/länk | Vi håller till | Aktivitetens plats | Plats för aktiviteten | "
    "Ort/länk | Ort eller länk | Ort/lokal | Vart ska invånaren komma | Vart ska deltagaren komma | "
    "Vart ska den som medverkar komma | Lokal eller "
    "länk | Adress/lokal | Adress eller lokal | Lokal eller adress | Möteslokal eller länk | Rum | Hus och plan | "
    "Plats eller länk | Adress eller länk",
    "format": "Mötet sker | Vi ses | Mötet hålls | Träffen sker | Hur ses vi | På plats/distans | Fysiskt/distans",
    "other_participants": "Med vid mötet i övrigt | Med på mötet i övrigt | Övriga vid mötet | Övriga på mötet | "
    "I övrigt deltar | "
    "I övrigt medverkar | Med i övrigt | Vilka är med i övrigt | "
    "Vilka fler är med | Fler som är med | Vilka kommer mer",
    "accessibility": "Hjälpmedel/tillgänglighet på plats | Har lokalen hörslinga och hiss | I lokalen finns | "
    "Lokalen har | Det finns i lokalen | Finns i lokalen | Hiss, hörslinga, ramp",
    "personal_support": "Finns någon särskild som stöttar | Finns någon som stöttar | Är det någon som stöttar | "
    "Vem stöttar | Finns någon som stöder | "
    "Hjälp på plats | Vem hjälper på plats | Stödperson till den som kommer | Stöd till "
    "deltagare | Vem stöttar den som kommer",
    "reimbursement": "Vi betalar | Ersättningens storlek | Ersättningsform | Form av ersättning | Arvodesform | "
    "Typ av ersättning | Ersättningens form | "
    "Hur ersätts medverkan | Ersättning utgår | Utgår ersättning för medverkan | Ersättning ges | "
    "Hur ersätts medverkande | Ersättning betalas | Arvode betalas | Så ersätts medverkan",
    "cost_centre": "Kostnadsställe för arvode | Projektnr | Ansvarskod/projekt",
    "feedback": "Återkoppling hur och när | Återkoppling när och hur | Återrapportering | Återrapport | Återkoppling "
    "till de medverkande | Så får deltagarna veta | Hur "
    "återrapporteras resultatet",
    "reply_by": "Vi vill ha svar före | Vi vill veta senast | Vi behöver veta | Svar vill vi ha senast | "
    "Svar före den | Besked till oss före",
    "minors_wanted": "Kan vi ta emot deltagare under 18 | Kan ni ta emot deltagare under 18 | "
    "Kan deltagare under 18 vara med | "
    "Tar ni emot deltagare under 18 | Får deltagare under 18 vara med | "
    "Barn under 18 år sökes | Barn sökes | Söks barn under 18 | Under 18 år sökes | Är det barn ni "
    "söker | Kan deltagaren vara yngre än 18 | Minderåriga sökes",
    "_contact": "Kontaktvägar | Kontaktväg",
    "_other": "Ersättare | Suppleant | Restid | "
    "Svars-id | Starttid för svaret | Svarande | Uppgift | Hjälptext | Respondent | Insamlare | Slutförd "
    "| Namn på utvald person | Namn på den som medverkar | GDPR-ruta | Anmärkning | Datum och underskrift | Hur "
    "hörde ni talas om Intressebanken",
}

REGISTRATION_FURTHER: dict[str, str] = {
    "first_name": "Heter i förnamn",
    "last_name": "Och i efternamn | Heter i efternamn",
    "_name": "Den unges namn | Ditt barns namn | Mitt fullständiga namn | Ditt namn (för- och efternamn) | Namn "
    "(texta) | Vem är det som vill vara med",
    "phone": "Telefon arbete | Arbetstelefon | Telefon till arbetet | Jobbtelefon | "
    "Den unges telefon | Ungdomens telefon | Mobilnr | Telnr | Ditt mobilnr | Mitt mobilnr | Tel hem | "
    "Telefonnr dagtid | Mobil eller hemtelefon",
    "email": "E-postadr | Min mejladress | Din mejladress",
    "contact_preference": "Vill du bli kontaktad via telefon, sms eller e-post | Jag vill bli kontaktad per | "
    "Jag vill bli kontaktad via | Kontakta mig per | Vilket kontaktsätt passar bäst | Hur når vi dig helst | "
    "Hur föredrar du att bli "
    "kontaktad | På vilket sätt ska vi kontakta dig | Kontakta oss helst | Kontakta mig helst via | Hur ska vi "
    "helst höra av oss | Hur vill du att vi hör av oss till dig | Helst kontakt | Hör av er via | Hur vill du bli "
    "nådd | Så vill jag bli kontaktad | Nå mig via | Nås via",
    "municipality": "Vilken kommun tillhör du | Kommun jag tillhör | Kommun där du bor nu | "
    "Var i länet bor du nu | Kommun jag bor i | Var bor du (kommun)",
    "birth_year": "Årgång | Den unges födelseår | Ditt barns födelseår | Ålder/födelseår | Födelseår/ålder | Vilket år "
    "föddes du | Hur gammal är du/vilket år föddes du | Födelsedata | Födelseår (inte personnummer) | Född i | "
    "Vilket år är du född i",
    "perspectives": "Jag är eller har varit | Är eller har varit | Du är eller har varit | Jag kan representera | "
    "Vad är du i mötet med vården | Jag företräder | Din roll | "
    "Jag kommer hit som | Jag anmäler mig i egenskap av | I vilken egenskap anmäler du "
    "dig | I vilken roll har du erfarenhet | Jag har erfarenhet i rollen | Jag är med som | Jag talar som | Jag "
    "vill vara med som | Min erfarenhet har jag som",
    "experience": "Erfarenheter jag kan dela med mig av | Erfarenheter att dela med sig av | Min historia | "
    "Min historia i korthet | Min berättelse | Av vad | Beskriv erfarenheten | Berätta "
    "om erfarenheten | Erfarenheten | Vad gäller din erfarenhet | Vilka erfarenheter vill du dela | Det jag varit "
    "med om | Vad har du varit med om | Kort om min erfarenhet | Din historia | Din berättelse | Erfarenhet jag "
    "vill dela | Det här har jag varit med om",
    "experience_years": "Diagnosår | Året för diagnosen | När fick du diagnosen | "
    "Hur länge har du haft din erfarenhet | "
    "Hur länge har du haft din sjukdom | Hur länge har du haft din diagnos | "
    "När hade du de erfarenheterna | När hade du erfarenheterna | Vilka år gäller det",
    "care_met": "Stöd jag har i dag | Stöd jag har nu | Stöd du har i dag | Vård jag möter | "
    "Stöd och hjälp jag har i dag | "
    "Vilka verksamheter har ni mött | Vilken vård har ni mött | Vård och stöd vi har mött",
    "activities": "Sådant jag kan göra | Sådant jag vill göra | Jag kan ställa upp på | Jag ställer upp på | "
    "Önskemål om uppdrag | "
    "Vilka uppdrag kan passa dig | Vilka uppdrag passar dig | "
    "Så här vill jag hjälpa till | Så vill jag hjälpa till | Jag vill hjälpa till med | "
    "Jag hjälper gärna till med | Hur vill du hjälpa till | Vad vill du hjälpa till med | "
    "Vilka uppdrag är intressanta | Uppdrag som är intressanta | Medverkansformer | Medverkansform | "
    "Former av medverkan | Det här gör jag gärna | Detta gör jag gärna | Gör gärna | Jag gör gärna | Jag skulle "
    "kunna tänka mig | Skulle kunna tänka mig | Jag är intresserad av att | Intresserad av att | Det här lockar mig "
    "| Vilka insatser lockar | Vilka uppdrag lockar | Vad lockar | Vilka insatser lockar dig | Jag är gärna med i | "
    "Jag är gärna med på | Jag är med gärna i | Jag medverkar gärna i | Jag medverkar gärna genom | Det här skulle "
    "jag vilja | Vad skulle du kunna tänka dig | Uppdrag som lockar | Vilka insatser kan du tänka dig | Jag hjälper "
    "gärna till med",
    "unwilling": "Önskas ej | "
    "Det här gör jag ogärna | Gör ogärna | Jag gör ogärna | Ogärna | Det här säger jag nej till | "
    "Något du avstår ifrån | Vad avstår du ifrån | Jag avstår helst | Avstår helst från | Det här vill jag slippa | "
    "Nej, tack till",
    "availability": "När går det bra | När går det bra för dig | När går det bäst | Då går det bra | Det går bra | "
    "Bra tider | Bra dagar | Tider som funkar | Dagar som funkar | Tider som passar bäst | Jag kan "
    "oftast | När passar det dig bäst",
    "support_needs": "Det här behöver jag för att vara med | Behöver du något stöd för att kunna vara med | Har du "
    "behov av hjälpmedel eller anpassning | Jag behöver hjälp med att",
    "languages": "Vilka språk talar ni",
    "associations": "Är du med i någon patientförening | Är du med i någon anhörigförening",
    "privacy_notice_read": "Integritet | Dataskydd | "
    "Har du läst om hur vi sparar uppgifter | Har du läst om hur vi hanterar uppgifter | "
    "Har du läst om hur vi använder uppgifter",
    "consent_email": "Vi får mejla dig om uppdrag | Vi får mejla mig om uppdrag | Får vi mejla dig om uppdrag",
    "consent_sms": "Vi får sms:a dig om uppdrag | Vi får smsa dig om uppdrag | Får vi sms:a dig om uppdrag",
    "guardian_name": "Målsman/vårdnadshavare",
    "guardian_phone": "Vårdnadshavare mobilnr | Vårdnadshavares mobilnr | Vårdnadshavare telnr | Målsmans tel",
    "keep_months": "Hur länge vill du stå med | Hur länge får vi ha kvar dina uppgifter | Jag vill stå med i | Så "
    "länge får ni spara mig",
    "max_per_half_year": "Hur ofta kan du tänka dig att bli tillfrågad | Hur ofta vill du bli frågad | Hur ofta får "
    "vi höra av oss | Så ofta vill jag bli tillfrågad",
    "_other": "God man | Förvaltare | God man/förvaltare | God man eller förvaltare | Ombud | "
    "Notifiering om ärendet | Signerat med | Status | E-tjänst | Inskickat av | Insamlare | Respondent | "
    "Anhörig till | Vem är du anhörig till | Närstående till | Hur fick du veta att vi finns | Samtal bokat | "
    "Svars-id | Svarande | Startade | Slutförd",
}

"""The people and units of the demo. All are invented; numbers are from the series kept for fiction."""

from medverkan.bot.demo.mails import Rows

LEAD = ("Karin Exempel", "karin.exempel@region.example")
FORM = ("Webbformulär Intressebanken", "no-reply-formular@region.example")
YES = "Ja"

_SHORT = (
    "Förnamn", "Efternamn", "Telefon", "E-post", "Hur vill du bli kontaktad?", "Kommun", "Födelseår",
    "Jag har erfarenhet som", "Vad har du erfarenhet av?", "Hur vill du medverka?", "När kan du?",
)  # fmt: skip

_PEOPLE = (
    ("Birgitta", "Sköld", "070-174 06 11", "birgitta.skold@post.example", "Telefon", "Kalmar", "1949", "Närstående",
     "Min man har haft hemtjänst tre gånger om dagen sedan han fick Parkinson. Jag har sett hur det blir när det "
     "kommer ny personal varje gång, och när det fungerar.",
     "Fokusgrupp, Brukarråd, Intervju", "Dagtid"),
    ("Lars-Göran", "Holmlund", "070-174 06 12", "lg.holmlund@post.example", "Telefon", "Nybro", "1943", "Brukare",
     "Jag har själv hemtjänst och trygghetslarm sedan jag bröt höften. Larmet har jag fått använda två gånger.",
     "Intervju, Fokusgrupp", "Vardagar"),
    ("Samira", "Nouri", "070-174 06 13", "samira.nouri@post.example", "Sms", "Kalmar", "1988", "Närstående",
     "Mamma är 79 och bor kvar hemma med hemtjänst. Jag sköter kontakten med biståndshandläggaren och tolkar.",
     "Fokusgrupp, Arbetsgrupp", "Kvällar, ibland dagtid"),
    ("Ture", "Malmberg", "070-174 06 14", "", "Brev", "Oskarshamn", "1938", "Brukare",
     "Bor på trygghetsboende och har hemhjälp med städning och dusch.", "Intervju", "Förmiddagar"),
    ("Elsa", "Fridh", "070-174 06 15", "elsa.fridh@post.example", "Sms", "Kalmar", "2004", "Patient",
     "Gick på BUP från att jag var 13 tills jag fyllde 18, för ångest och självskada. Bytet till vuxenpsykiatrin "
     "blev ett hål på åtta månader.", "Berätta om mina erfarenheter, Fokusgrupp", "Eftermiddagar"),
    ("Jonatan", "Wik", "070-174 06 16", "jonatan.wik@post.example", "E-post", "Västervik", "2001", "Patient",
     "Adhd-diagnos på BUP när jag gick i åttan. Bra läkare, långa väntetider.", "Arbetsgrupp, Granska information",
     "Flexibel, helst digitalt"),
    ("Maj-Britt", "Olausson", "070-174 06 17", "majbritt.olausson@post.example", "Telefon", "Nybro", "1957",
     "Närstående", "Min son har varit beroende av tabletter och alkohol i femton år. Jag har gått anhörigprogram "
     "och suttit på många möten med socialtjänsten.", "Brukarråd, Berätta om mina erfarenheter", "Dagtid"),
    ("Peter", "Åkerblom", "070-174 06 18", "peter.akerblom@post.example", "Telefon", "Emmaboda", "1969", "Brukare",
     "Nykter alkoholist sedan 2019. Har haft kontakt med beroendemottagningen och boendestöd.",
     "Brukarråd, Intervju, Projektgrupp", "Kvällar och helger"),
    ("Gun", "Ståhl", "070-174 06 19", "gun.stahl@post.example", "E-post", "Torsås", "1961", "Patient",
     "Diabetes typ 1 sedan barndomen och nu även njursvikt.", "Patientråd", "Dagtid"),
    ("Mikael", "Brodin", "070-174 06 20", "mikael.brodin@post.example", "Telefon", "Kalmar", "1975", "Patient",
     "Hade en stroke 2021. Rehabiliteringen var bra men hemgången gick för fort.", "Förbättringsteam, Intervju",
     "Förmiddagar"),
    ("Inga-Lill", "Vester", "070-174 06 21", "ingalill.vester@post.example", "Telefon", "Mönsterås", "1952",
     "Närstående", "Vårdade min man hemma de sista åren. Hemtjänsten och hemsjukvården kom varje dag.",
     "Fokusgrupp", "Dagtid"),
    ("Noor", "Haddad", "070-174 06 22", "noor.haddad@post.example", "Sms", "Kalmar", "2010", "Patient",
     "Går på BUP för ätstörning.", "Ungdomsråd", "Efter skolan"),
)  # fmt: skip
# Who has not said yes to being matched: they are registered, but never proposed.
WITHOUT_CONSENT = ("Mikael",)


def registrations() -> list[Rows]:
    """Return every registration as rows of the web form."""
    return [_registration(person) for person in _PEOPLE]


def _registration(person: tuple[str, ...]) -> Rows:
    rows = [(label, value) for label, value in zip(_SHORT, person, strict=True) if value]
    young = person[_SHORT.index("Födelseår")] > "2009"
    return (
        *rows,
        *((("Vårdnadshavare", "Rana Haddad, 070-174 06 23"),) if young else ()),
        ("Jag har tagit del av informationen om personuppgifter", YES),
        (
            "Jag samtycker uttryckligen till att uppgifter om hälsa och stöd registreras och används för sökning "
            "och matchning",
            "Nej" if person[0] in WITHOUT_CONSENT else YES,
        ),
        ("Samtycke sms", YES),
        ("Samtycke e-post", YES),
    )


HOME_CARE = ("Eva Lindstam", "eva.lindstam@region.example")
HOME_CARE_FORM: Rows = (
    ("Verksamhet/enhet", "Utvecklingsenheten för nära vård"),
    ("Organisation/huvudman", "Region Exempel"),
    ("Kontaktperson", "Eva Lindstam"),
    ("E-post", "eva.lindstam@region.example"),
    ("Telefon", "08-465 004 31"),
    ("Uppdragets namn", "Samma ansikten hemma"),
    ("Typ av medverkan", "Fokusgrupp"),
    ("Beskrivning av uppdraget", "Vi vill förstå hur det är att ha hemtjänst och hur personalen kan bli färre och mer "
     "kända för den som får hjälp. Samtalet leds av två utvecklingsledare och tar två timmar."),
    ("Syfte och mål", "Ett gemensamt arbetssätt för kontinuitet i hemtjänst och hemsjukvård."),
    ("Förväntningar", "Dela med dig av hur det är i vardagen."),
    ("Perspektiv", "Brukare, närstående"),
    ("Önskad erfarenhet", "Egen hemtjänst, eller närstående till någon som har hemtjänst"),
    ("Antal personer", "2"),
    ("Datum och tid", "Tisdag 16 mars 2027 kl. 13.00–15.00"),
    ("Plats eller digitalt", "Kalmar, Strömgatan 13"),
    ("Tillgänglighet", "Hiss och hörslinga"),
    ("Ersättning", "Arvode enligt modellen och resa"),
    ("Återkoppling", "Skriftligt inom fyra veckor"),
)  # fmt: skip

CHILD_PSYCHIATRY = ("Tove Ramberg", "tove.ramberg@region.example")
# The purpose is left out on purpose: the unit is asked for it.
CHILD_PSYCHIATRY_FORM: Rows = (
    ("Verksamhet/enhet", "BUP Kalmar"),
    ("Organisation/huvudman", "Region Exempel"),
    ("Kontaktperson", "Tove Ramberg"),
    ("E-post", "tove.ramberg@region.example"),
    ("Typ av medverkan", "Berätta om sina erfarenheter"),
    ("Beskrivning av uppdraget", "Personalens utvecklingsdag om övergången från BUP till vuxenpsykiatrin."),
    ("Perspektiv", "Patient"),
    ("Önskad erfarenhet", "Egen erfarenhet av BUP och av att gå över till vuxenpsykiatrin"),
    ("Antal personer", "1"),
    ("Datum och tid", "Torsdag 25 mars 2027 kl. 9.00–10.00"),
    ("Plats eller digitalt", "Digitalt via Teams"),
    ("Minderårig söks", "Nej"),
)
CHILD_PSYCHIATRY_ANSWER = (
    "Hej! Här kommer det som fattades:\n\nSyfte och mål: Att ingen ska falla mellan stolarna vid 18."
)

ADDICTION = ("Ali Sandén", "ali.sanden@nybro.example")
ADDICTION_FORM: Rows = (
    ("Verksamhet/enhet", "Individ- och familjeomsorgen"),
    ("Organisation/huvudman", "Nybro kommun"),
    ("Kontaktperson", "Ali Sandén"),
    ("E-post", "ali.sanden@nybro.example"),
    ("Typ av medverkan", "Brukarråd"),
    ("Beskrivning av uppdraget", "Ett nytt råd för stödet till anhöriga till personer med beroende."),
    ("Syfte och mål", "Anhöriga ska få stöd tidigare."),
    ("Perspektiv", "Närstående"),
    ("Önskad erfarenhet", "Anhörig till någon med alkohol- eller läkemedelsberoende"),
    ("Antal personer", "1"),
    ("Datum och tid", "Måndag 15 mars 2027 kl. 17.00–19.00"),
    ("Plats eller digitalt", "Nybro, Stadshusplan 1"),
)

"""When somebody whom the words point at does not fit, and when they do: each pair has nearly the same words.

Kinds: only talked of, feared or applied for; only something near; only a remote relative or stranger; only in part and
long ago; only at work; only somebody else's opinion of it.
"""

from datetime import date

import pytest

from medverkan.matching.rank import rank
from medverkan.matching.values import Need, Profile

TODAY = date(2026, 11, 23)
OWN, NEAR = ("patient",), ("närstående",)
BOTH = (*OWN, *NEAR)

# asked, whose, told, by whom
NOBODY = [
    # talked of, feared, applied for
    ("Person som fått en ny lever (transplantation)", OWN,
     "Levern är dålig sedan gallgångarna krånglade. Doktorn nämnde transplantation vid två tillfällen men det räckte "
     "med medicin.", OWN),
    ("Har eller har haft hemtjänst", OWN,
     "Bröt handleden förra vintern. Biståndshandläggaren erbjöd hemtjänst, jag sa att dottern räcker till.", OWN),
    ("Person som har vårdats enligt LVM", OWN,
     "Jag drack i femton år. Soc hotade med LVM en gång, det räckte för att jag skulle gå till beroendemottagningen "
     "själv.", OWN),
    ("Har genomgått obesitaskirurgi", OWN,
     "Väger hundrafyrtio kilo och har prövat allt. Stod i kö för magsäcksoperation men drog mig ur två veckor före.",
     OWN),
    ("Egen erfarenhet av tvångssyndrom (OCD)", OWN,
     "Panikångest sedan tonåren. På mottagningen undrade de om det var tvång men utredningen visade att det inte var "
     "det.", OWN),
    # only something near
    ("Egen erfarenhet av daglig verksamhet enligt LSS", ("brukare",),
     "Har autism och boendestöd två gånger i veckan. Jobbar med lönebidrag på ett lager.", ("brukare",)),
    ("Person som fått dialys", OWN,
     "Njursten tre gånger, den senaste fick de krossa. Ont så att man ser stjärnor.", OWN),
    # only a remote relative or stranger
    ("Förälder till barn med autism", NEAR,
     "Min systerson har autism och jag har honom ibland på helgerna. Själv har jag två vuxna döttrar.", NEAR),
    ("Egen erfarenhet av schizofreni", OWN,
     "Vi hade en hyresgäst med schizofreni som vi brydde oss om. Själv har jag haft en depression.",
     OWN),
    # only in part, or somebody else's
    ("Har bott i familjehem som barn", ("brukare",),
     "Vi har varit familjehem för fyra syskon i nio år. Soc har vi haft i köket varje månad.", ("brukare",)),
    ("Närstående till person med demenssjukdom", NEAR,
     "Jag arbetade trettio år på demensboende innan pensionen. Min man har fått problem med hjärtat.", NEAR),
    ("Har haft cellgiftsbehandling", OWN,
     "De tog bort hela tumören i tjocktarmen så jag slapp cellgifter. Kontroller varje år.", OWN),
    ("Egen erfarenhet av ECT", OWN,
     "Djup depression 2019. Överläkaren ville att jag skulle prova ECT, jag vågade aldrig.", OWN),
    ("Har haft personligt ombud", ("brukare",),
     "Boendestödjaren tyckte att jag borde skaffa personligt ombud men det har inte blivit av.", ("brukare",)),
    ("Har amputerats", OWN,
     "Diabetes sedan jag var nio. Sår på foten i två år, det var nära att de tog tån men den läkte.", OWN),
    ("Förälder som mist ett barn", NEAR,
     "Vår flicka föddes i vecka 25 och ingen trodde att hon skulle klara sig. I dag är hon nio och spelar "
     "innebandy.", NEAR),
    ("Egen erfarenhet av att leva med hiv", OWN,
     "Jag stack mig på en spruta och fick gå i ett halvår och vänta på om det var hiv. Alla prover var "
     "negativa.", OWN),
    ("Har tvångsvårdats inom psykiatrin (LPT)", OWN,
     "Bipolär. Inlagd frivilligt fyra gånger, de har aldrig behövt ta till LPT.", OWN),
    ("Har haft stroke", OWN,
     "Vaknade och kunde inte prata. Ambulans med blåljus, men det var migrän och inte stroke.", OWN),
    ("Har gått i missbruksbehandling på behandlingshem", ("brukare",),
     "Jag slutade dricka på egen hand. AA på tisdagar. Behandlingshem var aldrig aktuellt.", ("brukare",)),
    ("Har varit placerad på SiS-institution", ("brukare",),
     "Jag var på glid som tonåring. Soc sa att nästa steg var SiS, då skärpte jag mig och flyttade till "
     "morfar.", ("brukare",)),
    ("Egen erfarenhet av bröstcancer", OWN,
     "Kallades tillbaka efter mammografin. Två veckor då jag var säker på att det var bröstcancer, men "
     "knölen var godartad.", OWN),
]  # fmt: skip

SOMEBODY = [
    ("Person som fått en ny lever (transplantation)", OWN,
     "Levern var dålig sedan gallgångarna krånglade. Doktorn nämnde transplantation och i våras fick jag en.", OWN),
    ("Har eller har haft hemtjänst", OWN,
     "Bröt handleden förra vintern. Biståndshandläggaren erbjöd hemtjänst och det tackade jag ja till, två besök om "
     "dagen.", OWN),
    ("Person som har vårdats enligt LVM", OWN,
     "Jag drack i femton år. Soc hotade med LVM och till slut blev det så, sex månader. Nu är jag nykter.", OWN),
    ("Har genomgått obesitaskirurgi", OWN,
     "Vägde hundrafyrtio kilo och hade prövat allt. Stod i kö för magsäcksoperation i två år och opererades 2024.",
     OWN),
    ("Egen erfarenhet av tvångssyndrom (OCD)", OWN,
     "Panikångest trodde de först. Utredningen visade att det var tvång, jag tvättade händerna tills de blödde.", OWN),
    ("Egen erfarenhet av daglig verksamhet enligt LSS", ("brukare",),
     "Har autism och boendestöd. Åker till min dagliga verksamhet på ett lager fyra dagar i veckan.", ("brukare",)),
    ("Person som fått dialys", OWN,
     "Njurarna la av efter en infektion. Maskinen tre dagar i veckan på dialysen tills jag fick en ny njure.", OWN),
    ("Förälder till barn med autism", NEAR,
     "Min yngste har autism och går i anpassad skola. Själv har jag två vuxna döttrar också.", NEAR),
    ("Egen erfarenhet av schizofreni", OWN,
     "Jag har schizofreni och bor själv med boendestöd. Jag hör röster men kan leva med dem.", OWN),
    ("Har bott i familjehem som barn", ("brukare",),
     "Från att jag var sex tills jag fyllde arton bodde jag hos tre olika familjehem. Soc kom en gång per år.",
     ("brukare",)),
    ("Närstående till person med demenssjukdom", NEAR,
     "Jag arbetade trettio år på lager innan pensionen. Min man har fått en demens och glömmer spisen.", NEAR),
    ("Har haft cellgiftsbehandling", OWN,
     "De tog bort hela tumören i tjocktarmen och sedan fick jag cellgifter i ett halvår. Kontroller varje år.", OWN),
    ("Har fått personlig assistans", ("brukare",),
     "Jag har MS och rullstol. Vi sökte assistans två gånger hos Försäkringskassan, fick avslag först och "
     "rätt i domstolen. Nu har jag fyra assistenter.", ("brukare",)),
    ("Har vårdats på intensivvårdsavdelning", OWN,
     "Sepsis i fjol. De hade en plats klar på IVA och där låg jag i elva dygn.", OWN),
    ("Egen erfarenhet av ECT", OWN,
     "Djup depression 2019. Överläkaren ville att jag skulle prova ECT, jag var rädd men det vände efter "
     "sex gånger.", OWN),
    ("Har haft personligt ombud", ("brukare",),
     "Boendestödjaren tyckte att jag borde skaffa personligt ombud. Hon har följt med mig till soc sedan "
     "dess.", ("brukare",)),
    ("Har amputerats", OWN,
     "Diabetes sedan jag var nio. Sår på foten i två år, till slut fick de ta benet under knät.", OWN),
    ("Egen erfarenhet av att leva med hiv", OWN,
     "Fick beskedet hiv 1994 och trodde att jag skulle dö. Tar en tablett om dagen.", OWN),
    ("Har tvångsvårdats inom psykiatrin (LPT)", OWN,
     "Bipolär. Inlagd frivilligt fyra gånger och en gång på LPT, det var då jag blev lagd i bälte.", OWN),
    ("Har haft stroke", OWN,
     "Vaknade och kunde inte prata. Ambulans med blåljus. De trodde på migrän men det var stroke.", OWN),
    ("Närstående till person med Parkinsons sjukdom", NEAR,
     "Mannen i mitt liv har Parkinson sedan tolv år. Jag hjälper honom med allt nu.", NEAR),
    ("Har gått i missbruksbehandling på behandlingshem", ("brukare",),
     "Jag slutade dricka efter åtta månader på behandlingshem i Småland. AA på tisdagar.", ("brukare",)),
    ("Har varit placerad på SiS-institution", ("brukare",),
     "Jag var på glid som tonåring. Soc sa att nästa steg var SiS och där hamnade jag, två år på "
     "ungdomshemmet.", ("brukare",)),
    ("Egen erfarenhet av bröstcancer", OWN,
     "Kallades tillbaka efter mammografin. Jag var säker på att det inget var, men knölen var bröstcancer.", OWN),
]  # fmt: skip


def nobody(asked: str, whose: tuple[str, ...], told: str, by: tuple[str, ...]) -> bool:
    person = Profile(
        id="M-0001",
        experience=told,
        perspectives=by,
        consent_matching=True,
        municipality="Kalmar",
        birth_year=1966,
        introduced=True,
    )
    need = Need(experience=asked, perspectives=whose, activity="Intervju", place="Kalmar", format="onsite")
    return rank(need, [person], today=TODAY).no_match


@pytest.mark.parametrize(("asked", "whose", "told", "by"), NOBODY)
def test_who_has_only_come_near_it_is_nobody_to_propose(
    asked: str, whose: tuple[str, ...], told: str, by: tuple[str, ...]
) -> None:
    assert nobody(asked, whose, told, by)


@pytest.mark.parametrize(("asked", "whose", "told", "by"), SOMEBODY)
def test_who_tells_of_it_in_nearly_the_same_words_is_proposed(
    asked: str, whose: tuple[str, ...], told: str, by: tuple[str, ...]
) -> None:
    assert not nobody(asked, whose, told, by)

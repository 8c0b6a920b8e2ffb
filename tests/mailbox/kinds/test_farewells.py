"""Who wants out of the register is heard, in whatever words; a wish about an assignment or a list is no farewell."""

import pytest

from medverkan.mailbox.kinds.farewells import Leaver, leaver, may_leave

SELF = [
    "Härmed återkallar jag det samtycke jag gav i våras till att ni matchar mig utifrån min hälsa.",
    "Jag har ångrat mig, kasta min anmälan.",
    "Bortse från min anmälan, jag vill inte längre.",
    "Ta bort mig ur registret, tack.",
    "Hej! Jag vill att ni tar bort mig från Intressebanken.",
    "jag vill inte va med längre",
    "Jag orkar inte vara med i intressebanken mer.",
    "Kan ni radera mina uppgifter?",
    "Var snäll och radera alla mina uppgifter hos er",
    "Jag återkallar mitt samtycke.",
    "Härmed drar jag tillbaka mitt samtycke till att ni har mina uppgifter",
    "Jag vill bli borttagen.",
    "Stryk mig från listan",
    "Jag önskar avsluta min medverkan i Intressebanken",
    "jag vill gå ur",
    "Jag vill hoppa av, det har blivit för mycket med sjukdomen.",
    "Tabort mig snälla",
    "ta bårt mej ur erat register",
    "Vill inte stå kvar i registret.",
    "Jag vill avregistrera mig",
    "Jag vill avanmäla mig från intressebanken",
    "Avanmälan från Intressebanken. Namn: Lo Ask",
    "Hej, jag har ångrat mig och vill inte vara med.",
    "Ni får inte ha kvar mina uppgifter längre.",
    "Jag skulle vilja att mina uppgifter tas bort.",
    "Jag vill inte längre finnas med i ert register",
    "Jag vill inte bli kontaktad av er mer.",
    "Sluta kontakta mig.",
    "Jag vill utnyttja min rätt att bli raderad enligt GDPR",
    "Please remove me from your register.",
    "I no longer want to be part of Intressebanken.",
    "Delete my data",
    "Jag tackar för mig och vill lämna Intressebanken.",
    "Jag vill inte medverka mer.",
    "Jag ber att få bli avförd från era listor.",
    "Hej, det här passar mig inte, stryk mig.",
    "Jag vill inte vara en del av Intressebanken längre.",
    "Tack för mig, jag slutar nu i Intressebanken.",
    "Jag har tröttnat, ta bort mina uppgifter.",
    "Jag ångrade mig, jag vill inte att ni har kvar min anmälan.",
    "Kan du plocka bort mig ur systemet?",
    "Vill tacka nej till fortsatt medverkan i Intressebanken.",
    "Jag har inte ork att vara med mer.",
    "tar bort mig snälla jag orkar ej mer",
    "Jag säger upp mitt medlemskap",
    "Jag vill att mitt namn tas bort",
    "Jag återtar mitt samtycke",
    "Ni kan radera mig, jag flyttar utomlands.",
    "Var vänlig och avsluta min registrering hos er.",
    "Jag vill ha bort mina uppgifter.",
    "jag vill int mer",
    "Jag mår för dåligt för att vara kvar i registret.",
    "Please delete all my data.",
    "Min medverkan i Intressebanken ska avslutas.",
    "Mitt engagemang upphör från i dag.",
    "Jag ställer inte upp längre.",
    "Hej, det var längesen jag hörde något och nu vill jag inte längre stå på listan.",
    "Jag har fått jobb och har inte tid längre att vara med.",
    "Var god avregistrera undertecknad.",
    "jag vill slippa vara med",
    "Mina uppgifter ska bort.",
    "Ta väck mig från registret",
    "Hej! Jag anmälde mig i våras men har ångrat mig. Kan ni ta bort anmälan?",
    "Jag vill utträda.",
    "I would like to be removed from Intressebanken.",
    "Jag har flyttat till Skåne och kan därför inte stå kvar i er bank.",
    "Det passar mig inte längre att vara med i Intressebanken.",
    "Kan ni vara vänliga att plocka bort mitt namn ur registret?",
    "Jag vill avsluta det här nu.",
    "Jag undanber mig fler samtal från er.",
    "Jag är inte längre intresserad av att vara med.",
    "Min hälsa tillåter inte att jag fortsätter i Intressebanken.",
    "Jag hoppar av.",
    "Jag lämnar Intressebanken nu.",
    "Härmed säger jag upp min plats i Intressebanken.",
    "Jag invänder mot att ni behandlar mina uppgifter.",
    "jag ångrar min anmälan",
    "Jag drar tillbaka min anmälan",
    "hej jag ville bara säga att jag inte vill vara med i intressebanken något mer",
    "Jag vill ej kvarstå i registret",
    "Ni behöver inte ringa mig mer.",
    "raderamina uppgifter",
    "Hur gör jag för att gå ur?",
    "Jag vill inte att ni har mina uppgifter.",
    "hej ja vill int va me i intresebankn läng re, ta bor mej ur regstret",
    "Nu orkar jag inte mer utan vill därför gärna lämna registret.",
]
OTHER = [
    "Vår far Gösta gick bort den 3 januari. Vi vill att ni avslutar hans medverkan.",
    "Jag skriver åt min syster som inte orkar vara med längre.",
    "God man här: huvudmannen önskar bli borttagen ur registret.",
    "Hej, min man Lennart gick bort i november. Han stod med i Intressebanken. Kan ni ta bort honom?",
    "Min mamma Vera Ask har avlidit. Hon ska inte få fler samtal från er.",
    "Jag är god man för Bo Ask. Han vill inte längre vara med, var vänlig och radera hans uppgifter.",
    "Vår dotter ska inte stå kvar i registret.",
    "Vänligen avregistrera min pappa Olle som har dött.",
    "Min bror är död sedan i somras, ni ringde honom i går.",
]
NOBODY = [
    "Jag återkallar det samtycke jag gav till sms.",
    "Kasta gärna den gamla anmälan och ta den här i stället.",
    "Bortse från anmälan jag skickade i går, den blev fel.",
    "Jag vill vara kvar i registret.",
    "Jag flyttar, ändra min adress i registret.",
    "Jag slutade röka förra året.",
    "Kan ni ta bort kravet på digitalt möte?",
    "Jag vill inte ha arvode.",
    "Vi tar bort en person, det räcker med två.",
    "Jag kan inte komma, men vill vara kvar.",
    "Jag vill inte att ni ringer på dagtid.",
    "Är jag kvar i registret?",
    "Ta bort min mans nummer och skriv mitt i stället.",
    "Jag vill inte längre ha uppdrag om barn, men gärna om äldre.",
    "Sluta inte med det fina arbetet!",
    "Jag vill inte fortsätta vänta på besked.",
    "Jag vill inte vara anonym.",
    "Finns jag inte i registret?",
    "Jag är glad att inte stå utanför Intressebanken.",
    "Jag har inte anmält mig till intressebanken än.",
    "Slutar man automatiskt i registret när man flyttar?",
    "Jag kan tyvärr inte vara med den här gången.",
    "Vi kommer inte att delta i mars men gärna i april.",
    "Jag är sjuk och kan inte medverka på torsdag.",
    "Kan ni ta bort den sista meningen i min anmälan?",
    "Hur länge sparar ni mina uppgifter? Är det frivilligt? Kan jag sluta när jag vill?",
    "Min fru är död men jag klarar mig. Jag vill gärna bidra.",
    "Jag är med i Intressebanken men har inte fått någon förfrågan.",
    "Ni behöver inte ringa, mejl går bra.",
    "Jag vill vila från uppdrag till hösten.",
    "Jag vill inte vara med i fokusgrupper.",
    "Jag vill inte vara med på kvällar.",
    "jag vill inte vara med på bild",
    "Jag vill gärna vara med.",
    "Vi vill inte ta bort stödet.",
    "Jag vill inte stå på scen.",
    "Kan ni ta bort mig från sändlistan för det här ärendet? Ulf tar över.",
    "Ta bort mig från kopian, det räcker att Ulf får mejlen. Vi vill fortfarande ha två personer.",
    "Ta bort mig från ert nyhetsbrev.",
    "Vill du inte ha fler utskick? Avregistrera dig här.",
    "Jag vill inte vara med den 3 mars, men gärna en annan gång.",
    "Jag kan inte vara med på torsdag.",
    "Min man dog för tre år sedan och jag vill hjälpa andra närstående.",
    "Jag har erfarenhet av att min mamma har avlidit på boendet, och vill anmäla mig.",
    "Ta bort 2 från listan, hon är jävig.",
    "Vi vill inte vara med och betala för resor.",
    "Jag vill inte ta bort mig, bara vila till hösten.",
    "Radera gärna det förra mejlet, det här är rätt version.",
    "Vi vill inte längre ha tre personer, det räcker med två.",
    "Jag hoppar av uppdraget den 3 mars men är gärna med nästa gång.",
    "Jag vill inte ta emot sms men gärna mejl.",
    "Jag kan inte vara med på mötet på torsdag, ta bort mig från deltagarlistan.",
    "Ta bort mitt gamla nummer, det nya är 070-174 06 05.",
    "Jag vill inte vara med i grupp, bara enskilt.",
    "Vi vill avsluta ärendet, vi behöver ingen längre.",
    "Jag vill inte anmäla mig än, bara fråga.",
    "Min pappa dog på sjukhuset och jag vill berätta om det.",
    "Jag är inte längre anhörig, min mamma gick bort i våras, men jag vill vara kvar.",
    "Vi drar tillbaka vår förfrågan.",
    "Jag vill inte bli kontaktad på kvällar.",
    "Jag har inte fått vara med på något i Intressebanken på länge.",
    "Jag vet inte om jag vill vara med i Intressebanken.",
    "Deltagarna vill inte vara med längre än en timme.",
    "Personer som inte vill vara kvar i registret kan skriva till er.",
    "Jag vill inte att ni lämnar ut mina uppgifter utan att fråga.",
]


@pytest.mark.parametrize("words", SELF)
def test_who_wants_out_is_heard(words: str) -> None:
    assert leaver(words) is Leaver.WRITER


@pytest.mark.parametrize("words", OTHER)
def test_who_writes_about_somebody_else_is_not_taken_for_them(words: str) -> None:
    assert leaver(words) is Leaver.SOMEBODY


@pytest.mark.parametrize("words", NOBODY)
def test_a_wish_about_something_else_is_no_farewell(words: str) -> None:
    assert leaver(words) is None


@pytest.mark.parametrize("piece", ["ta bort ", "jag vill ", "vill inte ", "min ", "a" * 50, "har dött ", " \n"])
def test_long_text_is_read_once(piece: str) -> None:
    assert leaver(piece * 20_000) in (None, *Leaver)


@pytest.mark.parametrize(
    "words", ["Kan ni ordna så att jag måste bort ur registret?", "Nu vill jag nog försvinna lite ur registret."]
)
def test_words_that_may_be_a_farewell_are_put_before_the_lead(words: str) -> None:
    assert leaver(words) is None
    assert may_leave(words)


@pytest.mark.parametrize("words", NOBODY)
def test_what_is_no_farewell_is_not_even_a_possible_one(words: str) -> None:
    assert not may_leave(words)

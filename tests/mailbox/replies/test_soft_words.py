"""A word that sounds like an answer may belong to something else: "talar perfekt arabiska", "deltar i en studie"."""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Stage

LISTED = tuple(
    Candidate(number, name)
    for number, name in enumerate(("Sami Rahimi", "Viveka Stolt", "Ernst Höglund", "Hodan Yusuf"), start=1)
)
NO_CHOICE = """
Viveka ska ta studenten i juni.
Ta hand om Viveka!
Kan du ta fram Vivekas nummer?
Vi tog upp Viveka på mötet.
Viveka tar bussen till jobbet.
Det tar Viveka hand om.
Viveka väljer oftast själv.
Viveka är vald till ordförande i föreningen.
Jag träffar gärna Viveka.
Viveka pratar gärna mycket.
Viveka får gärna höra av sig till mig.
Hälsa gärna Viveka.
Viveka är absolut trevlig.
Visst är Viveka trevlig.
Viveka har visst flyttat.
Visst var det Viveka som hade hund?
Viveka är inte godkänd än.
Viveka har bokat om sin semester.
Boka ett möte med Viveka.
Boka in ett telefonmöte med Viveka så vi kan prata om registret.
Ring Viveka och fråga hur hon mår.
Jag ska ringa Viveka.
Viveka kontaktade mig i går.
Kontakta Vivekas chef.
Det passar Viveka att ses på tisdag.
Toppen att Viveka är tillbaka.
Viveka mår toppen.
Viveka talar perfekt arabiska.
Det gick jättebra för Viveka sist.
Viveka var jättebra i höstas.
Vivekas telefon fungerar inte.
Viveka ska med på resan till Rom.
Viveka önskar bli kontaktad via mejl.
Viveka vill säkert vara med.
Viveka har fin röst.
Vivekas röst är viktig.
Viveka var min favorit sist.
Viveka föredrar digitala möten.
Viveka arbetar i första hand med barn.
Viveka har rätt till färdtjänst.
Viveka är rätt trött just nu.
Det är rätt långt för Viveka.
Viveka är inte aktuell förrän i maj.
Viveka är välkommen hit på fika.
Viveka är en given gäst hos oss.
Viveka var nöjd med förra uppdraget.
Viveka får ofta frågan.
Viveka vinner alltid på bingo.
Viveka är bra på att laga mat.
Viveka har det bra.
Bra att Viveka mår bättre.
Viveka använder rullstol.
Viveka plockar bär i september.
Lägg till Vivekas nya nummer i registret.
Skriv upp Vivekas nya adress.
Viveka tillfrågas ofta.
Viveka ska börja med dialys.
Viveka väntar på beslut om assistans.
Viveka är med i styrelsen.
Viveka är med barn.
Jag har pratat med Viveka.
Viveka är klar med sin behandling.
Viveka kör buss.
Kör ni hem Viveka efteråt?
Viveka är ok igen efter operationen.
Viveka svarade ja på enkäten.
Ja, Viveka har flyttat.
Viveka har liten chans att hinna.
Jag vill träffa Viveka först.
Jag hör av mig till Viveka.
Skicka Vivekas uppgifter till mig.
Skicka blommor till Viveka.
Skicka en påminnelse till Viveka om registret.
Vad frågar vi Viveka om?
Viveka fick uppdraget i Motala.
Viveka och Sami passar inte ihop.
Viveka passar hundar på helgerna.
Viveka går bra att nå på kvällarna.
Viveka går vidare i livet nu.
Viveka vill gå vidare.
Viveka är bäst i klassen på schack.
Viveka ställer alltid upp.
Viveka vet bäst själv.
Viveka känns stressad.
Viveka känns bra att prata med.
Viveka låter bra på telefon.
Viveka låter trött.
Viveka behöver vila.
Viveka behövs hemma.
Viveka är perfekt för ett annat uppdrag.
Viveka blir 75 i maj, det ska firas!
Viveka röstade på mig.
Viveka och jag röstade.
Viveka står överst på listan.
Viveka ligger först i telefonlistan.
Först på listan är Viveka.
Tvåan känner jag.
1 och 2 känner jag till.
Har ringt 1 och 2 tidigare i år.
Nr 2 har bytt namn.
Viveka heter numera Lund.
Viveka borde du fråga om hon är kvar i banken.
Viveka borde stå som inaktiv.
Notera att Viveka har ny mejladress.
Uppdatera Viveka i registret.
Viveka ska läggas som vilande.
Tack för att du tog med Viveka.
Roligt att se Viveka på listan!
Viveka är tillbaka, vad kul!
Jaha Viveka, henne minns jag.
Så du föreslår Viveka?
Du föreslår Viveka, varför det?
Varför inte Viveka?
Viveka, varför inte?
Hur kom du fram till Viveka?
Viveka? Verkligen?
Jag blir glad av att se Viveka här.
Viveka skulle ha blivit bra.
Viveka hade jag tagit om hon bott i stan.
Vi hade behövt Viveka.
Viveka brukar ju vara duktig.
Viveka är inte dum.
Alla är bra på sitt sätt.
Alla har sina poänger.
Båda är trevliga.
Ingen brådska.
Inga problem!
Nej då, det går bra.
Nej tack, inget kaffe.
Nej men så trevligt!
Inte mig emot.
Ingen aning.
Ingen är ju felfri men några är bättre än andra.
"""
NO_ANSWER = """
Viveka är med i kyrkokören.
Viveka är med sin dotter i Spanien.
Viveka kommer från Polen.
Viveka kommer hem på fredag.
Viveka kommer inte ihåg att hon anmält sig.
Viveka kommer ofta hit.
Viveka vill ha tolk.
Viveka ville mest prata om barnbarnen.
Viveka kan arabiska.
Viveka kan inte svenska.
Viveka kan nås efter fyra.
Viveka är på semester.
Viveka är på väg hem.
Viveka är på jobbet.
Viveka är bokad hos tandläkaren.
Viveka tackade för samtalet.
Viveka tackade för att jag ringde.
Viveka hälsar och tackar.
Viveka ställde många frågor.
Viveka ställer upp i kommunalvalet.
Viveka ställde sig frågande.
Viveka lät glad.
Viveka är glad att vi ringde.
Viveka blev glad att jag hörde av mig.
Viveka är absolut inte arg.
Viveka deltar i en studie på sjukhuset.
Viveka deltog sist.
Viveka är självklart orolig.
Viveka har ja-sagt förr.
Viveka sa ja till kaffe.
Viveka sa ja, hej på dig.
Viveka säger alltid ja.
Viveka svarade ja på om hon fått brevet.
Viveka bekräftade sin adress.
Viveka ser fram emot semestern.
Viveka ser fram emot att höra mer.
Viveka är ombord på färjan.
Viveka hoppade till när jag ringde.
Viveka hänger hos grannen.
Viveka tog emot samtalet.
Viveka tog det lugnt.
Viveka nappade på frågan om en intervju i tidningen.
Viveka medverkar i en film.
Viveka bidrar med bullar på fester.
Viveka följer med sin man till läkaren i dag.
Viveka är taggad på semester.
Viveka mår bra.
Viveka är nöjd.
Viveka fick erbjudandet.
Viveka har fått frågan.
Viveka har fått informationen.
Viveka vet om det.
Viveka är informerad.
Viveka är vidtalad.
Viveka är avklarad.
Viveka är klar med sin utbildning.
Viveka orkar inte ringa själv.
Viveka vill inte bli uppringd på kvällar.
Viveka har inte fått brevet.
Viveka hörde dåligt.
Viveka avstår kött.
Viveka slutade skolan i våras.
Viveka slutade prata när dörrklockan ringde.
Viveka fick förhinder förra gången.
Viveka har flyttat till en ny lägenhet.
Viveka är sjukskriven.
Viveka är gravid.
Viveka är trött.
Viveka är tyvärr änka sedan i våras.
Viveka vägrar prata i mobil.
Viveka backade ut ur garaget när jag ringde.
Viveka stryker skjortor.
Viveka tycker inte om telefoner.
Viveka lyfte frågan om parkering.
Viveka ringde mig.
Viveka har ny mobil.
"""
CHOICES = """
Viveka är perfekt för det här.
Viveka passar bäst för en grupp om bemötande.
Viveka blir jättebra med tanke på att hon själv har varit patient.
Det är fritt fram att kontakta Viveka.
Viveka är rätt person och bor nära.
"""
ANSWERS = """
Viveka är med på stående fot.
Viveka sa ja med en gång.
Viveka kommer gärna på mötet den 12:e.
Viveka ställer upp i vått och torrt, så ja!
Viveka tackade ja i lunchrasten.
"""


@pytest.mark.parametrize("words", NO_CHOICE.strip().splitlines())
def test_what_is_told_of_somebody_picks_nobody(words: str) -> None:
    assert decide(words, LISTED, Stage.PROPOSAL).action not in {Action.APPROVE, Action.REJECT_ALL}


@pytest.mark.parametrize("words", NO_ANSWER.strip().splitlines())
def test_what_is_told_of_a_call_beside_the_matter_is_no_answer(words: str) -> None:
    assert decide(words, LISTED, Stage.CALLS).action is not Action.OUTCOMES


@pytest.mark.parametrize("words", CHOICES.strip().splitlines())
def test_praise_with_its_reason_still_picks(words: str) -> None:
    assert decide(words, LISTED, Stage.PROPOSAL).picks == (2,)


@pytest.mark.parametrize("words", ANSWERS.strip().splitlines())
def test_how_and_when_somebody_said_yes_changes_nothing(words: str) -> None:
    assert dict(decide(words, LISTED, Stage.CALLS).outcomes) == {2: "accepted"}

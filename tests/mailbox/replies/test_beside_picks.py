"""Beside a pick, whatever takes it back, doubts it or hangs it on something is asked about; all else is harmless.

Every line is tried with every way of picking, so that one more way of picking is tried with every line.
"""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Stage

PEOPLE = [
    Candidate(number, name)
    for number, name in enumerate(
        ("Margareta Sandin", "Jamal Haddad", "Kerstin Ahlgren", "Tobias Fors", "Linnea Wikman"), start=1
    )
]
PICKS = (
    "Ja till Jamal och Kerstin",
    "Kör på Jamal och Kerstin",
    "Jamal och Kerstin tack",
    "Vi tar Jamal och Kerstin",
    "Jag går vidare med Jamal och Kerstin",
    "Det blir Jamal och Kerstin",
    "Jamal och Kerstin blir bra",
    "Boka Jamal och Kerstin",
    "Jamal och Kerstin",
    "Jag väljer Jamal och Kerstin",
    "2 och 3",
    "JA 2 3",
    "Jag nappar på Jamal och Kerstin",
    "Låt Jamal och Kerstin göra det",
    "Jamal och Kerstin får följa med",
    "Jag har läst om alla fem och fastnar för Jamal och Kerstin",
    "Du föreslog Margareta, men jag väljer Jamal och Kerstin",
    "De som heter Jamal och Kerstin tar vi",
    "Först tänkte jag Margareta, men nej, det blir Jamal och Kerstin",
    "Jamal för att han är ung och Kerstin för att hon är klok",
    "Jag bjuder in Jamal (han är ung) och Kerstin (hon är klok)",
    "Ingen annan än Jamal och Kerstin",
)
# "…" is the pick.
SPOILT = """
Kanske …
…, kanske.
… eller 4.
…, eller?
… om de kan den dagen.
…, men bara om enheten betalar resan.
…. Eller nej, jag måste tänka på saken.
…. Fast jag vet inte riktigt.
Maria sa: ….
Maria skrev ”…” men jag vill fundera.
…. Nej vänta lite.
…, tror jag.
…. Stämmer det?
…, om inte chefen har invändningar.
I det andra ärendet: ….
…. Hon med hunden också.
… plus någon till.
…. Eller så tar vi Tobias.
… förutsatt att det blir digitalt.
…. Men fråga dem först om de kan.
…, men jag ska stämma av med min chef först.
…. Är det okej?
…, möjligtvis.
…. Jag är dock inte säker.
Antingen … eller ingen alls.
Ska jag skriva ”…” eller vad?
…. Återkommer med slutgiltigt besked.
…. Det är preliminärt.
…. Vad tycker du?
…. Men Jamal är tyvärr sjuk.
…. Jamal har nog inte tid.
…. Kerstin har dock flyttat.
…. Det var vad jag hade tänkt, men nu är jag tveksam.
…. Eller vänta, Linnea?
…. Förutsatt att de inte redan är upptagna.
…. Dock inte Kerstin.
…. Tobias också förresten?
…. Och den nya killen.
…. Kanske Linnea också.
…. Vi behöver bara en.
…. En av dem i alla fall.
…. Välj den du tycker passar bäst.
…. Du får avgöra.
… i första hand, annars Tobias.
… men chefen bestämmer.
…, det tyckte Maria i alla fall.
…. Det var Monicas förslag.
…. Blandar jag ihop dem?
…. Jag kan ha fel.
…. Har jag fattat rätt?
…. Gör inget förrän jag har pratat med enheten.
…. Vänta med att ringa tills jag säger till.
…. Ring inte än.
…. Jag hör av mig om det blir så.
…. Säkert blir det ändrat.
…. Får se vad enheten säger.
…. Enheten ska godkänna först.
…. Om de vill.
…. Ifall de har tid.
…. Om det går.
…. Inte säker på Kerstin.
…. Tobias hade varit bättre egentligen.
…. Eller båda Tobias och Linnea.
…. Jag menar tvärtom.
…. Nej, glöm det.
…. Ångrar mig.
…. Oj, fel lista!
…. Skämt åsido, jag behöver tänka.
…. Ha ha, nej men allvarligt, vilka är det?
…. Vilka är det?
…. Vem är Jamal?
…. Är Kerstin ledig då?
…. Kan Jamal verkligen?
…. Skrev jag det förut?
…. Så skrev jag i går men nu vet jag inte.
… är vad jag skulle välja om jag fick.
… låter det som att enheten vill ha.
… (kanske).
… (om de kan).
… (preliminärt).
… (inte Kerstin).
…, för att de kanske kan.
…, eftersom enheten får bestämma.
…, för då slipper vi Tobias om de kan.
…. Bara en av dem.
… (och Tobias om han kan).
…. De ville ju bara ha en.
"""
HARMLESS = """
…. Hälsa dem.
…. Jag är ledig på fredag.
…. Mötet är på plan 4, rum 12.
…. Kerstin behöver ledsagare.
…. Jamal kör inte bil, så boka taxi.
…. De har lång erfarenhet.
…. Jag känner båda sedan tidigare.
…. Vi bjuder på lunch.
…. Parkering finns på baksidan.
…. Tack för snabb hjälp!
…. Ring mig om du undrar något.
…. Jag nås på 070-174 06 05 efter kl 13.
…. Fakturan skickas till kostnadsställe 4410.
…. Resten sparar vi till nästa gång.
…. De andra får vänta.
…. Övriga är inte aktuella.
…. Tobias var med förra året så han får vila.
…. Linnea är min kusin så henne hoppar vi över.
…. Bra urval!
…. Det var ett lätt val.
…. Det var ett svårt val men nu är det gjort.
…. Enheten blir glad.
…. Kan du ringa dem redan i dag?
…. Kan du meddela enheten?
…. Skicka gärna en bekräftelse.
…. Jag skickar handlingarna i morgon.
…. Här snöar det.
…. Hoppas du haft en fin helg!
…. Vi ses på torsdag!
…. Har du förresten fått min räkning?
…. De kompletterar varandra.
…. Kerstin har suttit i patientnämnden.
…. Det passar dem bra att det är förmiddag.
…. Påminn dem om att ta med legitimation.
…. Tolk behövs för Jamal.
…. Jag har inte träffat Kerstin men hon låter klok.
…. Jag har redan pratat med enheten.
…. Enheten ville ha två.
…. Enheten ville ha två personer så det blir lagom.
…. Vi har budget för det.
…. Arvodet är klart.
…. Alla på teamet håller med.
…. Chefen är informerad.
…. Jag tar semester från den 3 juli.
…. PS. Grattis på födelsedagen!
…. Säg till dem att mötet är digitalt.
…. Digital träff den 14 mars kl 10-12.
…. Det blir två träffar i april.
…. Jag återkommer med dagordning.
Hej igen! Nu har jag läst igenom allt. ….
Sorry för sent svar, har varit sjuk. ….
Jag har funderat lite. ….
Pratade med gruppen i går. ….
Enheten behöver två personer. ….
Efter mycket om och men: ….
Lätt val i dag. ….
Har fått ditt mejl. ….
Bra förslag allihop! ….
Många bra namn. ….
Det är två platser. ….
…. Kul gäng.
… (för att de bor nära).
…, för att de bor nära.
…, eftersom de har varit med förr.
…, den tredje är ju på Mallorca.
… och ingen annan.
…. De skulle ju ha två.
…, ju fler desto roligare.
"""

REFUSALS = ("Ingen av dem", "Nej till alla", "Ingen passar", "Nej tack", "Vi avstår", "Tyvärr passar ingen")
SPOILT_REFUSALS = """
…, kanske.
…. Utom Linnea.
…. Eller Jamal kanske?
…. Fast Linnea då?
…, tror jag.
…. Nej vänta lite.
…. Jag är dock inte säker.
…. Det är preliminärt.
…. Återkommer.
…. Skojar bara!
…. Vad tycker du?
…. Stämmer det?
…, sa chefen.
…. Gör inget än.
I det andra ärendet: ….
"""


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("line", lines(SPOILT))
def test_a_pick_is_asked_about_beside_what_spoils_it(line: str) -> None:
    read = [line.replace("…", pick) for pick in PICKS]
    assert [words for words in read if decide(words, PEOPLE, Stage.PROPOSAL).action is Action.APPROVE] == []


@pytest.mark.parametrize("line", lines(HARMLESS))
def test_a_pick_stands_beside_what_is_harmless(line: str) -> None:
    read = [line.replace("…", pick) for pick in PICKS]
    assert [words for words in read if decide(words, PEOPLE, Stage.PROPOSAL).picks != (2, 3)] == []


@pytest.mark.parametrize("line", lines(SPOILT_REFUSALS))
def test_a_no_to_everybody_is_asked_about_beside_what_spoils_it(line: str) -> None:
    read = [line.replace("…", refusal) for refusal in REFUSALS]
    acts = {Action.APPROVE, Action.REJECT_ALL}
    assert [words for words in read if decide(words, PEOPLE, Stage.PROPOSAL).action in acts] == []

"""What somebody does for themselves, in the words of a call, is no answer and no wish to think."""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Stage

LISTED = (Candidate(1, "Viveka Strand"), Candidate(2, "Rune Blad"), Candidate(3, "Hodan Yusuf"))
OWN_AFFAIRS = """
Rune funderar på att flytta till Spanien.
Rune tänker på henne varje dag.
Rune ska prata på sin dotters bröllop.
Rune kollar på fotboll.
Rune ska kolla på en ny lägenhet.
Rune behöver tid för sig själv.
Rune behöver mer hjälp hemma nu.
Rune ska höra av sig till sin syster.
Rune hör dåligt.
Rune hör inte så bra i telefon.
Rune har lagt av med att röka.
Rune svarade inte på om han har körkort.
Rune svarade inte på brevet från kommunen.
Rune har inget svar på livets gåta.
Rune fick inte tag på en taxi.
Rune kom inte fram till någon lösning på skjutsen.
Rune går inte att stoppa när han pratar.
Rune går inte att ta miste på.
Rune var upptagen av sina blommor.
Rune har upptaget alla sina kvällar med bridge.
Rune väntar på besked om sin operation.
Rune har bestämt sig för att sälja huset.
Rune har inte bestämt sig för vem han ska rösta på.
Rune vet inte var han lagt glasögonen.
Rune vet inte vad han ska laga till middag.
Rune är osäker på benen.
Rune tvekar aldrig att hjälpa en granne.
Rune är inte säker i trafiken längre.
Rune ringer igen om taket, sa hantverkaren.
Rune bad mig hälsa till alla.
Rune bad mig skicka foton.
Rune vill gärna ha foton från förra gången.
Rune vill inte dö än, skojade han.
Rune kan inte sluta prata.
Rune kan inte låta bli att skratta.
Rune orkar mer än vad läkarna trodde.
Rune har inte råd med tandläkaren.
Rune är sjuk av oro för sonen.
Rune avstod från operationen i höstas.
Rune nekades färdtjänst.
Rune sa upp sin lägenhet.
Rune sa upp sig från jobbet i mars.
Rune gick ur facket.
Rune la på luren när vi pratat klart.
Rune lämnade ett meddelande om sin nya adress.
Rune pratade in ett meddelande hos mig i går kväll.
Rune har bytt nummer, det nya är 070-174 06 12.
Rune hälsar att han saknar oss.
Rune står fast vid sin åsikt om sjukhusmaten.
Rune gav sitt medgivande till journalen.
Rune godkände protokollet.
Rune går med på att vi sparar hans uppgifter.
Rune skriver gärna insändare.
Rune ställde upp på bild.
Rune ställde upp i förra valet.
Rune tog över föreningen efter Bo.
Rune har bokat in en resa.
Rune har skrivit upp sig på en kurs.
Rune kommer från ett möte.
Rune kom precis hem när jag ringde.
Rune bidrog med en bra historia.
Rune är positiv till livet.
Rune är intresserad av slöjd.
Rune är nyfiken på dig.
Rune tackade för blommorna.
Rune ser ljust på framtiden.
Rune passar sin hund.
Rune är med på bilden.
Rune är med sin mamma på sjukhuset.
Rune var med sist.
Rune är på landet.
Rune är på gott humör.
Rune är på väg.
Rune är nöjd med svaret.
Rune är glad för sin nya hund.
Rune är tacksam för att någon lyssnar.
Rune är kvar på boendet.
Rune har varit på sjukhus.
Rune har åkt hem.
Rune har fått svar från läkaren.
Rune har ställt frågan till enheten.
Rune har sagt sitt.
Rune har sagt ja till att gifta sig.
Rune har lovat sina barn att sluta röka.
Rune har inte ändrat sig om maten.
Rune hade en fråga om parkering.
Rune hade gärna pratat längre.
Rune hade svarat på enkäten.
Rune vill att ni fixar hissen.
Rune vill bli kallad Runken.
Rune vill ha kontakt med en kurator.
Rune vill hellre ha brev.
Rune kan sin sak.
Rune kan allt om bilar.
Rune kan komma ihåg hur det var 1960.
Rune kan bara gå med rullator.
Rune får hem mat.
Rune får besök på onsdag.
Rune får färdtjänst beviljad.
Rune ska fylla 80.
Rune ska med på resan.
Rune ska vara ledig i juli.
Rune skulle aldrig svika sina vänner.
Rune skulle till tandläkaren.
Rune kommer alltid för sent.
Rune kommer att bli farfar.
Rune kommer till oss på fika på fredag.
Rune kommer nog bra överens med de andra.
Rune tog det med ro.
Rune tog tacksamt emot informationen.
Rune tog illa upp.
Rune tog numret till växeln.
Rune gav mig ett bra recept.
Rune gav upp sin plats på bussen.
Rune fick ett bra intryck av oss.
Rune fick nej på sin ansökan.
Rune fick ja på sin ansökan.
Rune bad om ursäkt för sist.
Rune bad om nya glasögon.
Rune blev avbruten av dörrklockan.
Rune blev ledsen.
Rune blev medlem i hyresgästföreningen.
Rune missade bussen.
Rune missförstod mig.
Rune nekar till att ha fått brevet.
Rune drar sig för att åka buss.
Rune drog efter andan.
Rune lade ner tidningen.
Rune lade ner sin firma.
Rune slutar jobba i maj.
Rune slutade äta kött.
Rune hoppade över frukosten.
Rune hoppade högt.
Rune hängde på sig jackan.
Rune följer debatten.
Rune följer med i nyheterna.
Rune stod i kö.
Rune stod för notan.
Rune höll med mig.
Rune höll på sin rätt.
"""
NO_CHOICE = """
Rune är den jag känner bäst.
Rune är en favorit i vår bokcirkel.
Rune är godkänd för färdtjänst.
Rune är aktuell för en ny medicin.
Rune är lämplig för motorcykel.
Rune är med på listan, ser jag.
Rune är utvald till årets kommuninvånare.
Rune är vår kassör.
Rune blev vald till ordförande i går.
Rune blev bra på fotot.
Rune blir bäst i morgonljus.
Rune blir pensionär i vår.
Rune blir vår nya granne.
Rune fungerar bäst efter lunch.
Rune funkar inte i grupp.
Rune har valt oss.
Rune har röstat.
Rune håller föredrag på torsdag.
Rune håller jag högt.
Rune kommer jag ihåg.
Rune kommer på fredag och hämtar nycklarna.
Rune kan vi räkna bort, eller?
Rune låter jag dig bedöma.
Rune lämnar jag åt dig.
Rune måste jag kolla upp.
Rune nämnde du inte sist.
Rune och jag har känt varandra i tio år.
Rune passade bra förra året.
Rune platsar i landslaget.
Rune ringde jag i går.
Rune satt i rådet i fjol.
Rune satsar på sin hälsa.
Rune skickar sin hälsning.
Rune tackade nej sist.
Rune tar emot besök.
Rune tar medicin klockan tolv.
Rune tar tid på sig.
Rune tar plats i rummet.
Rune tycker jag synd om.
Rune tänker jag ofta på.
Rune undrar jag över.
Rune uppfyller kraven på diagnos.
Rune vann på lotto.
Rune vet jag inget om.
Rune vill jag veta mer om.
Rune vill jag prata med först.
Rune väljer alltid fel kö.
Välj mellan Rune och Viveka åt mig.
Ta Rune eller Viveka.
Ta det lugnt med Rune.
Tack för tipset om Rune.
Tack för Rune.
Ja, Rune känner jag.
Ja, så är det med Rune.
Ja, nu ser jag Rune.
Ja det är Rune som har hund.
Nej, Rune har ingen hund.
Nej, det var Viveka som hade hund.
Nej, inte vad jag vet.
Nej, det minns jag inte.
Nej det går bra, tack.
Okej, då vet jag om Rune.
Okej, och Rune då?
Visst var Rune med sist?
Gärna mer om Rune.
Absolut inte fel med Rune.
Perfekt, då har jag fått listan.
Bra lista!
Toppen, jag läser i kväll.
Låter bra, jag återkommer.
Rune tar hand om sin fru.
Rune tar gärna en kopp kaffe.
Rune får gärna ringa mig.
Rune kör Viveka till mötet.
Rune är med i en annan grupp.
Rune går bra att nå på kvällen.
Rune går vidare till final i boule.
Vi tar Rune på orden.
Vi tar Rune till sjukhuset på onsdag.
Vi valde Rune sist.
Vi hade valt Rune om han bodde närmare.
Vi borde ha valt Rune.
Skulle vi välja Rune?
Man skulle kunna välja Rune.
Jag kan tänka mig Rune.
Jag har tänkt på Rune.
Jag hör med Rune vad han tycker.
Jag ska fråga Rune själv.
Jag frågade Rune igår och han vill.
Rune har frågat efter Viveka.
Rune är bättre nu.
Rune är bäst på korsord.
Rune är på bättringsvägen.
Rune har rätt.
Rune har alldeles rätt i det han säger om vården.
Rune är rätt och slätt en trevlig karl.
Rune är klar med sina uppdrag.
Rune är välkommen åter när han vill.
Rune får vänta.
Rune får väl säga ifrån själv.
Rune låter stressad.
Rune ser trött ut på bilden.
Rune ser bra ut i kostym.
Bra att du tog med Rune.
Bra med Rune på listan.
Kul med Rune!
Rune och Viveka är gifta.
Rune och Viveka passar ihop.
Rune vore något det.
Rune, är det han i Borås?
Jag gillar både Rune och Viveka.
Rune har vi haft förut.
Rune har vi haft med förut och det gick bra.
Det gick bra med Rune sist.
Det går bra för Rune nu.
Alla är kompetenta.
Alla är lika bra.
Ingen har ringt mig.
Ingen brådska med svar.
Ingen av dem har jag träffat.
Ingen fara!
Nej, jag har inte hunnit titta.
Nej nu blev det fel.
Nej men så roligt med så många!
Inte än.
Inte idag.
Rune sist på listan var en överraskning.
Rune ersatte Viveka förra gången.
Hellre Rune än ingen.
Rune får komma på intervju först.
Rune kontaktade oss i våras.
Boka rum 3 till mötet.
Vi behöver 2 stolar till.
Har du 1 minut över?
Ring mig på 3:an.
Kan 2 av dem dela bil?
"""
OF_THE_CALL = """
call_again	Rune vill fundera på saken till måndag.
call_again	Rune tänker på det över helgen.
call_again	Rune vill kolla på sitt schema först.
call_again	Rune väntar på besked från jobbet.
call_again	Rune ville först prata med sin son om skjutsen.
call_again	Rune har inte bestämt sig för om han orkar än.
no_answer	Rune svarade inte på mitt sms heller.
no_answer	Rune svarar inte på numret.
no_answer	Jag kom inte fram till Rune på mobilen.
no_answer	Det går inte att nå Rune.
no_answer	Lämnade ett meddelande hos Rune.
declined	Rune har inte råd med resan, så nej.
declined	Rune har sagt upp sig från banken.
"""


@pytest.mark.parametrize("words", OWN_AFFAIRS.strip().splitlines())
def test_a_verb_of_the_call_with_another_object_is_asked_about(words: str) -> None:
    assert decide(words, LISTED, Stage.CALLS).action is not Action.OUTCOMES


@pytest.mark.parametrize("words", NO_CHOICE.strip().splitlines())
def test_what_is_told_of_somebody_in_the_words_of_a_choice_is_asked_about(words: str) -> None:
    assert decide(words, LISTED, Stage.PROPOSAL).action not in {Action.APPROVE, Action.REJECT_ALL}


@pytest.mark.parametrize("row", OF_THE_CALL.strip().splitlines())
def test_a_verb_of_the_call_with_an_object_of_the_call_stands(row: str) -> None:
    outcome, words = row.split("\t")
    assert dict(decide(words, LISTED, Stage.CALLS).outcomes) == {2: outcome}

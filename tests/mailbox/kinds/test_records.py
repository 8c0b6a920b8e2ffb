"""Who asks for public documents is recognised (TF 2 kap.); who only mentions documents is not."""

import pytest

from medverkan.mailbox.kinds.records import asks_for_records

ASKS = [
    "Hej! Jag vill ta del av de förfrågningar som kommit från psykiatrin i år.",
    "Utlämning av handling: jag önskar beslutet om Intressebanken från 2021.",
    "Vi begär att omgående få handlingarna i F-2026-0012.",
    "Hej jag undrar vilka handlingar ni har om arvoden och hur jag får ut dem",
    "Begäran om allmän handling",
    "Jag begär att få ta del av samtliga förfrågningar som kommit in till er under 2026.",
    "Hej, jag är reporter på Lokalbladet och begär ut er korrespondens med kommunen.",
    "Med stöd av offentlighetsprincipen vill jag ta del av diariet för januari.",
    "Jag vill ha ut listan över vilka verksamheter som har frågat er.\nMed hänvisning till offentlighetsprincipen.",
    "Jag hemställer om utlämnande av protokoll från styrgruppen.",
    "Härmed begärs följande allmänna handlingar ut: avtal, arvodesbeslut.",
    "Kan jag få en kopia av diarielistan för 2026? Jag är journalist.",
    "Enligt tryckfrihetsförordningen 2 kap har jag rätt att ta del av handlingen.",
    "Vi på Assistanskoll önskar få ta del av alla fakturor som rör Intressebanken.",
    "Jag skulle vilja begära ut mejlväxlingen mellan er och Region Exempel.",
    "Om ni avslår min begäran vill jag ha ett skriftligt överklagbart beslut. Det gäller handlingar om arvoden.",
    "This is a freedom of information request. Please send me all documents about fees.",
    "I hereby request access to public records under the Swedish principle of public access.",
    "Jag vill få ut samtliga handlingar i ärende F-2027-0003.",
    "Skicka gärna handlingarna digitalt. Begäran görs enligt offentlighets- och sekretesslagen.",
    "Hej! Jag undrar om jag kan få ta del av era protokoll från 2026. Det är för en granskning i tidningen.",
    "Hej, jag skulle behöva få ut kommunens avtal med er.",
    "Kan ni maila över alla mejl mellan er och Nybro kommun från oktober?",
    "Vi på Barometern vill se vad ni betalat i arvoden 2026.",
    "Jag önskar ta del av besluten om arvoden.",
    "Jag vill ha listan över vilka som har begärt folk, det är offentlig handling.",
    "Begäran enligt 2 kap. tryckfrihetsförordningen",
    "Jag vill begära ut handlingar.",
    "Please provide all records concerning payments to participants under the Freedom of Information Act.",
    "Jag är student och vill gärna få tillgång till inkomna förfrågningar för min uppsats, som allmän handling.",
    "Jag begär härmed utdrag ur diariet avseende Intressebanken.",
    "Kan ni lämna ut era minnesanteckningar från referensgruppen?",
    "Jag vill läsa protokollen från era möten, de är väl offentliga?",
    "Jag vill se breven som regionen har skickat till er. Ni är en myndighet så det går väl att få kopior?",
    "Nej, jag vill ha själva handlingarna. Lämna ut diariet och listan över utbetalningar.",
    "Jag behöver inte uppge vem jag är. Skicka handlingarna hit.",
]
MENTIONS = [
    "Erfarenhet: har fått ett skriftligt beslut om stöd i hemmet.",
    "Skicka gärna handlingar till mig per post, jag har ingen dator.",
    "Jag skulle vilja ha en kopia av mitt samtycke.",
    "Kan jag få ta del av resultatet av enkäten?",
    "Vi behöver två som kan läsa protokoll och ta ställning.",
    "Gruppen ska granska journalen på nätet och ge synpunkter på beslut om vård.",
    "Deltagarna får ta del av handlingar en vecka innan mötet.",
    "Vi skickar ut handlingarna i god tid.",
    "Vi vill ta del av patienternas erfarenheter av journalen.",
    "Kan ni skicka handlingarna inför mötet?",
    "E-post till kommunen blir allmän handling och kan komma att lämnas ut enligt offentlighetsprincipen.",
    "Tänk på att mejl till oss är allmänna handlingar.",
    "Uppdraget: läsa handlingar och lämna synpunkter på informationen om offentlighetsprincipen.",
    "Vi vill ta del av gruppens synpunkter på hur vi lämnar ut journaler.",
    "Önskad erfarenhet: har begärt ut sin journal.",
    "Vi begär två personer till en fokusgrupp.",
    "Fokusgrupp om hur det är att begära ut allmänna handlingar hos oss.",
    "Jag har tagit del av informationen om personuppgifter",
    "Tack för handlingarna, jag har läst protokollet.",
    "Vi vill gärna ta del av era erfarenheter av dokumentation.",
    "Vi söker personer som har varit med om att man begär ut handlingar och inte får svar.",
    "Beskrivning: samtal om hur vi hanterar en begäran om allmän handling.",
    "Uppgifter i mejl kan lämnas ut enligt offentlighetsprincipen. Läs mer på vår webbplats.",
    "Kan vi få se lokalen innan?",
    "Kan vi få ta del av deltagarnas synpunkter i ett protokoll?",
    "Vi behöver få ut informationen i tid.",
    "Kan ni skicka ut uppdragsbeskrivningen till deltagarna?",
    "Jag vill ta del av ert material om Intressebanken.",
    "Vi skickar dokumenten i förväg. Deltagarna ska läsa handlingarna.",
    "Jag vill se om ni har någon som passar.",
    "Kan du skicka avtalet så skriver jag på?",
    "Vad händer med mina uppgifter, blir de allmän handling?",
    "Går det att få statistik över hur många som har erfarenhet av stroke?",
    "Kan ni mejla underlaget inför fokusgruppen?",
    "Får vi ut arvodet för dagen?",
    "Ja, uppgifterna får lämnas ut till verksamheten.",
    "Vi är en myndighet och vill ha en offentlig dialog med patienter.",
    "Deltagarna behöver inte uppge vem de är i enkäten.",
    "Kan ni skicka avtalet så att vi kan skriva under?",
]


@pytest.mark.parametrize("words", ASKS)
def test_who_asks_for_documents_is_recognised(words: str) -> None:
    assert asks_for_records(words)


@pytest.mark.parametrize("words", MENTIONS)
def test_who_only_mentions_documents_is_not(words: str) -> None:
    assert not asks_for_records(words)

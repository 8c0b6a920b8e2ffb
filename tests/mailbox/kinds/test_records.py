"""Who asks for public documents is recognised (TF 2 kap.); who only mentions documents is not."""

import pytest

from medverkan.mailbox.kinds.records import asks_for_records

ASKS = [
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
]
MENTIONS = [
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
    "Kan ni skicka avtalet så att vi kan skriva under?",
]


@pytest.mark.parametrize("words", ASKS)
def test_who_asks_for_documents_is_recognised(words: str) -> None:
    assert asks_for_records(words)


@pytest.mark.parametrize("words", MENTIONS)
def test_who_only_mentions_documents_is_not(words: str) -> None:
    assert not asks_for_records(words)

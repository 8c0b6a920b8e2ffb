"""What one sentence of a request says: when, where, who, how many, why, who writes, and what is said in passing."""

from datetime import UTC, datetime
from typing import Any

import pytest

from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.prose.letters import prose_form
from medverkan.mailbox.values import Form, Kind
from tests.mailbox.corpus.comparing import is_right

WHEN = datetime(2027, 1, 12, 8, tzinfo=UTC)
WHO = "Hej! Vi på njurmottagningen i Region Norrvik söker två patienter som har haft dialys till en fokusgrupp."


def read(text: str, sender: str = "Kim Ek") -> Form | None:
    return prose_form(Segment(lines_of(text), sender, "kim@region.example", own=True), "Hej", WHEN)


def fields(text: str, sender: str = "Kim Ek") -> dict[str, Any]:
    form = read(text, sender)
    assert form is not None, text
    assert form.kind is Kind.REQUEST, text
    return dict(form.fields)


def says(key: str, got: dict[str, Any], *wanted: Any) -> None:
    if wanted == (None,):
        assert key not in got, got[key]
    else:
        assert key in got, f"no {key}"
        assert is_right(key, got[key], wanted), got[key]


@pytest.mark.parametrize(
    ("said", "when"),
    [("Vi ses torsdagen den 4 mars kl 13–15 i vårt väntrum, kaffe finns.", "torsdagen den 4 mars kl 13–15"),
     ("Träffen blir i Folkets hus onsdag 10 februari mellan 9 och 11.30 och leds av vår chef.",
      "onsdag 10 februari mellan 9 och 11.30"),
     ("Gruppen kommer att ses den 2 mars, den 9 mars och den 16 mars klockan 17 hos oss.",
      "den 2 mars, den 9 mars och den 16 mars klockan 17"),
     ("Det hela pågår vecka 9 och tar ungefär en timme av er tid.", "vecka 9"),
     ("Vi träffas varannan onsdag kl 14-15.30 från den 3 mars till den 26 maj i sal B.",
      "varannan onsdag kl 14-15.30 från den 3 mars till den 26 maj"),
     ("Mötet är tänkt till någon eftermiddag i början av april på sjukhuset.",
      "någon eftermiddag i början av april"),
     ("8/3 eller 10/3, eftermiddag, ca 2 tim.", "8/3 eller 10/3, eftermiddag, ca 2 tim"),
     ("Intervjuerna görs när som helst mellan den 1 och den 12 mars över telefon.",
      "när som helst mellan den 1 och den 12 mars"),
     ("Första gången är måndag 1 februari kl. 16.00 och sedan ses vi en gång i månaden.",
      "Första gången är måndag 1 februari kl. 16.00 och sedan ses vi en gång i månaden"),
     ("Gruppen träffas två timmar, 15 och 24 februari kl. 9, hos oss.", "15 och 24 februari kl. 9"),
     ("Mötet är fredag den 29 januari, halv nio till tolv, hos oss.", "fredag den 29 januari, halv nio till tolv"),
     ("Träffen är för unga mellan 13 och 16 år och hålls den 4 mars kl 16.", "den 4 mars kl 16"),
     ("Vi ses på Solgården den 8 mars.", "den 8 mars"),
     ("Det är på torsdag nästa vecka kl 9 som vi sitter i Asken.", "på torsdag nästa vecka kl 9")],
)  # fmt: skip
def test_when_is_the_words_that_tell_when(said: str, when: str) -> None:
    says("when_text", fields(f"{WHO} {said} Hör gärna av er."), when)


@pytest.mark.parametrize(
    ("said", "place", "form"),
    [("Vi ses den 4 mars kl 13 i Folkets hus i Berga eller via Teams.", "i Folkets hus i Berga eller via Teams",
      "hybrid"),
     ("Mötena hålls omväxlande på hälsocentralen i Tuna och digitalt.", "hälsocentralen i Tuna och digitalt",
      "hybrid"),
     ("Den 4 mars kl 13 i Kungssalen, Storgatan 4.", "Kungssalen, Storgatan 4", None),
     ("Man kan vara med på plats i Vimarby eller på distans.", "på plats i Vimarby eller på distans", "hybrid"),
     ("Intervjun görs hemma hos personen eller i vårt samtalsrum.", "hemma hos personen eller i vårt samtalsrum",
      None),
     ("Testet görs på bussgaraget i Lindås den 6 mars kl 10.", "bussgaraget i Lindås", None),
     ("Vi samlas den 4 mars i rum Granen på Solgården.", "rum Granen på Solgården", None),
     ("Allt sker digitalt via Zoom den 4 mars kl 13.", "digitalt via Zoom", "remote"),
     ("Gruppen går en runda och tittar på Ekgatan 12.", "Ekgatan 12", None),
     ("Den görs hemma när man vill.", "hemma", None)],
)  # fmt: skip
def test_the_place_is_told_whole_and_two_ways_are_hybrid(said: str, place: str, form: str | None) -> None:
    got = fields(f"{WHO} {said} Hör gärna av er.")
    bare = place.removeprefix("i ").removeprefix("på ").removeprefix("digitalt via ")
    says("place", got, place, bare, f"i {place}", f"på {place}")
    if form is not None:
        assert got.get("format") == form


@pytest.mark.parametrize(
    ("who", "people"),
    [("fyra brukare och fyra föräldrar", 8), ("en patient och en närstående", 2), ("två vuxna med adhd", 2),
     ("sex personer, tre som har diabetes och tre som är närstående till någon med diabetes", 6),
     ("fem personer till ett råd, två brukare och tre anhöriga", 5), ("en handfull patienter", None),
     ("två kvinnor och två män som fått en stroke", 4), ("6 eller 8 brukare", None), ("ett tiotal patienter", None),
     ("tre unga vuxna med erfarenhet av bup", 3), ("två tjejer som gått på ungdomsmottagningen", 2),
     ("fyra personer, varav minst en närstående, som mött hemsjukvården", 4)],
)  # fmt: skip
def test_people_are_summed_as_they_are_told(who: str, people: int | None) -> None:
    got = fields(f"Hej! Vi på kvalitetsenheten i Norrviks kommun söker {who} till en workshop om bemötande den 4 mars.")
    assert got.get("people_wanted") == people


@pytest.mark.parametrize(
    ("text", "people"),
    [("Vi är tre läkare och en kurator. I gruppen vill vi ha två personer utifrån: en patient som fått strålning och "
      "en närstående.", 2),
     ("Kan tre patienter som har opererat knät läsa vår nya broschyr och säga vad de tycker?", 3),
     ("Jag har tänkt bjuda in någon som har haft en stroke och som kan berätta om rehabiliteringen.", 1),
     ("Innan dess vill vi att tolv patienter med tandvårdsrädsla testar enkäten.", 12),
     ("Skulle två personer som har hemtjänst kunna komma till vår planeringsdag?", 2),
     ("Vi hade hoppats på fyra brukare med erfarenhet av boendestöd i vår referensgrupp.", 4),
     ("Till workshopen skulle det passa bra med tre närstående till någon med demens.", 3)],
)  # fmt: skip
def test_there_are_many_ways_to_seek(text: str, people: int) -> None:
    got = fields(f"Hej! Kliniken för rehabilitering i Region Norrvik gör om sin information. {text} Vi hör av oss mer.")
    assert got.get("people_wanted") == people


@pytest.mark.parametrize(
    ("who", "perspectives"),
    [("tre personer som själva har hemtjänst, eller som är anhöriga till någon som har det", ["brukare", "närstående"]),
     ("två brukare eller närstående", ["brukare", "närstående"]),
     ("fyra personer: två som bor på äldreboende och två som har en förälder där", ["brukare", "närstående"]),
     ("tre föräldrar vars barn har diabetes", ["närstående"]), ("två tonårsföräldrar", ["närstående"]),
     ("någon som har en son med anorexi", ["närstående"]), ("fyra vuxna barn till äldre med demens", ["närstående"]),
     ("en mormor eller farmor till ett barn som har opererats", ["närstående"]),
     ("två som har någon i familjen med bipolär sjukdom", ["närstående"]),
     ("någon som har följt en närstående genom en strålbehandling", ["närstående"]),
     ("en som har opererats hos oss och en som har väntat utanför", ["närstående", "patient"]),
     ("två personer som fått cytostatika och gärna någon som stått bredvid som anhörig", ["närstående", "patient"]),
     ("en man eller kvinna vars partner vårdats för hjärtinfarkt", ["närstående"])],
)  # fmt: skip
def test_perspectives_are_all_that_are_told(who: str, perspectives: list[str]) -> None:
    got = fields(f"Hej! Vi på kvalitetsenheten i Norrviks kommun söker {who} till en workshop den 4 mars kl 13.")
    assert sorted(got.get("perspectives", [])) == perspectives


@pytest.mark.parametrize(
    ("text", "experience"),
    [("Vi vill veta hur det är att söka försörjningsstöd och vill därför intervjua fem personer som har gjort det.",
      "söka försörjningsstöd"),
     ("Vi vill ha två patienter som ordinarie medlemmar i rådet. De ska ha egen erfarenhet av hjärtsvikt.",
      "egen erfarenhet av hjärtsvikt"),
     ("Vi söker sex personer till en dialog, tre som har assistans och tre föräldrar till barn med assistans.",
      "tre som har assistans och tre föräldrar till barn med assistans"),
     ("Vi söker en anhörig till en föreläsning. Temat är vad man gör när någon i familjen får demens.",
      "någon i familjen får demens"),
     ("Vi söker två personer. Det viktiga är att de har legat på intensiven någon gång.",
      "har legat på intensiven någon gång"),
     ("Vi söker två patienter med ulcerös kolit för en fokusgrupp om läkemedel.", "patienter med ulcerös kolit"),
     ("Skulle behöva en person till en händelseanalys. Gärna nån som väntat länge på ambulans.",
      "väntat länge på ambulans")],
)  # fmt: skip
def test_experience_is_what_they_have_lived_through(text: str, experience: str) -> None:
    got = fields(f"Hej! Vi på utvecklingsenheten i Norrviks kommun gör en översyn. {text} Vi hör av oss.")
    bare = experience.removeprefix("patienter med ").removeprefix("har ")
    says("experience", got, experience, bare)


@pytest.mark.parametrize(
    ("said", "purpose"),
    [("Vi vill veta vad som gör att man hör av sig, så att fler gör det i tid.", True),
     ("Det vi vill är att skyltarna ska gå att förstå.", True), ("Broschyren ska göra att fler vågar fråga.", True),
     ("Förhoppningen är att politikerna prioriterar rätt.", True), ("Vi hoppas på svar snart.", False),
     ("På så vis slipper nästa patient samma sak.", True), ("Vi vill ha svar i veckan.", False),
     ("Vi vill inte missa det som betyder mest för dem det gäller.", True),
     ("Jag tror att köerna blir lättare att bära om någon svarar på frågorna.", True),
     ("Vi menar att det blir tydligare om texten svarar på det man undrar.", True),
     ("Vi gör det här eftersom många går hem med frågor.", True),
     ("Tanken är att ingen ska behöva ringa två gånger.", True), ("Vi hoppas att ni kan hjälpa oss.", False)],
)  # fmt: skip
def test_the_purpose_is_what_it_is_good_for(said: str, purpose: bool) -> None:
    says("purpose", fields(f"{WHO} {said} Mötet är den 4 mars kl 13."), said if purpose else None)


@pytest.mark.parametrize(
    ("text", "activity"),
    [("söker tre personer till användartester av vår nya app", "användartester"),
     ("startar ett föräldraråd och söker två föräldrar till barn med autism", "föräldraråd"),
     ("ordnar en workshop den 4 mars. Vi söker två närstående till någon med demens. De ska sitta vid borden",
      "workshop"),
     ("vill att två patienter med astma provläser vårt nya brev", "provläser vårt nya brev"),
     ("söker två patienter med gikt som medforskare i en studie", "medforskare"),
     ("ska göra en film om sepsis och behöver en person som haft sepsis och vill berätta framför kameran",
      "berätta framför kameran"),
     ("söker fyra brukare till en enkätprövning av vår enkät", "enkätprövning"),
     ("söker två brukare till vår trygghetsvandring", "trygghetsvandring")],
)  # fmt: skip
def test_the_activity_is_what_they_take_part_in(text: str, activity: str) -> None:
    says("activity", fields(f"Hej! Vi på utvecklingsenheten i Norrviks kommun {text}. Vi hör av oss mer."), activity)


@pytest.mark.parametrize(
    ("key", "said"),
    [("feedback", "Sammanställningen skickar vi ut till alla som varit med."),
     ("feedback", "Efter varje träff mejlar vi korta minnesanteckningar."),
     ("feedback", "Vad det leder till berättar vi på ett möte i maj."),
     ("feedback", "En månad senare hör vi av oss med vad som blev av förslagen."),
     ("feedback", "De som är med får ta del av slutrapporten."),
     ("preparation", "Handlingar kommer en vecka innan."), ("preparation", "Frågorna får man i förväg."),
     ("preparation", "Texten att läsa mejlas ut tre dagar före."),
     ("preparation", "Första gången blir det en introduktion i hur vi arbetar."),
     ("personal_support", "En kurator finns som stöd under hela träffen."),
     ("personal_support", "Vi kan möta upp vid tåget om någon behöver."),
     ("personal_support", "Det går bra att ta med en vän eller ledsagare."),
     ("personal_support", "En samtalsterapeut finns på plats hela dagen."),
     ("reimbursement", "Alla som svarar får en biobiljett."), ("reimbursement", "Kommunen står för taxi."),
     ("accessibility", "Lokalen har hörslinga och ligger i markplan.")],
)  # fmt: skip
def test_what_is_said_in_passing_is_read(key: str, said: str) -> None:
    says(key, fields(f"{WHO} Mötet är den 4 mars kl 13. {said} Hör gärna av er."), said)


@pytest.mark.parametrize(
    "said",
    ["Vi vill höra hur det var att förbereda sig inför operationen.", "Många saknar stöd när de kommer hem.",
     "Patienterna får i dag ett brev innan besöket.", "I dag får ingen återkoppling efter undersökningen.",
     "Vi frågar om stödet till närstående och om hur man fick resultatet."],
)  # fmt: skip
def test_what_the_care_is_like_is_no_offer_to_who_takes_part(said: str) -> None:
    got = fields(f"{WHO} Mötet är den 4 mars kl 13. {said} Hör gärna av er.")
    assert not {"preparation", "personal_support", "feedback", "accessibility"} & got.keys()


@pytest.mark.parametrize(
    ("text", "unit", "organisation"),
    [("Kommunförbundet Norra Lappland håller en workshop den 4 mars. Vi söker två brukare med erfarenhet av missbruk.",
      None, "Kommunförbundet Norra Lappland"),
     ("Institutionen för omvårdnad vid Sankt Olofs universitet söker två patienter med kol till en fokusgrupp.",
      "Institutionen för omvårdnad", "Sankt Olofs universitet"),
     ("På Ekskolans barn- och fritidsprogram i Tunby kommun läser vi om autism. Vi vill bjuda in två personer med "
      "autism till en föreläsning.", "Ekskolans barn- och fritidsprogram", "Tunby kommun"),
     ("Norra Sörlandsregionen ska bygga nytt. Vi på Lokalförsörjningen söker två brukare av rullstol till en workshop.",
      "Lokalförsörjningen", "Norra Sörlandsregionen"),
     ("Jag fick tips av en kollega på kulturkontoret. Jag är chef på Hemtjänsten Söder i Tunby kommun och söker två "
      "brukare till en fokusgrupp.", "Hemtjänsten Söder", "Tunby kommun"),
     ("Kim här, samordnare på stödboendena i Tunby kommun. Vi söker två brukare till vår temadag.", "stödboendena",
      "Tunby kommun"),
     ("Äldreboendet Almgården i Tunby kommun ska anställa en chef. Vi söker en närstående till intervjuerna.",
      "Äldreboendet Almgården", "Tunby kommun"),
     ("Vi på Sörlands länstrafik, Region Sörland, söker tre personer med rullstol till ett användartest.",
      "Sörlands länstrafik", "Region Sörland")],
)  # fmt: skip
def test_who_writes_is_read_out_of_the_text(text: str, unit: str | None, organisation: str) -> None:
    got = fields(f"Hej! {text} Det är den 4 mars kl 13.")
    says("unit", got, unit)
    says("organisation", got, organisation)


@pytest.mark.parametrize(
    ("signature", "unit", "organisation"),
    [("Kim Ek\nprojektledare, Fastighetsutveckling\nRegion Sörland\n08-465 004 62", "Fastighetsutveckling",
      "Region Sörland"),
     ("Kim Ek, enhetschef\nGruppbostaden Tallen\nTunby kommun", "Gruppbostaden Tallen", "Tunby kommun"),
     ("Kim Ek\nStrateg | Hälsa och välfärd | Tunby kommun\n070-174 06 42 | kim@tunby.example", "Hälsa och välfärd",
      "Tunby kommun"),
     ("/Kim Ek, producent, Kommunikation, Region Sörland, 070-174 06 42", "Kommunikation", "Region Sörland"),
     ("Kim Ek, lärare, 070-174 06 42", None, None)],
)  # fmt: skip
def test_who_writes_is_read_out_of_the_signature(signature: str, unit: str | None, organisation: str | None) -> None:
    got = fields(f"Hej!\n\nVi söker två patienter som har haft dialys till en fokusgrupp den 4 mars.\n\n{signature}")
    says("unit", got, unit)
    says("organisation", got, organisation)
    assert got["contact_name"] == "Kim Ek"

"""What the lead says in the chat and what the bot answers: each dialogue is a list of (said, expected).

"[label]" presses the newest button with that label, "> words" answers the newest message about a case; every expected
text must be in what then reaches the chat.
"""

from pathlib import Path

import pytest

from medverkan.storage.lifecycle import InvitationState, RequestState
from tests.bot.chat.room import room
from tests.bot.town import LEAD, case_of, deliveries

I = InvitationState  # noqa: E741 - as in storage/lifecycle.py
Dialogue = list[tuple[str, list[str]]]

WHOLE_WAY: Dialogue = [
    ("/arenden", ["F-2027-0001: förslag hos utvecklingsledaren", "Föreslagna: 1, 2, 3 och 4."]),
    ("[Gruppen: 1 och 2]", ["1 och 2 är valda.", "Ring nummer 1 och 2.", "ringlista 1"]),
    ("[1 Svarade inte]", ["1 svarade inte. Försök igen tisdag 2 februari."]),
    ("/ringlista", ["F-2027-0001: nummer 1 (senast tisdag 2 februari, ringt 1 gång), nummer 2 (senast onsdag"]),
    ("[1 Ring igen]", ["1 ska ringas igen."]),
    ("[1 Ja]", ["1 har tackat ja.", "lämnas ut om 10 minuter"]),
    ("[2 Nej]", ["2 har tackat nej.", "Det saknas 1 person.", "förslag 1", "2 personer är föreslagna."]),
    ("[Välj 3]", ["3 är vald.", "Ring nummer 3."]),
    ("/arenden", ["samtal pågår", "Att ringa: 3. Har tackat ja: 1. Har tackat nej: 2. Föreslagna: 4."]),
]
BY_WORDS: Dialogue = [
    ("> ja till 1 och 3", ["1 och 3 är valda."]),
    ("> 1 ja, 3 svarade inte", ["1 har tackat ja.", "3 svarade inte.", "om 10 minuter"]),
    ("> 3 nej", ["3 har tackat nej.", "Det saknas 1 person."]),
]
UNDONE: Dialogue = [
    ("[Gruppen: 1 och 2]", ["1 och 2 är valda."]),
    ("[Ångra]", ["1 och 2 är inte valda längre."]),
    ("/angra F-2027-0001", ["Det fanns inget att ångra."]),
    ("F-2027-0001", ["förslag 1", "4 personer är föreslagna."]),
    ("[Gruppen: 1 och 2]", ["1 och 2 är valda."]),
    ("[2 Ja]", ["2 har tackat ja."]),
    ("[1 Ja]", ["1 har tackat ja."]),
    ("[Ångra 2]", ["2 är tillbaka på ringlistan. Inget lämnas ut."]),
    ("/arenden", ["Att ringa: 2. Har tackat ja: 1."]),
    ("/angra f-2027-0001", ["1 är tillbaka på ringlistan. Inget lämnas ut."]),
    ("[2 Ja]", ["2 har tackat ja."]),
    ("> ångra", ["2 är tillbaka på ringlistan."]),
]
STOPPED: Dialogue = [
    ("[Pausa]", ["Ärendet vilar."]),
    ("/arenden", ["Ärendet vilar."]),
    ("[F-2027-0001]", ["4 personer är föreslagna."]),
    ("[Ingen passar]", ["Ska verksamheten få besked att ingen passar?"]),
    ("[Nej, vänta]", ["4 personer är föreslagna."]),
    ("[Ingen passar]", ["Ska verksamheten få besked"]),
    ("[Ja, gör det]", ["Ingen passar. Jag har skrivit det till verksamheten."]),
    ("[Fler]", ["Ärendet har gått vidare (avslutat). Jag har inte gjort något."]),
    ("/arenden", ["Inga ärenden är öppna."]),
    ("/ringlista", ["T-0001: ny person", "T-0004: ny person"]),
]
NOT_UNDERSTOOD: Dialogue = [
    ("hej", ["vilket ärende", "inte gjort något"]),
    ("ja till 1", ["vilket ärende", "inte gjort något"]),
    ("[F-2027-0001]", ["4 personer är föreslagna."]),
    ("> kanske 1 eller 2, vi får se", ["inte säker på vad du menar, och har inte gjort något", "JA 1 3"]),
    ("> ja till 9", ["inte säker"]),
    ("/angra", ["Vilket ärende?"]),
    ("/ÅNGRA", ["Vilket ärende?"]),
    ("/hjälp", ["/ringlista", "Skriv därför nummer"]),
    ("/start", ["/ringlista"]),
    ("/nonsens", ["/ringlista"]),
    ("F-2027-9999", ["vilket ärende"]),
    ("> fråga dem om det går digitalt", ["Frågan har gått till verksamheten."]),
    ("> fler", ["Jag har letat efter fler.", "Jag hittar inga fler. Du kan fortfarande välja nummer 1, 2, 3 och 4."]),
    ("[Välj 2]", ["2 är vald."]),
]
# T-0001 to T-0004 are the calls to the four who are new in the town.
NEW: Dialogue = [
    ("/ringlista", ["T-0001: ny person (senast", "T-0004: ny person"]),
    ("[T-0001 Hur gick det?]", ["T-0001: en ny person att ringa, senast"]),
    ("[T-0001 Svarade inte]", ["T-0001: svarade inte. Försök igen"]),
    ("[T-0001 Ring igen]", ["T-0001: ska ringas igen. Försök igen"]),
    ("[T-0001 Uppringd]", ["T-0001: antecknat, personen är uppringd. Att boka ett möte är nu uppgift T-"]),
    ("[T-0001 Hur gick det?]", ["Den knappen tryckte du på"]),
    ("[T-0002 Hur gick det?]", ["T-0002: en ny person"]),
    ("[T-0002 Vill inte]", ["Då spärras personen genast."]),
    ("[T-0002 Nej, vänta]", ["T-0002: en ny person att ringa"]),
    ("[T-0002 Vill inte]", ["Då spärras personen genast."]),
    ("[T-0002 Ja, spärra]", ["T-0002: personen är spärrad."]),
    ("[T-0002 Uppringd]", ["gäller inte längre"]),
    ("/ringlista", ["T-0003: ny person", "T-0004: ny person"]),
]
DIALOGUES = {
    "somebody new": NEW,
    "the whole way": WHOLE_WAY,
    "by words": BY_WORDS,
    "undone": UNDONE,
    "stopped": STOPPED,
    "not understood": NOT_UNDERSTOOD,
}


@pytest.mark.parametrize("name", DIALOGUES)
def test_a_dialogue(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with room(tmp_path, monkeypatch) as here:
        for said, expected in DIALOGUES[name]:
            answer = here.say(said)
            assert [text for text in expected if text not in answer] == [], f"{said}: {answer}"
            here.world.clock.forward(minutes=1)


def test_a_yes_in_the_chat_is_recorded_told_by_mail_and_delivered_when_its_time_has_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with room(tmp_path, monkeypatch) as here:
        here.say("[Gruppen: 1 och 2]")
        here.say("[1 Ja]")
        assert deliveries(here.play) == []
        assert here.play.letters(LEAD, "lead-outcomes")
        here.world.clock.forward(minutes=10)
        here.world.step()
        assert len(deliveries(here.play)) == 1
        assert "För sent" not in here.say("[1 Ja]")
        assert "för sent" in here.say("[Ångra 1]")
        with here.world.parts.store.reading() as books:
            request = case_of(here.play)
            [member] = [i.member_id for i in books.invitations.of(request) if i.number == 1]
            consent = books.consents.live(member, "release", request.id)
            answers = [event for event in books.audit.of(request_id=request.id) if event.what == "chat-answer"]
        assert consent
        assert (consent.how, consent.by) == ("telefon, besked i chatten", LEAD)
        assert [(event.who, event.detail["by"]) for event in answers] == [("lead", "chat")] * 3


def test_more_people_for_a_case_that_is_delivered_are_not_looked_for_by_chat_or_mail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with room(tmp_path, monkeypatch) as here:
        here.say("[Gruppen: 1 och 2]")
        here.say("> båda tackade ja")
        assert case_of(here.play).state is RequestState.DELIVERED
        assert "Ärendet har gått vidare (kontaktuppgifter lämnade)." in here.say("> fler")
        here.play.answer(here.play.latest(LEAD, "lead-calls"), "FLER")
        assert here.play.latest(LEAD, "lead-echo", "har redan gått vidare (kontaktuppgifter lämnade)")


def test_where_nobody_has_vouched_for_the_unit_a_yes_waits_for_the_lead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with room(tmp_path, monkeypatch, vouched=False) as here:
        here.say("[Gruppen: 1 och 2]")
        answer = here.say("[1 Ja]")
        assert "Innan kontaktuppgifterna lämnas ut måste du svara om verksamhetens adress." in answer
        assert "F-2027-0001: Fråga om verksamhetens adress. Läs mejlet" in answer
        assert "1 är tillbaka på ringlistan" in here.say("[Ångra 1]")
        assert here.states()[1] is I.CALL_AGAIN


def test_where_nobody_fits_the_chat_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with room(tmp_path, monkeypatch, residents=()) as here:
        assert "Jag hittar ingen som passar." in here.chat.sent[-1].text
        assert here.labels() == ["Ingen passar", "Pausa"]
        here.say("[Ingen passar]")
        here.say("[Ja, gör det]")
        assert case_of(here.play).state is RequestState.CLOSED


def test_that_nobody_more_was_found_makes_no_call_button_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with room(tmp_path, monkeypatch) as here:
        here.say("[Gruppen: 1 och 2]")
        calls, button = here.about(), here.nonce("1 Svarade inte")
        here.say("> fler")
        with here.world.parts.store.reading() as books:
            assert [bool(one.matches) for one in books.proposals.of(case_of(here.play))] == [True, False]
        assert "1 svarade inte." in here.say("", press=button)
        assert "2 har tackat nej." in here.say("2 nej", about=calls)

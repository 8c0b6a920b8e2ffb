"""Only what the person wrote in this mail: never the quote, the signature, or what a gateway put there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medverkan.mailbox.mime import parse
from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Action, Candidate, Letter, Part, Stage

LETTER = """Hej Tove!

Barnmottagningen har bett om två personer (F-2027-0042). Jag föreslår:

1. Anna Lindqvist, Växjö – ja till digitala möten
2. Bertil Åkerlund, Ljungby – vill inte resa långt
3. Carin Holmgren, Alvesta – kan med kort varsel

JA 1 3 = gå vidare med 1 och 3
NEJ = ingen passar

Med vänlig hälsning från invånarmedverkans funktionsbrevlåda"""
QUOTED = "\n".join(("> " + line).rstrip() for line in LETTER.split("\n"))
HEADERS_SV = """Från: Invånarmedverkan <inv@region.example>
Skickat: den 18 januari 2027 17:43
Till: Tove Lind <tove.lind@region.example>
Ämne: Förfrågan F-2027-0042 – 3 förslag
"""
PEOPLE = (Candidate(1, "Anna Lindqvist"), Candidate(2, "Bertil Åkerlund"), Candidate(3, "Carin Holmgren"))


def words(text: str) -> str:
    content = text.encode()
    return own_words(Letter(sender_name="Tove Lind", parts=(Part("text/plain", "", "utf-8", content, inline=True),)))


def html_words(html: str) -> str:
    content = html.encode()
    return own_words(Letter(sender_name="Tove Lind", parts=(Part("text/html", "", "utf-8", content, inline=True),)))


@pytest.mark.parametrize(
    "attribution",
    [
        "Den mån 18 jan. 2027 kl 17:33 skrev Invånarmedverkan <inv@region.example>:",
        "Den mån 18 jan. 2027 kl 17:33 skrev Invånarmedverkan <\ninv@region.example>:",
        "Den 2027-01-18 kl. 17:43, skrev Invånarmedverkan:",
        "Den 18 januari 2027 17:43 skrev Invånarmedverkan\n<inv@region.example>:",
        "18 jan. 2027 kl. 15:04 skrev Invånarmedverkan <inv@region.example>:",
        "> 18 jan. 2027 kl. 15:04 skrev Invånarmedverkan <inv@region.example>:\n>",
        "tors 18 jan. 2027 kl 13:30 skrev Invånarmedverkan <inv@region.example>:",
        "Invånarmedverkan skrev 2027-01-18 17:33:",
        "On Mon, Jan 18, 2027 at 5:43 PM Invånarmedverkan <inv@region.example> wrote:",
        "On 18/01/2027 17:43, Invånarmedverkan wrote:",
        "On Mon, 18 Jan 2027, at 17:43, Invånarmedverkan\n<inv@region.example\n> wrote:",
    ],
)
def test_marked_quotes_and_their_attributions_are_taken_off(attribution: str) -> None:
    assert words(f"JA 1 3\n\n{attribution}\n\n{QUOTED}\n") == "JA 1 3"
    assert words(f"JA 1 3\n{attribution}\n{QUOTED}\n\nMvh Tove") == "JA 1 3"


@pytest.mark.parametrize(
    "head",
    [
        HEADERS_SV,
        "________________________________\n" + HEADERS_SV,
        HEADERS_SV.replace("Till:", "Till: Tove\nKopia:"),
        "*Från:* Invånarmedverkan <inv@region.example>\n*Skickat:* den 18 januari\n*Till:* Tove\n*Ämne:* Re: x\n",
        "From: Invånarmedverkan <inv@region.example>\nSent: Monday, January 18, 2027\nTo: Tove\nSubject: x\n",
        "-----Ursprungligt meddelande-----\n" + HEADERS_SV,
        "-----Original Message-----\nFrom: Invånarmedverkan\n",
        "Från:\tInvånarmedverkan\nTill:\tTove Lind\nDatum:\t2027-01-18 17:43\nÄrende:\tFörfrågan\n",
        "Invånarmedverkan ---2027-01-18 17:43:01---Hej Tove!\n",
        "Den 18 januari 2027 17:43 skrev Invånarmedverkan <inv@region.example>:\n",
        "Skriv ditt svar ovanför den här raden\n",
        "-------- Vidarebefordrat meddelande --------\nÄmne: x\n",
        "Börja på vidarebefordrat meddelande:\n\n" + HEADERS_SV,
    ],
)
def test_unmarked_quotes_are_cut_off_whole(head: str) -> None:
    assert words(f"Ta tvåan\n\n{head}\n{LETTER}\n") == "Ta tvåan"


@pytest.mark.parametrize(
    "tail",
    [
        "Mvh Tove",
        "mvh\nTove",
        "MVH / Tove Lind",
        "M.v.h.\n\nTove Lind\nutvecklingsledare\n08-465 004 31",
        "Med vänlig hälsning\n\nTove Lind",
        "Vänliga hälsningar,\nTove",
        "Bästa hälsningar från Tove",
        "Hälsningar Tove",
        "Med vänliga hälsningar\nTove Lind\nRegion Exempel\n352 34 Växjö\nwww.region.example",
        "/Tove",
        "//Tove L",
        "Tove",
        "Tove Lind\nutvecklingsledare\n070-174 06 20",
        "-- \nTove Lind\nTelefon 1 2 3",
        "--\nTove",
        "Skickat från min iPhone",
        "Skickat från Outlook för Android",
        "Hämta Outlook för iOS<https://aka.example/o0ukef>",
        "Skaffa Outlook för iOS",
        "Sent from my Galaxy",
        "Skickat från min Samsung Galaxy-smartphone.",
        "Skickat från E-post för Windows",
        "Ha en fin dag!\nTove",
        "Kind regards\nTove",
        "Mvh Tove\n\nInformationen i detta mejl är avsedd för mottagaren. Svara JA om du fått det av misstag.",
        "Det här meddelandet kan innehålla sekretess. Om du inte är avsedd mottagare, radera det.",
        "Så behandlar vi personuppgifter: https://region.example/gdpr",
    ],
)
def test_signatures_and_disclaimers_are_taken_off(tail: str) -> None:
    assert words(f"Kör på 1 och 2!\n\n{tail}\n\n{HEADERS_SV}\n{LETTER}") == "Kör på 1 och 2!"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("JA 1 3 /Tove", "JA 1 3"),
        ("Ta 2. Mvh Tove", "Ta 2."),
        ("[EXTERN] Var försiktig med länkar i det här mejlet.\n\nJA 2", "JA 2"),
        ("CAUTION: This email originated from outside your organization.\n\nJA 2", "JA 2"),
        ("Ja till 2\n\nMvh Tove\n\nPS. Inte 3!", "Ja till 2\nPS. Inte 3!"),
        ("Vänliga hälsningar\nTove Lind", ""),
        ("", ""),
        ("Tove", "Tove"),
        ("Ja tack, hälsa Anna!", "Ja tack, hälsa Anna!"),
        ("Tack på förhand!", "Tack på förhand!"),
    ],
)
def test_short_mails_keep_their_words(text: str, left: str) -> None:
    assert words(text) == left


def test_an_answer_below_the_quote_counts() -> None:
    assert (
        words(f"Den 2027-01-18 kl. 17:43, skrev Invånarmedverkan:\n{QUOTED}\n\nNummer 3 tack\n\nTove")
        == "Nummer 3 tack"
    )
    assert words(f"{QUOTED}\nNummer 3 tack\n") == "Nummer 3 tack"


def test_answers_between_the_quoted_lines_carry_the_number_above_them() -> None:
    lines = QUOTED.split("\n")
    lines.insert(5, "\nja tack\n")
    lines.insert(7, "nej, inte\nhan")
    lines.insert(9, "\ngärna!\n")
    text = words("\n".join(lines))
    assert text == "1: ja tack\n\n2: nej, inte han\n\n3: gärna!"
    decision = decide(text, PEOPLE, Stage.PROPOSAL)
    assert (decision.picks, decision.rejects) == ((1, 3), (2,))


def test_one_answer_under_a_list_of_several_is_about_no_special_one() -> None:
    text = words("> 1. Anna Lindqvist\n> 2. Bertil Åkerlund\n\nja tack\n")
    assert text == "ja tack"
    assert words("> 2. Bertil Åkerlund\n\nja tack\n") == "2: ja tack"


def test_an_older_answer_in_the_quote_does_not_count() -> None:
    older = "\n".join("> " + line for line in f"NEJ\n\nDen 2027-01-17 kl. 9:00, skrev Inv:\n{QUOTED}".split("\n"))
    assert words(f"Jo, ta 2\n\nDen 2027-01-18 kl. 9:00, skrev Tove Lind:\n{older}") == "Jo, ta 2"


def test_the_rest_of_a_broken_quoted_line_is_no_answer() -> None:
    text = (
        "JA 1\n\n> 1. Anna Lindqvist, Växjö, patient, somatik, har medverkat i enkäter och\nintervjuer\n> 2. Bertil\n"
    )
    assert words(text) == "JA 1"


HTML_LETTER = "<p>Hej Tove!</p><p>1. Anna Lindqvist<br>2. Bertil Åkerlund</p><p>JA 1 3 = gå vidare</p>"


@pytest.mark.parametrize(
    "html",
    [
        f'<div dir="ltr">Ta tvåan</div><br><div class="gmail_quote"><div class="gmail_attr">Den mån skrev X:</div>'
        f'<blockquote class="gmail_quote">{HTML_LETTER}</blockquote></div>',
        f'<div>Ta tvåan</div><div id="Signature"><p>JA 1</p></div><div id="appendonsend"></div><hr>'
        f'<div id="divRplyFwdMsg"><b>Från:</b> Inv</div><div>{HTML_LETTER}</div>',
        f'<div>Ta tvåan</div><div id="ms-outlook-mobile-signature">Skaffa Outlook</div>'
        f'<div id="mail-editor-reference-message-container"><div>{HTML_LETTER}</div></div>',
        f'<p class="MsoNormal">Ta tvåan</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt">'
        f"<p><b>Från:</b> Inv<br><b>Skickat:</b> i går</p></div></div>{HTML_LETTER}",
        f'<p>Ta tvåan</p><div class="moz-signature">-- <br>Tove 1</div><div class="moz-cite-prefix">Den skrev X:</div>'
        f'<blockquote type="cite">{HTML_LETTER}</blockquote>',
        f"<p>Ta tvåan</p><p>Tove</p><hr><p><b>Från:</b> Inv<br><b>Skickat:</b> i går<br><b>Till:</b> T</p>"
        f"{HTML_LETTER}",
        f'<div>Ta tvåan</div><blockquote type="cite"><div>18 jan. 2027 kl. 9 skrev X:</div>{HTML_LETTER}</blockquote>',
        f'Ta tvåan<div class="yahoo_quoted"><div>{HTML_LETTER}</div></div>',
        f"<div>Ta tvåan</div><div>Skriv ditt svar ovanför den här raden</div>{HTML_LETTER}",
    ],
)
def test_html_is_read_by_its_structure(html: str) -> None:
    assert html_words(html) == "Ta tvåan"


def test_html_answers_between_and_below_quotes_stay() -> None:
    html = "<blockquote>1. Anna</blockquote><div>ja</div><blockquote>2. Bertil</blockquote><div>nej</div>"
    assert html_words(html) == "1: ja\n\n2: nej"


def test_html_is_used_when_the_text_part_holds_nothing() -> None:
    parts = (Part("text/plain", "", "", b" \r\n", inline=True), Part("text/html", "", "", b"<p>JA 2</p>", inline=True))
    assert own_words(Letter(parts=parts)) == "JA 2"


def test_attached_text_is_not_what_the_person_wrote() -> None:
    assert own_words(Letter(parts=(Part("text/plain", "svar.txt", "", b"JA 1"),))) == ""


def test_the_quoted_guide_alone_decides_nothing() -> None:
    for text in (QUOTED, f"{HEADERS_SV}\n{LETTER}", f"Mvh Tove\n\n{HEADERS_SV}\n{LETTER}"):
        assert decide(words(text), PEOPLE, Stage.PROPOSAL).action is Action.UNCLEAR


def test_long_and_blank_mails_are_bounded() -> None:
    assert words("\n" * 300_000 + "JA 1") == ""
    assert words("JA 1\n" + "> x\n" * 50_000) == "JA 1"
    assert len(words("x " * 500_000)) <= 64_000


_PIECES = st.sampled_from(
    [
        *(
            "JA 1 3",
            "\n",
            "> ",
            "1. Anna\n",
            "Från: x\n",
            "Skickat: y\n",
            "Till: z\n",
            "skrev Inv:\n",
            "Den 2027 ",
            "Mvh ",
        ),
        *("--\n", "/Tove", "wrote:\n", "<", "____________\n", "\n\n", "nej", "inte 2", "alla utom", "?", "om ", "båda"),
        *(
            "eller",
            "vänta",
            "PS. ",
            "👍",
            "Anna ",
            "resten",
            "de två första ",
            "den andra ",
            "1-3",
            "#",
            "ingen",
            "kl 14",
        ),
    ]
)


@settings(max_examples=200)
@given(st.lists(_PIECES, max_size=25).map("".join), st.sampled_from(list(Stage)))
def test_nothing_makes_reading_or_deciding_raise(text: str, stage: Stage) -> None:
    decision = decide(words(text), PEOPLE, stage)
    assert set(decision.picks) <= {1, 2, 3}
    assert not set(decision.picks) & set(decision.rejects)
    assert set(decision.outcomes) <= {1, 2, 3}
    assert (decision.action is Action.APPROVE) == bool(decision.picks)


@given(st.text(max_size=300), st.sampled_from(list(Stage)))
def test_no_text_makes_deciding_raise(text: str, stage: Stage) -> None:
    assert isinstance(decide(words(text), PEOPLE, stage).action, Action)
    assert isinstance(decide(text, (), stage).action, Action)
    assert isinstance(decide(text, (Candidate(1, ""), Candidate(2, " - ")), stage).action, Action)


@settings(max_examples=80)
@given(st.binary(max_size=500))
def test_no_mail_makes_reading_raise(raw: bytes) -> None:
    assert isinstance(own_words(parse(raw)), str)

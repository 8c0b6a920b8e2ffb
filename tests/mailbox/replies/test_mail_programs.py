"""The quoting styles, banners and sign-offs of mail programs: what they put there is never what the person wrote."""

import pytest

from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Letter, Part

LETTER = """F-2027-0031: förslag (3)

Hej Tove!

Barnmottagningen har bett om 2 personer (F-2027-0031): Råd.

1. Anna Lindqvist, Växjö, 45 år
   + bor nära
2. Bertil Åkerlund, Ljungby
3. Carin Holmgren, Alvesta

JA och nummer, till exempel JA 1 2, så går jag vidare.
NEJ om ingen passar."""
QUOTED = "\n".join(("> " + line).rstrip() for line in LETTER.split("\n"))
ANSWER = "Ja till 2 och 3\n\nInte ettan"


def words(text: str, content_type: str = "text/plain") -> str:
    part = Part(content_type, "", "utf-8", text.encode(), inline=True)
    return own_words(Letter(sender_name="Tove Lind", parts=(part,)))


@pytest.mark.parametrize("signature", ["", "\n\nMvh Tove", "\n\nSkickat från min iPhone", "\n\nTove Lind\nLedare"])
@pytest.mark.parametrize(
    "head",
    [
        (
            "Från: Medverkan <m@region.example> Skickat: den 2 februari 2027 09:14 Till: Tove Lind "
            "<t@region.example> Ämne: F-2027-0031: förslag (3)\n\n"
        ),
        (
            "From: Medverkan <m@region.example> Sent: Tuesday, February 2, 2027 9:14 AM To: Tove Lind"
            " Subject: F-2027-0031\n\n"
        ),
        (
            "Från: Medverkan <m@region.example>\nDatum: tisdag, 2 februari 2027 09:14\nTill: Tove Lind "
            "<t@region.example>\nÄmne: F\n\n"
        ),
        (
            '------ Originalmeddelande ------\nFrån "Medverkan" <m@region.example>\nTill "Tove Lind" '
            "<t@region.example>\nDatum 2027-02-02 09:14:11\nÄmne F-2027-0031: förslag (3)\n\n"
        ),
        (
            '------ Original Message ------\nFrom "Medverkan" <m@region.example>\nTo "Tove Lind" '
            "<t@region.example>\nDate 02/02/2027 09:14:11\nSubject F-2027-0031\n\n"
        ),
        (
            '------ Originalmeddelande ------\nFrån: "Medverkan" <m@region.example>\nTill: Tove\nSkickat:'
            " 2027-02-02 09:14:11\nÄmne: F\n\n"
        ),
        (
            "-------- Originalmeddelande --------\nFrån: Medverkan <m@region.example>\nDatum: 2027-02-02"
            " 09:14 (GMT+01:00)\nTill: Tove\nRubrik: F\n\n"
        ),
        (
            "-------- Original message --------\nFrom: Medverkan <m@region.example>\nDate: 02/02/2027 09:14"
            " (GMT+01:00)\nTo: Tove\nSubject: F\n\n"
        ),
        (
            "________________________________\nFrån: Medverkan <m@region.example>\nSkickat: Tuesday, February"
            " 2, 2027 9:14:11 AM\nTill: Tove Lind\nÄmne: F\n\n"
        ),
        (
            "_____________________________\nFrom: Medverkan <m@region.example>\nSent: tisdag, februari 2,"
            " 2027 9:14 fm\nSubject: F\nTo: Tove Lind\n\n"
        ),
        "Från: Medverkan\n\nSkickat: den 2 februari 2027 09:14\n\nTill: Tove Lind\n\nÄmne: F\n\n",
        (
            "**Från:** Medverkan <m@region.example>\n**Skickat:** den 2 februari 2027 09:14\n**Till:**"
            " Tove\n**Ämne:** F\n\n"
        ),
        "----- Vidarebefordrat meddelande -----\nFrån: Medverkan\n\n",
        (
            "---------- Forwarded message ---------\nFrån: Medverkan <m@region.example>\nDate: tis 2 feb."
            " 2027 kl 09:14\nSubject: F\nTo: <t@region.example>\n\n"
        ),
        "Skickat: den 2 februari 2027 09:14\nFrån: Medverkan <m@region.example>\nTill: Tove\nÄmne: F\n\n",
        "Sänt: den 2 februari 2027 09:14\nFrån: Medverkan\nTill: Tove\nÄmne: F\n\n",
        "Avsändare: Medverkan <m@region.example>\nSkickat: den 2 februari 2027\nMottagare: Tove\nÄmne: F\n\n",
        "Från: Medverkan\nSvara till: x\nSkickat: i dag\nTill: Tove\nÄmne: F\n\n",
        "-----Ursprungligt meddelande-----\n",
        "Den tis 2 feb. 2027 09:14Medverkan <m@region.example> skrev:\n\n",
        "Medverkan <m@region.example> skrev den tis 2 feb 2027 09:14:\n\n",
        "2 feb. 2027 kl. 09:14 skrev Medverkan <m@region.example>:\n\n",
        "På tis, feb 2, 2027 at 9:14 AM Medverkan <m@region.example> skrev:\n\n",
    ],
)
def test_a_quote_without_marks_is_cut_at_its_head(head: str, signature: str) -> None:
    assert words(f"{ANSWER}{signature}\n\n{head}{LETTER}") == ANSWER


@pytest.mark.parametrize(
    "attribution",
    [
        "tis 2 feb. 2027 kl 09:14 skrev Medverkan <m@region.example>:",
        "Den tis 2 feb. 2027 kl 09:14 skrev Medverkan <m@region.example>:",
        "Den tis 2 feb. 2027 kl 09:14 skrev Medverkan via Region Exempel\n<\nm@region.example>:",
        "On Tue, Feb 2, 2027 at 9:14 AM Medverkan <m@region.example> wrote:",
        "On Tue, Feb 2, 2027 at 9:14\u202fAM Medverkan <m@region.example>\nwrote:",
        (
            "On Tue, Feb 2, 2027 at 9:14 AM, Medverkan <[m@region.example](mailto:On Tue, Feb 2, 2027 at"
            " 9:14 AM, Medverkan <<a href=)> wrote:"
        ),
        "Den tisdag 2 februari 2027 kl. 09:14 skrev Medverkan <m@region.example> följande:",
        "On Tuesday, February 2nd, 2027 at 9:14 AM, Medverkan <m@region.example> wrote:",
        "Den tisdag 2 februari 2027 kl. 09:14, Medverkan <m@region.example> skrev:",
        "-------- Original Message --------\nOn 2/2/27 9:14 AM, Medverkan <m@region.example> wrote:",
        (
            "------- Original Message -------\nOn Tuesday, February 2nd, 2027 at 09:14, Medverkan "
            "<m@region.example> wrote:\n"
        ),
        "-------- Originalmeddelande --------\nDen 2027-02-02 09:14, Medverkan <m@region.example> skrev:",
        "2027-02-02 09:14 skrev Medverkan:",
        "Medverkan <m@region.example> skrev: (2 februari 2027 09:14:11 CET)",
        "Am 02.02.2027 um 09:14 schrieb Medverkan <m@region.example>:",
        "Den 2. feb. 2027 kl. 09.14 skrev Medverkan <m@region.example>:",
        "Den tis 2 feb. 2027 09:14Medverkan <m@region.example> skrev:",
        "På tis, 2 feb 2027 kl. 09:14 skrev Medverkan <m@region.example>:",
        "Citerar Medverkan <m@region.example>:",
        "Quoting Medverkan <m@region.example>:",
        "På 2 feb. 2027 kl. 09:14 CET, Medverkan <m@region.example>, skrev:",
        "On 2 Feb 2027 at 09:14 +0100, Medverkan <m@region.example>, wrote:",
        "Den 2 feb. 2027 09:14 +0100, Medverkan <m@region.example>, skrev:",
    ],
)
def test_a_marked_quote_is_taken_off_above_and_below(attribution: str) -> None:
    assert words(f"{ANSWER}\n\n{attribution}\n{QUOTED}") == ANSWER
    assert words(f"{ANSWER}\n\n{attribution}\n\n{QUOTED}\n\n") == ANSWER
    assert words(f"{attribution}\n{QUOTED}\n\n{ANSWER}\n\nMvh Tove") == ANSWER


@pytest.mark.parametrize(
    "banner",
    [
        "EXTERNT MEJL",
        "[EXTERN]",
        "[EXTERNT]",
        (
            "CAUTION: This email originated from outside of the organization. Do not click links or open"
            " attachments unless you recognize the sender."
        ),
        "EXTERNT MEJL: Klicka inte på länkar om du inte känner avsändaren.",
        "OBS! Detta mejl kommer från en extern avsändare.",
        "***EXTERNT MEJL*** Var försiktig",
        "Extern e-post",
        "Du får inte ofta e-post från m@region.example. Läs mer om varför det är viktigt",
        "⚠ EXTERN AVSÄNDARE",
        "This message was sent from outside your organization",
        "VARNING! Mejlet kommer utifrån. Öppna inte bilagor från okända avsändare.",
        ("[You don't often get email from m@region.example. Learn why this is important at https://aka.example/x ]"),
        "Det här mejlet kommer från någon utanför Region Exempel.",
        "ZjQcmQRYFpfptBannerStart\nThis Message Is From an External Sender\nZjQcmQRYFpfptBannerEnd",
    ],
)
def test_a_banner_of_the_gateway_goes_and_the_words_beside_it_stay(banner: str) -> None:
    assert words(f"{banner}\n\n{ANSWER}") == ANSWER
    assert words(f"{banner}\n{ANSWER}") == ANSWER
    assert words(f"{ANSWER}\n\n{banner}") == ANSWER


@pytest.mark.parametrize(
    "sign_off",
    [
        "Skickat från Proton Mail för iOS",
        "Sent with Proton Mail secure email.",
        "Skickat med Proton Mail säker e-post.",
        "Skickat från Spark",
        "Sent via Spark",
        "Skickat från min Galaxy",
        "Skickat från Samsung-mobilen",
        "Skickat från Gmail Mobile",
        "Hämta BlueMail för Android",
        "Skickat från Outlook för Mac",
        "Skickat från E-post för Windows",
        "Skickat från Yahoo Mail på Android",
        "Sent from Outlook for iOS",
        "Skickat via min mobil",
        "Med vänliga hälsningar / Kind regards\nTove",
        "MVH\nTove",
        "Vh Tove",
        "Vänligen,\nTove",
        "Ha det gott!\nTove",
        "Hälsar Tove",
        "Allt gott,\nTove",
        "/ Tove",
        "Soliga hälsningar\nTove",
        "Skickat från min iPad",
        "Skickat från min telefon, ursäkta stavfel",
        "Skickat från mobilen",
        "Sänt från min iPhone",
        (
            "Med vänliga hälsningar,\n\nTove Lind\nUtvecklingsledare invånarmedverkan\nTel: 08-465 004"
            " 31\nBesöksadress: Nygatan 1, plan 3"
        ),
        "Hälsn. Tove",
        "Hälsningar,\nTove",
        "Trevlig helg!\nTove",
        "Bästa\nTove",
        "Vänliga hälsningar Tove Lind, 070-174 06 20",
    ],
)
def test_a_sign_off_is_no_part_of_the_answer(sign_off: str) -> None:
    assert words(f"{ANSWER}\n\n{sign_off}\n\nFrån: M\nSkickat: i går\nTill: T\nÄmne: F\n{LETTER}") == ANSWER

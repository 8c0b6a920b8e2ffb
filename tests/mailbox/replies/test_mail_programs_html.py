"""How each mail program marks in HTML what its writer did not type."""

import pytest

from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Letter, Part

HTML_LETTER = "<p>Hej Tove!</p><p>1. Anna Lindqvist<br>2. Bertil<br>3. Carin</p><p>JA 1 2</p>"


def words(html: str) -> str:
    part = Part("text/html", "", "utf-8", html.encode(), inline=True)
    return own_words(Letter(sender_name="Tove Lind", parts=(part,)))


@pytest.mark.parametrize(
    "html",
    [
        (
            "<html><body><div>Ja till 2</div><div><br></div><div>------ Originalmeddelande ------</div>"
            '<div>Från "Medverkan" &lt;m@r.example&gt;</div><div>Till "Tove"</div><div>Datum 2027-02-02'
            ' 09:14</div><div>Ämne F</div><div id="x1" class="replyHeader"></div><blockquote cite="m"'
            ' class="cite2">{LETTER}</blockquote></body></html>'
        ),
        (
            '<html><body><div>Ja till 2</div><div id="signature_old"><div>Mvh Tove</div></div><div>------'
            ' Originalmeddelande ------</div><div>Från "Medverkan"</div><div>Till "Tove"</div><div id="x1">'
            '<blockquote type="cite" class="cite2">{LETTER}</blockquote></div></body></html>'
        ),
        (
            '<html><body><div name="messageBodySection"><div dir="auto">Ja till 2</div></div><div'
            ' name="messageSignatureSection"><br><div>Skickat från Spark</div></div><div'
            ' name="messageReplySection">Den 2 feb. 2027 09:14 +0100, Medverkan &lt;m@r.example&gt;, skrev:'
            '<br><blockquote type="cite">{LETTER}</blockquote></div></body></html>'
        ),
        (
            '<html><body><div dir="auto">Ja till 2</div><div dir="auto"><br></div><div'
            ' id="composer_signature" dir="auto"><div style="font-size:12px">Skickat från min Galaxy</div>'
            '</div><div><br></div><div align="left" dir="auto" style="font-size:100%;color:#000000">'
            "<div>-------- Originalmeddelande --------</div><div>Från: Medverkan &lt;m@r.example&gt; </div>"
            "<div>Datum: 2027-02-02  09:14  (GMT+01:00) </div><div>Till: Tove </div><div>Rubrik: F </div>"
            "<div><br></div></div>{LETTER}</body></html>"
        ),
        (
            '<div style="font-family: Arial">Ja till 2</div><div class="protonmail_signature_block"><div'
            ' class="protonmail_signature_block-proton">Skickat med <a>Proton Mail</a> säker e-post.</div>'
            '</div><div class="protonmail_quote">Den tisdag 2 februari 2027 kl. 09:14 skrev Medverkan'
            ' &lt;m@r.example&gt;:<br><blockquote class="protonmail_quote" type="cite">{LETTER}'
            "</blockquote></div>"
        ),
        (
            '<html><body><div class="elementToProof">Ja till 2</div><div class="elementToProof"'
            ' id="Signature"><p>Tove</p></div><div id="appendonsend"></div><hr'
            ' style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><b>Från:</b> M<br>'
            "<b>Skickat:</b> x</div><div>{LETTER}</div></body></html>"
        ),
        (
            '<div class="elementToProof">Ja till 2</div><hr style="display:inline-block;width:98%"'
            ' tabindex="-1"><div id="x_divRplyFwdMsg" dir="ltr"><b>From:</b> M<br><b>Sent:</b> x<br>'
            "</div>{LETTER}"
        ),
        (
            '<p class="MsoNormal">Ja till 2</p><div id="mail-editor-reference-message-container"><div><div'
            ' style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p><b>Från: '
            "</b>M<br><b>Datum: </b>x</p></div>{LETTER}</div></div>"
        ),
        (
            '<div dir="auto">Ja till 2</div><br><div class="gmail_quote gmail_quote_container"><div'
            ' dir="ltr" class="gmail_attr">Den tis 2 feb. 2027 09:14Medverkan &lt;<a>m@r.example</a>&gt;'
            ' skrev:<br></div><blockquote class="gmail_quote">{LETTER}</blockquote></div>'
        ),
        (
            '<html><body dir="auto">Ja till 2<br id="lineBreakAtBeginningOfSignature"><div'
            ' dir="ltr">Skickat från min iPhone</div><div dir="ltr"><br><blockquote type="cite">2 feb. 2027'
            " kl. 09:14 skrev Medverkan &lt;m@r.example&gt;:<br><br></blockquote></div><blockquote"
            ' type="cite"><div dir="ltr">{LETTER}</div></blockquote></body></html>'
        ),
        (
            '<p class="MsoNormal">Ja till 2</p><p class="MsoNormal">Skickat från <a>E-post</a> för Windows'
            '</p><div style="mso-element:para-border-div;border:none;border-top:solid #E1E1E1'
            ' 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Från: </b>M<br><b>Skickat: </b>x</p>'
            "</div>{LETTER}"
        ),
        (
            '<div>Ja till 2</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__">'
            "<b>Från: </b>M<br><b>Till: </b>T<br><b>Skickat: </b>x<br><b>Ämne: </b>F</div><div"
            ' data-marker="__QUOTED_TEXT__">{LETTER}</div>'
        ),
        (
            '<p>Ja till 2</p><p id="reply-intro">Den 2027-02-02 09:14, skrev M:</p><blockquote'
            ' type="cite">{LETTER}</blockquote>'
        ),
        (
            "<div>Ja till 2</div><div>Från: M &lt;m@r.example&gt; Skickat: den 2 februari 2027 09:14 Till:"
            " Tove Ämne: F</div>{LETTER}"
        ),
        (
            '<table style="background:#ff0"><tr><td>EXTERNT MEJL. Klicka inte på länkar.</td></tr></table>'
            "<br><div>Ja till 2</div>"
        ),
        (
            '<div class="ydp1yahoo-style-wrap"><div>Ja till 2</div></div><div id="ydp2yahoo_quoted_1"'
            ' class="ydp2yahoo_quoted"><div>Den tisdag 2 februari 2027 09:14:11 CET skrev M:</div>{LETTER}'
            "</div>"
        ),
        (
            '<p>Ja till 2</p><div class="moz-cite-prefix">Den 2027-02-02 kl. 09:14, skrev M:<br></div>'
            '<blockquote type="cite">{LETTER}</blockquote><div class="moz-signature">-- <br>Tove</div>'
        ),
        (
            '<div class="moz-cite-prefix">Den 2027-02-02 kl. 09:14, skrev M:<br></div><blockquote'
            ' type="cite">{LETTER}</blockquote><p>Ja till 2</p>'
        ),
        (
            '<div>Ja till 2</div><div id="edo-signature">Skickat från Edison</div><div id="edo-message">'
            '<div></div></div><div id="edo-original"><div><blockquote type="cite">Den tis, feb. 2, 2027'
            " 09:14 skrev M:<br>{LETTER}</blockquote></div></div>"
        ),
        (
            "<div>Ja till 2</div><br>-----Medverkan &lt;m@r.example&gt; skrev: -----<br><div>Till: Tove"
            "<br>Från: M<br>Datum: x<br>Ärende: F</div>{LETTER}"
        ),
        (
            "<div>Ja till 2</div><hr><div><b>Från:</b> M<br><b>Skickat:</b> den 2 februari<br><b>Till:</b>"
            " T<br><b>Ämne:</b> F</div>{LETTER}"
        ),
    ],
)
def test_each_program_marks_its_quote_in_its_own_way(html: str) -> None:
    assert words(html.replace("{LETTER}", HTML_LETTER)) == "Ja till 2"


def test_answers_between_the_quotes_of_a_program_carry_their_numbers() -> None:
    html = """<div class="gmail_quote"><blockquote class="gmail_quote">1. Anna</blockquote><div>ja</div>
    <blockquote class="gmail_quote">2. Bertil</blockquote><div>nej</div></div>"""
    assert words(html) == "1: ja\n\n2: nej"

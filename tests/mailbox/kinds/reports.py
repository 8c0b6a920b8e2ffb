"""Delivery reports as the mail programs of the world write them: raw, with the returned letter or without it."""

from textwrap import dedent

OURS = "<f-2027-0003.u1.abcdefghijklmnopqrstuvwxyz.mnopqrstuvwx@region.example>"


def raw(text: str) -> bytes:
    """Return an indented text as the bytes of a mail."""
    return dedent(text).lstrip("\n").replace("\n", "\r\n").encode()


POSTFIX = raw(f"""
    Return-Path: <>
    From: MAILER-DAEMON@mx.region.example (Mail Delivery System)
    Subject: Undelivered Mail Returned to Sender
    To: bank@region.example
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status;
    \tboundary="4Q1z.1699/mx.region.example"
    Message-Id: <20270112.4Q1z@mx.region.example>

    This is a MIME-encapsulated message.

    --4Q1z.1699/mx.region.example
    Content-Type: text/plain; charset=us-ascii

    This is the mail system at host mx.region.example.

    I'm sorry to have to inform you that your message could not
    be delivered to one or more recipients. It's attached below.

    <mats@kommun.example>: host mail.kommun.example[192.0.2.4] said: 550 5.1.1
        <mats@kommun.example>: Recipient address rejected: User unknown

    --4Q1z.1699/mx.region.example
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.region.example
    Arrival-Date: Tue, 12 Jan 2027 09:02:11 +0100 (CET)

    Final-Recipient: rfc822; mats@kommun.example
    Original-Recipient: rfc822;mats@kommun.example
    Action: failed
    Status: 5.1.1
    Remote-MTA: dns; mail.kommun.example
    Diagnostic-Code: smtp; 550 5.1.1 <mats@kommun.example>: Recipient address
        rejected: User unknown

    --4Q1z.1699/mx.region.example
    Content-Type: message/rfc822

    From: "Invanarmedverkan" <bank@region.example>
    To: <mats@kommun.example>
    Subject: Vi har tagit emot er =?utf-8?q?f=C3=B6rfr=C3=A5gan?=
    Message-ID: {OURS}
    Content-Type: text/plain; charset="utf-8"

    Hej!

    --4Q1z.1699/mx.region.example--
    """)

POSTFIX_DELAY = (
    POSTFIX.replace(b"Undelivered Mail Returned to Sender", b"Delayed Mail (still being retried)")
    .replace(b"Action: failed", b"Action: delayed")
    .replace(b"Status: 5.1.1", b"Status: 4.4.1")
    .replace(b"message/rfc822", b"text/rfc822-headers")
)

POSTFIX_GAVE_UP = POSTFIX.replace(b"Status: 5.1.1", b"Status: 4.4.7")

POSTFIX_DELIVERED = (
    POSTFIX.replace(b"Undelivered Mail Returned to Sender", b"Successful Mail Delivery Report")
    .replace(b"Action: failed", b"Action: delivered")
    .replace(b"Status: 5.1.1", b"Status: 2.0.0")
)

EXCHANGE_SWEDISH = raw(f"""
    From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@region.example>
    To: bank@region.example
    Date: Tue, 12 Jan 2027 08:04:00 +0000
    Subject: =?utf-8?q?Det_g=C3=A5r_inte_att_leverera=3A_Vi_har_tagit_emot?=
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="_0d1_"
    In-Reply-To: {OURS}
    References: {OURS}
    X-MS-Exchange-Message-Is-Ndr:
    Auto-Submitted: auto-replied

    --_0d1_
    Content-Type: multipart/alternative; boundary="_1d1_"

    --_1d1_
    Content-Type: text/html; charset="utf-8"
    Content-Transfer-Encoding: quoted-printable

    <html><body><p>Meddelandet till mats@kommun.example kunde inte levereras.</p>
    <p>mats hittades inte p=C3=A5 kommun.example.</p></body></html>

    --_1d1_--
    --_0d1_
    Content-Type: message/delivery-status

    Reporting-MTA: dns;AM0PR01.prod.outlook.example

    Final-Recipient: rfc822;mats@kommun.example
    Action: failed
    Status: 5.1.10
    Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found

    --_0d1_--
    """)

EXCHANGE_POLICY = (
    EXCHANGE_SWEDISH.replace(b"Status: 5.1.10", b"Status: 5.7.133")
    .replace(b"5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found",
             b"5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; Delivery not authorized")
    .replace(b"=?utf-8?q?Det_g=C3=A5r_inte_att_leverera=3A_Vi_har_tagit_emot?=", b"Undeliverable: Vi har tagit emot")
)  # fmt: skip

EXCHANGE_RETURNED_HEADERS = EXCHANGE_SWEDISH.replace(
    b"--_0d1_--",
    b"--_0d1_\r\nContent-Type: text/rfc822-headers\r\n\r\nFrom: bank@region.example\r\nTo: mats@kommun.example\r\n"
    b"Subject: Vi har tagit emot\r\nMessage-ID: " + OURS.encode() + b"\r\n\r\n--_0d1_--",
).replace(f"In-Reply-To: {OURS}\r\nReferences: {OURS}\r\n".encode(), b"")

EXIM = raw(f"""
    From: Mail Delivery System <Mailer-Daemon@smtp.utskick.example>
    To: utskick@utskick.example
    Auto-Submitted: auto-replied
    X-Failed-Recipients: mats@kommun.example
    Subject: Mail delivery failed: returning message to sender
    Message-Id: <E1qB-0001@smtp.utskick.example>
    Date: Tue, 12 Jan 2027 09:02:11 +0100

    This message was created automatically by mail delivery software.

    A message that you sent could not be delivered to one or more of its
    recipients. This is a permanent error. The following address(es) failed:

      mats@kommun.example
        host mail.kommun.example [192.0.2.4]
        SMTP error from remote mail server after RCPT TO:<mats@kommun.example>:
        550 5.7.1 Message rejected due to content policy

    ------ This is a copy of the message, including all the headers. ------

    Return-path: <utskick@utskick.example>
    From: Intressebanken <utskick@utskick.example>
    To: <mats@kommun.example>
    Subject: Vi har tagit emot
    Message-ID: {OURS}

    Hej!
    """)

EXIM_DELAY = raw("""
    From: Mail Delivery System <Mailer-Daemon@smtp.utskick.example>
    To: utskick@utskick.example
    Auto-Submitted: auto-replied
    Subject: Warning: message 1qB-0001 delayed 24 hours
    Date: Wed, 13 Jan 2027 09:02:11 +0100

    This message was created automatically by mail delivery software.
    A message that you sent has not yet been delivered to one or more of its
    recipients after more than 24 hours on the queue on smtp.utskick.example.

    The address to which the message has not yet been delivered is:

      mats@kommun.example
        Delay reason: Connection timed out

    No action is required on your part. Delivery attempts will continue for
    some time, and this warning may be repeated at intervals.
    """)

QMAIL = raw(f"""
    Return-Path: <>
    From: MAILER-DAEMON@utskick.example
    To: utskick@utskick.example
    Subject: failure notice
    Date: 12 Jan 2027 08:02:11 -0000

    Hi. This is the qmail-send program at utskick.example.
    I'm afraid I wasn't able to deliver your message to the following addresses.
    This is a permanent error; I've given up. Sorry it didn't work out.

    <mats@kommun.example>:
    192.0.2.4 does not like recipient.
    Remote host said: 550 no mailbox by that name is currently available
    Giving up on 192.0.2.4.

    --- Below this line is a copy of the message.

    Return-Path: <utskick@utskick.example>
    From: Intressebanken <utskick@utskick.example>
    To: <mats@kommun.example>
    Message-ID: {OURS}
    Subject: Vi har tagit emot

    Hej!
    """)

GMAIL = raw(f"""
    From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
    To: utskick@utskick.example
    Auto-Submitted: auto-replied
    Subject: Delivery Status Notification (Failure)
    References: {OURS}
    In-Reply-To: {OURS}
    X-Failed-Recipients: mats@kommun.example
    Message-ID: <65a.1@mx.google.example>
    Content-Type: multipart/report; boundary="000000000000aa"; report-type=delivery-status

    --000000000000aa
    Content-Type: text/plain; charset="UTF-8"

    ** Adressen hittades inte **

    Meddelandet levererades inte till mats@kommun.example eftersom adressen inte kunde hittas.

    --000000000000aa
    Content-Type: message/delivery-status

    Reporting-MTA: dns; googlemail.example
    Arrival-Date: Tue, 12 Jan 2027 00:02:11 -0800 (PST)
    X-Original-Message-ID: {OURS}

    Final-Recipient: rfc822; mats@kommun.example
    Action: failed
    Status: 5.2.2
    Diagnostic-Code: smtp; 552-5.2.2 The email account that you tried to reach is over quota.

    --000000000000aa--
    """)

SENDMAIL = raw(f"""
    From: Mail Delivery Subsystem <MAILER-DAEMON@mx.region.example>
    To: <bank@region.example>
    Subject: Returned mail: see transcript for details
    Auto-Submitted: auto-generated (failure)
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="x0C.1705/mx"

    --x0C.1705/mx

    The original message was received at Tue, 12 Jan 2027 09:02:11 +0100

       ----- The following addresses had permanent fatal errors -----
    <mats@kommun.example>
        (reason: 553 sorry, that domain isn't allowed to be relayed thru this MTA)

    --x0C.1705/mx
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.region.example
    Arrival-Date: Tue, 12 Jan 2027 09:02:11 +0100

    Final-Recipient: RFC822; mats@kommun.example
    Action: failed
    Status: 5.0.0
    Diagnostic-Code: SMTP; 553 sorry, that domain isn't allowed to be relayed thru this MTA

    --x0C.1705/mx
    Content-Type: message/rfc822
    Content-Transfer-Encoding: 8bit

    Message-ID:
     {OURS}
    From: bank@region.example
    To: mats@kommun.example

    Hej!
    --x0C.1705/mx--
    """)

SWEDISH_TEXT = raw("""
    From: postmaster@kommun.example
    To: bank@region.example
    Subject: Meddelandet kunde inte levereras
    Date: Tue, 12 Jan 2027 09:02:11 +0100
    Content-Type: text/plain; charset=utf-8

    Ditt meddelande kunde inte levereras till följande mottagare:

    mats@kommun.example

    Orsak: Postlådan är full (552 5.2.2).
    """)

TWO_RECIPIENTS = POSTFIX.replace(
    b"Final-Recipient: rfc822; mats@kommun.example\r\n",
    b"Final-Recipient: rfc822; eva@kommun.example\r\nAction: relayed\r\nStatus: 2.0.0\r\n\r\n"
    b"Final-Recipient: rfc822; mats@kommun.example\r\n",
)

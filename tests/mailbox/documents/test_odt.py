"""OpenDocument forms."""

import io
import zipfile

import pytest

from medverkan.mailbox.documents.odt import rows_of_odt
from medverkan.mailbox.documents.problems import Problem
from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.finding.rows import Row

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (("office", "office"), ("text", "text"), ("table", "table"), ("form", "form"), ("draw", "drawing"))
)


def odt(body: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as container:
        container.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
    return buffer.getvalue()


def test_paragraphs_tables_and_breaks_are_read() -> None:
    cells = "".join(f"<table:table-cell><text:p>{t}</text:p></table:table-cell>" for t in ("Enhet", "Akuten"))
    body = f"<text:h>Förfrågan</text:h><table:table><table:table-row>{cells}</table:table-row></table:table>"
    body += "<text:p>Ett<text:line-break/>Två<text:span> tre</text:span></text:p>"
    assert list(rows_of_odt(odt(body))) == [
        Row(("Förfrågan",), strong=True), Row(("Enhet", "Akuten"), 1), Row(("Ett",)), Row(("Två tre",)),
    ]  # fmt: skip


def test_form_controls_are_read_where_they_stand() -> None:
    box = '<form:checkbox form:id="c1" form:label="Ja" form:current-state="checked"/>'
    forms = f"<office:forms><form:form>{box}</form:form></office:forms>"
    body = forms + '<text:p>Minderårig: <draw:control draw:control="c1"/></text:p>'
    assert list(rows_of_odt(odt(body))) == [Row(("Minderårig: ☒ Ja",))]


def test_form_fields_that_were_kept_from_word_are_read() -> None:
    space = "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"
    kind = "vnd.oasis.opendocument.field"

    def mark(name: str, **parameters: str) -> str:
        listed = "".join(f'<f:param f:name="{n}" f:value="{v}"/>' for n, v in parameters.items())
        return f'<f:fieldmark xmlns:f="{space}" f:type="{kind}.{name}">{listed}</f:fieldmark>'

    boxes = f"{mark('FORMCHECKBOX', Checkbox_Checked='true')} Ja {mark('FORMCHECKBOX')} Nej "
    body = f"<text:p>{boxes}{mark('FORMDROPDOWN', Dropdown_ListEntry='Panel', Dropdown_Selected='0')}</text:p>"
    assert list(rows_of_odt(odt(body))) == [Row(("☒ Ja ☐ Nej Panel",))]


def test_a_document_with_a_password_is_told_from_a_broken_one() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as container:
        container.writestr("content.xml", b"?")
        container.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    with pytest.raises(UnreadableError) as caught:
        rows_of_odt(buffer.getvalue())
    assert caught.value.problem is Problem.PASSWORD


@pytest.mark.parametrize("content", [b"", b"no zip", odt("<text:p>")])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        rows_of_odt(content)

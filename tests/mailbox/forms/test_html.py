"""HTML becomes lines and table rows."""

from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.forms.finding.html import rows_of_html
from medverkan.mailbox.forms.finding.rows import Row


def test_paragraphs_and_breaks_become_lines() -> None:
    assert rows_of_html("<p>Ett</p><p>Två<br>Tre</p><ul><li>Fyra</li></ul>") == tuple(
        Row((line,)) for line in ("Ett", "Två", "Tre", "Fyra")
    )


def test_a_table_keeps_its_own_cells_and_the_lines_in_them() -> None:
    html = "<table><tr><td><b>Enhet</b></td><td><p>Akuten</p><p>Norr</p></td></tr></table>"
    assert rows_of_html(html) == (Row(("Enhet", "Akuten\nNorr"), 1),)


def test_a_table_that_only_lays_out_the_page_is_walked_through() -> None:
    html = "<table><tr><td>Hej<table><tr><td>Enhet</td><td>Akuten</td></tr></table></td></tr></table>"
    rows = rows_of_html(html)
    assert [row.cells for row in rows] == [("Hej",), ("Enhet", "Akuten")]
    assert [row.table > 0 for row in rows] == [False, True]


def test_hidden_text_and_styles_are_not_read() -> None:
    assert rows_of_html("<style>p{}</style><p style='display: none'>Dold</p><p>Synlig</p>") == (Row(("Synlig",)),)


def test_boxes_are_read() -> None:
    html = "<p><input type=checkbox checked> Ja <input type=checkbox> Nej</p>"
    assert rows_of_html(html) == (Row(("☒ Ja ☐ Nej",)),)


def test_deep_nesting_is_flattened_not_followed() -> None:
    assert "Djup" in str(rows_of_html("<div>" * 3000 + "Djup" + "</div>" * 3000))


@given(st.text(alphabet="<>/tabledivrphi \n\"'=&;x", max_size=400))
def test_any_html_can_be_read(html: str) -> None:
    rows_of_html(html)


def test_what_is_quoted_is_marked_as_such_tables_too() -> None:
    html = "<p>Ja</p><blockquote type=cite><p>Nej</p><table><tr><td>Enhet</td><td>A</td></tr></table></blockquote>"
    assert rows_of_html(html) == (Row(("Ja",)), Row(("> Nej",)), Row(("> Enhet\tA",)))


def test_what_is_struck_out_was_not_answered() -> None:
    html = "<p>Roll: <s>Patient</s><span style='text-decoration: line-through'>brukare</span>närstående</p>"
    assert rows_of_html(html) == (Row(("Roll: närstående",)),)


def test_the_answers_of_a_list_of_terms_may_be_what_is_bold() -> None:
    pairs = "".join(f"<dt>{asked}</dt><dd><b>{told}</b></dd>" for asked, told in (("A", "1"), ("B", ""), ("C", "3")))
    assert [row.cells for row in rows_of_html(f"<dl>{pairs}</dl>")] == [("A", "1"), ("B", ""), ("C", "3")]

"""HTML becomes text a person would read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborNode

from medverkan.mailbox.plaintext import Mark, html_text, render


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p>Ett</p><p>Två</p>", "Ett\n\nTvå"),
        ("Ett<br>två<br/>tre", "Ett\ntvå\ntre"),
        ("<div>Ett</div><div>två</div>", "Ett\ntvå"),
        ("<div><div><div>Ett</div></div></div><div>två</div>", "Ett\ntvå"),
        ("a   \n b&nbsp;c &amp; d&aring;", "a b c & då"),
        ("<b>J</b>a <i>tack</i>", "Ja tack"),
        ("<ul><li>ett<li>två</ul>", "- ett\n- två"),
        (
            "<table><tr><td>Enhet:</td><td>Barn</td></tr><tr><th>Antal</th><td>2</td></tr></table>",
            "Enhet:\tBarn\nAntal\t2",
        ),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<head><title>x</title><style>y</style></head><script>z</script>Hej<!-- c -->", "Hej"),
        ("<div style='display: none'>dolt</div>synligt", "synligt"),
        ("mjuk\u00adt\u200b", "mjukt"),
        ("<o:p>&nbsp;</o:p>Hej", "Hej"),
        ("a<hr>b", "a\n" + "_" * 32 + "\nb"),
        ("<p>ej stängd <b>fet", "ej stängd fet"),
        ("\ud800<p>x", "?x"),
    ],
)
def test_html_is_made_readable(html: str, text: str) -> None:
    assert html_text(html) == text or html_text(html).replace("\n", "") == text


def test_marked_elements_are_quoted_or_dropped() -> None:
    def mark(node: LexborNode) -> Mark:
        return {"blockquote": Mark.QUOTE, "footer": Mark.DROP, "aside": Mark.QUOTE_REST}.get(node.tag or "", Mark.KEEP)

    html = (
        "ja<blockquote><p>ett</p><blockquote>djupt</blockquote></blockquote>nej<footer>f</footer><aside>a</aside>sist"
    )
    lines = [line for line in render(html, mark).split("\n") if line.strip("> ")]
    assert lines == ["ja", "> ett", ">> djupt", "nej", "> a", "> sist"]


def test_deep_and_long_html_is_bounded() -> None:
    assert html_text("<div>" * 300_000 + "djupt") == ""
    assert html_text("hej" + "<b>" * 19_000 + "x") == "hejx"


@given(st.text(alphabet="<>/abdivptr=\"' \n&;!-", max_size=200))
def test_no_html_makes_it_raise(html: str) -> None:
    assert isinstance(html_text(html), str)


@pytest.mark.parametrize(
    "how",
    [
        'style="display:none"',
        'style="DISPLAY : NONE"',
        "style='color:red; display:&#110;one'",
        'style="visibility:hidden"',
        'style="visibility:\ncollapse"',
        'style="mso-hide:all"',
        'style="opacity:0"',
        'style="opacity: 0.0;"',
        'style="font-size:0"',
        'style="font-size: 0px; color: white"',
        'style="max-height:0;overflow:hidden"',
        "hidden",
        'hidden=""',
    ],
)
def test_what_a_reader_cannot_see_is_not_read(how: str) -> None:
    assert html_text(f"<p>Hej</p><div {how}>JA 1 2</div><p {how}>JA</p>") == "Hej"


@pytest.mark.parametrize(
    "how",
    [
        'style="opacity:0.9"',
        'style="font-size:0.9em"',
        'style="font-size:10pt"',
        'style="line-height:0"',
        'style="overflow:hidden"',
        'style="border:none;max-height:100%"',
        'class="hidden"',
    ],
)
def test_what_a_reader_can_see_is_read(how: str) -> None:
    assert html_text(f"<p {how}>JA 1 2</p>") == "JA 1 2"


def test_a_size_of_nothing_around_what_has_a_size_of_its_own_hides_nothing() -> None:
    assert html_text('<td style="font-size:0px"><p style="font-size:14px">Hej</p></td>') == "Hej"

"""A command line that is wrong is answered in Swedish, with exit status 2."""

import pytest

from medverkan.bot.cli import main


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("bokning", "kommandot bokning finns inte"),
        ("case", "kommandot case finns inte; menade du cases?"),
        ("cases --jso", "valet --jso finns inte; menade du --json?"),
        ("cases --x", "valet --x finns inte"),
        ("match", "ÄRENDE|FIL saknas; skriv till exempel: medverkan match F-2026-0001"),
        ("members show", "ID saknas"),
        ("report", "--year saknas"),
        ("report --year i-år", "--year: ska vara ett tal"),
        ("match F-2027-0001 --top 0", "--top: ska vara minst 1"),
        ("match F-2027-0001 --top 9999", "--top: ska vara högst 1000"),
        ("--config", "--config behöver ett värde efter sig"),
        ("cases --json=3", "--json tar inget värde"),
        ("cases F-2027-0001 F-2027-0002", "för mycket på raden: F-2027-0002"),
        ("cases --end", "skriv vilket ärende: medverkan cases F-2026-0001 --end"),
        ("tasks klart", "skriv: medverkan tasks, eller: medverkan tasks done T-0012"),
    ],
)
def test_a_wrong_command_line_is_told_in_swedish(
    line: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["medverkan", *line.split()])
    with pytest.raises(SystemExit) as ended:
        main()
    told = capsys.readouterr()
    assert ended.value.code == 2
    assert told.out == ""
    assert told.err.splitlines()[0] == f"medverkan: {said}"
    assert told.err.splitlines()[1].startswith("medverkan: hjälp: medverkan")


@pytest.mark.parametrize(("line", "status"), [("", 2), ("members", 2), ("--help", 0), ("--version", 0), ("cases", 0)])
def test_help_and_what_is_right_end_as_before(
    line: str, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["medverkan", *line.split()])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == status
    assert "hjälp:" not in "".join(capsys.readouterr())

"""Clock times, in figures and in words."""

import pytest

from medverkan.mailbox.forms.times import clock_times


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("kl. 9–11", "09:00", "11:00"),
        ("kl 13 - 15", "13:00", "15:00"),
        ("13:00-15:00", "13:00", "15:00"),
        ("1300-1500", "13:00", "15:00"),
        ("13.00 t o m 15.00", "13:00", "15:00"),
        ("kl. 14 till 16.30", "14:00", "16:30"),
        ("mellan 13 och 15", "13:00", "15:00"),
        ("10-12", "10:00", "12:00"),
        ("kl. halv tolv till ett", "11:30", "13:00"),
        ("halv två", "13:30", ""),
        ("kvart i tre", "14:45", ""),
        ("kvart över tre", "15:15", ""),
        ("fem i halv fyra", "15:25", ""),
        ("klockan tio", "10:00", ""),
        ("kl 1-3", "13:00", "15:00"),
        ("kl 15-14", "15:00", "14:00"),
    ],
)
def test_a_time_is_read_as_it_is_said(written: str, start: str, end: str) -> None:
    assert clock_times(written) == (start, end)


@pytest.mark.parametrize(
    "written", ["em, exakt tid kommer", "heldag", "8-10 personer", "2-3 möten", "3 av 10", "kl 9-11 och kl 13-15", ""]
)
def test_no_time_is_invented(written: str) -> None:
    assert clock_times(written) == ("", "")

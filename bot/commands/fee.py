"""`medverkan fee`: what an assignment pays, and why, line by line."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

import typer

from medverkan.bot import show
from medverkan.bot.fees.model import PAYERS, FeeError, fee
from medverkan.bot.settings import SettingsError, load


def told(config: Path | None, day: str, hours: str, travel_hours: str, km: str, payer: str, as_json: bool) -> int:
    """Print what one occasion pays. Raises SettingsError with a sentence where that cannot be told."""
    try:
        time, travel, distance = _number("--hours", hours), _number("--travel-hours", travel_hours), _number("--km", km)
        if payer not in PAYERS:
            raise typer.BadParameter(f"--payer {payer}: skriv region eller kommun")
        found = fee(_day(day), time, travel, distance, payer, load(config).fees.rules())
    except FeeError as error:
        raise SettingsError(str(error)) from error
    if as_json:
        values = asdict(found)
        show.document({"class": values.pop("kind"), **values, "travel": float(found.travel)})
    else:
        show.lines(found.explanation)
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"--date {text}: skriv datumet som 2026-12-01") from None


def _number(option: str, text: str) -> Decimal:
    try:
        value = Decimal(text.replace(",", "."))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise typer.BadParameter(f"{option} {text}: skriv ett tal, till exempel 3,5")
    return value

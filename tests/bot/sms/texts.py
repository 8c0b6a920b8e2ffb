"""Every SMS we send, in each of its branches, as it leaves."""

from types import SimpleNamespace

from medverkan.bot import letters
from medverkan.bot.sms.gsm import normalised
from tests.bot.every_letter import LETTERS

SMS = [
    SimpleNamespace(case=f"{name}-{number}", name=name, text=normalised(letters.render(name, **values)[1]))
    for name, cases in LETTERS.items()
    if name.startswith("sms-")
    for number, values in enumerate(cases, 1)
]

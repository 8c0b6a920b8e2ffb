"""Recognise what a reply to the call list asks for when it tells of no call: what is left, how to report, a pause."""

import re

from medverkan.mailbox.values import Action

_UNIT = (
    r"(?:dem|dom|enheten|verksamheten|kommunen|mottagningen|beställaren|avdelningen|kliniken|uppdragsgivaren"
    r"|kontaktpersonen)\b"
)
_PATTERNS = (
    (
        Action.UNDO,
        r"\b(?:stryk\w?|ta bort|glöm|radera|ignorera|bortse från|ångra|backa|återkalla|strunta i|kasta|släng)"
        r" (?:det |mitt |min |hela )?(?:förra |senaste |tidigare |första |sista )*(?:svar(?:et)?|mejl(?:et)?"
        r"|mail(?:et)?"
        r"|rapport(?:en)?"
        r"|rapporteringen|lägesrapport(?:en)?|meddelande(?:t)?|anteckning(?:en)?|det (?:sista |senaste "
        r"|förra )?(?:som )?(?:jag )?(?:nyss )?(?:skickade"
        r"|skrev"
        r"|mejlade))\b"
        r"|\b(?:stryk\w?|ta bort|ta tillbaka|radera|ångra|backa|bortse från|ignorera|glöm\w?) (?:allt |allting )?"
        r"(?:det |vad )(?:som )?(?:jag|vi) (?:\w+ )?(?:rapporterade|skrev|skickade|svarade|mejlade|angav|meddelade)"
        r"|\b(?:förra|senaste|mitt|tidigare) (?:svar(?:et)?|mejl(?:et)?|mail(?:et)?|rapport(?:en)?)[^.\n]{0,40}"
        r"\b(?:radera|ta bort|stryk|ignorera|bortse från|släng|glöm) (?:det|den)\b"
        r"|\bdet jag (?:skickade|skrev|mejlade|rapporterade)\b[^.?!\n]{0,60}\b(?:ska inte gälla|gäller inte"
        r"|stämmer inte|är fel|var fel)\b",
    ),
    (
        Action.MORE,
        r"\b(?:kan|kunde|skulle) du (?:kunna )?(?:plocka|ta|leta|få) fram (?:några )?(?:nya|fler|andra) (?:namn"
        r"|förslag|personer)\b",
    ),
    (
        Action.PAUSE,
        r"\bringer (?:jag )?(?:inte|ej|ingen|inga) (?:fler|mer|flera|vidare|någon mer) (?:förrän|innan|nu)\b"
        r"|\bvi får vänta med att ringa\b|\bhåll (?:inne|upp) med|\b(?:dra|dragit|drar|drog) i (?:hand|nöd)?bromsen\b"
        r"|\b(?:stoppa|pausa|avbryt|frys|avvakta|lägg ner|ställ in|skjut upp|skjut på|vila)(?: med)?"
        r" (?:det hela|alltihop|allt|allting|ringandet|samtalen|ringningen|uppringningen|ärendet|hela ärendet|listan"
        r"|saken"
        r"|påminnelserna|det här ärendet|den här listan)\b"
        r"|\b(?:vill|vi|de|enheten) (?:stoppa|pausa|frysa|avvakta med|skjuta (?:upp|på)|vila) (?:det hela|alltihop"
        r"|allt|det"
        r"|ärendet|alltsammans)\b"
        r"|\b(?:lägg|lägger|ligger|ligga|läggs|låt) (?:\w+ )?(?:\w+ )?(?:på is|vila|vilande|i malpåse|i träda)\b"
        r"|\bväck (?:ärendet|det|detta) (?:i|efter|när|till)\b|\bringer ingen förrän\b"
        r"|\b(?:avvakta|vänta) (?:nu )?med (?:allt|allting|hela ärendet|ärendet|det här|detta|samtalen|ringandet)\b"
        r"|\b(?:stoppa|pausa|avbryt|vänta) (?:\w+ )?tills vidare\b|\bvila (?:ärendet|det här|detta|listan)\b"
        r"|\bpaus (?:tills|till|ett tag)\b|\bvänta med resten\b|\b(?:allt|mötet|uppdraget"
        r"|träffen) är uppskjut(?:et|en)\b"
        r"|\bvi får vänta med (?:resten av )?(?:samtalen|ringandet|det här|listan)\b|\b(?:ringandet|samtalen"
        r"|ärendet) (?:får vänta|vilar)\b",
    ),
    (Action.HELP, r"\bhur (?:man|jag) ska(?:ll)? (?:svara|skriva|göra)\b"),
    (
        Action.STATUS,
        r"\b(?:vilka|vem|vad)\b[^.?\n]{0,40}\b(?:kvar|återstår|inte ringt|oringda|ringda|har tackat|har sagt"
        r"|har jag rapporterat)\b[^.\n]{0,30}\?"
        r"|\bhar jag glömt (?:att )?(?:ringa|någon|nån|kontakta)\b[^.\n]{0,40}\?"
        r"|^hur många (?:ja|nej|svar)\b[^.\n]{0,30}$"
        r"|^(?:vilka|vem|hur många) har (?:redan |nu )?(?:svarat|tackat|sagt|hört av sig)(?: (?:ja|nej|nu|än|hittills"
        r"|idag)){0,3}\W*$"
        r"|\bhur många (?:är|har) (?:det )?(?:kvar|svarat|tackat|sagt)\b[^.\n]{0,40}\?"
        r"|\bhar (?:alla|någon|nån|några|de|dom) (?:nu |hunnit )?(?:svarat|hört av sig|tackat"
        r"|återkommit)\b[^.\n]{0,60}\?"
        r"|\b(?:få|ha|se|skicka)(?: mig| oss)? (?:en |ett )?(?:lista|översikt|sammanställning) (?:på|över"
        r"|med)\b[^.\n]{0,60}\?"
        r"|\bvar (?:vi )?står (?:vi )?i ärendet\b|\bhur (?:ligger|står|går) det (?:till )?(?:med|för"
        r"|nu)\b[^.\n]{0,60}\?"
        r"|\bvar (?:i processen |någonstans )?(?:är|befinner|står|ligger) (?:vi|ärendet|det)(?: oss)?\b[^.\n]{0,80}\?"
        r"|\b(?:hur )?(?:läget|ställningen|statusen?) (?:ser ut|är|just nu|nu|idag)\b|\bär (?:ärendet|listan|allt"
        r"|mitt svar)"
        r" (?:uppdaterat|uppdaterad|registrerat|registrerad|mottaget|inlagt|sparat|med)\b"
        r"|\b(?:har|kom|gick) (?:du fått|mitt|min|mina|mitt förra|mitt senaste) (?:mitt |förra |senaste )?(?:svar"
        r"|mejl|mail"
        r"|rapport|rapporter|svaren)(?: fram| in)?\b[^.\n]{0,30}\?"
        r"|\bhar (?:någon|nån|ni) (?:mer |fler |annan )?(?:än jag )?ringt\b[^.\n]{0,40}\?"
        r"|\b(?:kan|kunde|får|skulle) (?:jag|vi) (?:kunna )?(?:få|ha|se) (?:en |ett )?(?:kort |snabb |liten )?"
        r"(?:läges\w+|översikt|sammanfattning|sammanställning|uppdatering|statusrapport|rapport)\b"
        r"|\bsammanställning över\b|\b(?:har|fick) (?:verksamheten|enheten|mottagningen|de"
        r"|kommunen)\b[^.\n]{0,60}\b(?:fått|sett|svarat|hört av sig)\b[^.\n]{0,40}\?",
    ),
    (
        Action.HELP,
        r"\bjag (?:förväntas|ska|bör|måste|kan|får) (?:skriva|svara|rapportera|fylla i)\b[^.\n]{0,40}\?"
        r"|\b(?:finns|har) (?:det |du |ni )?(?:något|nåt|några|en|ett) (?:\w*kommando\w*|kod\w*|förkortning\w*|knep"
        r"|mall"
        r"|lathund|manual|instruktion\w*|nyckelord|bra sätt)\b[^.\n]{0,80}\?"
        r"|\b(?:skicka|visa|behöver|ge mig|få)(?: mig)? (?:en |gärna en |lite )?(?:lathund|manual|instruktion\w*|guide"
        r"|handledning|hjälptext|hjälp)\b"
        r"|\b(?:vad|hur) (?:ska|skall|bör|får|kan|borde|brukar) (?:jag|man) (?:skriva|svara|rapportera|göra|anteckna"
        r"|ange"
        r"|fylla i|uttrycka)\b|\bvilka ord (?:ska|kan|får|bör)\b"
        r"|\bhur (?:lägger jag in|rapporterar|skriver|svarar|meddelar|redovisar) (?:jag|man)\b"
        r"|\bhur var det (?:nu )?man (?:skulle|ska)\b"
        r"|\bfinns det (?:någon|nån|en) (?:instruktion|mall|manual|guide|lathund)\b",
    ),
    (
        Action.ASK,
        r"\b(?:undrade|undrar|frågade|frågar)\b[^.\n]{0,90},? (?:kan|kunde|skulle) du (?:ta reda på|kolla|höra"
        r"|fråga)\b"
        rf"|\b(?:kan|kunde|skulle|vill) du (?:kunna )?(?:ta reda på|kolla|höra|fråga|undersöka|stämma av|luska ut)\b"
        rf"[^.?\n]{{0,60}}\b(?:med|hos|av|till|från|på) {_UNIT}"
        rf"|\b(?:skicka|vidarebefordra|ställ|ta|för|lyft) (?:den )?(?:frågan|frågorna|det"
        rf"|detta)(?: vidare)? (?:till|med|hos) {_UNIT}"
        rf"|\bfrågan (?:får|måste|bör) (?:du )?(?:gå|skickas|ställas|lyftas) (?:vidare )?(?:till|hos|med) {_UNIT}"
        rf"|\b(?:kan|kunde|skulle|vill) du (?:kunna )?(?:fråga|höra med|kolla med|stämma av med) {_UNIT}"
        r"|\bkolla (?:upp )?det med (?:dem|dom|enheten|verksamheten|kommunen|mottagningen)\b"
        r"|\bbehöver (?:få )?(?:svar|besked) från (?:dem|dom|enheten|verksamheten|kommunen)\b",
    ),
)
_TABLE = tuple((action, re.compile(pattern, re.I)) for action, pattern in _PATTERNS)


def asked_for(text: str) -> Action | None:
    """Return what a report asks of the bot in so many words; None where it asks for nothing."""
    return next((action for action, pattern in _TABLE if pattern.search(text)), None)

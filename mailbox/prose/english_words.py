"""The English words that letters to the bank are made of, and the Swedish by which they are read (english.py).

Each is written "english=swedish", of a verb with the present tense and the infinitive ("test=testar/testa"). Add a word
where a letter was not understood; the longest way of saying that fits is taken.
"""

ENGLISH = """
my name is=jag heter; i am called=jag heter; years old=år; year old=år; born=född; i'm=jag är; i'm a=jag är
i am a=jag är; i am an=jag är; as a=som; as an=som; i've=jag har; we're=vi är; we've=vi har; i=jag; we=vi; you=ni
they=de; he=han; she=hon; it=det; me=mig; us=oss; them=dem; him=honom; my=min; our=vår; your=er; their=deras
his=hans; her=hennes; myself=själv; themselves=själva; himself=själv; herself=själv; yourself=själv; and=och
or=eller; but=men; also=också; a=en; an=en; one=en; two=två; three=tre; four=fyra; five=fem; six=sex; seven=sju
eight=åtta; nine=nio; ten=tio; twelve=tolv; a few=några; some=några; several=flera; at least=minst; at most=högst
about=om; around=ungefär; in=i; at=på; on=på; of=av; for=för; from=från; with=med; by=av; to=till; as=som; than=än
without=utan; that=att; who=som; which=som; where=där; when=när; how=hur; what=vad; why=varför; whether=om; if=om
because=eftersom; this=det här; these=de här; there=där; here=här; not=inte; never=aldrig; no=inga; yes=ja
very=mycket; now=nu; is=är; are=är; am=är; was=var; were=var; been=varit; had=hade; will=ska; would=skulle; can=kan
could=kunde; may=kan; should=ska; must=måste; shall=ska; don't=inte; do not=inte; cannot=kan inte; can't=kan inte
have had=har haft; has had=har haft; have been=har varit; has been=har varit; everybody=alla; everyone=alla
all=alla; each=varje; every second=varannan; every other=varannan; every=varje; new=ny; more=mer; best=bäst
same=samma; people with lived experience=personer med egen erfarenhet; lived experience=egen erfarenhet
own experience=egen erfarenhet; personal experience=egen erfarenhet; experience of=erfarenhet av
experience with=erfarenhet av; experience=erfarenhet; experiences=erfarenheter; people=personer; persons=personer
person=person; somebody=någon; someone=någon; anyone=någon; anybody=någon; patients=patienter; patient=patient
relatives=närstående; relative=närstående; next of kin=närstående; family members=närstående
family member=närstående; carers=närstående; carer=närstående; parents=föräldrar; parent=förälder
service users=brukare; service user=brukare; users=brukare; participants=deltagare; representatives=representanter
representative=representant; members=ledamöter; member=ledamot; clients=klienter; women=kvinnor; men=män
adults=vuxna; young people=ungdomar; teenagers=tonåringar; children=barn; child=barn; focus groups=fokusgrupper
focus group=fokusgrupp; advisory board=referensgrupp; advisory panel=referensgrupp; advisory group=referensgrupp
reference group=referensgrupp; steering group=styrgrupp; working group=arbetsgrupp; project group=projektgrupp
group discussions=gruppsamtal; group discussion=gruppsamtal; workshops=workshops; workshop=workshop
interviews=intervjuer; an interview=en intervju; meetings=möten; meeting=möte; survey=enkät; questionnaire=enkät
lecture=föreläsning; training day=utbildningsdag; panel discussion=panelsamtal; study=studie; unit=enhet
ward=avdelning; department=avdelning; clinic=klinik; university hospital=universitetssjukhus; hospital=sjukhus
primary care centre=vårdcentral; health centre=hälsocentral; health center=hälsocentral; municipality=kommun
centre=centrum; nurse=sjuksköterska; doctor=läkare; physician=läkare; physiotherapist=fysioterapeut
occupational therapist=arbetsterapeut; psychologist=psykolog; counsellor=kurator; midwife=barnmorska; manager=chef
coordinator=samordnare; project leader=projektledare; project manager=projektledare; researcher=forskare
monday=måndag; tuesday=tisdag; wednesday=onsdag; thursday=torsdag; friday=fredag; saturday=lördag; sunday=söndag
mondays=måndagar; tuesdays=tisdagar; wednesdays=onsdagar; thursdays=torsdagar; fridays=fredagar; march=mars
january=januari; february=februari; june=juni; july=juli; august=augusti; october=oktober; week=vecka; weeks=veckor
month=månad; months=månader; tomorrow=imorgon; today=idag; next=nästa; between=mellan; until=till; times=gånger
occasions=tillfällen; once=en gång; twice=två gånger; half an hour=en halvtimme; hours=timmar; an hour=en timme
hour=timme; minutes=minuter; half a day=en halvdag; always=alltid; evenings=kvällar; evening=kväll; weekends=helger
mornings=förmiddagar; morning=förmiddag; afternoons=eftermiddagar; afternoon=eftermiddag; daytime=dagtid
weekdays=vardagar; in the evenings=på kvällarna; in the mornings=på förmiddagarna
in the afternoons=på eftermiddagarna; on weekends=på helger; since=sedan; after=efter; spring=våren; autumn=hösten
library of=biblioteket i; library=biblioteket; room of=rummet i; room=rum; building=hus
conference room=konferensrum; floor=våning; entrance=entré; by video=via videolänk; video link=videolänk
online=digitalt; remotely=digitalt; from home=hemifrån; link=länk; possible=möjligt; the aim is=syftet är
our aim is=vårt mål är; aim=syfte; the purpose is=syftet är; purpose=syfte; the goal is=målet är
our goal is=vårt mål är; goal=mål; in order to=för att; so that=så att; fee=arvode; fees=arvode; paid=betalt
is paid=får arvode; compensation=ersättning; reimbursement=ersättning; travel costs=reskostnader
travel expenses=reskostnader; according to=enligt; let me know by=meddela mig senast
let us know by=meddela oss senast; let me know=meddela mig; let us know=meddela oss; reply by=svara senast
answer by=svara senast; no later than=senast; at the latest=senast; before=före; interest bank=Intressebanken
call me=ring mig; text me=smsa mig; email me=mejla mig; e-mail me=mejla mig; mail me=mejla mig; reach me=når mig
contact me=kontakta mig; my number=mitt nummer; phone number=telefonnummer; number=nummer; phone=telefon
by phone=per telefon; by email=per mejl; by e-mail=per mejl; by letter=per brev; by text=per sms; text message=sms
text messages=sms; email=mejl; letter=brev; preferably=helst; please=gärna; it is ok=det är ok; it is okay=det är ok
it's ok=det är ok; it is fine=det är ok; you may=ni får; my health information=mina hälsouppgifter
my health data=mina hälsouppgifter; health information=hälsouppgifter
information about my health=uppgifter om min hälsa; health data=hälsouppgifter; health=hälsa; matching=matchning
assignments=uppdrag; assignment=uppdrag; personal data=personuppgifter; privacy notice=personuppgifterna
data protection=dataskydd; husband=man; wife=fru; daughter=dotter; son=son; mother=mamma; mum=mamma; mom=mamma
father=pappa; dad=pappa; sister=syster; brother=bror; grandmother=mormor; grandfather=morfar
breast cancer=bröstcancer; heart failure=hjärtsvikt; heart attack=hjärtinfarkt; heart disease=hjärtsjukdom
asthma=astma; dementia=demens; addiction=beroende; mental illness=psykisk sjukdom; mental health=psykisk hälsa
anxiety=ångest; pregnant=gravid; gave birth=fött barn; given birth=fött barn; surgery=operation; disease=sjukdom
illness=sjukdom; chronic=kronisk; pain=smärta; kidney=njure; wheelchair=rullstol; hearing loss=hörselnedsättning
visual impairment=synnedsättning; disability=funktionsnedsättning; disabilities=funktionsnedsättningar
home care=hemtjänst; nursing home=äldreboende; personal assistance=personlig assistans
diagnosed with=fått diagnosen; health care=sjukvård; healthcare=sjukvård; care=vård; treatment=behandling
rehabilitation=rehabilitering; type 1 diabetes=typ 1-diabetes; epilepsy=epilepsi; english=engelska; swedish=svenska
arabic=arabiska; tigrinya=tigrinja; persian=persiska; spanish=spanska; french=franska; german=tyska; polish=polska
russian=ryska; ukrainian=ukrainska; turkish=turkiska; kurdish=kurdiska; finnish=finska; interpreter=tolk
breaks=pauser; parking=parkering; lift=hiss; elevator=hiss; hearing loop=hörslinga; only if=bara om
as long as=så länge; unless=såvida; provided that=förutsatt att; provided=förutsatt; except=med undantag för
but only=men bara; but not=men inte; maybe=kanske; perhaps=kanske; possibly=eventuellt; not sure=osäker
unsure=osäker; think about=funderar på; thinking about=funderar på; first=först; later=senare; depends=beror på
depending=beroende; wait=vänta; decide=bestämmer mig; decided=bestämt mig; customers=kunder; product=produkt
solution=lösning; platform=plattform; discount=rabatt; webinar=webbinarium; newsletter=nyhetsbrev
conference=konferens; position=tjänst; internship=praktikplats; thesis=uppsats; students=studenter; question=fråga
questions=frågor; remove me=ta bort mig; quote=offert; company=företag; how does it work=hur fungerar det
"""
VERBS = """
would like to have=vill ha/vilja ha; would like to=vill/vilja; would like=vill ha/vilja ha
what matters is that=viktigt är att; are paid=får arvode; would love to=vill gärna/vilja; want to=vill/vilja
wants to=vill; want=vill ha/vilja ha; wish to=vill/vilja; don't want to=vill inte; do not want to=vill inte
don't want=vill inte ha; do not want=vill inte ha; rather not=helst inte; need to=behöver/behöva
need=behöver/behöva; needs=behöver; are looking for=söker; am looking for=söker; looking for=söker/söka
look for=söker/söka; seek=söker/söka; are seeking=söker; seeking=söker; searching for=söker; in need of=behöver
find=hittar/hitta; have=har/ha; has=har; be=är/vara; live in=bor i/bo i; lives in=bor i; living in=bor i
living with=lever med; live with=lever med/leva med; lives with=lever med; lived in=bott i
work at=arbetar på/arbeta på; work as=arbetar som/arbeta som; work with=arbetar med/arbeta med; work=arbetar/arbeta
are planning=planerar; planning=planerar; plan=planerar/planera; are developing=utvecklar
develop=utvecklar/utveckla; are building=bygger; build=bygger/bygga; improve=förbättrar/förbättra
are starting=startar; start=startar/starta; begin=börjar/börja; meets=träffas; meet=träffas/träffas
gather=samlas/samlas; takes place=äger rum; take place=äger rum/äga rum; is held=hålls; be held=hållas/hållas
take part in=deltar i/delta i; take part=deltar/delta; participate in=deltar i/delta i; participate=deltar/delta
join=är med i/vara med i; be in your=vara med i er/vara med i er; be part of=är med i/vara med i
sign up=anmäler mig/anmäla mig; register=registrerar/registrera; register myself=anmäler mig/anmäla mig
help=hjälper/hjälpa; contribute=bidrar/bidra; share=delar/dela; tell=berättar/berätta; talk about=pratar om/prata om
talk=pratar/prata; speak=talar/tala; lecture=föreläser/föreläsa; read=läst/läsa; test=testar/testa; try=provar/prova
review=granskar/granska; answer=svarar/svara; discuss=diskuterar/diskutera; comment on=tycker till om/tycka till om
hope=hoppas/hoppas; prefer=föredrar/föredra; agree=samtycker; consent=samtycker; save=sparar/spara
store=sparar/spara; keep=sparar/spara; use=använder/använda; handle=hanterar/hantera; process=behandlar/behandla
match=matchar/matcha; met=mött; call=ringer/ringa; reply=svarar/svara; offer=erbjuder/erbjuda; apply=ansöker/ansöka
wonder=undrar/undra; become=blir/bli; becomes=blir; understand=förstår/förstå; know=vet/veta; learn=lär/lära
give=ger/ge; get=får/få; contact=kontaktar/kontakta; interview=intervjuar/intervjua; invite=bjuder in/bjuda in
pay=betalar/betala; see=ser/se
"""

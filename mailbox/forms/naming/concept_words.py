"""The words that labels are made of, by what they are about: a concept, and the words for it, uninflected.

`_` joins words that mean it only together. A word may stand under two concepts. What a new form calls something is
added here when the word is new, in `request_fields` and `registration_fields` when the question is.
"""

WORDS: dict[str, str] = {
    # How something is asked for
    "how_many": "så_många så_här_många hur_pass_många gruppstorlek storlek how_many hur_många hur_mycket_folk antal "
    "antalet numerär number_of volym",
    "how_long": "så_lång_tid tid_det_tar räkna_med så_mycket_tid i_anspråk avsätts avsatt hur_länge hur_lång_tid "
    "hur_lång hur_mycket_tid tidsåtgång tidsomfattning varaktighet längd duration how_long arbetsinsats tidsinsats "
    "åtgår",
    "extent": "omfattning utsträckning",
    "how_far": "hur_många_mil hur_många_kilometer hur_många_km hur_långt så_långt avstånd how_far",
    "how_often": "hur_ofta frekvens intervall how_often",
    "when": "tidsram tidsrymd datumet när tidpunkt vilken_dag vilka_dagar vilken_vecka vilket_datum vilka_datum "
    "vilken_tid vilka_tider when går_av_stapeln äga_rum äger_rum genomförs_mellan",
    "happens": "sker ske hålls hållas genomförs genomföra genomföras utförs utföras pågår pågå göras",
    "where": "var vart where varifrån",
    "who": "vem vems who",
    "which": "vilka which",
    "why": "därför varför anledning skäl why orsak",
    "how": "hur how",
    "what": "vad what",
    # Who asks
    "unit": "vårdavdelning verksamhet enhet klinik avdelning avd mottagning arbetsplats sektion team arbetsgrupp "
    "boende hälsocentral vårdcentral skola rektorsområde verksamhetsområde unit department workplace ward clinic "
    "arbetsställe inrättning byrå träffpunkt vårdenhet stab kansli förskola arbetsenhet apotek hemvård",
    "work": "jobba arbeta",
    "organisation": "organisation huvudman förvaltning myndighet arbetsgivare bolag landsting organization authority "
    "employer huvudmannaskap vårdgivare driver lyder nämnd",
    "region": "region län landsting",
    "kommun": "kommuntillhörighet kommun municipality",
    "belong": "tillhör tillhörighet hör_till",
    "contact": "vänder_oss_till vända_oss_till vänder_vi_oss_till kontakt kontaktperson kontaktpers kontakta "
    "kontaktad contact höra_av höra_av_sig hör_av hör_av_er återkomma kontaktman kontaktyta tala_med prata_med "
    "pratar_vi_med talar_vi_med "
    "fråga_om",
    "reach": "nå nås nådd nåbar reach",
    "way_of_contact": "kontaktsätt kontaktväg",
    "responsible": "ansvarig ansv handläggare projektledare uppdragsgivare beställare avsändare tjänsteperson chef "
    "samordnare uppgiftslämnare responsible håller_i frågeställare ägare tjänsteman tjänstekvinna processledare "
    "koordinator sammankallande lämnas_av beställd begärd_av inlämnad_av initiativtagare inlämnare rekvirent "
    "skrivet_av",
    "name": "namn heter heta name fullst för_och_efternamn",
    "first_name": "first förnamn tilltalsnamn",
    "last_name": "family efternamn släktnamn surname",
    "mail": "elektronisk_adress elektronisk_post ebrev epost mejl mail email mejladress mailadress epostadress mejla "
    "maila mailadr mailbox epostlåda eadress inkorg jobbmejl",
    "info": "information info uppgifter",
    "phone": "direktnr lur direktval per_telefon telefonledes telefon tfn tel mobil ring ringa telefonnummer "
    "mobilnummer mobilnr mob tele telnr telefonnr telenr direktnummer phone mobile hemtelefon mobiltelefon "
    "telefonkontakt hemnummer cell call",
    "number": "nummer nr",
    # What it is about
    "title": "rubrik benämning benämn titel arbetsnamn kalla kallas title heading ämnesrad",
    "assignment": "grej uppdrag projekt utvecklingsarbete förbättringsarbete arbete assignment project förfrågan "
    "ärendet",
    "task": "uppgift insats task",
    "activity": "uppdragstyp engagemang uppdragsform aktivitet activity",
    "participation": "medverkan delaktighet delaktig deltagande involvering inflytande samskapande participation "
    "medskapande",
    "type": "typ sort slag variant kategori type kind art",
    "form": "form format",
    "way": "delaktig_hur tillvägagångssätt sätt metod vis hur_går_det_till upplägg",
    "describe": "beskriv beskrivning berätta redogör redogörelse sammanfattning sammanfatta förklara describe "
    "description summary tell presentera presentation fritext orientering redovisning utveckla precisera måla_upp "
    "målar_upp",
    "background": "bakgrund background",
    "content": "innehåll innebär innebära handla handlar går_ut_på gå_ut_på går_det_ut_på går_det_hela_ut_på "
    "gäller_det rör_det_sig rör content innebörd",
    "do": "göra gör göras sysslar do",
    "purpose": "bättre tanken effekt nyttan achieve önskemål_med syfte mål ändamål avsikt nytta uppnå åstadkomma "
    "leda leder mynna mening meningen vinst purpose aim goal objective målsättning få_ut syftar mynna_ut uppnås "
    "vinna vinner målbild nyttoeffekt strävan förhoppning poängen poäng avsett åsyftat åsyftad förbättra ambition "
    "vision motivering förändras förändra är_ni_ute_efter drömmen dröm bakomliggande",
    "result": "resultat utfall result outcome",
    "expect": "åtagande åtar förväntning förväntan förväntas förvänta väntar förväntad krav krävs expectation",
    "contribute": "bidra bidrag contribute tillföra",
    "role": "roll funktion role",
    "as": "som_vad egenskap av_att_vara från_att_vara som_är",
    "participant": "utsedd medverkandes deltagare deltagaren medverkande personen invånare representant företrädare "
    "participant medborgare den_som_medverkar den_som_deltar den_som_kommer den_som_är_med de_som_deltar "
    "de_som_medverkar deltar sökt vederbörande personkrets inbjuden inbjudna familj familjer tar_plats",
    "person": "person pers people någon",
    "patient": "patient brukare brukar närstående anhörig relative",
    "perspective": "perspektiv perspective synvinkel",
    "experience": "levt_med lever_med känna_till profil kravprofil erfarenhet erfaren upplevelse upplevt upplevd "
    "experience varit_med_om gått_igenom livserfarenhet historia livshistoria berättelse",
    "competence": "kompetens kunskap skill",
    "disease": "diagnos sjukdom tillstånd sjuk besvär",
    "disability": "funktionsnedsättning funktionshinder",
    "target_group": "målgrupp",
    "focus": "fokusområde fokusgruppsområde focus",
    "area": "område ämnesområde inriktning ämne area sakområde",
    "interest": "intresse intresserad intresserar intresseområde locka",
    "seek": "önskemål rekrytera söka söks söker sökes efterfrågas efterfråga efterfrågad önskas önska önskad önskade "
    "behöver behöv letar leta wanted desired ute_efter need saknar begär begära begärd begärt begäran efterlysa "
    "efterlyser hoppas_på rekvirera rekvirerad rekvirent rekvisition",
    "occasion": "tillfälle gång träff möte sammankomst ggr session mötestillfälle meeting workshop occasion intervju "
    "sammanträde omgång",
    "per": "per varje",
    "minute": "minut min timme tim timma minutes hour",
    "seat": "platser",
    # When, where, how
    "date": "datum dag dagar vecka veckodag period tidsperiod månader date day",
    "clock": "hur_dags tid_på_dagen klockan klockslag kl",
    "daytime": "helg helger kvällar vardag vardagar dagtid kvällstid kontorstid förmiddag eftermiddag kväll "
    "dagtelefon",
    "time": "tid tider time tidplan tidsplan schema",
    "start": "från_och_med fr_o_m from_och_med start startar börja börjar första uppstart inleds startdatum "
    "inledning drar_igång drar_det_igång igång",
    "end": "till_och_med t_o_m till_klockan end finish pågår_till slut slutar slutdatum avslutas tom sluttid upphör",
    "estimated": "beräkna beräknad uppskatta uppskattad preliminär ungefärlig planera planerad tänkt tilltänkt",
    "place": "plats lokal mötesplats mötesrum mötet_hålls hus sal stad venue place location håller_till ort room ses "
    "träffas samlas möts lokalisering läge ställe stället",
    "address": "adress address gatuadress besöksadress",
    "onsite": "på_plats fysisk fysiskt onsite irl",
    "remote": "digital digitalt distans länk teams zoom hybrid video online webben skype",
    "others": "tillsammans_med övriga övrig andra fler flera mer ytterligare other annan",
    "together": "sitter_med är_med med_i_gruppen finns_med i_rummet sammansättning ingå ingår",
    "group": "grupp gruppen yrkesgrupp publik åhörare",
    "access": "ta_dig_in tar_du_dig_in ta_sig_in kommer_man_in teleslinga slinga kontrast "
    "tillgänglighetsanpassningar accessible tillgänglighet hörslinga tolk rullstol hiss ramp handikapp "
    "tillgänglighetsanpassad accessibility ledsagare teckentolk rörelsehindrad hörselskadad framkomlighet hinder "
    "ta_dig_dit",
    "adapt": "anpassa anpassning anpassad underlätta tillgänglighetsanpassning",
    "support": "tar_hand_om till_hands finns_till stöd stödperson stötta stödja support stödinsats stödbehov "
    "tar_emot möter_upp ta_emot möta_upp stödkontakt omhändertagande",
    "help": "hjälp hjälpa hjälpmedel help bistå",
    "personal": "personlig personligt personal",
    "need_of": "behov särskilda needs tänka_på",
    "prepare": "inför förbereda förberedelse förbered introduktion inläsning läsa_in utbildning kompetensutveckling "
    "på_förhand förhand förberett underlag preparation förväg innan läsa_på introducera inläst i_förväg läsa_innan",
    "material": "material",
    "pay": "vad_får betala betalar betalare kompensation paid payment ersätter milersättning arvode ersättning "
    "betalt betalning ersätts ersätt reseersättning omkostnad utlägg arvodering arvoderas fee reimbursement "
    "compensation lön ersättningsnivå utgår pengar traktamente honorar gåva",
    "cost": "betala betalar betalare fakturamärkning budgetansvarig faktura budget kostnaden konteras betalande "
    "kostnadsställe kst konto kontering attest attestant attestansvarig fakturareferens projektnummer projektnr "
    "projektkod ansvarskod ansvarsnummer ansvar belasta bokför bokförs kostnad fakturering attestera cost "
    "faktureras verksamhetskod motpart koddel kontosträng",
    "feedback": "tas_till_vara togs_till_vara tagits_till_vara efteråt berättar_ni berättar_vi blev_av det_blev "
    "resultatet_sen återföring följs följa_upp "
    "följer_upp återkoppling återkoppla återkopplar feedback uppföljning hur_det_gick hur_det_gått följs_upp "
    "redovisas återrapport återrapportering återkopplas",
    "reply": "ni_veta senast_veta vi_veta måste_veta svar svara besked osa svarsdatum svarsdag reply svarstid "
    "beskedet svarsfrist",
    "latest": "senast senaste sista deadline före tidsfrist by latest utgår går_ut",
    "minor": "minderårig omyndig under_18 barn ungdom unga under_arton underårig minors",
    # The resident
    "street": "street gata box utdelningsadress bostadsadress hemadress c_o",
    "post": "post postadress brev postal",
    "postcode": "zip postnummer postnr postort postcode",
    "live": "hemvist bosättning bosättningskommun bor bo bosatt boende bostad folkbokförd folkbokföring bostadsort "
    "hemkommun bostadskommun hemort hemma boendekommun",
    "home": "hem",
    "born": "fött född_år född fodelsear födelseår föddes födelsedatum födelsedata born birth födelse",
    "year": "år årtal åren year",
    "prefer": "föredra helst bäst bästa lättast enklast prefer preferred smidigast",
    "care": "ställen vårdgivarkontakt bemötande vård vårdgivare vårdkontakt sjukhus vårdenhet omsorg sjukvård care "
    "insatser vårderfarenhet",
    "met": "träffa jag_möter du_möter mött möta haft besökt met fått vårdats",
    "current": "nytt nyligen aktualitet pågående pågår nuvarande tidigare aktuell aktuella current",
    "ago": "sedan sen gammal ligger",
    "take_part": "medverka delta vara_med vara_delaktig engagera medverkar ställa_upp vara_med_på",
    "can": "kan kunna möjlighet tänka_mig tänka_dig orkar can",
    "not": "inte ej slippa undvika avstår avstå nej nej_till aldrig tackar_nej unwilling utan",
    "available": "funkar fungerar passa passar ledig tillgänglig availability available",
    "travel": "tar_jag_mig tar_mig_fram tar_dig_fram tar_mig ta_mig_till kan_ta_mig bil färdtjänst körkort färdmedel "
    "buss tåg kollektivtrafik resa resor "
    "resväg åka reser färdsätt restid transport travel reseavstånd resavstånd ta_dig tar_dig resande färdas ta_mig",
    "language": "tolkspråk språk tala talar prata pratar modersmål behärska language",
    "association": "föreningsliv engagemang föreningsengagemang förtroendevald intresseorganisation förening medlem "
    "medlemskap representera representerar föreningsmedlem patientorganisation brukarorganisation patientförening "
    "association",
    "guardian": "vårdnadshavare målsman förälder mamma pappa guardian parent föräldrar",
    "consent": "samtycke samtycker godkänna godkännande medge tillåt tillstånd consent tillåter godkänn",
    "signature": "skrivit_på skrivit_under skriver_under underskrift signatur namnteckning underskriven "
    "namnförtydligande undertecknad signature",
    "keep": "spara sparas kvar lagring lagringstid stå register lagras keep bevara",
    "month": "månad months",
    "max": "max maximalt högst maximum flest",
    "half_year": "halvår half_year",
    "asked": "tillfrågad tillfrågas förfrågningar fråga_dig frågad",
    "gender": "kön könsidentitet könstillhörighet gender pronomen identifierar man kvinna",
    # What forms ask besides, and none of our fields
    "filler": "hjälpt_mig_fylla hjälpt_dig_fylla fylla_i fyller_du_i fyllt_i ifyllt ifylld ifyllare ifylls blankett "
    "blanketten formulär formuläret fylls_i",
    "own_case": "ärendenummer ärendenr ärende dnr diarienummer diarienr diariet referensnummer referens id ref "
    "registreringsnummer löpnummer",
    "sent": "skickad skickat inskickad inskickat inkom inkommen mottagen version sida webbläsare ip tidsstämpel "
    "system",
    "heard_of": "hittade_till kom_i_kontakt såg fick_veta höra_om höra_talas läste_om hörde hört hittade hittat "
    "fick_höra känner_till tipsade",
    "cookies": "visa_bild visa fotografering publicering samtyckesversion captcha cookies cookie kakor robot "
    "villkor användarvillkor nyhetsbrev foto bild film publicera publiceras fotografera fotograferas",
    "identity": "organisationsnummer orgnr org_nr födelsenummer personnummer personnr pnr samordningsnummer "
    "id_nummer legitimation",
    "private": "öppettid anställda avtal vårdplatser vårdplats temperatur medarbetarantal upphandling "
    "kollektivavtal journalsystem försäkringsbolag läkemedel husdjur skostorlek favoritfärg civilstånd yrke "
    "sysselsättning bankkonto clearingnummer blodgrupp längd_cm vikt nationalitet kontonummer medborgarskap "
    "religion inkomst anställning befattning tjänstetitel yrkestitel ålder",
    "attached": "bilaga bilagor bifogad bifogas attachment bifoga",
    "remark": "bra_att_veta notering upplysning upplysningar kommentar meddelande anmärkning övrigt anteckning "
    "noteringar",
    "web": "webbplats hemsida webb fax länkadress url växel",
    "food": "lunch fika mat allergi allergier specialkost parkering dryck",
    "decided": "beslutad beslut beslutsfattare handläggs registrerad",
    "invoice_address": "faktureringsadress fakturaadress leveransadress",
}  # fmt: skip

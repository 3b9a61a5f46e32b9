import { topicEntries } from '../topic-entries.js'

/**
 * The topics of the English list in German: same slugs and parents, so that articles of all languages share one tree.
 * See `topic-entries.ts` for the columns.
 */
export const TOPICS = topicEntries(`
politics | Politik | | parteipolitik, koalitionsverhandlungen, regierungskoalition, parteichef, parteichefin, ministerpräsident, ministerpräsidentin, bundeskanzler, bundeskanzlerin | opposition, partei, parteien, kanzler, kanzlerin, minister, ministerin, präsident, präsidentin
elections | Wahlen | politics | wahl, wähler, wählerinnen, stimmzettel, wahlkampf, wahllokal, wahlbeteiligung, volksentscheid, referendum, bundestagswahl, landtagswahl, kommunalwahl | abstimmung, stimmen, kandidat, kandidatin, kandidaten
voting-rights | Wahlrecht | elections | stimmrecht, wählerverzeichnis, wahlkreiszuschnitt
campaign-finance | Wahlkampffinanzierung | elections | parteispende, parteispenden, wahlkampfspenden, großspender
opinion-polls | Meinungsumfragen | elections | meinungsumfrage, meinungsforscher, umfragewerte, politbarometer | umfrage, umfragen, befragten, prozentpunkte
parliament | Parlament und Gesetzgebung | politics | parlament, gesetzgebung, gesetzentwurf, bundestag, bundesrat, landtag, abgeordnete, abgeordneten, nationalrat | gesetz, fraktion, ausschuss
government | Regierung und Verwaltung | politics | bundesregierung, landesregierung, öffentlicher dienst, kabinettsumbildung | kabinett, verwaltung, beamte, behörde, behörden
local-government | Kommunalpolitik | politics | stadtrat, gemeinderat, kreistag, bürgermeister, bürgermeisterin, oberbürgermeister, oberbürgermeisterin, stadtverwaltung, rathaus, kommunalpolitik, bebauungsplan | gemeinde, kommune, kommunen, landrat, landrätin
corruption | Korruption | politics | bestechung, schmiergeld, schmiergelder, veruntreuung, geldwäsche
constitution | Verfassung | politics | grundgesetz, verfassungsänderung, verfassungsgericht, bundesverfassungsgericht
impeachment | Amtsenthebung | politics | amtsenthebung, amtsenthebungsverfahren, impeachment
economy | Wirtschaft | | wirtschaftswachstum, rezession, bruttoinlandsprodukt, konjunktur, abschwung, weltwirtschaft, ökonomen | wirtschaftlich, wachstum, wirtschaft, ökonom
taxation | Steuern | economy | steuer, steuersenkung, steuererhöhung, steuerreform, einkommensteuer, mehrwertsteuer, steuerzahler | abgaben
trade | Handel | economy | handelsabkommen, zölle, strafzölle, freihandel, handelskrieg, handelsstreit, außenhandel | zoll, ausfuhren, einfuhren, exporte, importe, handel
employment | Arbeit und Beschäftigung | economy | arbeitsplätze, arbeitslosigkeit, arbeitslose, mindestlohn, stellenabbau, kurzarbeit, entlassungen, arbeitsmarkt, arbeitslosenquote | löhne, beschäftigte, beschäftigten, stellen, mitarbeiter
labour-unions | Gewerkschaften | employment | gewerkschaft, gewerkschaften, streik, streiks, warnstreik, tarifverhandlungen, tarifvertrag, arbeitskampf, streikposten, tarifstreit, verdi | betriebsrat, arbeitsniederlegung
inflation | Inflation und Preise | economy | inflation, inflationsrate, lebenshaltungskosten, verbraucherpreise, teuerung, preisanstieg, preissteigerungen, teuerungsrate | preise, preis
central-banks | Zentralbanken und Zinsen | economy | zentralbank, zentralbanken, leitzins, leitzinsen, geldpolitik, ezb, bundesbank, notenbank, notenbanken, zinserhöhung, zinssenkung, zinsentscheid, europäische zentralbank, notenbanker | zinsen, zins, fed
banking | Banken und Finanzen | economy | banken, bankhaus, sparkasse, sparkassen, hedgefonds, großbank, investmentbank | bank, kredite, kredit, einlagen
stock-markets | Börse | economy | börse, aktienmarkt, aktienmärkte, dax, aktienkurs, aktien, börsengang, dow jones | aktie, anleger, kurs, analysten, anleihen
public-debt | Haushalt und Staatsschulden | economy | staatshaushalt, staatsschulden, schuldenbremse, sparkurs, finanzminister, finanzministerin, haushaltsdefizit, bundeshaushalt, haushaltsentwurf | haushalt, defizit, schulden
housing | Wohnen | economy | mieter, vermieter, wohnungsnot, wohnungsbau, obdachlosigkeit, mietpreisbremse, mieten, immobilienmarkt, sozialwohnungen | miete, obdachlose, wohnungen, wohnung, immobilien
business | Unternehmen | economy | konzern, konzerne, mittelstand, vorstandschef, vorstandschefin, geschäftsführer, geschäftsführerin, startup, start-up | firmen, betriebe, unternehmen, firma, kunden, hersteller
company-results | Geschäftszahlen | business | gewinnwarnung, quartalszahlen, geschäftszahlen, jahresergebnis, bilanz, betriebsgewinn, nettogewinn, umsatzrückgang, umsatzplus, quartalsgewinn | umsatz, gewinn, verlust, prognose, quartal
mergers | Übernahmen und Insolvenzen | business | fusion, übernahmeangebot, insolvenz, insolvenzverwalter, insolvenzverfahren, pleite | übernahme, beteiligung
retail | Einzelhandel | business | einzelhandel, supermarkt, supermärkte, kaufhaus, kaufhäuser, onlinehandel, einzelhändler, ladenschluss | läden, händler, filialen
fisheries | Fischerei | agriculture | fischfang, fischbestände, fischer, kutter, hering, heringe, hummer | fische, fisch, fang
agriculture | Landwirtschaft | economy | landwirte, landwirt, bauern, ackerbau, viehzucht, bauernverband | ernte, felder, höfe
food | Essen und Trinken | | restaurants, rezept, rezepte, gastronomie, lebensmittel, brauerei, weingut | küche, restaurant, bier, wein, speisen, gericht
energy | Energie | economy | kraftwerk, kraftwerke, stromnetz, energieversorgung, stromausfall, strompreise, strompreis, energieversorger, energiepreise | strom, energie
oil-and-gas | Öl und Gas | energy | erdöl, erdgas, gaspreis, fracking, opec, ölpreis, ölpreise, rohöl, barrel | öl, pipeline, gas
coal | Kohle | energy | braunkohle, steinkohle, kohleausstieg, kohlebergbau, kohlekraftwerk | tagebau, kohle
renewable-energy | Erneuerbare Energien | energy | solarenergie, windkraft, windräder, windpark, photovoltaik, energiewende, windenergie, ökostrom
nuclear-power | Kernenergie | energy | atomkraft, atomkraftwerk, atomkraftwerke, kernkraftwerk, atomausstieg, atommüll | reaktor
environment | Umwelt | | umweltschutz, naturschutz, artenvielfalt, entwaldung, luftverschmutzung, artenschutz, umweltschützer, emissionen | verschmutzung, umwelt
climate-change | Klimawandel | environment | klimaschutz, erderwärmung, klimakrise, treibhausgas, treibhausgase, co2-ausstoß, pariser abkommen, klimapolitik, klimaziele | klima
water | Wasser | environment | dürre, trinkwasser, wasserversorgung, abwasser, wasserwerk, wasserwerke | wasser, brunnen
weather | Wetter | environment | wetterdienst, deutscher wetterdienst, schneefall, gewitter, hitzewelle, unwetter, meteorologe, meteorologen, wettervorhersage, starkregen, orkan, temperaturen | wetter, regen, schnee, sturm, böen, grad
disasters | Naturkatastrophen | environment | erdbeben, hurrikan, waldbrand, waldbrände, tsunami, sturmflut, hochwasser, überschwemmung, überschwemmungen, vulkanausbruch, erdrutsch, tornado | evakuiert
accidents | Unfälle | | verkehrsunfall, verkehrsunfälle, unfall, unfälle, flugzeugabsturz, zugunglück, unfallstelle, zusammenstoß, feuerwehr, großbrand, massenkarambolage, auffahrunfall, schwer verletzt, hubschrauberabsturz, entgleist | verletzte, unglück, brand, explosion, zusammenstieß, rettungskräfte
foreign-policy | Außenpolitik | | diplomatie, diplomaten, außenminister, außenministerin, außenpolitik, botschafter, botschafterin, staatsbesuch, auswärtiges amt, friedensgespräche | diplomatisch, gipfel, botschaft
sanctions | Sanktionen | foreign-policy | sanktionen, wirtschaftssanktionen, embargo | sanktion
nuclear-deal | Atomabkommen mit Iran | foreign-policy | atomabkommen, iran-abkommen, jcpoa | abkommen, uran, anreicherung
nuclear-weapons | Atomwaffen | security | atomwaffe, atomtest, kernwaffen, sprengkopf, sprengköpfe, abrüstung | rakete, raketen
united-nations | Vereinte Nationen | foreign-policy | vereinten nationen, sicherheitsrat, un-generalversammlung, blauhelme, uno
european-union | Europäische Union | foreign-policy | europäischen union, brexit, eu-kommission, europäische kommission, eurozone, europaparlament, eu | brüssel
nato | Nato | security | nordatlantikpakt
middle-east | Naher Osten | foreign-policy | nahost, nahen osten, gaza, westjordanland, persischer golf, palästinenser | syrien, jemen, israel, iran, irak
security | Sicherheit und Verteidigung | | bundeswehr, militär, armee, soldaten, streitkräfte, verteidigungsausgaben, verteidigungsminister, verteidigungsministerin | marine, truppen
war | Krieg und Konflikte | security | waffenstillstand, waffenruhe, luftangriff, luftangriffe, bürgerkrieg, angriffskrieg, kriegsverbrechen, front | krieg, invasion, kämpfe, offensive
terrorism | Terrorismus | security | terrorist, terroristen, terroranschlag, islamischer staat, islamisten, taliban | anschlag, anschläge, terror, extremismus
intelligence | Geheimdienste und Spionage | security | geheimdienst, geheimdienste, nachrichtendienst, spionage, verfassungsschutz | überwachung, spione, agenten
cybersecurity | Cybersicherheit | security | hackerangriff, cyberangriff, cyberangriffe, schadsoftware, datenleck, it-sicherheit | hacker
veterans | Veteranen | security | kriegsveteranen, veteranen | veteran
crime | Kriminalität | | mord, totschlag, raubüberfall, einbruch, einbrecher, straftat, straftaten, mordverdacht, festgenommen, tatverdächtiger, tatverdächtige, messerangriff, betrüger | raub, bande, täter, opfer, tatort, festnahme, verdächtige
policing | Polizei | crime | polizisten, polizistinnen, polizeieinsatz, polizeigewalt, strafverfolgung, polizei, polizeisprecher, polizeisprecherin, polizist, streifenwagen | beamte, ermittler
gun-policy | Waffenrecht | crime | schusswaffen, waffengesetz, waffengewalt, amoklauf
drugs | Drogen | crime | opioide, kokain, heroin, cannabis, drogenhandel, drogen, drogenhändler
justice | Gerichte und Justiz | | landgericht, amtsgericht, bundesgerichtshof, oberlandesgericht, staatsanwaltschaft, staatsanwalt, staatsanwältin, angeklagte, angeklagten, verurteilt, freispruch, strafprozess, verwaltungsgericht, richterin | gericht, klage, urteil, prozess, berufung, richter, anklage, verteidiger, zeuge
prisons | Gefängnisse | justice | gefängnis, häftlinge, justizvollzugsanstalt, gefängnisse, häftling | haft, zelle
human-rights | Menschenrechte | | bürgerrechte, folter, politische gefangene, meinungsfreiheit, menschenrechte, amnesty international
protests | Proteste | | demonstranten, demonstration, demonstrationen, kundgebung, proteste, tränengas, demonstrierten | protest, protestierten
privacy | Datenschutz und Privatsphäre | human-rights | datenschutz, privatsphäre, personenbezogene daten, dsgvo
race | Rassismus | human-rights | rassismus, rassistisch, rassisten, rassentrennung | diskriminierung
gender-equality | Gleichstellung | human-rights | sexismus, sexistisch, gleichberechtigung, frauenrechte, frauenquote, gleichstellung
sexual-violence | Sexuelle Gewalt | crime | vergewaltigung, sexueller missbrauch, sexuelle übergriffe, sexuelle belästigung, vergewaltigt | missbrauch
lgbt-rights | Rechte von LGBT | human-rights | gleichgeschlechtliche ehe, ehe für alle, transgender, lgbt, lgbtq
religion | Religion | | moschee, synagoge, muslime, christen, islam, bischof, papst, vatikan, gottesdienst | kirche, katholisch, evangelisch, pfarrer, gemeinde
immigration | Einwanderung | | einwanderer, zuwanderung, migranten, migration, abschiebung, abschiebungen, asyl, grenzkontrollen, asylbewerber | visum, visa
refugees | Flüchtlinge | immigration | flüchtling, flüchtlinge, geflüchtete, flüchtlingslager, flüchtlingsunterkunft
health | Gesundheit | | krankenhäuser, gesundheitswesen, patienten, medizin, ärzte, kliniken, pflegekräfte, krebs, digitalisierung im gesundheitswesen, patientenakte, gesundheitsminister, gesundheitsministerin | krankenhaus, krankheit, arzt, ärztin, klinik, gesundheit, behandlung
health-insurance | Krankenversicherung | health | krankenkasse, krankenkassen, pflegeversicherung, krankenversicherung
abortion | Schwangerschaftsabbruch | health | abtreibung, abtreibungen
pandemic | Pandemien und Infektionen | health | pandemie, epidemie, covid-19, corona, coronavirus, impfstoff, impfung, impfungen, grippe, masern, lockdown | infektion, infektionen, virus, infiziert
education | Bildung | | schulen, lehrer, lehrerinnen, schüler, schülerinnen, lehrplan, gymnasium, grundschule, kita, kitas, unterricht | schule, klasse, klassen
higher-education | Hochschulen | education | hochschule, universitäten, studium, studierende, studiengebühren, hochschulen | universität, studenten, professor
science | Wissenschaft | | wissenschaftler, wissenschaftlerinnen, physik, forscherinnen, forschungsinstitut | forscher, labor, studie, forschung
space | Raumfahrt | science | nasa, esa, raumschiff, satelliten, astronauten, raumstation, rakete gestartet, raumsonde, weltraumteleskop | satellit, mond, mars, weltraum, weltall
technology | Technik | | künstliche intelligenz, algorithmus, algorithmen, digitalisierung, smartphone, smartphones, tech-konzerne | software, internet, app, apps, google, apple, daten, digital
video-games | Videospiele | technology | videospiel, videospiele, computerspiel, computerspiele, spielkonsole, playstation
social-media | Soziale Medien | technology | soziale netzwerke, sozialen medien, soziale medien, instagram, influencer | twitter, facebook, tweet, tweets
media | Nachrichtenmedien | | journalisten, journalismus, zeitungen, pressefreiheit, falschmeldungen, rundfunk | zeitung, sender, redaktion, medien
transport | Verkehr | | fähre, fähren, reederei, eisenbahn, nahverkehr, fahrgäste, deutsche bahn, schienenverkehr, lokführer, bahnstrecke | bahn, hafen, autobahn, züge, bus, straßen, stau
aviation | Luftfahrt | transport | flughafen, fluggesellschaft, fluggesellschaften, lufthansa, boeing, airbus, luftfahrt, passagierflugzeug | flugzeug, flüge, flug, piloten, passagiere
cars | Autos | transport | autobauer, autohersteller, elektroauto, elektroautos, volkswagen, autoindustrie, neuzulassungen | auto, autos, fahrzeuge, modell, diesel
sports | Sport | | olympia, olympische spiele, weltmeisterschaft, weltmeister, sportler, sportlerinnen, bundestrainer, europameisterschaft, spieltag, halbfinale, viertelfinale, pokal, turnier | trainer, mannschaft, saison, spieler, liga, sieg, niederlage, stadion, meisterschaft, spiel
football | Fußball | sports | bundesliga, fußballer, torwart, champions league, dfb, elfmeter, mittelfeld, dfb-pokal, stürmer, fußball-weltmeisterschaft, freistoß, fußballverein | fußball, tor, tore, gegentor, halbzeit, fc, kopfball
american-football | American Football | sports | nfl, super bowl, touchdown, quarterback
basketball | Basketball | sports | nba, basketballer, korbleger | basketball, punkte
baseball | Baseball | sports | home run, mlb | baseball
ice-hockey | Eishockey | sports | eishockey, nhl, del | puck
tennis | Tennis | sports | wimbledon, davis cup, grand slam, tiebreak, atp, wta | tennis, satz, aufschlag
golf | Golf | sports | golfplatz, golfplätze, golfer, ryder cup | golf
cricket | Cricket | sports | wicket | cricket
motor-sport | Motorsport | sports | formel 1, formel eins, grand prix, motogp | rennen, fahrer, runde
culture | Kunst und Kultur | | museum, museen, theater, ausstellung, gemälde, oper, galerie | kunst, künstler, künstlerinnen, kultur, festival
music | Musik | culture | sängerin, sänger, album, konzert, konzerte, orchester, rockband, songwriter | musik, band, lied, lieder, tournee
film-and-television | Film und Fernsehen | culture | hollywood, regisseur, regisseurin, kinofilm, fernsehserie, schauspielerin, netflix, schauspieler, kino | film, filme, serie, fernsehen
books | Bücher | culture | roman, romane, schriftsteller, schriftstellerin, verlag, buchmesse, bestseller | buch, bücher, autor, autorin
royalty | Königshäuser | | königshaus, königin, prinz, prinzessin, monarchie | könig, palast
`)

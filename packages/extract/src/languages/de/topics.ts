import { topicEntries } from '../topic-entries.js'

/**
 * The topics of the English list in German: same slugs and parents, so that articles of both languages share one tree.
 * See `topic-entries.ts` for the columns.
 */
export const TOPICS = topicEntries(`
politics | Politik | | parteipolitik
elections | Wahlen | politics | wahl, wähler, wählerinnen, stimmzettel, wahlkampf, wahllokal, wahlbeteiligung, volksentscheid, referendum, abstimmung
voting-rights | Wahlrecht | elections | stimmrecht, wählerverzeichnis, wahlkreiszuschnitt
campaign-finance | Wahlkampffinanzierung | elections | parteispende, parteispenden, wahlkampfspenden, großspender
opinion-polls | Meinungsumfragen | elections | umfrage, umfragen, meinungsumfrage, meinungsforscher
parliament | Parlament und Gesetzgebung | politics | parlament, gesetzgebung, gesetzentwurf, bundestag, bundesrat, landtag, abgeordnete, abgeordneten
government | Regierung und Verwaltung | politics | bundesregierung, landesregierung, kabinett, verwaltung, beamte, öffentlicher dienst
corruption | Korruption | politics | bestechung, schmiergeld, schmiergelder, veruntreuung
constitution | Verfassung | politics | grundgesetz, verfassungsänderung, amtsenthebung, verfassungsgericht
economy | Wirtschaft | | wirtschaftlich, wirtschaftswachstum, rezession, bruttoinlandsprodukt, konjunktur
taxation | Steuern | economy | steuer, steuersenkung, steuererhöhung, steuerreform, einkommensteuer, mehrwertsteuer, steuerzahler, abgaben
trade | Handel | economy | handelsabkommen, zölle, zoll, freihandel, ausfuhren, einfuhren, exporte, importe, handelskrieg
employment | Arbeit und Beschäftigung | economy | arbeitsplätze, arbeitslosigkeit, arbeitslose, mindestlohn, löhne, beschäftigte
labour-unions | Gewerkschaften | employment | gewerkschaft, streik, streiks, warnstreik, tarifverhandlungen, tarifvertrag, arbeitskampf, streikposten
inflation | Inflation und Preise | economy | inflation, zinsen, leitzins, lebenshaltungskosten, verbraucherpreise, teuerung
banking | Banken und Finanzen | economy | bank, banken, börse, aktienmarkt, hedgefonds, zentralbank, kredite
public-debt | Haushalt und Staatsschulden | economy | haushalt, staatshaushalt, defizit, staatsschulden, schuldenbremse, sparkurs, finanzminister, finanzministerin
housing | Wohnen | economy | miete, mieten, mieter, vermieter, wohnungsnot, wohnungsbau, obdachlose, obdachlosigkeit, mietpreisbremse
business | Unternehmen | economy | firmen, konzern, konzerne, fusion, insolvenz, mittelstand, betriebe
fisheries | Fischerei | agriculture | fischfang, fische, fischbestände, fischer, kutter, hering, heringe, hummer
agriculture | Landwirtschaft | economy | landwirte, bauern, ernte, ackerbau, viehzucht
energy | Energie | economy | strom, kraftwerk, kraftwerke, stromnetz, energieversorgung
oil-and-gas | Öl und Gas | energy | erdöl, erdgas, öl, gaspreis, pipeline, fracking, opec
coal | Kohle | energy | braunkohle, steinkohle, kohleausstieg, kohlebergbau, tagebau
renewable-energy | Erneuerbare Energien | energy | solarenergie, windkraft, windräder, windpark, photovoltaik, energiewende
nuclear-power | Kernenergie | energy | atomkraft, atomkraftwerk, atomkraftwerke, kernkraftwerk, atomausstieg, reaktor
environment | Umwelt | | umweltschutz, verschmutzung, naturschutz, artenvielfalt, entwaldung
climate-change | Klimawandel | environment | klima, klimaschutz, erderwärmung, klimakrise, treibhausgas, treibhausgase, co2-ausstoß, pariser abkommen
water | Wasser | environment | dürre, trinkwasser, wasserversorgung, hochwasser, überschwemmung, überschwemmungen
disasters | Naturkatastrophen | environment | erdbeben, hurrikan, waldbrand, waldbrände, tsunami, sturmflut
foreign-policy | Außenpolitik | | diplomatie, diplomatisch, außenminister, außenministerin, botschafter, botschafterin
sanctions | Sanktionen | foreign-policy | sanktion, wirtschaftssanktionen, embargo
nuclear-deal | Atomabkommen mit Iran | foreign-policy | atomabkommen, iran-abkommen, jcpoa
nuclear-weapons | Atomwaffen | security | atomwaffe, atomtest, kernwaffen, rakete, raketen, sprengkopf, sprengköpfe, abrüstung
united-nations | Vereinte Nationen | foreign-policy | vereinten nationen, sicherheitsrat, un-generalversammlung, blauhelme, uno
european-union | Europäische Union | foreign-policy | europäischen union, brexit, eu-kommission, europäische kommission, eurozone, europaparlament
nato | Nato | security | nordatlantikpakt
middle-east | Naher Osten | foreign-policy | nahost, nahen osten, gaza, westjordanland, syrien, jemen, persischer golf
security | Sicherheit und Verteidigung | | bundeswehr, militär, armee, marine, soldaten, streitkräfte, verteidigungsausgaben
war | Krieg und Konflikte | security | krieg, waffenstillstand, waffenruhe, invasion, luftangriff, luftangriffe, bürgerkrieg
terrorism | Terrorismus | security | terror, terrorist, terroristen, anschlag, anschläge, islamischer staat, extremismus
intelligence | Geheimdienste und Spionage | security | geheimdienst, nachrichtendienst, spionage, überwachung, spione, verfassungsschutz
cybersecurity | Cybersicherheit | security | hacker, hackerangriff, cyberangriff, cyberangriffe, schadsoftware, datenleck, it-sicherheit
veterans | Veteranen | security | veteran, kriegsveteranen
crime | Kriminalität | | mord, totschlag, raub, raubüberfall, bande, straftat, straftaten
policing | Polizei | crime | polizisten, polizistinnen, polizeieinsatz, polizeigewalt, strafverfolgung
gun-policy | Waffenrecht | crime | schusswaffen, waffengesetz, waffengewalt
drugs | Drogen | crime | opioide, kokain, heroin, cannabis, drogenhandel
justice | Gerichte und Justiz | | gericht, klage, bundesgerichtshof, urteil, staatsanwaltschaft, prozess, berufung
prisons | Gefängnisse | justice | gefängnis, häftlinge, haft, justizvollzugsanstalt
human-rights | Menschenrechte | | bürgerrechte, folter, politische gefangene, pressefreiheit, meinungsfreiheit
privacy | Datenschutz und Privatsphäre | human-rights | datenschutz, privatsphäre, personenbezogene daten
race | Rassismus | human-rights | rassistisch, rassisten, diskriminierung, rassentrennung
gender-equality | Gleichstellung | human-rights | sexismus, sexistisch, gleichberechtigung, frauenrechte, frauenquote, sexuelle belästigung
lgbt-rights | Rechte von LGBT | human-rights | gleichgeschlechtliche ehe, ehe für alle, transgender, lgbt, lgbtq
religion | Religion | | kirche, moschee, synagoge, muslime, christen, islam, katholisch, evangelisch
immigration | Einwanderung | | einwanderer, zuwanderung, migranten, migration, abschiebung, asyl, grenzkontrollen, visum, visa
refugees | Flüchtlinge | immigration | flüchtling, geflüchtete, flüchtlingslager, flüchtlingsunterkunft
health | Gesundheit | | krankenhaus, krankenhäuser, ärzte, patienten, krankheit, gesundheitswesen, medizin
health-insurance | Krankenversicherung | health | krankenkasse, krankenkassen, pflegeversicherung
abortion | Schwangerschaftsabbruch | health | abtreibung, abtreibungen
pandemic | Pandemien | health | pandemie, epidemie, covid-19, corona, coronavirus, impfstoff, impfung, impfungen
education | Bildung | | schule, schulen, lehrer, lehrerinnen, schüler, schülerinnen, lehrplan, unterricht
higher-education | Hochschulen | education | hochschule, universität, universitäten, studium, studierende, studenten, studiengebühren
science | Wissenschaft | | wissenschaftler, wissenschaftlerinnen, forscher, physik, labor
space | Raumfahrt | science | nasa, esa, raumschiff, satellit, satelliten, astronauten
technology | Technik | | künstliche intelligenz, software, internet, algorithmus, algorithmen, digitalisierung
social-media | Soziale Medien | technology | soziale netzwerke, sozialen medien, twitter, facebook, instagram, tweet, tweets
media | Nachrichtenmedien | | journalisten, journalismus, zeitungen, rundfunk, falschmeldungen
transport | Verkehr | | fähre, fähren, reederei, bahn, eisenbahn, flughafen, autobahn, nahverkehr, fahrgäste, luftfahrt, hafen
sports | Sport | | fußball, olympia, olympische spiele, weltmeisterschaft, meisterschaft, sportler
culture | Kunst und Kultur | | museum, film, filme, theater, roman, musik, künstler, künstlerinnen
`)

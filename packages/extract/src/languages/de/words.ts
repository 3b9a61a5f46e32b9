const set = (words: string) => new Set(words.trim().split(/\s+/))

/** Singular forms of verbs that report, past and present. */
export const REPORTING_FORMS = set(`
sagte sagt erklärte erklärt meinte meint betonte betont fragte fragt antwortete antwortet ergänzte ergänzt berichtete berichtet
erzählte erzählt schrieb schreibt twitterte twittert postete postet teilte warnte warnt forderte fordert kritisierte kritisiert
räumte gab fügte fuhr rief ruft bekräftigte bekräftigt versicherte versichert versprach verspricht kündigte kündigt
behauptete behauptet bestätigte bestätigt mahnte mahnt klagte klagt lobte lobt spottete scherzte scherzt flüsterte flüstert
murmelte murmelt schrie schreit entgegnete entgegnet erwiderte erwidert unterstrich unterstreicht stellte urteilte urteilt
argumentierte argumentiert appellierte appelliert verkündete verkündet beteuerte beteuert resümierte bilanzierte
erinnerte erläuterte erläutert hob führte wiederholte wiederholt bilanziert resümiert präzisierte zitierte
`)

/** Their plurals. */
export const PLURAL_REPORTING_FORMS = set(`
sagten sagen erklärten erklären meinten meinen betonten betonen fragten fragen antworteten antworten ergänzten berichteten berichten
erzählten schrieben schreiben warnten warnen forderten fordern kritisierten bekräftigten versicherten versprachen kündigten
behaupteten behaupten bestätigten mahnten klagten riefen verkündeten teilten entgegneten erwiderten
`)

/** Prepositions that name a source: "so Moss", "laut Moss". */
export const SOURCE_WORDS = set('so laut')

/** Personal pronouns that speak; "sie" is plural after a plural verb. */
export const SPEAKING_PRONOUNS: Record<string, 'he' | 'she' | 'they' | 'it'> = {
  er: 'he',
  sie: 'she',
  dieser: 'he',
  diese: 'she',
}

/** The author and nobody in particular. */
export const SELF_WORDS = set('ich wir man jemand niemand')

export const DETERMINERS = set(`
der die das den dem des ein eine einer eines einem einen sein seine ihr ihre mein meine unser unsere dieser diese dieses jener jene
viele einige mehrere alle beide zwei drei
`)

/** What may stand between verb and speaker, or around a name: no part of it. */
export const ADVERBS = set(`
am im in an auf bei vor nach zu gestern heute später dann auch noch zudem weiter außerdem jedoch dagegen hingegen schließlich
zunächst kürzlich bereits daraufhin dazu darauf anschließend abends morgens mittags wörtlich nun wieder ebenfalls
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
`)

/** Offices and honorifics before a name, and whom they tell: man, woman, or either. */
export const TITLES: Record<string, 'm' | 'f' | ''> = {
  herr: 'm',
  herrn: 'm',
  frau: 'f',
  dr: '',
  'dr.': '',
  prof: '',
  'prof.': '',
  professor: 'm',
  professorin: 'f',
}
for (const office of set(`
minister präsident kanzler bundeskanzler bundespräsident ministerpräsident außenminister innenminister finanzminister
verkehrsminister bürgermeister oberbürgermeister sprecher regierungssprecher parteichef chef direktor sekretär generalsekretär
staatssekretär senator abgeordneter abgeordnete botschafter richter anwalt rechtsanwalt polizeisprecher trainer forscher
wissenschaftler ökonom experte historiker politologe vorsitzender geschäftsführer vorstand hafenmeister kapitän lehrer arzt
bischof pfarrer könig prinz fischer landrat
`)) {
  TITLES[office] = 'm'
  TITLES[`${office}in`] = 'f'
}
for (const [office, gender] of Object.entries({
  anwältin: 'f',
  ärztin: 'f',
  vorsitzende: 'f',
  expertin: 'f',
  ökonomin: 'f',
  historikerin: 'f',
  politologin: 'f',
  parteichefin: 'f',
  landrätin: 'f',
  könig: 'm',
  königin: 'f',
} as const))
  TITLES[office] = gender

/** Plurals and bodies that speak without a name though they begin a sentence with a capital. */
export const NAMELESS = set(`
experten kritiker beobachter anwohner behörden polizei forscher fachleute politiker bürger eltern lehrer ärzte augenzeugen
gewerkschaften regierung opposition medien
`)

/** First names beside those of English, for gender. */
export const MALE_NAMES = set(
  'jürgen günter horst uwe dieter heiko olaf torsten sven björn jörg rainer detlef friedrich ludwig matthias tobias florian niklas lukas moritz emil anton bernd holger',
)
export const FEMALE_NAMES = set(
  'ursula annegret angela annalena gudrun heike silke ute birgit anke antje katrin sabine petra claudia monika renate ingrid greta lena hannah johanna franziska steffi elke frauke',
)

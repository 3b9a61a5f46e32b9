import type { VerbForm, VerbTrait } from '../../text/verb-form.js'
import { wordSet } from '../../text/word-set.js'

/** One verb a line: its infinitive, the singular forms that report, and after a bar the plural forms. */
const VERBS = `
sagen sagte sagt | sagten sagen
erklären erklärte erklärt | erklärten erklären
meinen meinte meint | meinten meinen
betonen betonte betont | betonten betonen
fragen fragte fragt | fragten fragen
antworten antwortete antwortet | antworteten antworten
ergänzen ergänzte ergänzt | ergänzten
berichten berichtete berichtet | berichteten berichten
erzählen erzählte erzählt | erzählten
schreiben schrieb schreibt | schrieben schreiben
twittern twitterte twittert | twitterten
posten postete postet | posteten
teilen teilte | teilten
warnen warnte warnt | warnten warnen
fordern forderte fordert | forderten fordern
kritisieren kritisierte kritisiert | kritisierten
räumen räumte |
geben gab |
fügen fügte |
fahren fuhr |
rufen rief ruft | riefen
bekräftigen bekräftigte bekräftigt | bekräftigten
versichern versicherte versichert | versicherten
versprechen versprach verspricht | versprachen
kündigen kündigte kündigt | kündigten
behaupten behauptete behauptet | behaupteten behaupten
bestätigen bestätigte bestätigt | bestätigten
mahnen mahnte mahnt | mahnten
klagen klagte klagt | klagten
loben lobte lobt |
spotten spottete |
scherzen scherzte scherzt |
flüstern flüsterte flüstert |
murmeln murmelte murmelt |
schreien schrie schreit |
entgegnen entgegnete entgegnet | entgegneten
erwidern erwiderte erwidert | erwiderten
unterstreichen unterstrich unterstreicht |
stellen stellte |
urteilen urteilte urteilt |
argumentieren argumentierte argumentiert |
appellieren appellierte appelliert |
verkünden verkündete verkündet | verkündeten
beteuern beteuerte beteuert |
resümieren resümierte resümiert |
bilanzieren bilanzierte bilanziert |
erinnern erinnerte |
erläutern erläuterte erläutert |
heben hob |
führen führte |
wiederholen wiederholte wiederholt |
präzisieren präzisierte |
zitieren zitierte |
`

const TRAITS: Readonly<Partial<Record<string, readonly VerbTrait[]>>> = {
  schreiben: ['WRITING'],
  twittern: ['TWEETING'],
  posten: ['POSTING'],
  sagen: ['TELLING'],
  erzählen: ['TELLING'],
  berichten: ['TELLING'],
}

const lines = VERBS.trim()
  .split('\n')
  .map((line) => {
    const [singular = '', plural = ''] = line.split('|')
    const [lemma = '', ...forms] = wordSet(singular)
    return { lemma, singular: forms, plural: [...wordSet(plural)] }
  })

/** Plural forms that are no singular, too. */
export const PLURAL_FORMS = lines.flatMap(({ plural }) => plural).join(' ')

export const VERB_FORMS: ReadonlyMap<string, VerbForm> = new Map(
  lines.flatMap(({ lemma, singular, plural }) =>
    [...singular, ...plural].map((form): [string, VerbForm] => [
      form,
      {
        lemma,
        tense: 'past',
        classes: new Set(['CLAUSE']),
        traits: new Set(TRAITS[lemma]),
        nounLike: false,
        weak: false,
        particles: [],
      },
    ]),
  ),
)

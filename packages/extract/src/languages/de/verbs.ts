import { quotationVerbs } from '../quotation-verbs.js'

/**
 * German verbs that report; see `quotation-verbs.ts` for the columns. Of verbs in two words, only the first counts.
 */
export const VERBS = quotationVerbs(
  `
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
`,
  {
    WRITING: 'schreiben',
    TWEETING: 'twittern',
    POSTING: 'posten',
    QUESTIONING: 'fragen',
    VOWING: 'versprechen',
    DEMANDING: 'fordern mahnen appellieren',
    TELLING: 'sagen erzählen berichten',
  },
)

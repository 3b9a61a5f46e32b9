import { quotationVerbs } from '../quotation-verbs.js'

/**
 * German verbs that report; see `quotation-verbs.ts` for the columns. Of verbs in two words, only the first counts.
 */
export const VERBS = quotationVerbs(
  `
sagen sagte sagt gesagt | sagten sagen
erklären erklärte erklärt | erklärten erklären
meinen meinte meint gemeint | meinten meinen
betonen betonte betont | betonten betonen
fragen fragte fragt gefragt | fragten fragen
antworten antwortete antwortet geantwortet | antworteten antworten
ergänzen ergänzte ergänzt | ergänzten
berichten berichtete berichtet | berichteten berichten
erzählen erzählte erzählt | erzählten
schreiben schrieb schreibt geschrieben | schrieben schreiben
twittern twitterte twittert | twitterten
posten postete postet | posteten
teilen teilte teilt | teilten teilen | mit teilten
warnen warnte warnt gewarnt | warnten warnen
fordern forderte fordert gefordert | forderten fordern
kritisieren kritisierte kritisiert | kritisierten
räumen räumte räumt | räumten räumen | ein
geben gab gibt | gaben geben | an bekannt zu
fügen fügte fügt | fügten | hinzu an
fahren fuhr fährt | fuhren | fort
rufen rief ruft gerufen | riefen
bekräftigen bekräftigte bekräftigt | bekräftigten
versichern versicherte versichert | versicherten
versprechen versprach verspricht versprochen | versprachen
kündigen kündigte kündigt | kündigten kündigen | an
behaupten behauptete behauptet | behaupteten behaupten
bestätigen bestätigte bestätigt | bestätigten
mahnen mahnte mahnt gemahnt | mahnten
klagen klagte klagt geklagt | klagten
loben lobte lobt |
spotten spottete |
scherzen scherzte scherzt |
flüstern flüsterte flüstert |
murmeln murmelte murmelt |
schreien schrie schreit |
entgegnen entgegnete entgegnet | entgegneten
erwidern erwiderte erwidert | erwiderten
unterstreichen unterstrich unterstreicht |
stellen stellte stellt | stellten stellen | klar fest
urteilen urteilte urteilt |
argumentieren argumentierte argumentiert |
appellieren appellierte appelliert |
verkünden verkündete verkündet | verkündeten
beteuern beteuerte beteuert |
resümieren resümierte resümiert |
bilanzieren bilanzierte bilanziert |
erinnern erinnerte erinnert | erinnerten | daran
erläutern erläuterte erläutert |
heben hob hebt | hoben heben | hervor
führen führte führt | führten | aus
wiederholen wiederholte wiederholt |
präzisieren präzisierte |
mitteilen mitgeteilt |
hinzufügen hinzugefügt |
ankündigen angekündigt |
einräumen eingeräumt |
weisen wies weist hingewiesen | wiesen weisen | hin darauf
bekanntgeben bekanntgegeben |
zugeben zugegeben |
hervorheben hervorgehoben |
verlangen verlangte verlangt | verlangten
vermuten vermutete vermutet | vermuteten vermuten
glauben glaubte glaubt | glaubten glauben
hoffen hoffte hofft | hofften
befürchten befürchtete befürchtet | befürchteten befürchten
prophezeien prophezeite |
aussagen ausgesagt |
schildern schilderte schildert | schilderten
melden meldete meldet | meldeten melden
finden findet fand |
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

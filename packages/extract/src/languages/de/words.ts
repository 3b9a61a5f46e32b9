import type { Lists, WordLists } from '../../text/tags.js'
import { FEMALE_NAMES, MALE_NAMES } from '../first-names.js'
import { FEMALE_NOUNS, HONORIFICS, MALE_NOUNS, OFFICES } from './people.js'

/** The German words of each tag. */
export const WORDS: Lists<WordLists> = {
  determiner: `
der die das den dem des ein eine einer eines einem einen sein seine ihr ihre mein meine unser unsere dieser diese dieses jener jene
viele einige mehrere alle beide zwei drei
`,
  preposition: `
ab an am auf aus außer bei beim bis durch entlang für gegen gegenüber hinter im in ins innerhalb laut mit nach neben ohne seit statt
trotz über um unter vom von vor während wegen zu zum zur zwischen
`,
  conjunction: 'und aber oder denn sondern doch sowie',
  subordinator: `
als bevor bis da damit dass ehe falls indem nachdem ob obwohl seit seitdem sobald solange sofern soweit während weil wenn wie wo
`,
  auxiliary: `
ist sind war waren sei seien wäre wären bin bist seid hat haben hatte hatten habe hätte hätten wird werden wurde wurden würde würden
worden geworden kann können konnte konnten könnte könnten muss müssen musste mussten müsste müssten soll sollen sollte sollten
will wollen wollte wollten darf dürfen durfte durften dürfte dürften mag möge möchte möchten
`,
  perfect: 'hat hatte haben hatten',
  negation: 'nicht kein keine keiner keinen keinem nie niemals nichts weder noch',
  modal: `
könnte könnten würde würden dürfte dürften möge mögen müsste müssten sollte sollten kann können darf dürfen muss müssen
`,
  noOne: 'kein keine keiner keines keinem keinen niemand weder nichts',
  afterNo: 'zweifel wunder nur ohne zum',
  unreal: 'wenn falls ob sofern angenommen',
  pending: 'bis bevor ehe sobald',
  pronoun: 'er sie dieser diese',
  replacingPronoun: `
ich mich mir du dich dir er ihn ihm sie ihr ihnen es wir uns ihn euch sein seine seinen seiner seinem ihre ihren ihrer ihrem unser
unsere unseren dies dieser diese dieses das
`,
  adverb: `
auch noch schon nur sehr mehr immer wieder bereits jedoch dann weiter zudem außerdem dagegen hingegen schließlich zunächst kürzlich
daraufhin dazu darauf anschließend ebenfalls allerdings eigentlich vielleicht gerade etwa rund fast selbst sogar so nun
`,
  fronting:
    'angesichts außerdem dabei damals dennoch deshalb gefragt gleichzeitig inzwischen trotzdem unterdessen zugleich',
  time: `
gestern heute morgen vorgestern abends morgens mittags nachts vormittags nachmittags später früher damals jetzt bald zuletzt
`,
  period: `
tag tage tagen woche wochen monat monate monaten jahr jahre jahren jahres stunde stunden minute minuten abend nacht mittag
vormittag nachmittag wochenende frühjahr frühling sommer herbst winter
`,
  day: 'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag',
  that: 'dass',
  they: '',
  self: 'ich wir man jemand niemand',
  nameless: `
experten kritiker beobachter anwohner behörden polizei forscher fachleute politiker bürger eltern lehrer ärzte augenzeugen
gewerkschaften regierung opposition medien
`,
  sentenceOpener:
    'der die das den dem er sie es ein eine in im am auf für aber und doch wir dies diese dieser wenn als nach',
  midSentence: 'dr. prof. st. nr. bzw. vgl. ca. z.b. u.a. d.h. mio. mrd. hr. fr.',
  small: `
der die das des dem den ein eine einer eines einem einen und oder aber in im an am auf aus bei für mit nach um von vom vor zu zum
zur über unter als wie ist sind nicht dass
`,
  office: OFFICES,
  honorific: HONORIFICS,
  maleNoun: MALE_NOUNS,
  femaleNoun: FEMALE_NOUNS,
  maleName: `${MALE_NAMES}
jürgen günter günther horst uwe dieter heiko olaf torsten thorsten sven björn jörg rainer detlef friedrich ludwig matthias tobias
florian niklas lukas moritz emil anton bernd holger manfred norbert
`,
  femaleName: `${FEMALE_NAMES}
ursula annegret angela annalena gudrun heike silke ute birgit anke antje katrin sabine petra claudia monika renate ingrid greta
lena hannah johanna franziska steffi elke frauke svenja ricarda
`,
  nameParticle: 'von van zu vom zum de al bin',
  locative: 'in bei nahe aus nach',
  common: `
leute menschen dinge ding sache fragen frage jahren ihnen ihrem ihren ihrer seinem seinen seiner diesem diesen keine damit davon
dafür hier dort viel vielen ganz neue neuen neuer neues gute guten große großen ersten letzten nächsten gegeben gemacht gehen kommt
kommen lassen machen müsse solle werde könne wolle eine einen einer welche welcher deren dessen
`,
}

import type { Lists, WordLists } from '../../text/tags.js'
import { FEMALE_NAMES, MALE_NAMES } from '../first-names.js'
import { FEMALE_NOUNS, HONORIFICS, MALE_NOUNS, OFFICES } from './people.js'

/** The English words of each tag. */
export const WORDS: Lists<WordLists> = {
  determiner: `
the a an this that these those his her its their our my your some many several most all both any each
every no another other few two three four five more various
`,
  preposition: `
of for in at on from with by to about during after before since into over under against among between
through via near within outside inside amid toward towards across behind beyond per despite following
including like alongside upon throughout until
`,
  conjunction: 'and but or yet nor so then',
  subordinator: `
because if while when whenever although though whereas whether unless since until where why how what
once that as
`,
  auxiliary: `
has have had having is are was were be been being am 's 've 'd 'll 're will would can could may might
must shall should do does did to
`,
  perfect: 'had has have',
  negation: `
not never n't didn't doesn't don't hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't
can't couldn't cannot shouldn't nor without mustn't needn't ain't shan't mightn't daren't oughtn't
`,
  modal: 'may might must shall should could can would',
  noOne: 'no none nobody neither nor nothing nowhere few no-one',
  afterNo: 'doubt wonder fewer less sooner matter longer',
  unreal: `
if unless whether lest suppose supposing imagine assuming assume provided providing wish wished wishes let lets
`,
  pending: 'until till before once',
  pronoun: 'he she they it we i you who which these those this that',
  replacingPronoun: 'he him his she her hers it its they them their we us our i me my you your this that',
  adverb: `
also then later now again once still even often just repeatedly first both all himself herself
themselves earlier ever never not always already too further sometimes recently reportedly only soon
today yesterday simply instead thus so far long twice have has quickly quietly frequently regularly
publicly each though however meanwhile itself together flat-out
`,
  fronting: `
in on at during after before while when whenever as since if although though because despite following
with without within by for from amid asked speaking responding questioned pressed however meanwhile
separately still but and yet also then later earlier nevertheless nonetheless instead moreover
furthermore additionally finally today yesterday tonight last this next once unlike like to throughout
until under through over upon according citing noting referring appearing looking writing addressing
testifying indeed similarly likewise first second third elsewhere afterward afterwards recently now here
there besides given about ahead perhaps and thus so or even just only far where what how why whether of
between against among using calling saying when
`,
  time: `
monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow earlier later
recently now then again here there afterward afterwards already once first repeatedly also too further
separately previously simply flatly bluntly simultaneously publicly privately instead still sometimes
often ago since anyway too
`,
  period: `
morning afternoon evening night week month quarter year day weekend day hour hours days weeks months years
summer spring fall winter autumn
`,
  day: 'monday tuesday wednesday thursday friday saturday sunday',
  that: 'that',
  they: 'they',
  self: `
i we you us one someone somebody anyone nobody nothing everything something anything everyone everybody
`,
  nameless: `
official officials source sources spokesman spokeswoman spokesperson spokespeople aide aides adviser
advisers advisor advisors analyst analysts expert experts critic critics observer observers resident
residents witness witnesses lawyer lawyers attorney attorneys authorities police investigators
prosecutors researchers scientists economists voters activists advocates protesters demonstrators
supporters opponents family relatives friends people man woman men women officer officers leaders leader
lawmakers member members staff workers doctors some many others several both insiders diplomats diplomat
executives executive executives reporters reporter journalists company campaign administration
government agency department group organization organisation committee court panel judge judges jury
ministry report study survey poll polls statement document documents filing lawsuit complaint letter
memo email article newspaper paper magazine website book film video ad tweet post message
`,
  sentenceOpener: `
the he she they it in on but and we this that these those his her if as at for when while there a an
`,
  midSentence: `
mr. mrs. ms. dr. prof. sen. sens. rep. reps. gov. govs. gen. col. lt. maj. capt. sgt. cmdr. adm. rev.
st. no. vs.
`,
  small: `
a an the of in on at to for and or but nor by with from as if is it its not than that via vs vs. into
over up
`,
  office: OFFICES,
  honorific: HONORIFICS,
  maleNoun: MALE_NOUNS,
  femaleNoun: FEMALE_NOUNS,
  maleName: MALE_NAMES,
  femaleName: FEMALE_NAMES,
  nameParticle: 'de van von der den bin al la del da di du ibn el le dos ter',
  locative: 'in at near outside inside across throughout around',
  common: `
people more them him there been very when than such make made take going want think know good time years
last next new would could
`,
}

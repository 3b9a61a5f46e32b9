import type { ClauseLists } from '../../text/clause-lists.js'
import type { Lists } from '../../text/tags.js'
import { ADJECTIVES, BODY_WORDS, GROUPS, METONYMS, NOT_NAMES } from './organisations.js'
import { mannerForms } from './verb-forms.js'
import { REPORTING_NOUNS, SPEAKING_VERBS, UTTERING_VERBS } from './verbs.js'

/** The English words that the reader of clauses asks for. */
export const CLAUSE_WORDS: Lists<ClauseLists> = {
  nameSuffix: 'jr jr. sr sr. ii iii iv',
  body: BODY_WORDS,
  metonym: METONYMS,
  group: GROUPS,
  nameAdjective: ADJECTIVES,
  notName: NOT_NAMES,
  surnameMonth: 'may april june august',
  month: `
january february march april may june july august september october november december jan feb mar apr
jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
`,
  roleJoiner: `
of for and press vice presidential campaign executive foreign prime communications managing general
senior staff
`,
  pastOffice: 'until former formerly once then ex',
  officeOpener: 'the a an who is was new current',
  officeStop: 'said says told who has was is',
  be: "is are was were be been being am isn't aren't wasn't weren't",
  have: "has have had having 've hasn't haven't hadn't",
  possessive: 'his her its their our my your',
  merely: 'only just merely simply',
  laterOn: 'later eventually subsequently soon afterwards afterward',
  hardly: 'hardly scarcely barely almost nearly',
  anyone: 'any anyone anybody',
  misquoting: 'falsely wrongly mistakenly erroneously incorrectly',
  inverter: `
did does had has have should would could can might must was were didn't doesn't don't hadn't hasn't haven't
wouldn't couldn't won't
`,
  doubting: `
unclear uncertain unlikely untrue false unproven unproved unknown unconfirmed doubtful disputed wrong mistaken myth lie
rumour rumor hoax fiction implausible inconceivable unthinkable impossible possible possibility pretend pretends pretended
`,
  factive: `
surprise surprised surprising secret doubt doubted denying coincidence accident wonder matter know knew known forget forgot
forgotten regret regretted regrets notice noticed mind shocking shocked unusual
`,
  thatless: 'think thinks thought believe believes believed true clear sure certain convinced',
  venue: `
statement statements interview interviews speech speeches conference conferences tweet tweets letter
letters email emails e-mail memo report article post posts briefing briefings video address debate
hearing testimony remarks press telephone phone radio television tv show program programme column op-ed
essay rally rallies event meeting message release newsletter blog appearance call filing opinion ruling
court book memoir transcript text twitter facebook instagram documents affidavit complaint ad
advertisement town-hall hall forum session panel summit convention podcast editorial note series thread
lawsuit exchange broadcast time condition context reporters journalists
`,
  reportingNoun: REPORTING_NOUNS,
  denyingNoun: 'denial denials doubt doubts rejection rebuttal',
  vowingNoun: 'promise promises vow vows pledge pledges threat threats',
  demandingNoun: 'demand demands plea pleas',
  demandingParticle: 'for on upon',
  utteringVerb: UTTERING_VERBS,
  mannerVerb: mannerForms(),
  mannerParticle: 'in out on back up',
  speakingInfinitive: SPEAKING_VERBS,
  takingVerb: `
hear hears heard see sees saw seen read reads receive receives received get gets got find finds found wear wears wore
hold holds held carry carries carried hand handed notice notices noticed face faces faced meet meets met quote quotes
quoted open opens quoting citing echoing echoes echoed paraphrasing borrowing opened watch watches watched hoist hoisted wave waved remember remembers remembered overhear overheard
`,
  irregularVerb: `
became began bent bit blew broke brought built burst bought came caught chose clung cut did drew drove fell felt fought flew forgot
froze gave got grew had hit hung hurt kept knew laid led left let lost made meant met paid put quit ran rang rose sang sank sat sent
set shook shot shut slid slipped sought spent spoke sprang stood stole stuck struck swore swung took taught thought threw told tore
turned understood wept went woke won wrote
`,
  utterance: `
advice answer answers caption conclusion explanation excuse line motto plea post posts pitch question reaction refrain
rule slogan verdict words
`,
  carrier: `
on continued continues appeared appears seemed seems proceeded chose began went took used
`,
  pluralSubject: `
they we you i who some many others police people both have had has did do does officials men women
`,
  nounMarker: 'no such new own public recent false more other these those what and or percentage',
  questionWord: 'if whether when why how what who where which',
  writing: `
statement statements tweet tweets letter letters email emails e-mail e-mails memo memos post posts
message messages note notes ad ads video videos resolution resolutions release releases lawsuit lawsuits
complaint complaints petition petitions oped opeds op-ed op-eds filing filings report reports
`,
  speakingPronoun: 'he she they it',
  subjectPronoun: 'he she they it i we you',
  bareDeterminer: 'some many several most all both two few others this that these those another',
  finite: "is are was were has had have does did do will would can could should might must 's 're 've",
  clauseSign: `
is are was were has have had will would can could should must may might do does did he she they it we
there didn't doesn't don't hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't
couldn't shouldn't mustn't needn't ain't
`,
  phraseBoundary: 'but yet nor not that which who whom than after before since until',
  phraseLeader: `
and but or so yet then meanwhile however still even also later now here as while if when because
although though since that where earlier once
`,
  envoy: `
aide aides adviser advisers advisor advisors ambassador ambassadors envoy envoys counsel deputy
secretary heir witness witnesses contributor contributors
`,
  appositionAside: 'who whose whom which where when now then not including formerly and or',
  clauseOpener: 'who that which when while as because if after before but during',
  clauseJoiner: 'but and while though although',
  sentenceLink: 'however still meanwhile moreover',
  nestedOpener: 'that after before because if when what where how why',
  groupAdverb: `
also then later now again even often just still already once first both all further repeatedly never
long recently previously simply only so reportedly have has immediately yet
`,
  timeLink: `
this time last that next late early however moreover meanwhile furthermore additionally finally
nevertheless nonetheless indeed similarly besides afterward
`,
  asideOpener: `
which who whose where a an the according but though although while as before after when with in on at during
under by from for to not compared head more less recently then
`,
  sayStop: 'as when while because and or after before during',
  looseStop: `
by up into onto toward towards under upon over out off from around away back down through for with on in
to as against because or and when where while after before during at so
`,
  dependentOpener: 'though although while if because since unless once whether',
  frontedOpener: 'while although though when after as once if since because before despite',
  leadingOpener: 'though although while when as after before if since once',
  narrating: 'had was were did then began went took left',
  irregularPast: `
said told gave did was had went made took wrote refused left put kept arose ate beat became began bent bit bled blew bore bought bred
broke brought built burst came caught chose clung crept cut dealt drank drew drove dug fed fell felt fled flew forbade forced forgave
forgot fought froze got grew heard held hid hit hung hurt knelt knew laid lay led lent let lit lost meant met misled mistook overcame
overthrew oversaw paid quit rang ran rebuilt resold rode rose sang sank sat saw sent set shook shone shook shot shut slept slid sold
sought spent split spoke sprang stood stole struck stuck swam swept swore swung taught thought threw told tore undertook underwent
upheld wept withdrew woke won wore wove
`,
  departing: `
left went walked returned ran stormed hurried sat stood turned drove flew headed moved stepped climbed hung boarded entered departed
marched rushed retired strode wandered slipped resumed leaving going walking returning running storming sitting standing turning
driving flying heading moving stepping climbing hanging boarding entering departing marching rushing waiting queuing
nodded smiled laughed shrugged sighed paused winked grinned wept waved hugged kissed shook thanked burst arrived arriving looked
`,
  led: 'led taken driven escorted whisked ushered bundled',
  gesture: `
smiling laughing nodding shaking waving pointing gesturing shrugging grinning sighing weeping glancing staring wiping prompting sparking
eliciting provoking
`,
  responding: `
disagreed disagrees disagree differed differs differ demurred objected objects scoffed balked disputed disputes convinced unconvinced
impressed unimpressed persuaded amused sceptical skeptical doubtful
`,
  stative:
    'felt knew thought wanted needed believed hoped liked meant held lay remained seemed appeared looked lived',
  reaction: `
laughter laughs applause ovation cheers cheered cheering boos booed booing jeers jeered gasps gasped chanted shouted groans groaned whistles heckles
outrage uproar anger fury criticism praise condemnation ridicule derision murmurs protests clapped applauded shares stocks
`,
  felt: `
surprise dismay delight annoyance horror relief amazement disappointment astonishment embarrassment shock consternation chagrin
displeasure irritation satisfaction amusement bewilderment disgust joy
`,
  tradedNoun: 'shares stock stocks share bonds',
  naming: 'named identified quoted mentioned used published',
  future: "will 'll",
  futureTime: 'tomorrow tonight next later',
  sumUp: `
claim charge allegation assertion statement remark comment view suggestion accusation recommendation prediction
result departure reversal swipe jab reference call fact figure move
`,
  dashJoiner:
    'and or but not only that if because from in at to with for who which though although despite except',
  objectStop: 'which who when where as while but whose after',
  falseParticiple: 'including according during nothing something anything everything morning evening',
  hearerStop: 'about for that whether if why how what who when where',
  hearer: 'me him her them us you it reporters everyone',
  afterHearer: `
he she they it we i you his her their its the a an that this there to not no if whether how why what
about
`,
  clauseWord: `
he she they it was were is are has had have would will can could should must may might who which
`,
  adjunctPreposition: 'in on at during after before via through to of with from about by outside upon for',
  whichPeriod: 'this last that earlier late early next',
  ambiguousTime: 'there here that too once first',
  turn: 'now instead',
  amountSaid: 'nothing little much something anything goodbye',
}

import type { VerbClass, VerbTrait } from '../../text/verb-form.js'

/** Verbs that report, by what follows them. Lemmas only; `verb-forms.ts` makes the forms. */
export const VERB_CLASSES: Readonly<Record<VerbClass, string>> = {
  // "said (that) …", "…, she added".
  CLAUSE: `
acknowledge add admit affirm agree allege announce answer argue assert assess aver avow
bellow boast brag
caution chant charge claim clarify comment complain concede conclude confess confide confirm contend continue counter crow cry
declare demand deny disclose doubt
emphasize emphasise estimate exclaim explain
fume gripe grumble gush hint imply indicate insinuate insist interject intone
joke lament maintain marvel mention muse mutter note object observe opine
pledge predict proclaim promise pronounce propose protest posit
quip rail read reason recall reckon recommend recount reiterate relate remark repeat reply report respond retort reveal rejoin
offer refuse decline threaten swear find rule specify advocate
say scoff shout shriek sigh signal snap sneer speculate state stipulate stress suggest summarize sum-up
tease testify theorize thunder tweet retweet post underline underscore urge vent vow
warn whisper wonder write yell attest bemoan
`,
  // "told reporters (that) …".
  HEARER: 'tell inform remind assure notify advise reassure',
  // "asked whether …", "urged them to …".
  ASKING: 'ask urge inquire enquire question implore encourage exhort beg beseech',
  // "criticised the plan", "called it a farce": a noun phrase tells what was said. Never put after their words.
  OBJECT: `
accuse admonish applaud assail bash belittle berate attack blame blast brand call castigate chastise chide cite commend compare condemn criticize criticise
decry defend demand denounce depict deplore deride describe detail disavow discuss dismiss dispute disparage dub excoriate
echo extol fault hail hammer label lambast lambaste lampoon laud liken malign mock oppose outline pan portray praise promise propose
rebuke reference reject refute renounce repudiate ridicule savage scold skewer slam slammed tout thank trumpet vilify welcome characterize characterise
address
`,
}

/** Lemmas of each trait. */
export const VERB_TRAITS: Readonly<Record<VerbTrait, string>> = {
  SURE: 'say tell add write note argue tweet warn reply insist',
  INVERTING:
    'say add write ask reply explain note tweet post argue warn continue declare announce recall insist claim observe remark quip respond report conclude complain joke',
  WARNING: 'caution promise warn',
  PROMISING: 'agree offer pledge promise propose swear threaten vow',
  REFUSING: 'decline refuse',
  DENYING: 'deny reject dispute refute dismiss repudiate renounce disavow rebut doubt decline refuse',
  QUESTIONING: 'ask inquire enquire question wonder',
  VOWING: 'pledge promise threaten vow',
  DEMANDING: 'demand urge implore exhort beg beseech encourage recommend',
  INANIMATE: 'suggest indicate imply reveal signal underline underscore reflect',
  ADDING: 'add indicate emphasize emphasise reveal report propose promise mention predict',
  COMPOSING: 'claim declare pledge write mutter murmur whisper read',
  NAMING: 'call dub brand',
  TELLING: 'tell',
  WRITING: 'write',
  TWEETING: 'tweet retweet',
  POSTING: 'post',
}

/** Tell how the words sounded, or what was done with them: they report only right beside quotation marks. */
export const MANNER_VERBS = `
babble bark bawl beam begin beg bleat blurt breathe burst call chime choke chortle chuckle coax coo croak deadpan drawl ejaculate enthuse
expostulate falter flounder frown gasp giggle grin groan growl grunt hiss holler huff interpose interrupt intervene intimate laugh mimic
moan mumble murmur nod offer pant persist plead press proceed prompt purr rage rasp rave remonstrate resume return roar rumble
scold scowl scream screech shrug shudder sing smile smirk sniff snarl snicker snort sob soothe splutter squeak stammer storm stutter swear
taunt think tut twitter venture volunteer wail weep wheedle wheeze whimper whine whoop wink yelp assent rejoice exult
`

/** Verb and particle read as one: "called for", "spoke of". They take a noun phrase. */
export const PHRASAL_VERBS: Record<string, string[]> = {
  call: ['for', 'on', 'upon'],
  point: ['to', 'out'],
  speak: ['of', 'about'],
  talk: ['about', 'of'],
  complain: ['about', 'of'],
  warn: ['of', 'against', 'about'],
  boast: ['of', 'about'],
  object: ['to'],
  argue: ['for', 'against'],
  allude: ['to'],
  respond: ['to'],
  put: ['it'],
  lash: ['out'],
  hit: ['back'],
  fire: ['back'],
  shoot: ['back'],
  agree: ['with'],
  learn: [],
  joke: ['about'],
  rail: ['against'],
  go: ['after'],
}

/** Third-person forms and participles that are as often nouns: they need a clear subject before them. */
export const NOUN_LIKE_FORMS = `
reasons concerns claims notes reports calls charges comments remarks demands promises answers questions requests posts tweets
quotes responses replies states estimates reads objects attacks signals hints credits details labels brands
mocks pans protests compares pledges vows boasts jokes whispers shouts cries echoes faults hails
doubt doubts claim note report call charge comment remark demand promise answer question request post tweet quote state
estimate read object attack signal hint credit detail label brand mock pan protest pledge vow boast joke
whisper shout cry echo fault hail address addresses argue discuss estimate reason
advocate advocates find finds rules rule hammer reference references offers points point outlines outline
`

/** Verbs used mostly in narration: they report only next to quotation marks or before "that". */
export const WEAK_VERBS = `
agree answer continue read reason relate repeat respond reply sigh object cry counter signal reveal
recall conclude snap shout observe address
maintain post charge comment demand estimate wonder assess protest
attack offer refuse decline threaten swear find rule specify
`

export const SPEAKING_VERBS =
  'answer address comment confirm disclose discuss elaborate explain identify name pledge respond reveal say speak specify talk tell'

/** Irregular past forms and participles; all others are regular. */
export const IRREGULAR_FORMS: Record<string, string[]> = {
  begin: ['began', 'begun'],
  burst: ['burst'],
  sing: ['sang', 'sung'],
  swear: ['swore', 'sworn'],
  think: ['thought'],
  weep: ['wept'],
  find: ['found'],
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  read: ['read'],
  speak: ['spoke', 'spoken'],
  put: ['put'],
  hit: ['hit'],
  shoot: ['shot'],
  go: ['went', 'gone'],
  learn: ['learned', 'learnt'],
  admit: ['admitted'],
  refer: ['referred'],
  quip: ['quipped'],
  pan: ['panned'],
  slam: ['slammed'],
  beseech: ['beseeched', 'besought'],
  beg: ['begged'],
  brag: ['bragged'],
  rebut: ['rebutted'],
  dub: ['dubbed'],
  snap: ['snapped'],
  allege: ['alleged'],
}

/** Consonant doubled before -ing. */
export const DOUBLED = 'begin beg grin shrug tut admit refer quip pan slam brag rebut dub snap put hit'

/** With an owner before and "that" behind they report: "his claim that …". */
export const REPORTING_NOUNS = `
claim claims statement allegation allegations accusation accusations assertion assertions argument insistence suggestion
suggestions warning warnings promise pledge vow contention charge charges announcement remark remarks comment comments
admission denial complaint complaints prediction predictions declaration assurance assurances emphasis message reminder boast
demand demands plea pleas threats rejection rebuttal testimony disclosure revelation threat acknowledgment acknowledgement concession confession criticism notion retort reply response
finding findings conclusion report reports story rumour rumor
concern concerns doubt doubts fear fears hope hopes confidence view opinion belief
`

/** With a reporting noun and "that" behind they report: "expressed concern that …". Finite forms. */
export const UTTERING_VERBS = `
deliver delivers delivered express expresses expressed expressing give gives gave given issue issues issued issuing make makes made making offer offers offered
raise raises raised raising repeat repeats repeated repeating send sends sent sending voice voices voiced voicing
`

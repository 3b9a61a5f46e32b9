/** Small closed classes of English words. */
const set = (words: string) => new Set(words.trim().split(/\s+/))

export const PRONOUNS = set('he she they it we i you who which these those this that')
export const AUXILIARIES = set(
  "has have had having is are was were be been being am 's 've 'd 'll 're will would can could may might must shall should do does did to",
)
export const BE_FORMS = set('is are was were be been being am')
export const HAVE_FORMS = set("has have had having 've")
export const MODALS = set('may might must shall should could can would')
export const NEGATIONS = set(
  "not never n't didn't doesn't don't hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't couldn't cannot shouldn't nor without",
)
export const PREPOSITIONS = set(
  'of for in at on from with by to about during after before since into over under against among between through via near within outside inside amid toward towards across behind beyond per despite following including like alongside upon throughout until',
)
export const DETERMINERS = set(
  'the a an this that these those his her its their our my your some many several most all both any each every no another other few two three four five more various',
)
export const POSSESSIVES = set('his her its their our my your')
export const SUBORDINATORS = set(
  'because if while when whenever although though whereas whether unless since until where why how what once that as',
)
export const CONJUNCTIONS = set('and but or yet nor so then')
export const TIME_WORDS = set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow earlier later recently now then again here there afterward afterwards already once first repeatedly also too further separately previously simply flatly bluntly simultaneously publicly privately instead still sometimes often ago since anyway too',
)
export const DAYS = set('monday tuesday wednesday thursday friday saturday sunday')
export const MONTHS = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
)
export const PERIODS = set(
  'morning afternoon evening night week month year day weekend day hour hours days weeks months years summer spring fall winter autumn',
)
export const ADVERBS = set(
  'also then later now again once still even often just repeatedly first both all himself herself themselves earlier ever never not always already too further sometimes recently reportedly only soon today yesterday simply instead thus so far long twice have has quickly quietly frequently regularly publicly each though however meanwhile itself together flat-out',
)
/** Start an adverbial at the head of a sentence, so that what follows its comma is the subject. */
export const FRONTING = set(
  'in on at during after before while when whenever as since if although though because despite following with without within by for from amid asked speaking responding questioned pressed however meanwhile separately still but and yet also then later earlier nevertheless nonetheless instead moreover furthermore additionally finally today yesterday tonight last this next once unlike like to throughout until under through over upon according citing noting referring appearing looking writing addressing testifying indeed similarly likewise first second third elsewhere afterward afterwards recently now here there besides given about ahead perhaps and thus so or even just only far where what how why whether of between against among using calling saying when',
)
/** Nouns that say where or in what the words stood: "in a statement", "during a rally". */
export const VENUES = set(
  'statement statements interview interviews speech speeches conference conferences tweet tweets letter letters email emails e-mail memo report article post posts briefing briefings video address debate hearing testimony remarks press telephone phone radio television tv show program programme column op-ed essay rally rallies event meeting message release newsletter blog appearance call filing opinion ruling court book memoir transcript text twitter facebook instagram documents affidavit complaint ad advertisement town-hall hall forum session panel summit convention podcast editorial note series thread lawsuit exchange broadcast time condition context reporters journalists',
)
/** Nouns for people and bodies that speak without a name. */
export const NAMELESS = set(
  'official officials source sources spokesman spokeswoman spokesperson spokespeople aide aides adviser advisers advisor advisors analyst analysts expert experts critic critics observer observers resident residents witness witnesses lawyer lawyers attorney attorneys authorities police investigators prosecutors researchers scientists economists voters activists advocates protesters demonstrators supporters opponents family relatives friends people man woman men women officer officers leaders leader lawmakers member members staff workers doctors some many others several both insiders diplomats diplomat executives executive executives reporters reporter journalists company campaign administration government agency department group organization organisation committee court panel judge judges jury ministry report study survey poll polls statement document documents filing lawsuit complaint letter memo email article newspaper paper magazine website book film video ad tweet post message',
)

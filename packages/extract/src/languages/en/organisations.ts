/** Names that are no person's. Lower case, separated by white space. */

/** A capitalised name that has one of these words is a body, not a person. */
export const BODY_WORDS = `
academy administration agency airlines airways alliance army assembly associates association authority bank bar board brotherhood
bureau cabinet campaign center centre chamber church circuit city club coalition college commission committee company conference
congress corp corp. corporation council county court courts department division embassy enterprise federation force forces forum
foundation front fund game government group guard guild hospital house hotel inc inc. industries institute institution
intelligence journal kremlin labs league legislature library ltd ltd. magazine media ministry mission movement museum navy network
news office organisation organization parliament partners party patrol pentagon police post press project reserve review school
senate service services society state states survey systems taskforce team telegraph territory times treasury tribune tribunal
trust union university white workers world capitol observer gazette herald chronicle guardian register dispatch
`

/** Bodies and places that speak under one name. */
export const METONYMS = `
afghanistan ankara australia azerbaijan baghdad beijing berlin brazil britain brussels cairo canada canberra china congress cuba damascus
delhi downing-street egypt england eu europe france germany google hamas hezbollah india iran iraq ireland islamabad israel italy japan
jerusalem kabul kiev kyiv kremlin lebanon london madrid mexico moscow nasa nato ottawa pakistan paris pentagon politico poland pyongyang qatar
reuters riyadh rome russia scotland seoul spain syria taiwan tehran tokyo turkey ukraine un unicef unesco venezuela washington westminster
facebook twitter microsoft apple amazon greenpeace bloomberg breitbart interpol parliament
`

/** Capitalised plurals that are parties or peoples: they speak as a group. */
export const GROUPS = `
republicans democrats conservatives liberals tories socialists communists libertarians greens independents americans russians iranians
israelis palestinians europeans chinese germans britons muslims christians jews catholics protestants hispanics latinos
taliban hawks unionists nationalists separatists
`

/** Adjectives of place and party that stand before a title, never a person's name by themselves. */
export const ADJECTIVES = `
american african asian european british english scottish welsh irish french german italian spanish russian ukrainian iranian iraqi syrian
turkish israeli palestinian saudi egyptian indian pakistani afghan chinese japanese korean mexican canadian australian brazilian
republican democratic conservative liberal labour labor tory gop federal national former senior acting interim deputy assistant late
longtime chief new western eastern northern southern arab muslim christian jewish catholic latino hispanic black white
`

/** Capitalised words that are no names: days, months, tongues of the page. */
export const NOT_NAMES = `
neither either whether monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
december i god internet web islam christianity republican democratic democrat american earth christmas easter thanksgiving
none english brexit obamacare medicare medicaid covid covid-19 ii iii iv i.e e.g
`

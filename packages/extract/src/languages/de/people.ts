/** Words that stand beside names. Lower case, separated by white space. */

/** Offices whose form for women ends in “-in”. */
const REGULAR = `
minister präsident kanzler bundeskanzler bundespräsident ministerpräsident außenminister innenminister finanzminister
verkehrsminister justizminister wirtschaftsminister umweltminister verteidigungsminister gesundheitsminister bildungsminister
kulturminister landwirtschaftsminister arbeitsminister premierminister vizepräsident vizekanzler bürgermeister oberbürgermeister
sprecher regierungssprecher pressesprecher fraktionssprecher parteichef fraktionschef chef direktor sekretär generalsekretär
staatssekretär senator botschafter richter staatsanwalt polizeisprecher polizeipräsident trainer forscher wissenschaftler ökonom
experte historiker politologe soziologe physiker meteorologe vorsitzender geschäftsführer hafenmeister kapitän lehrer
schulleiter bischof pfarrer könig prinz fischer landwirt kommissar redakteur autor schriftsteller regisseur schauspieler
gewerkschafter unternehmer abteilungsleiter leiter intendant berater stadtrat
`
/** Offices of men whose form for women is another word. */
const MALE = 'abgeordneter anwalt rechtsanwalt arzt vorstand landrat papst kaiser'
const FEMALE = `
anwältin rechtsanwältin staatsanwältin ärztin vorsitzende abgeordnete expertin ökonomin historikerin politologin soziologin
parteichefin fraktionschefin landrätin stadträtin prinzessin kauffrau amtsfrau
`

const words = (list: string) => list.trim().split(/\s+/)
const women = words(REGULAR).map((office) => `${office}in`)

/** One-word offices, as they stand before a name. */
export const OFFICES = [
  ...words(REGULAR),
  ...women,
  ...words(MALE),
  ...words(FEMALE),
  'professor',
  'professorin',
].join(' ')

/** Written before a name and no office. */
export const HONORIFICS = 'herr herrn frau dr dr. prof prof.'

/** Offices and honorifics that tell that somebody is a man. */
export const MALE_NOUNS = ['herr', 'herrn', 'professor', ...words(REGULAR), ...words(MALE)].join(' ')

/** Likewise for women. */
export const FEMALE_NOUNS = ['frau', 'professorin', ...women, ...words(FEMALE)].join(' ')

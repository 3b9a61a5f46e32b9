const any = (words: string) =>
  new RegExp(`(?<![\\p{L}])(?:${words.trim().split(/\s+/).join('|')})(?![\\p{L}])`, 'iu')

/** Words of desks, organisations and buttons, which no person is called. */
const NEVER = any(`
  admin administrator webmaster editors editorial staff team desk newsroom newsdesk contributing bureau guest senior authors
  byline reports redaktion redaktionsteam rédaction redacción redazione redactie redakcja redakce news agency agencies agence
  agentur media magazine magazin online radio tv network inc ltd llc gmbh corp company university institute association
  foundation council department ministry wires services gazette blog channel studio international society reuters associated\\s+press dpa afp ap
  apa sda ansa efe pti ani bbc cnn zeitung verlag anzeiger nachrichten rundschau updated published posted comments? sponsored
  advertisement unknown anonymous about contact subscribe posts articles stories biography bio recent latest profile follow today yesterday the
`)
/** Roles, which some people are called. */
const ROLES = any(`
  editor editor-in-chief reporter correspondent writer journalist contributor columnist producer photographer chief officer
  author redakteur redakteurin autor autorin korrespondent korrespondentin reporterin journalistin rédacteur rédactrice
  journaliste correspondant redactor redactora periodista redattore giornalista redacteur dziennikarz
`)
/** What roles are about. */
const FIELDS = any(`
  political politics sports? business crime health science economics education environment technology tech foreign world
  national city managing deputy associate assistant digital royal court legal culture arts travel food special freelance
  weather entertainment religion defence defense security investigative local regional data features opinion page night
`)

/** Whether a part of a byline is a desk, an organisation or a role: "Staff Writer" is one, "Ada Writer" is a person. */
export const isNoName = (part: string): boolean =>
  NEVER.test(part) || (ROLES.test(part) && (FIELDS.test(part) || !/\s/.test(part)))

/** Whether a part of a byline names a role; after a name it belongs to the person. */
export const hasRole = (part: string): boolean => ROLES.test(part) || NEVER.test(part)

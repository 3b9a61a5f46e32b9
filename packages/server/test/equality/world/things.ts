import { fold } from '../../../src/text/fold.js'
import { dateColumns, officeColumns } from './dates.js'
import { type Draft, type Row, within } from './draft.js'

const PEOPLE =
  'Mara Lindt|M. Lindt|Anselm Okafor|Harbour Board|Helene Dvořák|Hélène Dvorak|Anselm Peter Okafor|Quay Union|Ørsted Vale|Mara Lindt|Harbour Boards|Ines Pascual|I. Pascual|Ferry Crew|Tomas Brandt|Thomas Brandt|Salt Works|Nils Aker|Town Hall|Ewa Pas|Ewa Paszek|Reed Council|Reed Council|Oskar Venn'
const KINDS = ['PERSON', 'PERSON', 'PERSON', 'ORGANIZATION', 'GROUP', 'UNKNOWN']
const OTHER_NAMES = ['Lindt', 'The Board', 'Okafor', 'Pas', 'Harbour-Master', 'Déjà Vu', 'Old Reed Council']
const ROLES = ['Minister of Transport', 'Harbour master', 'Foreign minister', 'Präsidentin', null]
const MEDIUMS = ['PRESS_CONFERENCE', 'INTERVIEW', 'SPEECH', 'UNKNOWN']
/** How many speakers at the end of the list were merged into others. */
const MERGED = 4

const named = (name: string) => ({ name, nameFolded: fold(name) })
const folded = (names: readonly string[]) => [...new Map(names.map((name) => [fold(name), name])).values()]

/** The rows that were not merged into others. */
export const standing = (rows: readonly Row[]) => rows.filter((row) => !row.mergedIntoId)

/** Adds sites, places, speakers, topics, events and documents, and what belongs to them. */
export function addThings(draft: Draft): void {
  const { choices } = draft
  for (const [index, name] of ['Gazette', 'Harbour Post', 'gazette', 'Tide', 'Empty Mirror'].entries()) {
    draft.add('Site', { id: draft.id(), ...named(name), domain: `news${index}.example` })
  }
  const places = 'Geneva:CH|Vienna:AT|Graz:AT|Merrow Bank:|Leith:GB|Leith:|Łódź:PL|Zürich:CH'.split('|')
  for (const [index, place] of places.entries()) {
    const [name = '', country] = place.split(':')
    const wikidataId = draft.maybe(50, () => `Q${70 + index}`)
    draft.add('Place', {
      id: draft.id(),
      ...named(name),
      countryCode: country || null,
      wikidataId,
      ...draft.edited(),
    })
  }
  addSpeakers(draft)
  addTopics(draft)
  const living = standing(draft.rows('Speaker'))
  for (const name of [
    'Talks',
    'Ferry talks',
    'Änderung',
    'Opening',
    'Talks',
    'Summit',
    'Vigil',
    'Closed session',
  ]) {
    const placeId = draft.maybe(70, () => choices.pick(draft.rows('Place')).id)
    const event = { ...named(name), medium: choices.pick(MEDIUMS), ...dateColumns(choices, 'date'), placeId }
    const { id } = draft.add('Event', { id: draft.id(), ...event, ...draft.edited() })
    for (const speaker of choices.some(living, 3))
      draft.add('EventParticipant', { eventId: id, speakerId: speaker.id })
  }
  for (const [index, title] of 'Treaty|Charter|Herring treaty|Minutes|Ordinance|Transcript|Note|Ledger'
    .split('|')
    .entries()) {
    const identifier = draft.maybe(60, () => `S/RES/${index}`)
    const { id } = draft.add('Document', {
      ...{ id: draft.id(), title, titleFolded: fold(title), identifier },
      ...{
        identifierFolded: identifier && fold(identifier),
        url: draft.maybe(50, () => `https://docs.example/${index}`),
      },
      ...dateColumns(choices, 'date'),
      ...draft.edited(),
    })
    for (const speaker of choices.some(living, 3))
      draft.add('DocumentIssuer', { documentId: id, speakerId: speaker.id })
  }
}

function addSpeakers(draft: Draft): void {
  const { choices } = draft
  for (const [index, name] of PEOPLE.split('|').entries()) {
    const wikidataId = draft.maybe(40, () => `Q${100 + index}`)
    draft.add('Speaker', {
      id: draft.id(),
      kind: choices.pick(KINDS),
      ...named(name),
      wikidataId,
      ...draft.edited(),
    })
  }
  const speakers = draft.rows('Speaker')
  const living = speakers.slice(0, -MERGED)
  // The last was merged into one that was merged itself, the one before into a speaker who is hidden.
  const into = [living[1], living[0], living.at(-1), speakers.at(-MERGED)]
  for (const [index, one] of speakers.slice(-MERGED).entries()) one.mergedIntoId = into[index].id
  for (const speaker of living) {
    const language = () => choices.pick(['en', 'de', null])
    for (const alias of folded(choices.some(OTHER_NAMES, 2))) {
      draft.add('Alias', { id: draft.id(), speakerId: speaker.id, ...named(alias), language: language() })
    }
    for (let offices = choices.below(4); offices > 0; offices--) addOffice(draft, speaker, living)
    if (speaker.kind !== 'GROUP') continue
    for (const member of choices.some(living, 3)) {
      if (member !== speaker) draft.add('SpeakerMember', { groupId: speaker.id, memberId: member.id })
    }
  }
}

function addOffice(draft: Draft, speaker: Row, living: Row[]): void {
  const { choices } = draft
  const organization = choices.pick(living)
  const role = organization === speaker ? 'Deputy' : choices.pick(ROLES)
  draft.add('Affiliation', {
    ...{ id: draft.id(), speakerId: speaker.id, role, roleFolded: role && fold(role) },
    organizationId: organization === speaker || (role && choices.chance(40)) ? null : organization.id,
    placeId: draft.maybe(50, () => choices.pick(draft.rows('Place')).id),
    ...officeColumns(choices),
  })
}

function addTopics(draft: Draft): void {
  const { choices } = draft
  const levels = new Map<string, number>()
  const names =
    'Fishing|Herring|Quotas|Harbours|Ferries|Fares|Tides|Water|Pêche|Nets|Weather|Storms|Rain|Snow|Old nets|Oldest nets'
  for (const [index, name] of names.split('|').entries()) {
    const merged = index >= 14
    const above = draft.rows('Topic').filter(({ id }) => (levels.get(id) ?? 0) < 4)
    const parent = !merged && index > 0 && choices.chance(70) ? choices.pick(above) : null
    const { id } = draft.add('Topic', {
      ...{
        id: draft.id(),
        slug: fold(name).replace(/ /g, '-'),
        ...named(name),
        parentId: parent?.id ?? null,
      },
      ...{ wikidataId: draft.maybe(40, () => `Q${300 + index}`), ...draft.edited() },
    })
    levels.set(id, parent ? (levels.get(parent.id) ?? 0) + 1 : 0)
    if (merged) continue
    for (const alias of folded(choices.some(['Herrings', 'The sea', 'Fahrpreise', 'sea'], 2))) {
      draft.add('TopicAlias', { id: draft.id(), topicId: id, ...named(alias) })
    }
  }
  const topics = draft.rows('Topic')
  topics[14].mergedIntoId = topics[9].id
  topics[15].mergedIntoId = topics[14].id
}

/** The topics and speakers that a statement of a shade may name. */
export const standingWithin = (draft: Draft, table: string, shade: Parameters<typeof within>[1]) =>
  within(standing(draft.rows(table)), shade)

import { type Client, query, type SelectSpeaker } from '@onrecord/sdk'
import { CARD, DATE, NAMED, PAGE_INFO } from '../../record/selections.js'
import type { CardStatement, Count, Named } from '../../record/shown.js'
import type { ShownDate } from '../../text/fuzzy-date.js'

const COUNT = { value: true, isExact: true } as const
const OFFICE_DATE = { ...DATE, edtf: true } as const

const STATEMENTS = {
  $: { first: 20, orderBy: { field: 'SAID_AT', direction: 'DESC' } },
  nodes: CARD,
  pageInfo: PAGE_INFO,
  totalCount: COUNT,
} as const

/** What the desk shows of a speaker. */
const SPEAKER = {
  ...NAMED,
  version: true,
  kind: true,
  wikidataId: true,
  aliases: { name: true, language: true },
  affiliations: { role: true, organization: NAMED, place: NAMED, from: OFFICE_DATE, until: OFFICE_DATE },
  statements: STATEMENTS,
  mergedFrom: {
    $: { first: 100 },
    nodes: { id: true, absorbedId: true, absorbedName: true, actor: true, at: true, note: true },
  },
  revisions: { $: { first: 1 }, nodes: { actor: true, at: true } },
} as const satisfies SelectSpeaker

/** An office as the record has it. */
export interface Office {
  role: string | null
  organization: Named | null
  place: Named | null
  from: OfficeDate
  until: OfficeDate
}

export type OfficeDate = ShownDate & { basis: string; edtf: string | null }

/** A page of statements, the newest first. */
export interface Spoken {
  nodes: readonly CardStatement[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  totalCount: Count
}

/** A merge that can be undone. */
export interface EarlierMerge {
  id: string
  absorbedId: string
  absorbedName: string
  actor: string
  at: string
  note: string | null
}

/** A speaker as the desk shows it. */
export interface DeskSpeaker extends Named {
  version: number
  kind: string
  wikidataId: string | null
  aliases: readonly { name: string; language: string | null }[]
  affiliations: readonly Office[]
  statements: Spoken
  mergedFrom: { nodes: readonly EarlierMerge[] }
  revisions: { nodes: readonly { actor: string; at: string }[] }
}

/** A speaker in a list. */
export interface SpeakerRow extends Named {
  kind: string
  count: Count
}

/** A speaker as it is now; of one that was merged, the one that stands for it. Null when there is none. */
export async function readSpeaker(client: Client, id: string): Promise<DeskSpeaker | null> {
  const { speaker } = await query(
    client,
    { speaker: { $: { by: { id } }, ...SPEAKER } },
    { operationName: 'DeskSpeaker' },
  )
  return speaker
}

/** The statements behind a cursor. */
export async function readMore(client: Client, id: string, after: string | null): Promise<Spoken | null> {
  const { speaker } = await query(
    client,
    { speaker: { $: { by: { id } }, statements: { ...STATEMENTS, $: { ...STATEMENTS.$, after } } } },
    { operationName: 'DeskStatements' },
  )
  return speaker?.statements ?? null
}

/** The speaker that has a Wikidata item. */
export async function readOfItem(client: Client, wikidataId: string): Promise<Named | null> {
  const { speaker } = await query(
    client,
    { speaker: { $: { by: { wikidataId } }, ...NAMED } },
    { operationName: 'DeskItem' },
  )
  return speaker
}

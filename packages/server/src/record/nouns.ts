import type { EntityType } from '../generated/prisma/enums.js'

/** What the objects of one noun can do. */
interface Noun {
  /** How histories, external ids and merges name it; null for a noun that has none of them. */
  entityType: EntityType | null
  /** Has a `version` that grows with each change, and a history of revisions. */
  versioned: boolean
  /** Has a `deletedAt`: a deleted object waits in the bin until somebody restores it. */
  bin: boolean
  /** One can be merged into another: its `mergedIntoId` then leads to the object that stays. */
  mergeable: boolean
  /** Column of "ExternalId" that refers to it; null for a noun without ids in other systems. */
  externalIdColumn: string | null
  /** The table of its other names, and the column there that refers to it; null for a noun without aliases. */
  aliases: { table: string; column: string } | null
  /** `search` finds it. */
  searchable: boolean
}

/** A noun with a global id and nothing else. */
const PLAIN = {
  entityType: null,
  versioned: false,
  bin: false,
  mergeable: false,
  externalIdColumn: null,
  aliases: null,
  searchable: false,
} as const satisfies Noun

/** A noun that people edit. */
const EDITED = { ...PLAIN, versioned: true } as const

/**
 * All nouns that have a global id, by the name that is their Prisma model and their GraphQL type. This table is the
 * only place that says what a noun can do: everything else is derived from it or typed against it.
 */
export const NOUNS = {
  ApiKey: PLAIN,
  Site: { ...PLAIN, entityType: 'SITE', externalIdColumn: 'siteId' },
  Article: { ...EDITED, entityType: 'ARTICLE', bin: true, externalIdColumn: 'articleId', searchable: true },
  ArticleText: PLAIN,
  Speaker: {
    ...EDITED,
    entityType: 'SPEAKER',
    mergeable: true,
    externalIdColumn: 'speakerId',
    aliases: { table: 'Alias', column: 'speakerId' },
    searchable: true,
  },
  Statement: {
    ...EDITED,
    entityType: 'STATEMENT',
    bin: true,
    externalIdColumn: 'statementId',
    searchable: true,
  },
  StatementThread: PLAIN,
  Utterance: { ...EDITED, entityType: 'UTTERANCE' },
  Topic: {
    ...EDITED,
    entityType: 'TOPIC',
    mergeable: true,
    externalIdColumn: 'topicId',
    aliases: { table: 'TopicAlias', column: 'topicId' },
    searchable: true,
  },
  Event: { ...EDITED, entityType: 'EVENT', externalIdColumn: 'eventId' },
  Place: { ...EDITED, entityType: 'PLACE' },
  Document: { ...EDITED, entityType: 'DOCUMENT', externalIdColumn: 'documentId' },
} as const satisfies Record<string, Noun>

/** Name of a noun: its Prisma model and its GraphQL type. */
export type NounName = keyof typeof NOUNS

/** Names of the nouns of which an ability is not false or null. */
type Having<Ability extends keyof Noun> = {
  [Name in NounName]: (typeof NOUNS)[Name][Ability] extends false | null ? never : Name
}[NounName]

export type VersionedNoun = Having<'versioned'>
export type MergeableNoun = Having<'mergeable'>
export type IdentifiedNoun = Having<'externalIdColumn'>
export type RecordedNoun = Having<'entityType'>
export type AliasedNoun = Having<'aliases'>
export type SearchableNoun = Having<'searchable'>

const NAMES = Object.keys(NOUNS) as NounName[]

const having = <Ability extends keyof Noun>(ability: Ability) =>
  NAMES.filter((name) => NOUNS[name][ability] !== false && NOUNS[name][ability] !== null) as Having<Ability>[]

export const VERSIONED_NOUNS: readonly VersionedNoun[] = having('versioned')
export const MERGEABLE_NOUNS: readonly MergeableNoun[] = having('mergeable')
export const IDENTIFIED_NOUNS: readonly IdentifiedNoun[] = having('externalIdColumn')

export const isNoun = (name: string): name is NounName => Object.hasOwn(NOUNS, name)

export const isMergeable = (name: NounName): name is MergeableNoun => NOUNS[name].mergeable

export const hasBin = (name: NounName): boolean => NOUNS[name].bin

/** How histories name a noun that has one: 'STATEMENT' for Statement. */
export const entityTypeOf = <Name extends RecordedNoun>(name: Name): (typeof NOUNS)[Name]['entityType'] =>
  NOUNS[name].entityType

/** The noun that histories name so: Statement for 'STATEMENT'. An entity type that no noun has does not compile. */
export const NOUN_OF: { readonly [Type in EntityType]: NounOf<Type> } = Object.fromEntries(
  NAMES.map((name) => [NOUNS[name].entityType, name]),
) as never

type NounOf<Type> = {
  [Name in NounName]: (typeof NOUNS)[Name]['entityType'] extends Type ? Name : never
}[NounName]

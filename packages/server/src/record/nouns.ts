import type { Prisma } from '../generated/prisma/client.js'
import type { EntityType } from '../generated/prisma/enums.js'

type Columns<Model extends Prisma.ModelName> = keyof Prisma.TypeMap['model'][Model]['payload']['scalars']

/** What the objects of one noun can do. What its table shows must be said as the table has it, or does not compile. */
interface Noun<Model extends Prisma.ModelName> {
  /** How histories, external ids and merges name it; null for a noun that has none of them. */
  entityType: EntityType | null
  /** Has a `version` that grows with each change, and a history of revisions. */
  versioned: 'version' | 'updatedAt' extends Columns<Model> ? true : false
  /** Has a `deletedAt`: a deleted object waits in the bin until somebody restores it. */
  bin: 'deletedAt' extends Columns<Model> ? true : false
  /** One can be merged into another: its `mergedIntoId` then leads to the object that stays. */
  mergeable: 'mergedIntoId' extends Columns<Model> ? true : false
  /** Column of "ExternalId" that refers to it; null for a noun without ids in other systems. */
  externalIdColumn: Columns<'ExternalId'> | null
  /** The table of its other names, and the column there that refers to it; null for a noun without aliases. */
  aliases: { table: Prisma.ModelName; column: string } | null
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
} as const

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
  Revision: PLAIN,
  Merge: PLAIN,
} as const satisfies { [Model in Prisma.ModelName]?: Noun<Model> }

/** Name of a noun: its Prisma model and its GraphQL type. */
export type NounName = keyof typeof NOUNS

type Ability = keyof Noun<'Article'>

/** Names of the nouns of which an ability is not false or null. */
type Having<Wanted extends Ability> = {
  [Name in NounName]: (typeof NOUNS)[Name][Wanted] extends false | null ? never : Name
}[NounName]

export type VersionedNoun = Having<'versioned'>
export type MergeableNoun = Having<'mergeable'>
export type IdentifiedNoun = Having<'externalIdColumn'>
export type RecordedNoun = Having<'entityType'>
export type AliasedNoun = Having<'aliases'>
export type SearchableNoun = Having<'searchable'>

const NAMES = Object.keys(NOUNS) as NounName[]

const having = <Wanted extends Ability>(ability: Wanted) =>
  NAMES.filter((name) => NOUNS[name][ability] !== false && NOUNS[name][ability] !== null) as Having<Wanted>[]

export const VERSIONED_NOUNS: readonly VersionedNoun[] = having('versioned')
export const MERGEABLE_NOUNS: readonly MergeableNoun[] = having('mergeable')
export const IDENTIFIED_NOUNS: readonly IdentifiedNoun[] = having('externalIdColumn')

export const isNoun = (name: string): name is NounName => Object.hasOwn(NOUNS, name)

export const isMergeable = (name: NounName): name is MergeableNoun => NOUNS[name].mergeable

export const isIdentified = (name: NounName): name is IdentifiedNoun => NOUNS[name].externalIdColumn !== null

type TypeOf<Name extends NounName> = (typeof NOUNS)[Name]['entityType']

/** How histories name a noun that has one: 'STATEMENT' for Statement. */
export const entityTypeOf = <Name extends RecordedNoun>(name: Name): TypeOf<Name> => NOUNS[name].entityType

type NamedBy<Type> = { [Name in NounName]: TypeOf<Name> extends Type ? Name : never }[NounName]
type NounOf<Type> = [NamedBy<Type>] extends [never] ? 'no noun has this entity type' : NamedBy<Type>

/** The noun that histories name so: Statement for 'STATEMENT'. */
export const NOUN_OF = Object.fromEntries(NAMES.map((name) => [NOUNS[name].entityType, name])) as {
  readonly [Type in EntityType]: NounOf<Type>
}

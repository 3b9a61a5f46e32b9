import type { Prisma } from '../generated/prisma/client.js'
import type { EntityType } from '../generated/prisma/enums.js'

type Columns<Model extends Prisma.ModelName> = keyof Prisma.TypeMap['model'][Model]['payload']['scalars']

/** What the objects of one noun can do. An entry that contradicts the columns of the noun's table does not compile. */
interface Noun<Model extends Prisma.ModelName> {
  /** Its name in histories, external ids and merges; null for a noun that has none of them. */
  entityType: EntityType | null
  /** Whether it has a `version` that grows with each change, and a history of revisions. */
  versioned: 'version' | 'updatedAt' extends Columns<Model> ? true : false
  /** Whether it has a `deletedAt`: a deleted object stays in the bin until somebody restores it. */
  bin: 'deletedAt' extends Columns<Model> ? true : false
  /** Whether one object can be merged into another: its `mergedIntoId` then refers to the object that stays. */
  mergeable: 'mergedIntoId' extends Columns<Model> ? true : false
  /** The foreign key in "ExternalId" that refers to it; null for a noun without ids in other systems. */
  externalIdColumn: Columns<'ExternalId'> | null
  /** The table of its other names, and the foreign key there; null for a noun without aliases. */
  aliases: { table: Prisma.ModelName; column: string } | null
  /** Whether `search` finds it. */
  searchable: boolean
}

/** A noun that has a global id and none of the abilities. */
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
 * All nouns that have a global id, by name. The name is also that of the Prisma model and of the GraphQL type. Only
 * this table says what a noun can do: everything else is derived from it or typed against it.
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
  Change: PLAIN,
  Webhook: PLAIN,
  WebhookDelivery: PLAIN,
  StatementNote: { ...PLAIN, entityType: 'STATEMENT_NOTE' },
  ArticleClaim: { ...PLAIN, entityType: 'ARTICLE_CLAIM' },
  Alert: PLAIN,
} as const satisfies { [Model in Prisma.ModelName]?: Noun<Model> }

/** The name of a noun, of its Prisma model and of its GraphQL type. */
export type NounName = keyof typeof NOUNS

type Ability = keyof Noun<'Article'>

/** The names of the nouns that have an ability: its value is neither false nor null. */
type Having<Wanted extends Ability> = {
  [Name in NounName]: (typeof NOUNS)[Name][Wanted] extends false | null ? never : Name
}[NounName]

export type VersionedNoun = Having<'versioned'>
export type MergeableNoun = Having<'mergeable'>
export type IdentifiedNoun = Having<'externalIdColumn'>
export type RecordedNoun = Having<'entityType'>
export type AliasedNoun = Having<'aliases'>
export type SearchableNoun = Having<'searchable'>

/** The names of all nouns. */
export const NOUN_NAMES = Object.keys(NOUNS) as NounName[]

const having = <Wanted extends Ability>(ability: Wanted) =>
  NOUN_NAMES.filter(
    (name) => NOUNS[name][ability] !== false && NOUNS[name][ability] !== null,
  ) as Having<Wanted>[]

export const VERSIONED_NOUNS: readonly VersionedNoun[] = having('versioned')
export const MERGEABLE_NOUNS: readonly MergeableNoun[] = having('mergeable')
export const IDENTIFIED_NOUNS: readonly IdentifiedNoun[] = having('externalIdColumn')

/** The nouns that have a history in the log of changes. */
export const RECORDED_NOUNS: readonly RecordedNoun[] = having('entityType')

export const isNoun = (name: string): name is NounName => Object.hasOwn(NOUNS, name)

export const isMergeable = (name: NounName): name is MergeableNoun => NOUNS[name].mergeable

export const isIdentified = (name: NounName): name is IdentifiedNoun => NOUNS[name].externalIdColumn !== null

type TypeOf<Name extends NounName> = (typeof NOUNS)[Name]['entityType']

/** The entity type of a noun: 'STATEMENT' for Statement. */
export const entityTypeOf = <Name extends RecordedNoun>(name: Name): TypeOf<Name> => NOUNS[name].entityType

type NamedBy<Type> = { [Name in NounName]: TypeOf<Name> extends Type ? Name : never }[NounName]
type NounOf<Type> = [NamedBy<Type>] extends [never] ? 'no noun has this entity type' : NamedBy<Type>

/** The noun of each entity type: Statement for 'STATEMENT'. */
export const NOUN_OF = Object.fromEntries(NOUN_NAMES.map((name) => [NOUNS[name].entityType, name])) as {
  readonly [Type in EntityType]: NounOf<Type>
}

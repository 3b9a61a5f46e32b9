import { type DocumentNode, execute, parse } from 'graphql'
import type { EntityType } from '../../generated/prisma/enums.js'
import type { Context } from '../../graphql/context.js'
import { schema } from '../../graphql/service-schema.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { NOUN_OF } from '../../record/nouns.js'

const DATE = '{ edtf earliest latest precision }'

/** What a delivery says of an object of each type. The texts of articles are left out, because they can have 5 MB. */
const FIELDS: Record<EntityType, string> = {
  SITE: 'name domain',
  ARTICLE: `version title url language site { id name domain } bylines { asWritten } publishedAt ${DATE} ingestedAt updatedAt`,
  SPEAKER: 'version kind name aliases { name language } wikidataId',
  STATEMENT: `version text kind polarity medium language reviewStatus saidAt ${DATE} speaker { id kind name }
    attributions { role asWritten cue speaker { id kind name } } topics { nodes { id slug name } }
    article { id title url site { id name domain } publishedAt ${DATE} }
    provenance { method agent confidence } updatedAt`,
  TOPIC: 'version slug name aliases wikidataId parent { id slug name }',
  EVENT: `version name medium date ${DATE} place { id name countryCode }`,
  DOCUMENT: `version title identifier url date ${DATE}`,
  PLACE: 'version name countryCode wikidataId',
  UTTERANCE: 'version canonicalText primarySource { id title identifier url }',
  STATEMENT_NOTE: 'statementId text author createdAt withdrawnAt withdrawnBy',
  ARTICLE_CLAIM: 'articleId holder createdAt endedAt endedBy',
}

const documents = new Map<EntityType, DocumentNode>()

/** The operation that reads objects of a type. */
export function documentOf(type: EntityType): DocumentNode {
  const fields = `__typename ... on ${NOUN_OF[type]} { id ${FIELDS[type]} }`
  const document = documents.get(type) ?? parse(`query ($ids: [ID!]!) { nodes(ids: $ids) { ${fields} } }`)
  documents.set(type, document)
  return document
}

/** An object as a reader may see it now; null when it is in the bin, or hidden from them. @param id its UUID. */
export const deliveredObject = async (context: Context, type: EntityType, id: string) =>
  (await deliveredObjects(context, type, [id]))[0] ?? null

/** {@link deliveredObject} for each of at most 100 objects. */
export async function deliveredObjects(
  context: Context,
  type: EntityType,
  ids: readonly string[],
): Promise<(object | null)[]> {
  const { data, errors } = await execute({
    ...{ schema, document: documentOf(type), contextValue: context },
    variableValues: { ids: ids.map((id) => encodeGlobalId(NOUN_OF[type], id)) },
  })
  if (errors?.[0]) throw errors[0].originalError ?? errors[0]
  return data?.nodes as (object | null)[]
}

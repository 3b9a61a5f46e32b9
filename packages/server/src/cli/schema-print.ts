import { createClient, OnRecordError } from '@onrecord/sdk'
import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  introspectionFromSchema,
  lexicographicSortSchema,
} from 'graphql'
import { printedSchema, schema } from '../graphql/service-schema.js'
import { writeOutputFile } from './output-file.js'
import { printText } from './print.js'
import { RemoteError } from './remote.js'

interface SchemaPrintOptions {
  /** The GraphQL endpoint of a server, in place of this version's own schema. */
  url?: URL
  json?: true
  output?: string
}

/** The options of an introspection query that asks for everything. */
const EVERYTHING = {
  directiveIsRepeatable: true,
  inputValueDeprecation: true,
  oneOf: true,
  schemaDescription: true,
  specifiedByUrl: true,
}

/**
 * Runs `onrecord schema print`.
 *
 * @throws RemoteError when the server does not answer with its schema.
 * @throws OutputError when the file cannot be written.
 */
export async function runSchemaPrint({ url, json, output }: SchemaPrintOptions): Promise<void> {
  const printed = url ? await schemaOf(url.href) : schema
  const text = json ? introspectionJson(printed) : printedSchema(printed)
  if (output === undefined) printText(text)
  else writeOutputFile(output, text)
}

const introspectionJson = (printed: GraphQLSchema) =>
  `${JSON.stringify(introspectionFromSchema(lexicographicSortSchema(printed), EVERYTHING), null, 2)}\n`

async function schemaOf(url: string): Promise<GraphQLSchema> {
  try {
    const query = getIntrospectionQuery(EVERYTHING)
    return buildClientSchema(await createClient({ url }).request<IntrospectionQuery, object>(query, {}))
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error
    throw new RemoteError(`${url} gave no schema: ${error.message}`, { cause: error })
  }
}

import { AnswerTooLargeError, plannerOf } from '@onrecord/pothos-read-plan'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context } from '../graphql/context.js'
import { isAffordable } from '../graphql/cost.js'
import { tooLarge, withinLength } from './answer-length.js'
import type { Documents } from './documents.js'

/** An operation whose document was found to be valid. */
export interface ValidOperation {
  document: DocumentNode
  operationName?: string | null | undefined
  variables: Readonly<Record<string, unknown>>
}

/**
 * The answer of a query as text, written straight from the rows of one SQL statement, where its whole plan is known.
 *
 * @param longest most characters of the answer's `data`.
 * @returns null for an operation that the executor has to answer, or to say what is wrong with it.
 * @throws AnswerTooLargeError
 */
export async function plannedAnswer(
  schema: GraphQLSchema,
  operation: ValidOperation,
  context: Context,
  longest: number,
): Promise<string | null> {
  if (!context.viewer.scopes.has('reader') || !isAffordable(schema, operation, context)) return null
  const data = await plannerOf(schema).text(operation, context, longest)
  return data === null ? null : `{"data":${data}}`
}

/**
 * Lets {@link plannedAnswer} answer where it can. The executor answers all else, from the rows that were read for it.
 *
 * @param longest most characters of an answer.
 */
export const plannedAnswers = (documents: Documents, longest: number): Plugin<Context> => ({
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn(async (args) => {
      const { document, operationName, variableValues, schema, contextValue } = args
      const operation = { document, operationName, variables: variableValues ?? {} }
      try {
        const text = await plannedAnswer(schema, operation, contextValue as Context, longest)
        if (text === null) return withinLength(await executeFn(args), longest)
        documents.noteDirect(document)
        return { data: null, stringify: () => text }
      } catch (error) {
        if (error instanceof AnswerTooLargeError) return { errors: [tooLarge(longest)] }
        throw error
      }
    })
  },
})

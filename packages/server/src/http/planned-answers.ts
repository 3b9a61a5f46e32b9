import { AnswerTooLargeError, type JsonText, plannerOf } from '@onrecord/pothos-read-plan'
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context } from '../graphql/context.js'
import { type Cost, costOf } from '../graphql/cost.js'
import type { Admitted } from './admission.js'
import { tooLarge, withinLength } from './answer-length.js'
import type { Documents } from './documents.js'
import type { Limits } from './limits.js'
import { handOn } from './long-answers.js'
import { paymentRefusal } from './payment.js'
import { answerWith } from './tell-cost.js'
import { withinDeadline } from './within-deadline.js'

/** An operation whose document was found to be valid. */
export interface ValidOperation {
  document: DocumentNode
  operationName?: string | null | undefined
  variables: Readonly<Record<string, unknown>>
}

/**
 * The data of a query as JSON, written straight from the rows of one SQL statement, where its whole plan is known.
 *
 * @param cost what the operation costs, which is within the limits and paid.
 * @param longest most characters of the answer's `data`.
 * @returns null for an operation that the executor has to answer, or to say what is wrong with it.
 * @throws AnswerTooLargeError
 */
export async function plannedData(
  schema: GraphQLSchema,
  operation: ValidOperation,
  context: Context,
  cost: Cost | null,
  longest: number,
): Promise<JsonText | null> {
  if (!context.viewer.scopes.has('reader') || cost === null) return null
  return plannerOf(schema).text(operation, context, longest)
}

/**
 * Refuses an operation that costs too much or more than the caller has left, and lets {@link plannedData} answer where it
 * can. The executor answers all else, from the rows that were read for it. A query ends at its deadline; a write is never
 * left half-way.
 */
export const plannedAnswers = (documents: Documents, limits: Limits): Plugin<Context & Admitted> => ({
  onExecute({ executeFn, setExecuteFn, setResultAndStopExecution, args }) {
    const { document, operationName, variableValues, schema } = args
    const { admission } = args.contextValue as Admitted
    // With the same context, the executor gets what a direct answer has read, or why it could not.
    const caller = admission?.caller
    const context = caller && 'context' in caller ? caller.context : (args.contextValue as Context)
    const operation = { document, operationName, variables: variableValues ?? {} }
    const cost = costOf(schema, operation, context)
    const refusal = paymentRefusal(cost, limits, admission?.account)
    if (refusal) return setResultAndStopExecution({ errors: [refusal] })
    const answer = async (given: ExecutionArgs): Promise<ExecutionResult> => {
      const data = await plannedData(schema, operation, context, cost, limits.answer)
      if (data === null)
        return withinLength(await executeFn({ ...given, contextValue: context }), limits.answer)
      documents.noteDirect(document)
      const json = answerWith(data, admission?.account)
      return { data: null, stringify: () => handOn(json, admission) } as ExecutionResult
    }
    const isQuery = getOperationAST(document, operationName)?.operation === 'query'
    setExecuteFn(async (given) => {
      try {
        const work = answer(given)
        const result = await (isQuery && admission ? withinDeadline(admission.deadline, work) : work)
        // What was read for it is garbage now.
        if (result.errors?.[0]?.extensions.code === 'ANSWER_TOO_LARGE') admission?.memory.note(limits.answer)
        return result
      } catch (error) {
        if (error instanceof AnswerTooLargeError) return { errors: [tooLarge(limits.answer)] }
        throw error
      }
    })
  },
})

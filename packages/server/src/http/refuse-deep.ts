import type { Plugin } from 'graphql-yoga'
import { badInput, codedError } from '../graphql/coded-error.js'

/** Levels of lists and objects in the variables; the deepest input that the schema has is a fraction of it. */
const DEEPEST_VARIABLES = 50
/** Brackets within brackets in the text of an operation; what the limit of its levels allows is a fraction of it. */
const DEEPEST_TEXT = 200

/**
 * Refuses operations and variables that are nested too deep: whatever reads them goes down into them call by call, and
 * would run out of stack.
 */
export const refuseDeep: Plugin = {
  onParams({ params: { query, variables } }) {
    if (typeof query === 'string' && isDeepText(query)) {
      const message = `the operation has more than ${DEEPEST_TEXT} brackets within brackets: ask for fewer levels`
      throw codedError('OPERATION_TOO_COMPLEX', message, { limit: DEEPEST_TEXT })
    }
    if (isDeepValue(variables)) {
      throw badInput(`variables have more than ${DEEPEST_VARIABLES} levels of lists and objects: pass fewer`)
    }
  },
}

/** Strings and comments as wholes, for brackets in them do not count. */
const TOKENS = /"""[\s\S]*?(?:"""|$)|"(?:\\.|[^"\\\n])*"?|#[^\n]*|[{[(]|[}\])]/g

function isDeepText(text: string): boolean {
  let depth = 0
  for (const [token] of text.matchAll(TOKENS)) {
    if ('{[('.includes(token)) depth++
    else if ('}])'.includes(token)) depth--
    if (depth > DEEPEST_TEXT) return true
  }
  return false
}

function isDeepValue(variables: unknown): boolean {
  let level: unknown[] = [variables]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST_VARIABLES) return true
    level = level.flatMap((value) => (value && typeof value === 'object' ? Object.values(value) : []))
  }
  return false
}

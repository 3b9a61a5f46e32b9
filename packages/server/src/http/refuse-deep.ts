import type { Plugin } from 'graphql-yoga'
import { badInput, codedError } from '../graphql/coded-error.js'

/** Most levels of lists and objects in the variables. The deepest input of the schema has far fewer. */
const DEEPEST_VARIABLES = 50
/** Most brackets within brackets in the text of an operation. The limit of an operation's levels allows far fewer. */
const DEEPEST_TEXT = 200

/**
 * Refuses operations and variables that are nested too deep: everything that reads them is recursive, and would
 * overflow the stack.
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

/** Brackets, and whole strings and comments, because brackets in those do not count. */
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

/** Whether variables are nested too deep. */
export function isDeepValue(variables: unknown): boolean {
  let level: unknown[] = [variables]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST_VARIABLES) return true
    level = level.flatMap((value) => (value && typeof value === 'object' ? Object.values(value) : []))
  }
  return false
}

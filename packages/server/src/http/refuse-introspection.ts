import { GraphQLError, type ValidationRule } from 'graphql'
import type { Plugin } from 'graphql-yoga'

const MESSAGE =
  'this service does not describe its schema: read schema.graphql of the npm package @onrecord/sdk, or of the service’s documentation'

/** Refuses the fields that describe the schema; `__typename` is none of them. */
const noIntrospection: ValidationRule = (context) => ({
  Field(node) {
    if (node.name.value !== '__schema' && node.name.value !== '__type') return
    context.reportError(
      new GraphQLError(MESSAGE, { nodes: node, extensions: { code: 'INTROSPECTION_DISABLED' } }),
    )
  },
})

/** Refuses operations that ask what the schema has. */
export const refuseIntrospection: Plugin = {
  onValidate({ addValidationRule }) {
    addValidationRule(noIntrospection)
  },
}

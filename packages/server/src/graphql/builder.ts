import ReadPlanPlugin, { type ValuePlan } from '@onrecord/pothos-read-plan'
import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import ErrorsPlugin from '@pothos/plugin-errors'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin, { type AuthFailure } from '@pothos/plugin-scope-auth'
import { getNamedType, isCompositeType } from 'graphql'
import type PrismaTypes from '../generated/pothos-types.js'
import { getDatamodel } from '../generated/pothos-types.js'
import { ForbiddenError } from '../record/errors.js'
import { encodeGlobalId, parseGlobalId } from '../record/global-id.js'
import type { Scope } from '../record/viewer.js'
import type { Context } from './context.js'
import { MOST_NODES, NODE_TYPES, nodesOf } from './nodes.js'

/** The types with which Pothos checks the whole schema. */
export interface SchemaTypes {
  PrismaTypes: PrismaTypes
  Context: Context
  AuthScopes: Record<Scope, boolean>
  DefaultFieldNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: Date; Output: Date }
    Date: { Input: string; Output: string | Date }
    URL: { Input: string; Output: string }
    LanguageTag: { Input: string; Output: string }
    WikidataId: { Input: string; Output: string }
    Sha256: { Input: string; Output: string }
  }
}

/** The `t` with which the fields of an input type are made. */
export type InputFields = PothosSchemaTypes.InputFieldBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>,
  'InputObject'
>

const allNodes: ValuePlan<{ ids: readonly string[] }, Context> = {
  embeds: [{ path: [], types: NODE_TYPES }],
  value: ({ ids }, context, embed) => nodesOf(ids, context, embed),
}

const oneNode: ValuePlan<{ id: string }, Context> = {
  embeds: [{ path: [], types: NODE_TYPES }],
  value({ id }, context, embed) {
    const { select, read } = nodesOf([id], context, embed)
    return { select, read: (json, rows) => read(json, rows)[0] ?? null }
  },
}

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ReadPlanPlugin, ErrorsPlugin, ScopeAuthPlugin, RelayPlugin, PrismaPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    // A stream is refused when it is opened, not at its first event.
    authorizeOnSubscribe: true,
    authScopes: ({ viewer: { scopes } }) => ({
      reader: scopes.has('reader'),
      editor: scopes.has('editor'),
      reviewer: scopes.has('reviewer'),
      admin: scopes.has('admin'),
    }),
    // The error names the missing scope; every rule of this schema asks for exactly one.
    unauthorizedError: (_parent, _context, _info, { failure }) => new ForbiddenError(scopeOf(failure)),
  },
  errors: { defaultTypes: [] },
  relay: {
    cursorType: 'String',
    encodeGlobalID: (type, id) => encodeGlobalId(type, String(id)),
    // The complexity of an operation is counted with the arguments of all its fields, also of those that @skip leaves out.
    // An error here would be the error of the whole operation, so what is no id is refused when its field is read.
    decodeGlobalID: (globalId) => {
      const { type, id } = parseGlobalId(globalId) ?? { type: '', id: globalId }
      return { typename: type, id }
    },
    nodeTypeOptions: {
      description: 'Anything with a global id. Ids are opaque and stable for ever.',
    },
    idFieldOptions: { description: 'Its global id, opaque and good for ever.' },
    nodeQueryOptions: {
      description: 'The object of a global id; null when there is none.',
      args: { id: { description: 'The global id of the object, as any `id` gave it.' } },
      ...({ plan: oneNode } as object),
    },
    nodesQueryOptions: {
      description: 'The objects of global ids, in their order; null where there is none.',
      args: { ids: { description: `Global ids, at most ${MOST_NODES}.` } },
      complexity: ({ ids }) => ({ field: ids.length, multiplier: ids.length }),
      ...({ plan: allNodes } as object),
    },
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    hasNextPageFieldOptions: { description: 'Whether the list goes on after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether there is something before this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first edge; null when the page is empty.' },
    endCursorFieldOptions: { description: 'Cursor of the last edge; null when the page is empty.' },
  },
  prisma: { client: ({ prisma }) => prisma, dmmf: getDatamodel() },
  readPlan: {
    run: ({ read }, statement) => read(statement),
    variant: ({ viewer: { sight, scopes } }) => `${sight}${scopes.has('admin') ? ' and keys' : ''}`,
    encodeId: encodeGlobalId,
    joins: { 'Article.currentText': [{ own: 'currentTextId', other: 'id' }] },
    check: ({ askedIds }) => askedIds.check(),
    learn: ({ askedIds }, found) => askedIds.learn(found as never),
  },
  complexity: {
    // `http/` refuses what costs too much before it runs: see cost.ts.
    disabled: true,
    fieldComplexity: (_args, _context, field) => ({
      field: isCompositeType(getNamedType(field.type)) ? 1 : 0,
      multiplier: 1,
    }),
  },
})

function scopeOf(failure: AuthFailure): Scope {
  if ('scope' in failure) return failure.scope as Scope
  const [first] = 'failures' in failure ? failure.failures : []
  return first ? scopeOf(first) : 'reader'
}

builder.queryType({
  description: 'Reads. Lists are Relay connections; a look-up of something that is not there gives null.',
  authScopes: { reader: true },
})

builder.mutationType({
  description: 'Writes. Each takes one argument, `input`; expected failures are members of its result.',
})

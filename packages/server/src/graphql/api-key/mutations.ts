import type { ApiKey } from '../../generated/prisma/client.js'
import { createKey, revokeKey } from '../../record/api-key/keys.js'
import { ForbiddenError, InputError } from '../../record/errors.js'
import type { Scope } from '../../record/viewer.js'
import { wrong } from '../../record/write/input.js'
import { line } from '../../record/write/line.js'
import { builder } from '../builder.js'

const Role = builder.enumType('Role', {
  description: 'A set of scopes.',
  values: {
    READER: { value: 'reader' as Scope, description: 'Reads what is public.' },
    EDITOR: { value: 'editor' as Scope, description: 'Reads everything; puts articles in, edits, deletes.' },
    REVIEWER: { value: 'reviewer' as Scope, description: 'Reads everything; verifies, rejects, merges.' },
    ADMIN: { value: 'admin' as Scope, description: 'All of these, and makes and revokes keys.' },
  },
})

const ApiKeyCreateInput = builder.inputType('ApiKeyCreateInput', {
  description: 'A key to make.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: 'Whose it is, 1 to 100 letters: it stands in the history of what they change.',
    }),
    roles: t.field({ type: [Role], required: true, description: 'What it allows, together.' }),
    expiresAt: t.field({ type: 'DateTime', description: 'When it ceases to be good; never when absent.' }),
  }),
})

const ApiKeySuccess = builder.objectRef<{ apiKey: ApiKey; key: string | null }>('ApiKeySuccess').implement({
  description: 'The key as it is now.',
  fields: (t) => ({
    apiKey: t.prismaField({
      type: 'ApiKey',
      description: 'What is kept of it.',
      resolve: (query, { apiKey: { id } }, _args, { prisma }) =>
        prisma.apiKey.findUniqueOrThrow({ ...query, where: { id } }),
    }),
    key: t.exposeString('key', {
      nullable: true,
      description: 'The key itself, shown this once: null unless it was made now.',
    }),
  }),
})

// Without an idempotency key: an answer that is kept would keep the secret.
const ApiKeyResult = builder.errorUnion('ApiKeyResult', {
  description: 'What came of a write to a key.',
  types: [ApiKeySuccess, InputError, ForbiddenError],
  resolveType: () => ApiKeySuccess,
})

const LONGEST_NAME = 100

builder.mutationFields((t) => ({
  apiKeyCreate: t.field({
    type: ApiKeyResult,
    nullable: true,
    description: 'Makes a key of the API; needs the scope `admin`.',
    args: { input: t.arg({ type: ApiKeyCreateInput, required: true, description: 'What to make.' }) },
    authScopes: { admin: true },
    resolve: async (_root, { input: { name, roles, expiresAt = null } }, context) => {
      const { prisma, viewer, environment } = context
      const owner = line(name, ['input', 'name'], LONGEST_NAME)
      if (roles.length === 0) throw wrong(['input', 'roles'], 'is empty: give at least one')
      if (expiresAt && expiresAt.getTime() <= Date.now()) {
        throw wrong(['input', 'expiresAt'], 'is in the past: give a time to come')
      }
      const createdBy = viewer.name
      return createKey(prisma, { name: owner, roles, expiresAt, environment, createdBy })
    },
  }),
  apiKeyRevoke: t.field({
    type: ApiKeyResult,
    nullable: true,
    description:
      'Revokes a key for good, and at once; one that was revoked stays so. Needs the scope `admin`.',
    args: {
      keyId: t.arg.id({ required: true, description: 'Its `keyId`, as `apiKeys` gives it.' }),
    },
    authScopes: { admin: true },
    resolve: async (_root, { keyId }, { prisma }) => {
      const apiKey = await revokeKey(prisma, keyId)
      if (!apiKey) throw new InputError(['keyId'], `there is no key ${keyId}: \`apiKeys\` lists them`)
      return { apiKey, key: null }
    },
  }),
}))

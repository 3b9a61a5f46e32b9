import type { ApiKey } from '../../generated/prisma/client.js'
import { createKey, revokeKey } from '../../record/api-key/keys.js'
import { wrong } from '../../record/write/input.js'
import { line } from '../../record/write/line.js'
import type { Written } from '../../record/write/outcome.js'
import { builder } from '../builder.js'
import { mutation, resultUnion } from '../mutation.js'
import { Scope } from '../scope.js'
import { written } from '../written.js'

interface KeyWritten extends Written {
  key: string | null
}

const ApiKeySuccess = builder.objectRef<KeyWritten>('ApiKeySuccess').implement({
  description: 'The write succeeded: the key, and what is shown of it only once.',
  fields: (t) => ({
    apiKey: t.field(written('ApiKey', 'What is kept of the key: everything but its secret.')),
    key: t.exposeString('key', {
      nullable: true,
      description: 'The key itself, `or_…`, shown this once; null unless it was made now.',
    }),
  }),
})

const ApiKeyResult = resultUnion('ApiKeyResult', ApiKeySuccess, 'What came of a write to a key.', [])

const LONGEST_NAME = 100

const keyWritten = ({ id }: ApiKey, key: string | null): KeyWritten => ({ id, key })

mutation('apiKeyCreate', {
  description:
    'Makes a key of the API; needs the scope ADMIN. Its input has no `idempotencyKey`: an answer that is kept would keep the secret.',
  scope: 'admin',
  result: ApiKeyResult,
  inputDescription: 'A key to make.',
  inputFields: (t) => ({
    name: t.string({
      required: true,
      description: `Whose the key is, 1 to ${LONGEST_NAME} characters: "Mara Lindt". The history of what they change has this name.`,
    }),
    scopes: t.field({
      type: [Scope],
      required: true,
      description:
        'What the key allows, at least one. EDITOR and REVIEWER bring READER with them, ADMIN all others.',
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When the key ceases to be good, a time to come; absent or null: never.',
    }),
  }),
  hasIdempotencyKey: false,
  run: async ({ name, scopes, expiresAt = null }, transact, { environment }) => {
    const owner = line(name, ['input', 'name'], LONGEST_NAME)
    if (scopes.length === 0) throw wrong(['input', 'scopes'], 'is empty: give at least one')
    if (expiresAt && expiresAt.getTime() <= Date.now()) {
      throw wrong(['input', 'expiresAt'], 'is in the past: give a time to come')
    }
    return transact(async ({ tx, actor: createdBy }) => {
      const made = { name: owner, roles: scopes, expiresAt, environment, createdBy }
      const { apiKey, key } = await createKey(tx, made)
      return keyWritten(apiKey, key)
    })
  },
})

mutation('apiKeyRevoke', {
  description: 'Revokes a key for good, and at once; one that was revoked stays so. Needs the scope ADMIN.',
  scope: 'admin',
  result: ApiKeyResult,
  inputDescription: 'The key that is revoked.',
  inputFields: (t) => ({
    keyId: t.string({
      required: true,
      description: 'The `keyId` of the key, as `apiKeys` gives it; not its global id.',
    }),
  }),
  run: async ({ keyId }, transact) =>
    transact(async ({ tx }) => {
      const apiKey = await revokeKey(tx, keyId)
      if (!apiKey)
        throw wrong(['input', 'keyId'], `is ${keyId}, but there is no such key: \`apiKeys\` lists them`)
      return keyWritten(apiKey, null)
    }),
})

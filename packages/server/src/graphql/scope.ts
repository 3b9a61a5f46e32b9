import type { Scope as ScopeName } from '../record/viewer.js'
import { builder } from './builder.js'

export const Scope = builder.enumType('Scope', {
  description: 'What a key of the API allows.',
  values: {
    READER: { value: 'reader' as const, description: 'Reads what is public.' },
    EDITOR: {
      value: 'editor' as const,
      description: 'Reads everything; puts articles in, edits, deletes and restores.',
    },
    REVIEWER: {
      value: 'reviewer' as const,
      description: 'Reads everything; verifies, rejects and retracts statements; merges speakers and topics.',
    },
    ADMIN: { value: 'admin' as const, description: 'Does all of that; makes, lists and revokes keys.' },
  } satisfies Record<Uppercase<ScopeName>, { value: ScopeName; description: string }>,
})

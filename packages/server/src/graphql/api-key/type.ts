import type { Viewer as Caller } from '../../record/viewer.js'
import { builder } from '../builder.js'

builder.prismaNode('ApiKey', {
  id: { field: 'id', description: 'Global id.' },
  select: {},
  description: 'A key of the API, without its secret, which is kept nowhere. For admins.',
  fields: (t) => ({
    keyId: t.exposeString('keyId', {
      description: 'The part of the key that names it: `or_<environment>_<keyId>_…`; no secret.',
    }),
    name: t.exposeString('name', { description: 'Whose it is; written into the history as who did it.' }),
    scopes: t.exposeStringList('scopes', {
      description: 'What it allows: `reader`, `editor`, `reviewer`, `admin`.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    createdBy: t.exposeString('createdBy', { description: 'Who made it.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ceases to be good; null: never.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, as of at most a minute ago; null: never.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null: it was not.',
    }),
  }),
})

export const Viewer = builder.objectRef<Caller>('Viewer').implement({
  description: 'Who calls.',
  fields: (t) => ({
    name: t.exposeString('name', { description: "The key's name; `anonymous` without one." }),
    scopes: t.stringList({
      description: 'What the caller may do: `reader`, `editor`, `reviewer`, `admin`.',
      resolve: ({ scopes }) => [...scopes],
    }),
  }),
})

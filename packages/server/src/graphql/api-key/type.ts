import type { Viewer as Caller, Scope as ScopeName } from '../../record/viewer.js'
import { builder } from '../builder.js'
import { Scope } from '../scope.js'

builder.prismaNode('ApiKey', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  description: 'A key of the API, without its secret, which is kept nowhere. For admins.',
  fields: (t) => ({
    keyId: t.exposeString('keyId', {
      description: 'The part of the key that names it: `or_<environment>_<keyId>_…`; no secret.',
    }),
    name: t.exposeString('name', {
      description: 'Whose the key is: "Mara Lindt". The history of what is changed with it has this name.',
    }),
    scopes: t.field({
      type: [Scope],
      description: 'What the key allows, including the scopes that other scopes bring with them.',
      select: { scopes: true },
      resolve: ({ scopes }) => scopes as ScopeName[],
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'The instant at which the key was made.',
    }),
    createdBy: t.exposeString('createdBy', {
      description:
        'Who made it: the name of their key; `operator` or `onrecord serve` when it was made on the database itself.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The instant from which the key is refused; null when it never is.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The instant of its last use, written at most once a minute; null when it was never used.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The instant at which the key was revoked; null when it was not.',
    }),
  }),
})

export const Viewer = builder.objectRef<Caller>('Viewer').implement({
  description: 'Whoever sent the request, by the key that came with it.',
  fields: (t) => ({
    name: t.exposeString('name', { description: "The key's name; `anonymous` without one." }),
    scopes: t.field({
      type: [Scope],
      description: 'What the caller may do; READER alone without a key.',
      resolve: ({ scopes }) => [...scopes],
    }),
  }),
})

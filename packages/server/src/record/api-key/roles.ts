import type { Scope, Sight, Viewer } from '../viewer.js'

/**
 * What each role may do: a role is a set of scopes. Everybody reads; editing and reviewing are apart, so that nobody
 * need verify what they wrote themselves; an admin may do everything.
 */
export const ROLES: Readonly<Record<Scope, readonly Scope[]>> = {
  reader: ['reader'],
  editor: ['reader', 'editor'],
  reviewer: ['reader', 'reviewer'],
  admin: ['reader', 'editor', 'reviewer', 'admin'],
}

const ORDER = Object.keys(ROLES) as Scope[]

export const isRole = (text: string): text is Scope => Object.hasOwn(ROLES, text)

/** The scopes of some roles together, each once. */
export const scopesOf = (roles: readonly Scope[]): Scope[] =>
  ORDER.filter((scope) => roles.some((role) => ROLES[role].includes(scope)))

/** Who has some scopes. Whoever works on the record sees all of it, others what is public. */
export const viewerWith = (name: string, scopes: readonly Scope[], publicSight: Sight): Viewer => ({
  name,
  scopes: new Set(scopes),
  sight: scopes.some((scope) => scope !== 'reader') ? 'EVERYTHING' : publicSight,
})

/** A caller without a key. */
export const anonymous = (publicProposals: boolean): Viewer =>
  viewerWith('anonymous', ROLES.reader, publicProposals ? 'PROPOSALS' : 'PUBLIC')

/** Whoever has the database itself: nothing is kept from them. */
export const OPERATOR: Viewer = viewerWith('operator', ROLES.admin, 'PUBLIC')

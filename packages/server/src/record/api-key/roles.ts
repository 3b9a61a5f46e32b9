import type { Scope, Sight, Viewer } from '../viewer.js'

/**
 * The scopes of each role. Every role can read. `editor` and `reviewer` do not include each other, so that a statement
 * can be verified by somebody who did not write it. `admin` has all scopes.
 */
export const ROLES: Readonly<Record<Scope, readonly Scope[]>> = {
  reader: ['reader'],
  editor: ['reader', 'editor'],
  reviewer: ['reader', 'reviewer'],
  admin: ['reader', 'editor', 'reviewer', 'admin'],
}

const ORDER = Object.keys(ROLES) as Scope[]

export const isRole = (text: string): text is Scope => Object.hasOwn(ROLES, text)

/** The scopes of several roles together, each once. */
export const scopesOf = (roles: readonly Scope[]): Scope[] =>
  ORDER.filter((scope) => roles.some((role) => ROLES[role].includes(scope)))

/**
 * The viewer with a name and scopes. A viewer with more than the scope `reader` sees everything, others what is public.
 */
export const viewerWith = (name: string, scopes: readonly Scope[], publicSight: Sight): Viewer => ({
  name,
  scopes: new Set(scopes),
  sight: scopes.some((scope) => scope !== 'reader') ? 'EVERYTHING' : publicSight,
})

/** The viewer that a caller without a key is. */
export const anonymous = (publicProposals: boolean): Viewer =>
  viewerWith('anonymous', ROLES.reader, publicProposals ? 'PROPOSALS' : 'PUBLIC')

/** The viewer for whoever has access to the database itself. It sees everything and may do everything. */
export const OPERATOR: Viewer = viewerWith('operator', ROLES.admin, 'PUBLIC')

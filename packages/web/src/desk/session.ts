import type { Client } from '@onrecord/sdk'

/** Somebody who has signed in at the desk. */
export interface DeskSession {
  /** The name of their key, which the history of what they change has. */
  name: string
  scopes: readonly string[]
  /** Sent with every request, to show that it comes from our page. */
  proof: string
}

/** What the page of a task gets. */
export interface TaskProps {
  session: DeskSession
  /** Null until the script runs in a browser. */
  client: Client | null
}

/** What a key may allow, besides reading. */
export type Role = 'editor' | 'reviewer' | 'admin'

/** Whether a session may do what a scope allows; an admin may do all. */
export const may = ({ scopes }: DeskSession, scope: Role): boolean =>
  scopes.includes(scope) || scopes.includes('admin')

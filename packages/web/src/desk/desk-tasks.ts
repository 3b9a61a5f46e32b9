import { type DeskSession, may, type Role } from './session.js'

/** A page of the desk. */
export interface DeskTask {
  name: 'review' | 'put-in' | 'keys'
  title: string
  /** What a key without its roles does not allow: "to review". */
  does: string
  path: string
  /** The roles of whose keys it takes one. */
  roles: readonly Role[]
}

export const TASKS: readonly DeskTask[] = [
  { name: 'review', title: 'Review', does: 'to review', path: '/desk', roles: ['reviewer', 'editor'] },
  { name: 'put-in', title: 'Put in', does: 'to put articles in', path: '/desk/put-in', roles: ['editor'] },
  { name: 'keys', title: 'Keys', does: 'to manage keys', path: '/desk/keys', roles: ['admin'] },
]

export const taskAt = (path: string): DeskTask | null =>
  TASKS.find((task) => task.path === path.replace(/(?<=.)\/$/, '')) ?? null

/** Whether a session's key allows a task. */
export const mayDo = (session: DeskSession, { roles }: DeskTask): boolean =>
  roles.some((role) => may(session, role))

/** The tasks that a session's key allows. */
export const tasksFor = (session: DeskSession): readonly DeskTask[] =>
  TASKS.filter((task) => mayDo(session, task))

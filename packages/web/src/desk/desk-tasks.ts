import { type DeskSession, may, type Role } from './session.js'

/** A page of the desk. */
export interface DeskTask {
  name: 'review'
  title: string
  path: string
  /** The roles of whose keys it takes one. */
  roles: readonly Role[]
}

export const TASKS: readonly DeskTask[] = [
  { name: 'review', title: 'Review', path: '/desk', roles: ['reviewer', 'editor'] },
]

export const taskAt = (path: string): DeskTask | null =>
  TASKS.find((task) => task.path === path.replace(/(?<=.)\/$/, '')) ?? null

/** Whether a session's key allows a task. */
export const mayDo = (session: DeskSession, { roles }: DeskTask): boolean =>
  roles.some((role) => may(session, role))

/** The tasks that a session's key allows. */
export const tasksFor = (session: DeskSession): readonly DeskTask[] =>
  TASKS.filter((task) => mayDo(session, task))

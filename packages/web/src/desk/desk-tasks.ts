import type { ComponentType } from 'preact'
import { ChangesPage } from './changes/changes-page.js'
import { KeysPage } from './keys/keys-page.js'
import { PutInPage } from './put-in/put-in-page.js'
import { ReviewPage } from './review/review-page.js'
import { type DeskSession, may, type Role, type TaskProps } from './session.js'
import { SpeakersPage } from './speakers/speakers-page.js'

/** A page of the desk. */
export interface DeskTask {
  title: string
  /** What a key without its roles does not allow: "to review". */
  does: string
  path: string
  /** The roles of whose keys it takes one. */
  roles: readonly Role[]
  page: ComponentType<TaskProps>
}

export const TASKS: readonly DeskTask[] = [
  {
    title: 'Review',
    does: 'to review',
    path: '/desk',
    roles: ['reviewer', 'editor'],
    page: ReviewPage,
  },
  {
    title: 'Speakers',
    does: 'to edit speakers',
    path: '/desk/speakers',
    roles: ['editor'],
    page: SpeakersPage,
  },
  {
    title: 'Put in',
    does: 'to put articles in',
    path: '/desk/put-in',
    roles: ['editor'],
    page: PutInPage,
  },
  {
    title: 'Changed texts',
    does: 'to decide about changed texts',
    path: '/desk/changes',
    roles: ['reviewer', 'editor'],
    page: ChangesPage,
  },
  {
    title: 'Keys',
    does: 'to manage keys',
    path: '/desk/keys',
    roles: ['admin'],
    page: KeysPage,
  },
]

export const taskAt = (path: string): DeskTask | null =>
  TASKS.find((task) => task.path === path.replace(/(?<=.)\/$/, '')) ?? null

/** Whether a session's key allows a task. */
export const mayDo = (session: DeskSession, { roles }: DeskTask): boolean =>
  roles.some((role) => may(session, role))

/** The tasks that a session's key allows. */
export const tasksFor = (session: DeskSession): readonly DeskTask[] =>
  TASKS.filter((task) => mayDo(session, task))

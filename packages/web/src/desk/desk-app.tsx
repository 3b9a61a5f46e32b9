import type { Client } from '@onrecord/sdk'
import { type DeskTask, mayDo, tasksFor } from './desk-tasks.js'
import { KeysPage } from './keys/keys-page.js'
import { PutInPage } from './put-in/put-in-page.js'
import { ReviewPage } from './review/review-page.js'
import type { ReviewView } from './review/review-view.js'
import type { DeskSession } from './session.js'

export interface DeskAppProps {
  session: DeskSession
  /** Null where there is nothing. */
  task: DeskTask | null
  /** Null until the script runs in a browser. */
  client: Client | null
  /** Null likewise, and for other tasks than reviewing. */
  desk: ReviewView | null
}

/** A page of the desk: what a key allows, who has signed in, and the task. */
export function DeskApp({ session, task, client, desk }: DeskAppProps) {
  return (
    <>
      <header class="bar">
        <a class="name" href="/desk">
          Desk
        </a>
        <nav aria-label="Tasks">
          {tasksFor(session).map(({ title, path }) => (
            <a href={path} aria-current={path === task?.path ? 'page' : undefined} key={path}>
              {title}
            </a>
          ))}
          <a href="/">Read</a>
        </nav>
        <form method="post" action="/desk/sign-out">
          <span>
            <bdi>{session.name}</bdi>{' '}
          </span>
          <button type="submit" class="quiet">
            Sign out
          </button>
        </form>
      </header>
      <main id="content">
        <Task session={session} task={task} client={client} desk={desk} />
      </main>
    </>
  )
}

function Task({ session, task, client, desk }: DeskAppProps) {
  if (!task) return <p class="message">There is nothing at this address.</p>
  if (!mayDo(session, task)) {
    return (
      <p class="message">
        Your key does not allow {task.does}: it takes the role {task.roles.join(' or ')}. An admin can make
        such a key for you.
      </p>
    )
  }
  if (task.name === 'keys') return <KeysPage client={client} />
  if (task.name === 'put-in') return <PutInPage client={client} />
  return <ReviewPage view={desk} />
}

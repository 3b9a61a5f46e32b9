import { type DeskTask, mayDo, tasksFor } from './desk-tasks.js'
import type { TaskProps } from './session.js'

export interface DeskAppProps extends TaskProps {
  /** Null where there is nothing. */
  task: DeskTask | null
}

/** A page of the desk: what a key allows, who has signed in, and the task. */
export function DeskApp({ session, task, client }: DeskAppProps) {
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
        <Task session={session} task={task} client={client} />
      </main>
    </>
  )
}

function Task({ session, task, client }: DeskAppProps) {
  if (!task) return <p class="message">There is nothing at this address.</p>
  if (!mayDo(session, task)) {
    return (
      <p class="message">
        Your key does not allow {task.does}: it takes the role {task.roles.join(' or ')}. An admin can make
        such a key for you.
      </p>
    )
  }
  const { page: Page } = task
  return <Page session={session} client={client} />
}

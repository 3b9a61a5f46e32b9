import { type Client, createClient } from '@onrecord/sdk'
import { hydrate, render } from 'preact'
import { DeskApp } from './desk-app.js'
import { mayDo, taskAt } from './desk-tasks.js'
import { followChanges } from './follow-changes.js'
import { ReviewDesk } from './review/review-desk.js'
import { ReviewView } from './review/review-view.js'
import type { DeskSession } from './session.js'

const root = document.getElementById('desk') as HTMLElement
const session = JSON.parse(root.dataset.session ?? '') as DeskSession
const task = taskAt(location.pathname)
const app = (client: Client | null, desk: ReviewView | null) => (
  <DeskApp session={session} task={task} client={client} desk={desk} />
)
hydrate(app(null, null), root)

if (task && mayDo(session, task)) {
  const client = createClient({ url: '/graphql', headers: { 'x-onrecord-csrf': session.proof } })
  render(app(client, task.name === 'review' ? review(client) : null), root)
}

/** Begins to review: with what was left unsent before, and with what others do meanwhile. */
function review(client: Client): ReviewView {
  const desk = new ReviewDesk(client, session, sessionStorage)
  void desk.queue.show({})
  void followChanges(client, desk)
  addEventListener('online', () => desk.outbox.hurry())
  addEventListener('beforeunload', (event) => {
    // A tab that is closed takes with it what was not sent.
    if (desk.outbox.waiting.value.length > 0) event.preventDefault()
  })
  return new ReviewView(desk)
}

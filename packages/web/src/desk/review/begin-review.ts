import type { Client } from '@onrecord/sdk'
import type { DeskSession } from '../session.js'
import { followChanges } from './follow-changes.js'
import { ReviewDesk } from './review-desk.js'
import { ReviewView } from './review-view.js'

/** Begins to review in a browser: with what was left unsent before, and with what others do meanwhile. */
export function beginReview(client: Client, session: DeskSession): ReviewView {
  const desk = new ReviewDesk(client, session, sessionStorage)
  const view = new ReviewView(desk)
  void followChanges(client, desk, () => view.address.follow())
  void view.address.follow()
  addEventListener('popstate', () => void view.address.follow())
  addEventListener('online', () => desk.outbox.hurry())
  addEventListener('beforeunload', (event) => {
    // A tab that is closed takes with it what was not sent.
    if (desk.outbox.waiting.value.length > 0 && !desk.signingIn) event.preventDefault()
  })
  return view
}

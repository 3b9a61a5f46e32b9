import { createClient } from '@onrecord/sdk'
import { hydrate, render } from 'preact'
import { DeskApp } from './desk-app.js'
import { taskAt } from './desk-tasks.js'
import type { DeskSession } from './session.js'

const root = document.getElementById('desk') as HTMLElement
const session = JSON.parse(root.dataset.session ?? '') as DeskSession
const task = taskAt(location.pathname)
const client = createClient({ url: '/graphql', headers: { 'x-onrecord-csrf': session.proof } })

// What the service sent is taken over as it is, and then shown with what the record has.
hydrate(<DeskApp session={session} task={task} client={null} />, root)
render(<DeskApp session={session} task={task} client={client} />, root)

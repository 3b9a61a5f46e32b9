import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { ComponentChild } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { PAGE_POLICY, wholeAnswer } from './answers.js'
import { DeskApp } from './desk/desk-app.js'
import { DeskHead } from './desk/desk-head.js'
import { taskAt } from './desk/desk-tasks.js'
import type { DeskSession } from './desk/session.js'
import { FollowLink, SIGN_IN_PROBLEMS, SignInForm, type SignInProblem } from './desk/sign-in-form.js'
import { joinedFiles } from './files.js'

/** The desk of a record, where people review what machines propose. */
export interface Desk {
  /** The page of a task, for somebody who has signed in; 404 for a path without one. */
  page(request: Request, session: DeskSession): Response
  /** The form to sign in. `problem`: why it is shown again. `next`: the path of the page that was asked for. */
  signIn(problem: SignInProblem | null, next?: string): Response
  /** A page with a button that follows a link which signs in once. */
  followLink(token: string): Response
  /** A file that the desk's pages load; 404 for others. */
  file(request: Request): Response
}

/** Pages of somebody who has signed in: no cache may keep them, and forms say where they come from. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': PAGE_POLICY,
  'cache-control': 'no-store',
  // Without it browsers hide from the service that a form is its own.
  'referrer-policy': 'same-origin',
}

/** Makes the desk. Its pages are whole only in a browser, where they ask the record through the SDK. */
export function createDesk(): Desk {
  const files = readDeskFiles()
  const html = (title: string, content: ComponentChild, status = 200) => {
    const page = renderToString(
      <html lang="en">
        <DeskHead title={title} style={files.style} />
        {content}
      </html>,
    )
    return new Response(`<!doctype html>${page}`, { status, headers: HEADERS })
  }
  return {
    page(request, session) {
      const task = taskAt(new URL(request.url).pathname)
      const body = (
        <body class="desk">
          <div id="desk" data-session={JSON.stringify(session)}>
            <DeskApp session={session} task={task} client={null} />
          </div>
          <noscript>
            <p class="message">
              The desk needs JavaScript, which is switched off in this browser. The pages for readers work
              without it.
            </p>
          </noscript>
          <script type="module" src={files.script} />
        </body>
      )
      return html(task?.title ?? 'Nothing here', body, task ? 200 : 404)
    },
    signIn(problem, next = '/desk') {
      const { status = 200 } = problem ? SIGN_IN_PROBLEMS[problem] : {}
      const body = (
        <body>
          <SignInForm problem={problem} next={next} />
        </body>
      )
      return html('Sign in', body, status)
    },
    followLink(token) {
      const body = (
        <body>
          <FollowLink token={token} />
        </body>
      )
      return html('Sign in', body)
    },
    file(request) {
      const file = files.byPath.get(new URL(request.url).pathname)
      if (!file) return new Response('There is no such file.\n', { status: 404 })
      return wholeAnswer(request, file.body, {
        'content-type': file.type,
        'cache-control': 'public, max-age=31536000, immutable',
      })
    },
  }
}

/** The desk's style sheet and its script, which Vite makes of `desk/main.js`. Their paths have their hashes. */
function readDeskFiles() {
  const byPath = new Map<string, { body: string; type: string }>()
  const add = (body: string, ending: 'css' | 'js') => {
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
    const path = `/desk/files/desk-${hash}.${ending}`
    byPath.set(path, { body, type: ending === 'css' ? 'text/css' : 'text/javascript' })
    return path
  }
  const style = add(`${joinedFiles('style')}\n${joinedFiles('desk')}`, 'css')
  const folder = new URL('./browser/', import.meta.url)
  const script = readdirSync(folder).find((name) => name.endsWith('.js')) as string
  return { style, script: add(readFileSync(new URL(script, folder), 'utf8'), 'js'), byPath }
}

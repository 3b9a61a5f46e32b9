/** Why somebody is not signed in, and the HTTP status that says so. */
export const SIGN_IN_PROBLEMS = {
  key: {
    status: 403,
    sentence:
      'This key does not open the desk: it is not whole, has expired or was revoked. Copy it from “or_” to its last letter, or ask an admin for another.',
  },
  ended: { status: 403, sentence: 'Your key has expired or was revoked: ask an admin for another.' },
  used: {
    status: 403,
    sentence:
      'This link has signed somebody in already, and works once only. Start the record again for another, or paste a key.',
  },
  elsewhere: {
    status: 403,
    sentence: 'That came from another site, and was not done. If you meant it, do it here.',
  },
  unavailable: { status: 503, sentence: 'The record cannot be reached at the moment: try again soon.' },
} as const

export type SignInProblem = keyof typeof SIGN_IN_PROBLEMS

/** The form in which somebody signs in with an API key. */
export function SignInForm({ problem, next }: { problem: SignInProblem | null; next: string }) {
  const action = next === '/desk' ? '/desk/sign-in' : `/desk/sign-in?next=${encodeURIComponent(next)}`
  return (
    <main class="sign-in">
      <h1>On Record: the desk</h1>
      {problem && (
        <p class="problem" role="alert">
          {SIGN_IN_PROBLEMS[problem].sentence}
        </p>
      )}
      <form method="post" action={action}>
        <label for="key">Your key</label>
        <input id="key" name="key" type="password" autocomplete="current-password" required autofocus />
        <button type="submit">Sign in</button>
      </form>
      <p class="faint">
        The key begins with “or_”. An admin of the record makes keys; whoever runs the record on their own
        computer gets a link that signs in when they start it.
      </p>
    </main>
  )
}

/** The page of a link that signs in once, for whoever has not visited it with a browser that says so. */
export function FollowLink({ token }: { token: string }) {
  return (
    <main class="sign-in">
      <h1>On Record: the desk</h1>
      <form method="post" action="/desk/sign-in">
        <input type="hidden" name="token" value={token} />
        <button type="submit" autofocus>
          Sign in
        </button>
      </form>
      <p class="faint">This link signs in once.</p>
    </main>
  )
}

import { useCallback, useEffect, useState } from 'preact/hooks'
import { sentenceOf } from '../failure.js'
import type { TaskProps } from '../session.js'
import { type DeskKey, makeKey, ROLES, readKeys, revokeKey } from './keys.js'

/** The keys of the record: who has one, for what, until when. */
export function KeysPage({ client }: TaskProps) {
  const [keys, setKeys] = useState<readonly DeskKey[] | null>(null)
  const [made, setMade] = useState('')
  const [problem, setProblem] = useState('')
  const act = useCallback(
    async (work: () => Promise<void>) => {
      if (!client) return
      try {
        await work()
        setKeys(await readKeys(client))
        setProblem('')
      } catch (error) {
        setProblem(sentenceOf(error, 'Not done'))
      }
    },
    [client],
  )
  useEffect(() => void act(async () => {}), [act])
  if (!client || !keys) return <p class="message">{problem || 'Reading the keys…'}</p>
  return (
    <div class="keys-page">
      <h1>Keys</h1>
      <NewKey
        onMake={(name, scopes, days) =>
          void act(async () => setMade(await makeKey(client, name, scopes, days)))
        }
      />
      {made && (
        <section class="panel" role="status" aria-label="The new key">
          <p>This is the key. It is shown this once: give it to whose it is, and to nobody else.</p>
          <p>
            <code>{made}</code>
          </p>
          <button type="button" class="quiet" onClick={() => setMade('')}>
            I have it
          </button>
        </section>
      )}
      {problem && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">Whose</th>
            <th scope="col">May</th>
            <th scope="col">Last used</th>
            <th scope="col">Ends</th>
            <th scope="col">Revoke</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.keyId}>
              <th scope="row">
                <bdi>{key.name}</bdi> <small>{key.keyId}</small>
              </th>
              <td>{key.scopes.map((scope) => scope.toLowerCase()).join(', ')}</td>
              <td>{dayOf(key.lastUsedAt) ?? 'never'}</td>
              <td>{key.revokedAt ? `revoked ${dayOf(key.revokedAt)}` : (dayOf(key.expiresAt) ?? 'never')}</td>
              <td>
                {key.revokedAt === null && (
                  <Revoke of={key} onRevoke={() => void act(() => revokeKey(client, key.keyId))} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A key cannot be given back, so that it takes two clicks. */
function Revoke({ of: { name }, onRevoke }: { of: DeskKey; onRevoke: () => void }) {
  const [asked, setAsked] = useState(false)
  if (!asked) {
    return (
      <button
        type="button"
        class="quiet"
        aria-label={`Revoke the key of ${name}`}
        onClick={() => setAsked(true)}
      >
        Revoke
      </button>
    )
  }
  return (
    <>
      <button type="button" aria-label={`Yes, revoke the key of ${name} for good`} onClick={onRevoke}>
        For good
      </button>{' '}
      <button
        type="button"
        class="quiet"
        aria-label={`Keep the key of ${name}`}
        onClick={() => setAsked(false)}
      >
        Keep
      </button>
    </>
  )
}

function NewKey({
  onMake,
}: {
  onMake: (name: string, scopes: (typeof ROLES)[number][], days: number | null) => void
}) {
  return (
    <form
      class="panel filter"
      aria-label="A new key"
      onSubmit={(event) => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        const scopes = ROLES.filter((role) => data.has(role))
        const days = Number(data.get('days'))
        onMake(String(data.get('name')).trim(), scopes.length > 0 ? scopes : ['READER'], days || null)
        event.currentTarget.reset()
      }}
    >
      <label>
        Whose <input name="name" required maxLength={100} autocomplete="off" />
      </label>
      {ROLES.slice(1).map((role) => (
        <label key={role}>
          <input type="checkbox" name={role} /> {role.toLowerCase()}
        </label>
      ))}
      <label>
        Ends{' '}
        <select name="days">
          <option value="0">never</option>
          <option value="30">in 30 days</option>
          <option value="365">in a year</option>
        </select>
      </label>
      <button type="submit">Make a key</button>
    </form>
  )
}

const dayOf = (instant: string | null): string | null => instant?.slice(0, 10) ?? null

import {
  type ChangeKind,
  type EntityType,
  ChangeKind as KINDS,
  EntityType as TYPES,
} from '../../generated/prisma/enums.js'
import { alternatives } from '../../text/alternatives.js'
import { wrong } from '../write/input.js'

/** The event of a delivery that somebody asked for, to see whether it arrives. */
export const TEST_EVENT = 'webhook.test'

/** The event of a statement that an alert has found. A webhook of an alert is sent it, whatever else it is sent. */
export const ALERT_EVENT = 'alert.matched'

/** The event of a change of an object: "statement.created". */
export const eventOf = (type: EntityType, kind: ChangeKind): string =>
  `${type.toLowerCase()}.${kind.toLowerCase()}`

const NAMES = {
  type: Object.keys(TYPES).map((type) => type.toLowerCase()),
  kind: Object.keys(KINDS).map((kind) => kind.toLowerCase()),
}

/**
 * The events that a webhook is sent: "statement.created" for one, "statement.*" for all of a type, "*" for all. They are
 * returned sorted, without repeats.
 *
 * @throws InputError naming what is no event.
 */
export function readEvents(events: readonly string[], path: string[]): string[] {
  if (events.length === 0) throw wrong(path, 'is empty: name an event, or pass ["*"] for all')
  for (const [index, event] of events.entries()) {
    const [type = '', kind = '', ...rest] = event.split('.')
    const isOne = NAMES.type.includes(type) && [...NAMES.kind, '*'].includes(kind) && rest.length === 0
    if (event === '*' || event === ALERT_EVENT || isOne) continue
    throw wrong(
      [...path, String(index)],
      `is no event: pass "*", or one such as "statement.created" or "article.*", of ${alternatives(NAMES.type)} and ${alternatives([...NAMES.kind, '*'])}`,
    )
  }
  return [...new Set(events)].sort()
}

/** Whether an event is among those that a webhook is sent. */
export const isSent = (events: readonly string[], event: string): boolean =>
  ['*', event, `${event.split('.')[0]}.*`].some((one) => events.includes(one))

import {
  type Condition,
  objectParameter,
  PARAMETERS,
  type Parameter,
  type ParameterTable,
} from '../../record/address-filter.js'
import { BadAddress } from '../../record/bad-address.js'
import { idIn } from '../../text/handle.js'
import { wordFor } from '../../text/kinds.js'

/** The global id in a value that is one, or that is a handle. */
function anyId(value: string, type: Parameters<typeof idIn>[1]): string | null {
  try {
    const text = atob(value.replaceAll('-', '+').replaceAll('_', '/'))
    if (new RegExp(`^${type}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`).test(text)) return value
  } catch {
    // No global id: it may be a handle.
  }
  return idIn(value, type)
}

const part = (field: Parameter['field']): Parameter => ({
  field,
  many: false,
  read(parameter, value) {
    if (/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/.test(value)) return { key: value, label: value }
    throw new BadAddress(`“${parameter}” in the address is no number from 0 to 1: write it as 0.9.`)
  },
  toField: Number,
})

const flag = (field: Parameter['field']): Parameter => ({
  field,
  many: false,
  read(parameter, value) {
    if (value === 'true' || value === 'false') return { key: value, label: value }
    throw new BadAddress(`“${parameter}” in the address is neither true nor false.`)
  },
  toField: (key) => key === 'true',
})

const OBJECTS = {
  articleIds: objectParameter('articleIds', 'articles', anyId),
  siteIds: objectParameter('siteIds', 'sites', anyId),
  speakerIds: objectParameter('speakerIds', 'speakers', anyId),
  topicIds: objectParameter('topicIds', 'topics', anyId),
  eventIds: objectParameter('eventIds', 'events', anyId),
  documentIds: objectParameter('documentIds', 'documents', anyId),
}

/** The parameters of the lists for readers, but for the review state: the desk shows what waits for a review. */
const { reviewed: _, ...READERS } = PARAMETERS

/**
 * The parameters of the desk's address: those of the lists for readers, and with the names and values of the schema, so that
 * other programs make links without knowing of handles.
 */
export const QUEUE_PARAMETERS: ParameterTable = {
  ...READERS,
  ...OBJECTS,
  kinds: READERS.kind,
  mediums: READERS.medium,
  polarities: READERS.polarity,
  saidFrom: READERS.from,
  saidUntil: READERS.until,
  minConfidence: part('minConfidence'),
  maxConfidence: part('maxConfidence'),
  hasSpeaker: flag('hasSpeaker'),
  isClaimed: flag('isClaimed'),
  claimedBy: { field: 'claimedBy', many: true, read: (_parameter, value) => ({ key: value, label: value }) },
}

const BEFORE: Readonly<Record<string, string>> = {
  speakerIds: 'by ',
  topicIds: 'about ',
  siteIds: 'on ',
  articleIds: 'in ',
  eventIds: 'at ',
  documentIds: 'citing ',
  saidFrom: 'said from ',
  saidUntil: 'said until ',
  claimedBy: 'claimed by ',
}

/** Whether a condition names an object of the record, whose name the record knows. */
export const namesObject = ({ parameter }: Condition): boolean =>
  Object.hasOwn(OBJECTS, QUEUE_PARAMETERS[parameter]?.field ?? '')

/** A condition in words: what stands before, and the name or value. */
export function conditionInWords(condition: Condition, name: string | undefined): [string, string] {
  const { key, label, parameter } = condition
  const field = QUEUE_PARAMETERS[parameter]?.field ?? ''
  if (field === 'minConfidence') return [`${percent(key)} sure and more`, '']
  if (field === 'maxConfidence') return [`${percent(key)} sure and less`, '']
  if (field === 'hasSpeaker') return [key === 'true' ? 'somebody named' : 'nobody named', '']
  if (field === 'isClaimed') return [key === 'true' ? 'claimed by somebody' : 'claimed by nobody', '']
  const before = BEFORE[field]
  if (!before) return [wordFor(key), '']
  return [before, name ?? (label || 'something that is not in the record')]
}

const percent = (part: string): string => `${Math.round(Number(part) * 100)} %`

import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { fuzzyColumns } from '../../dates/date-columns.js'
import { type DateFields, dateBounds } from '../../dates/fuzzy-date.js'
import { fold } from '../../text/fold.js'
import { encodeGlobalId, uuidOf } from '../global-id.js'
import { canonicalText, fieldChanges } from '../history/field-changes.js'
import { wrong } from '../write/input.js'
import { line } from '../write/line.js'
import { lockVersion, type Target } from '../write/lock.js'
import type { Outcome } from '../write/outcome.js'
import { type FuzzyDate, readDate } from '../write/read-date.js'
import { resolveIds } from '../write/references.js'
import type { Write } from '../write/write.js'
import { type Office, storedOfficeRows } from './offices.js'
import { markEdited } from './speaker-storage.js'

/** The largest number of offices that one speaker may have. */
export const MOST_OFFICES = 100

/** An office as an input gives it: a role, an organisation, or both. */
export interface OfficeInput {
  role?: string | null | undefined
  /** Global id. */
  organizationId?: string | null | undefined
  /** Global id. */
  placeId?: string | null | undefined
  from?: FuzzyDate | null | undefined
  until?: FuzzyDate | null | undefined
}

/**
 * Reads offices from an input, and checks them as far as that needs no database.
 *
 * @throws InputError naming the field.
 */
export function readOffices(inputs: readonly OfficeInput[], path: string[]): Office[] {
  if (inputs.length > MOST_OFFICES) {
    throw wrong(path, `has ${inputs.length} entries: pass at most ${MOST_OFFICES}`)
  }
  return inputs.map((input, index) => readOffice(input, [...path, String(index)]))
}

/** Replaces all offices of a speaker. @throws InputError, NotFoundError, ConflictError. */
export async function setOffices(
  { tx, record }: Write,
  target: Target,
  offices: Office[],
  path: string[],
): Promise<Outcome> {
  const speaker = await lockVersion(tx, 'Speaker', target)
  await resolveReferences(tx, speaker.id, offices, path)
  checkOnce(offices, path)
  const stored = (await storedOfficeRows(tx, [speaker.id]))(speaker.id)
  const added = new Map(offices.map((office) => [textOf(office), office]))
  const gone = stored.filter(({ office }) => !added.delete(textOf(office)))
  const changes =
    gone.length + added.size > 0
      ? fieldChanges({ affiliations: stored.map(({ office }) => office) }, { affiliations: offices })
      : []
  if (changes.length > 0) {
    // An office that stays keeps its row: a merge knows by it what it has to give back.
    await tx.affiliation.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
    await tx.affiliation.createMany({ data: [...added.values()].map((office) => rowOf(speaker.id, office)) })
    await markEdited(tx, speaker.id, 'affiliations')
    const version = speaker.version + 1
    await tx.speaker.update({ where: { id: speaker.id }, data: { version } })
    record({ type: 'SPEAKER', entityId: speaker.id, action: 'UPDATED', version, changes })
  }
  return { id: speaker.id, status: changes.length > 0 ? 'UPDATED' : 'UNCHANGED' }
}

const textOf = ({ role, organizationId, placeId, from, until }: Office): string =>
  canonicalText([role, organizationId, placeId, from, until]) as string

/** @throws InputError when two offices are equal. */
function checkOnce(offices: readonly Office[], path: string[]): void {
  const texts = offices.map(textOf)
  const twice = texts.findIndex((text, index) => texts.indexOf(text) < index)
  if (twice >= 0) throw wrong([...path, String(twice)], 'is there twice: leave it out')
}

function readOffice(input: OfficeInput, path: string[]): Office {
  const role = input.role == null ? null : line(input.role, [...path, 'role'])
  const organizationId = input.organizationId ?? null
  if (role === null && organizationId === null) throw wrong(path, 'needs a role, an organizationId, or both')
  const from = dateOf(input.from, [...path, 'from'])
  const until = dateOf(input.until, [...path, 'until'])
  const [begun, ended] = [dateBounds(from).earliest, dateBounds(until).latest]
  if (begun !== null && ended !== null && ended < begun) {
    throw wrong([...path, 'until'], 'is before `from`: swap the two dates')
  }
  return { role, organizationId, placeId: input.placeId ?? null, from, until }
}

/** Reads a date without its `asWritten`, for an office does not store the words of its dates. */
function dateOf(input: FuzzyDate | null | undefined, path: string[]): DateFields | null {
  const date = readDate(input ?? null, path)
  return date?.edtf == null ? null : { ...date, asWritten: null }
}

/** Checks that all ids exist; the id of a merged object is replaced by the id of the object that it was merged into. */
async function resolveReferences(
  tx: Transaction,
  speakerId: string,
  offices: Office[],
  at: string[],
): Promise<void> {
  for (const [type, field] of [
    ['Speaker', 'organizationId'],
    ['Place', 'placeId'],
  ] as const) {
    const given = offices.flatMap((office, index) => {
      const id = office[field]
      return id === null ? [] : [{ office, id, path: [...at, String(index), field] }]
    })
    const uuids = await resolveIds(tx, type, given)
    for (const [index, { office, path }] of given.entries()) {
      const uuid = uuids[index] as string
      if (type === 'Speaker' && uuid === speakerId) throw wrong(path, 'is the speaker: pass the organisation')
      office[field] = encodeGlobalId(type, uuid)
    }
  }
}

function rowOf(speakerId: string, { role, organizationId, placeId, from, until }: Office) {
  return {
    ...{ id: newId(), speakerId, role, roleFolded: role === null ? null : fold(role) },
    organizationId: organizationId && uuidOf(organizationId),
    placeId: placeId && uuidOf(placeId),
    ...fuzzyColumns('from', from),
    ...fuzzyColumns('until', until),
  }
}

import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { fuzzyColumns } from '../../dates/date-columns.js'
import { type DateFields, dateBounds } from '../../dates/fuzzy-date.js'
import { encodeGlobalId, uuidOf } from '../../record/global-id.js'
import { fieldChanges } from '../../record/history/field-changes.js'
import { type Office, storedOffices } from '../../record/speaker/offices.js'
import { wrong } from '../../record/write/input.js'
import { line } from '../../record/write/line.js'
import { lockVersion } from '../../record/write/lock.js'
import type { Outcome } from '../../record/write/outcome.js'
import { readDate } from '../../record/write/read-date.js'
import { resolveIds } from '../../record/write/references.js'
import { fold } from '../../text/fold.js'
import { builder } from '../builder.js'
import { FuzzyDateInput } from '../fuzzy-date-input.js'
import { mutation, type TypeOf } from '../mutation.js'
import { targetFields } from '../target-fields.js'

const MOST = 100

const PATH = ['input', 'affiliations']

const AffiliationInput = builder.inputType('AffiliationInput', {
  description: 'An office held for a time: a role, an organisation, or both.',
  fields: (t) => ({
    role: t.string({ description: 'The office: "Minister of Transport".' }),
    organizationId: t.id({ description: 'The speaker in which it is held.' }),
    placeId: t.id({ description: 'The country or place that it is held for.' }),
    from: t.field({
      type: FuzzyDateInput,
      description: 'The date at which it began; null or absent when unknown.',
    }),
    until: t.field({
      type: FuzzyDateInput,
      description: 'When it ended; absent while it is held, or unknown.',
    }),
  }),
})

/** Adds `affiliationSet`, which gives a speaker. */
export function affiliationMutation(result: TypeOf<Outcome>): void {
  mutation('affiliationSet', {
    description:
      'Sets all offices of a speaker, instead of those stored. Ingest adds what it reads beside names.',
    scope: 'editor',
    result,
    inputDescription: 'A speaker, and the offices that they held and hold.',
    inputFields: (t) => ({
      ...targetFields(t, 'speaker'),
      affiliations: t.field({
        type: [AffiliationInput],
        required: true,
        description: `All offices of the speaker, in any order, at most ${MOST}.`,
      }),
    }),
    run: async ({ affiliations, ...target }, transact) => {
      if (affiliations.length > MOST) {
        throw wrong(PATH, `has ${affiliations.length} entries: pass at most ${MOST}`)
      }
      const offices = affiliations.map(readOffice)
      return transact(async ({ tx, record }) => {
        const speaker = await lockVersion(tx, 'Speaker', target)
        await resolveReferences(tx, speaker.id, offices)
        checkOnce(offices)
        const changes = fieldChanges(
          { affiliations: (await storedOffices(tx, [speaker.id]))(speaker.id) },
          { affiliations: offices },
        )
        if (changes.length > 0) {
          await tx.affiliation.deleteMany({ where: { speakerId: speaker.id } })
          await tx.affiliation.createMany({ data: offices.map((office) => rowOf(speaker.id, office)) })
          const version = speaker.version + 1
          await tx.speaker.update({ where: { id: speaker.id }, data: { version } })
          record({ type: 'SPEAKER', entityId: speaker.id, action: 'UPDATED', version, changes })
        }
        return { id: speaker.id, status: changes.length > 0 ? 'UPDATED' : 'UNCHANGED' }
      })
    },
  })
}

/** @throws InputError when an office is there twice. */
function checkOnce(offices: readonly Office[]): void {
  const texts = offices.map((office) => JSON.stringify(office))
  const twice = texts.findIndex((text, index) => texts.indexOf(text) < index)
  if (twice >= 0) throw wrong([...PATH, String(twice)], 'is there twice: leave it out')
}

function readOffice(input: typeof AffiliationInput.$inferInput, index: number): Office {
  const path = [...PATH, String(index)]
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

/** An office keeps no words of its dates. */
function dateOf(
  input: typeof FuzzyDateInput.$inferInput | null | undefined,
  path: string[],
): DateFields | null {
  const date = readDate(input ?? null, path)
  return date?.edtf == null ? null : { ...date, asWritten: null }
}

/** Puts the ids of what is there in the place of those that came; merged ones lead to what they were merged into. */
async function resolveReferences(tx: Transaction, speakerId: string, offices: Office[]): Promise<void> {
  for (const [type, field] of [
    ['Speaker', 'organizationId'],
    ['Place', 'placeId'],
  ] as const) {
    const given = offices.flatMap((office, index) => {
      const id = office[field]
      return id === null ? [] : [{ office, id, path: [...PATH, String(index), field] }]
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

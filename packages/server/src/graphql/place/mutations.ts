import type { Transaction } from '../../database/database.js'
import { sql } from '../../database/sql.js'
import { type PlaceFields, placeStorage } from '../../record/place/place-storage.js'
import { given, wrong } from '../../record/write/input.js'
import { line } from '../../record/write/line.js'
import { equals, type Given, lockUpsert, saveUpsert } from '../../record/write/upsert.js'
import { fold } from '../../text/fold.js'
import type { InputFields } from '../builder.js'
import { mutation, resultUnion } from '../mutation.js'
import { success } from '../written.js'

const PlaceResult = resultUnion('PlaceResult', success('Place'), 'What came of a write to a place.')

const inputFields = (t: InputFields) => ({
  id: t.id({ description: 'Global id of the place to change; with its `expectedVersion`.' }),
  expectedVersion: t.int({
    description:
      'The `version` of the place that you have read, with its `id`; when it is another one now, the result is ConflictError.',
  }),
  name: t.string({
    description:
      'Its name. Needed for a new one. Without `id`, the place with the same name and country, or with the `wikidataId`, is changed, if there is one.',
  }),
  countryCode: t.string({
    description: 'The country that it lies in, ISO 3166-1 alpha-2: `CH`; null removes it.',
  }),
  wikidataId: t.field({ type: 'WikidataId', description: 'The Wikidata item; null removes it.' }),
})

mutation('placeUpsert', {
  description: 'Makes a place, or changes the one that the input names.',
  scope: 'editor',
  result: PlaceResult,
  inputDescription: 'A place to be made or changed. What is absent stays as it is.',
  inputFields,
  run: async (input, transact) => {
    const { countryCode, wikidataId } = input
    if (countryCode != null && !/^[A-Z]{2}$/.test(countryCode)) {
      throw wrong(['input', 'countryCode'], 'is no country of ISO 3166-1: pass two capitals, such as "CH"')
    }
    const name = given(input.name, ['input', 'name'], line)
    return transact(async ({ tx, record }) => {
      const unique = [
        { where: equals('wikidataId', wikidataId), path: ['input', 'wikidataId'] },
        // When the input has an id, `checkName` checks name and country after the place is read.
        ...(input.id == null && name !== undefined
          ? [{ where: sameName(name, countryCode ?? null), path: ['input', 'name'] }]
          : []),
      ]
      const locked = await lockUpsert({ tx }, 'Place', input, unique)
      if (!locked && name === undefined) throw wrong(['input', 'name'], 'is missing: a new place needs one')
      if (locked) await checkName(tx, locked.id, { name, countryCode })
      return saveUpsert({ tx, record }, placeStorage(tx), locked, { name, countryCode, wikidataId })
    })
  },
})

const sameName = (name: string, countryCode: string | null) =>
  sql`"nameFolded" = ${fold(name)} AND "countryCode" IS NOT DISTINCT FROM ${countryCode}`

/** @throws InputError when another place already has the name and country that the place would have. */
async function checkName(tx: Transaction, id: string, changed: Given<PlaceFields>): Promise<void> {
  const { name, countryCode } = changed
  if (name === undefined && countryCode === undefined) return
  const stored = await placeStorage(tx).read(id)
  const same = sameName(name ?? stored.name, countryCode === undefined ? stored.countryCode : countryCode)
  const [other] = await tx.$queryRaw<{ id: string }[]>(
    sql`SELECT id::text FROM "Place" WHERE ${same} AND id <> ${id}::uuid`,
  )
  if (other) {
    const field = name === undefined ? 'countryCode' : 'name'
    throw wrong(['input', field], 'makes it the same as another Place: use that one, or correct it')
  }
}

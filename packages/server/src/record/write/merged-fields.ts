import type { Transaction } from '../../database/database.js'
import type { Fields } from '../history/field-changes.js'
import type { MergeableNoun } from '../nouns.js'
import { storedOffices } from '../speaker/offices.js'
import { speakerStorage } from '../speaker/speaker-storage.js'
import { topicStorage } from '../topic/topic-storage.js'
import { storedExternalIds } from './external-ids.js'

/** The fields of objects that a merge may change, as revisions hold them, by UUID. */
export async function mergedFields(
  tx: Transaction,
  model: MergeableNoun,
  ids: readonly string[],
): Promise<Map<string, Fields>> {
  const offices = model === 'Speaker' ? await storedOffices(tx, [...ids]) : null
  const all = new Map<string, Fields>()
  for (const id of ids) {
    const externalIds = await storedExternalIds(tx, model, id)
    const own = offices
      ? { ...(await speakerStorage(tx).read(id)), affiliations: offices(id) }
      : await topicStorage(tx).read(id)
    all.set(id, { ...own, externalIds })
  }
  return all
}

import { resolveDate } from '@onrecord/extract'
import { type DateFields, dateBounds } from '../../dates/fuzzy-date.js'
import { saveStatements } from '../../record/statement/save-statements.js'
import { loadStatements } from '../../record/statement/statement-state.js'
import type { Write } from '../../record/write/write.js'
import { saidAtOf } from './draft-fields.js'
import { dayOf } from './extraction-options.js'
import { isDecided } from './reconcile.js'

/** The last day on which an article can have been published. Nothing in it was said later. */
export function latestDay(publishedAt: DateFields | null): Date | null {
  const { latest } = dateBounds(publishedAt)
  return latest === null ? null : new Date(latest)
}

/**
 * Counts the dates of an article's statements anew, from words of the reporter such as "on Tuesday", when the date of
 * publication has changed. Dates that the text prints stay, and so do statements that a person has touched.
 */
export async function followPublication(
  write: Write,
  articleId: string,
  before: DateFields | null,
  after: DateFields | null,
): Promise<void> {
  const [was, is] = [dateBounds(before), dateBounds(after)]
  if (was.earliest === is.earliest && was.latest === is.latest) return
  const states = await loadStatements(write.tx, { articleId })
  const counted = states.filter((state) => !isDecided(state) && isCounted(state.fields.saidAt))
  const day = dayOf(is) ?? undefined
  const note = 'with the date of its article'
  await saveStatements(
    write,
    counted.map((state) => {
      const asWritten = state.fields.saidAt?.asWritten ?? null
      const said = asWritten === null ? null : { asWritten, ...resolveDate(asWritten, day) }
      return { state, action: 'UPDATED', note, fields: { saidAt: saidAtOf(said, latestDay(after)) } }
    }),
  )
}

/** Whether a date was counted from the date of publication, or would have been if that had been known. */
const isCounted = (said: DateFields | null) => said === null || ['INFERRED', 'UNKNOWN'].includes(said.basis)

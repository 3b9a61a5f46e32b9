import type { StatementDraft } from '@onrecord/extract'

/** The number of colours that a reader can tell apart; the style sheet has a class for each. */
const COLOURS = 10

/** A speaker of an article as the page shows them; also all speakers without a name, together. */
export interface ShownSpeaker {
  /** Null for all speakers whom the text does not name. */
  name: string | null
  /** 0 for the speakers without a name, else counted from 1. */
  number: number
  /** The class of the style sheet: `p0` for the speakers without a name, else `p1` to `p10`. */
  className: string
  statements: number
}

/** The speakers by name, those with most statements first, so that the most quoted speakers differ in colour. */
export function speakersOf(statements: readonly StatementDraft[]): Map<string | null, ShownSpeaker> {
  const counts = new Map<string | null, number>()
  for (const { speaker } of statements) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  const ranked = [...counts].sort(([, a], [, b]) => b - a)
  const named = ranked.filter(([name]) => name !== null)
  return new Map(
    ranked.map(([name, statements]) => {
      const number = named.findIndex(([other]) => other === name) + 1
      const className = `p${number === 0 ? 0 : ((number - 1) % COLOURS) + 1}`
      return [name, { name, number, className, statements }]
    }),
  )
}

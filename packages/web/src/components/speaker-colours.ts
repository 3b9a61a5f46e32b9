import type { Named } from '../record/shown.js'

/** The number of colours that a reader can tell apart; the style sheet has a class for each. */
const COLOURS = 10

export interface ColouredSpeaker {
  /** Null for all statements of whom the text names nobody. */
  speaker: Named | null
  /** The class of the style sheet: `p0` for nobody, else `p1` to `p10`. */
  colour: string
  statements: number
}

/** The speakers of statements, those with most statements first, so that the most quoted differ in colour. */
export function speakerColours(
  statements: readonly { speaker: Named | null }[],
): Map<string | null, ColouredSpeaker> {
  const groups = Map.groupBy(statements, ({ speaker }) => speaker?.id ?? null)
  const ranked = [...groups].sort(([, a], [, b]) => b.length - a.length)
  let named = 0
  return new Map(
    ranked.map(([id, group]) => {
      const speaker = group[0]?.speaker ?? null
      const colour = speaker ? `p${(named++ % COLOURS) + 1}` : 'p0'
      return [id, { speaker, colour, statements: group.length }]
    }),
  )
}

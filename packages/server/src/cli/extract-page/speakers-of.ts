import type { StatementDraft } from '@onrecord/extract'

/** Colours that a reader can tell apart; the style sheet has one class for each. */
const COLOURS = 10

/** A speaker of an article, as the page shows them. */
export interface ShownSpeaker {
  /** Null: those whom the text does not name. */
  name: string | null
  /** 0 for those without a name, else counted from 1. */
  number: number
  /** Class of the style sheet: `p0` for those without a name, else `p1` to `p10`. */
  className: string
  statements: number
}

/** The speakers of an article by name, who speaks most first; so those whom it quotes most differ in colour. */
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

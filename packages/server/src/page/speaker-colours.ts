import type { Extraction } from '@onrecord/extract'

/** Colours that a reader can tell apart; the style sheet has one class for each. */
const COLOURS = 10

/** Which number and colour each speaker of a page has: the same in every article. */
export interface SpeakerColours {
  /** 0 for those without a name. */
  numberOf(speaker: string | null): number
  /** Class of the style sheet: `p0` for those without a name, else `p1` to `p10`. */
  classOf(speaker: string | null): string
}

/** Who speaks most gets the first colour, so that the frequent ones differ. */
export function createSpeakerColours(extractions: readonly Pick<Extraction, 'statements'>[]): SpeakerColours {
  const counts = new Map<string, number>()
  for (const { speaker } of extractions.flatMap(({ statements }) => statements)) {
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  }
  const ranked = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name)
  const numbers = new Map(ranked.map((name, index) => [name, index + 1]))
  const numberOf = (speaker: string | null) => (speaker === null ? 0 : (numbers.get(speaker) ?? 0))
  return {
    numberOf,
    classOf(speaker) {
      const number = numberOf(speaker)
      return `p${number === 0 ? 0 : ((number - 1) % COLOURS) + 1}`
    },
  }
}

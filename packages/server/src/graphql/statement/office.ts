import { MOST_PARTS } from '../../record/most-parts.js'
import { builder } from '../builder.js'

/** A span of days; null where it is open or unknown. */
interface Held {
  fromEarliest: Date | null
  fromLatest: Date | null
  untilEarliest: Date | null
  untilLatest: Date | null
}

interface Said {
  saidEarliest: Date | null
  saidLatest: Date | null
}

const dates = { fromEarliest: true, fromLatest: true, untilEarliest: true, untilLatest: true } as const

builder.prismaObjectField('Attribution', 'affiliation', (t) =>
  t.field({
    type: 'Affiliation' as never,
    nullable: true,
    description: 'The office that the speaker held when the words were spoken; null when none is known.',
    select: (_args, _context, nestedSelection) => ({
      statement: { select: { saidEarliest: true, saidLatest: true } },
      speaker: {
        select: {
          affiliations: {
            ...(nestedSelection({ select: dates }) as object),
            orderBy: [{ fromEarliest: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
            take: MOST_PARTS.affiliations,
          },
        },
      },
    }),
    resolve: (row) => {
      const { statement, speaker } = row as unknown as {
        statement: Said
        speaker: { affiliations: Held[] } | null
      }
      return officeHeld(speaker?.affiliations ?? [], statement) as never
    },
  }),
)

/**
 * The office held when something was said: of those that may have been held then the one that certainly was, else the
 * one that began last.
 */
export function officeHeld<Office extends Held>(offices: readonly Office[], said: Said): Office | null {
  const day = said.saidEarliest ?? said.saidLatest
  if (day === null) return null
  const last = said.saidLatest ?? day
  const possible = offices.filter(
    ({ fromEarliest, untilLatest }) =>
      (fromEarliest === null || fromEarliest <= last) && (untilLatest === null || untilLatest >= day),
  )
  const certain = possible.filter(
    ({ fromLatest, untilEarliest }) =>
      fromLatest !== null && fromLatest <= day && untilEarliest !== null && untilEarliest >= last,
  )
  return latest(certain) ?? latest(possible)
}

const latest = <Office extends Held>(offices: readonly Office[]): Office | null =>
  offices.toSorted((a, b) => Number(a.fromLatest ?? 0) - Number(b.fromLatest ?? 0)).at(-1) ?? null

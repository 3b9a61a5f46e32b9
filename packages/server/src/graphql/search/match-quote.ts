import { badUserInput } from '../../record/errors.js'
import { checkWords } from '../../record/lists/conditions.js'
import { quoteCandidates } from '../../record/search/quote-candidates.js'
import { alignQuotations, quotationOf, versionsOf } from '../../text/align-quotations.js'
import { distinctWords, rankBySharedWords } from '../../text/shared-words.js'
import type { TextPosition } from '../../text/text-position.js'
import { builder } from '../builder.js'
import type { Context } from '../context.js'
import { readObjects } from '../nodes.js'
import { TextPositionSelector } from '../shared-types.js'

/** The largest number of code units of a quotation, about 350 words. */
const LONGEST = 2_000
const [DEFAULT, MOST] = [10, 50]
/** The number of statements that are aligned word by word: those that share most words with the quotation. */
const MOST_ALIGNED = 50
/** The least number of words of a statement that is found inside a longer quotation. */
const FEWEST = 3

interface Match {
  id: string
  similarity: number
  position: TextPosition
  matched: TextPosition
}

const QuoteMatch = builder.objectRef<Match & { statement: object }>('QuoteMatch').implement({
  description: 'A statement with the words of a quotation, or nearly these.',
  fields: (t) => ({
    statement: t.field({
      type: 'Statement' as never,
      complexity: 0,
      description: 'The statement that has the words.',
      resolve: ({ statement }) => statement as never,
    }),
    similarity: t.exposeFloat('similarity', {
      description:
        'How similar they are, 0 to 1; 1 when the shorter of the two stands in the other, word for word. A missing, added or replaced word counts against it in full, a word in another spelling in part, and a change that "…" or brackets show only little. Case, diacritics and marks do not count, nor whether a word is written as one or two ("can not"), nor words of the reporter between two quoted parts.',
    }),
    position: t.field({
      type: TextPositionSelector,
      description: "Where the words stand in the statement's `text`.",
      resolve: ({ position }) => position,
    }),
    matched: t.field({
      type: TextPositionSelector,
      description: 'Which part of the quotation they are.',
      resolve: ({ matched }) => matched,
    }),
  }),
})

builder.queryField('matchQuote', (t) =>
  t.field({
    type: [QuoteMatch],
    description:
      'Finds statements that have the words of a quotation, or nearly these, for checking it. Statements with most of its words come first, among equals the most similar; at most 50.',
    args: {
      text: t.arg.string({
        required: true,
        description: `The quotation, with or without its marks; at most ${LONGEST} code units. Of several words that are common in the record, statements that have them all are found first.`,
      }),
      minSimilarity: t.arg.float({
        required: true,
        defaultValue: 0.8,
        description:
          'The least `similarity` of what is found, 0 to 1: at 1 only statements that have the words, word for word.',
      }),
      limit: t.arg.int({ description: `How many: 1 to ${MOST}, ${DEFAULT} by default.` }),
    },
    complexity: ({ limit }) => ({ field: 1, multiplier: Math.max(1, limit ?? DEFAULT) }),
    plan: { code: true },
    resolve: async (_root, { text, minSimilarity, ...args }, context, info) => {
      const limit = args.limit ?? DEFAULT
      if (text.length > LONGEST) {
        throw badUserInput(
          `text is ${text.length} code units long: pass at most ${LONGEST}, such as its first sentences`,
        )
      }
      if (minSimilarity < 0 || minSimilarity > 1) {
        throw badUserInput(`minSimilarity is ${minSimilarity}: pass a number from 0 to 1`)
      }
      if (limit < 1 || limit > MOST) throw badUserInput(`limit is ${limit}: ask for 1 to ${MOST}`)
      const matches = (await matchesOf(context, checkWords(text, 'text'), minSimilarity)).slice(0, limit)
      const ids = matches.map(({ id }) => id)
      const found = await readObjects(context, info, 'Statement', ids, ['statement'])
      return matches.flatMap((match) => {
        const statement = found.get(match.id)
        return statement ? [{ ...match, statement }] : []
      })
    },
  }),
)

async function matchesOf(context: Context, text: string, minSimilarity: number): Promise<Match[]> {
  const asked = quotationOf(text)
  if (asked.words.length === 0)
    throw badUserInput('text has no word outside of brackets: pass the words that were said')
  const quotes = versionsOf(asked).map((words) => ({ quote: text, words }))
  const candidates = (await quoteCandidates(context, quotes, minSimilarity))
    .map(({ id, text }) => ({ id, said: quotationOf(text) }))
    .filter(({ said }) => said.words.length >= Math.min(FEWEST, asked.words.length))
    .map(({ id, said }) => ({ id, said, distinct: distinctWords(said.words) }))
  const alike = rankBySharedWords({ distinct: distinctWords(asked.words) }, candidates, MOST_ALIGNED)
  const matches = alike.flatMap(({ id, said }) => {
    const alignment = alignQuotations(asked, said)
    if (!alignment || alignment.similarity < minSimilarity) return []
    const { similarity, words, matched, position } = alignment
    return [{ id, similarity, matched, position, alike: similarity * words }]
  })
  // The number of words counts, too: four words that match exactly say less than forty that nearly match.
  return matches.toSorted((a, b) => b.alike - a.alike)
}

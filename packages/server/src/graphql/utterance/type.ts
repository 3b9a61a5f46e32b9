import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import { sql } from '../../database/sql.js'
import { countingView, readCanonicalTexts } from '../../record/utterance/canonical-texts.js'
import { quotedRanges } from '../../record/utterance/report.js'
import { type Difference as DifferenceValue, differences } from '../../text/differences.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import type { Context } from '../context.js'
import { lookUpById } from '../look-up.js'
import { perField } from '../per-field.js'
import { TextPositionSelector, Versioned } from '../shared-types.js'
import { statementList } from '../statement/list.js'

/**
 * The text of an utterance, from reports that the caller may see. The texts of all parents of a field are read
 * together.
 */
function canonicalText(context: Context, info: GraphQLResolveInfo, utteranceId: string): Promise<string> {
  const { viewer, prisma } = context
  const loader = perField(
    context,
    info,
    'canonical text',
    () => new DataLoader<string, string>((ids) => readCanonicalTexts(prisma, countingView(viewer), ids)),
  )
  return loader.load(utteranceId)
}

builder.prismaNode('Utterance', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  interfaces: [Versioned],
  description:
    'One act of speech; statements are its reports, each in its own words. When an article is taken in, each of its quotations of at least eight words is joined with those of other articles in which the same speaker says nearly the same; `utteranceUpsert` corrects that, and is not undone by an ingest.',
  fields: (t) => ({
    canonicalText: t.string({
      description:
        'The words as they were most likely said: as an editor wrote them, else those of the fullest report that you may see, the one that quotes most words, without its quotation marks. Empty when no report is there any more.',
      select: { id: true },
      resolve: ({ id }, _args, context, info) => canonicalText(context, info, id),
    }),
    primarySource: t.field({
      type: 'Document' as never,
      nullable: true,
      description: 'The document that has the official text; null when none is known.',
      select: { primarySourceId: true },
      resolve: ({ primarySourceId }, _args, context, info) =>
        lookUpById(context, info, 'Document', primarySourceId) as never,
    }),
    statements: t.field(
      connection(statementList, {
        description: 'The statements that report it, each in its own words.',
        link: sql`t."utteranceId" = p.id`,
      }),
    ),
  }),
})

const Difference = builder.objectRef<DifferenceValue>('Difference').implement({
  description: 'Words of a statement that are not those of its utterance.',
  fields: (t) => ({
    position: t.expose('position', {
      type: TextPositionSelector,
      description: "Where they stand in the statement's `text`; empty where words are left out.",
    }),
    words: t.exposeString('words', {
      description: 'The words of the statement; empty where some are left out.',
    }),
    canonical: t.exposeString('canonical', {
      description: 'The words of the utterance in their place; empty where words were put in.',
    }),
  }),
})

builder.prismaObjectField('Statement', 'differences', (t) =>
  t.field({
    type: [Difference],
    description:
      'Where its words differ from those of its utterance, in order; case, marks and spaces do not matter. Of a MIXED statement only the words in quotation marks count. Empty when it has none.',
    select: { kind: true, text: true, id: true, utteranceId: true },
    resolve: async ({ utteranceId, ...report }, _args, context, info) =>
      utteranceId === null
        ? []
        : differences(report.text, await canonicalText(context, info, utteranceId), quotedRanges(report)),
  }),
)

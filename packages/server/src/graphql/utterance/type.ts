import { sql } from '../../database/sql.js'
import { canonicalTextOf, MOST_REPORTS, quotedRanges } from '../../record/utterance/report.js'
import { viewOf } from '../../record/visibility/view.js'
import { visibleWhere } from '../../record/visibility/visible.js'
import { type Difference as DifferenceValue, differences } from '../../text/differences.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import type { Context } from '../context.js'
import { lookUpById } from '../look-up.js'
import { TextPositionSelector, Versioned } from '../shared-types.js'
import { statementList } from '../statement/list.js'

/** What its canonical text follows from: reports that the viewer may see, and that nobody has rejected. */
const said = ({ viewer }: Context) => {
  const view = viewOf({ ...viewer, sight: viewer.sight === 'EVERYTHING' ? 'PROPOSALS' : viewer.sight })
  return {
    canonicalText: true,
    statements: {
      where: visibleWhere('Statement', view),
      select: { id: true, kind: true, text: true },
      orderBy: { id: 'asc' },
      take: MOST_REPORTS,
    },
  } as const
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
      select: (_args, context) => said(context),
      resolve: ({ canonicalText, statements }) => canonicalTextOf(canonicalText, statements),
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
    select: (_args, context) => ({ kind: true, text: true, utterance: { select: said(context) } }),
    resolve: ({ utterance, ...report }) =>
      utterance
        ? differences(
            report.text,
            canonicalTextOf(utterance.canonicalText, utterance.statements),
            quotedRanges(report),
          )
        : [],
  }),
)

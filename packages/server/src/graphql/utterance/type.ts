import { readBy } from '@onrecord/pothos-read-plan'
import { sql } from '../../database/sql.js'
import { type Sources, sourcesOf, textOf } from '../../record/utterance/canonical-texts.js'
import { quotedRanges, type Report } from '../../record/utterance/report.js'
import { type Difference as DifferenceValue, differences } from '../../text/differences.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import type { Context } from '../context.js'
import { linkedBy } from '../linked.js'
import { TextPositionSelector, Versioned } from '../shared-types.js'
import { statementList } from '../statement/list.js'

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
      ...readBy<object, Context>({
        value: (_args, { viewer }) => ({ select: sourcesOf(sql`p.id`, viewer), read: textOf }),
      }),
    }),
    primarySource: t.field({
      type: 'Document' as never,
      nullable: true,
      description: 'The document that has the official text; null when none is known.',
      ...linkedBy('primarySourceId', 'Document'),
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
    ...readBy<object, Context>({
      value: (_args, { viewer }) => ({
        select: sql`SELECT json_build_object('kind', p.kind, 'text', p.text, 'sources', (${sourcesOf(sql`p."utteranceId"`, viewer)}))`,
        read: ({ sources, ...report }: { sources: Sources | null } & Pick<Report, 'kind' | 'text'>) =>
          sources ? differences(report.text, textOf(sources), quotedRanges(report)) : [],
      }),
    }),
  }),
)

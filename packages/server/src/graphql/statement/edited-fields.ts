import { MOST_PARTS } from '../../record/most-parts.js'
import type { StatementFields } from '../../record/statement/statement-fields.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { fuzzyDate } from '../fuzzy-date.js'
import { linkedBy } from '../linked.js'
import type { ShownAs } from '../shown-as.js'
import { speakerList } from '../speaker/list.js'
import { topicList } from '../topic/list.js'
import { EventPhase, StatementKind, StatementMedium, StatementPolarity } from './enums.js'

// The GraphQL fields that show what can be edited of a statement; a forgotten field of `StatementFields` does not
// compile.
builder.prismaObjectFields(
  'Statement',
  (t) =>
    ({
      kind: t.expose('kind', {
        type: StatementKind,
        description: 'How the article reports the words: quoted, in part, or not.',
      }),
      polarity: t.expose('polarity', {
        type: StatementPolarity,
        description: 'Whether the speaker says that it is so, denies it, asks, promises or demands it.',
      }),
      medium: t.expose('medium', {
        type: StatementMedium,
        description: 'Where the words were spoken or written, such as SPEECH; UNKNOWN when nothing says so.',
      }),
      anchors: t.relation('anchors', {
        description: 'Its places in the text, in order; several when a quotation is broken; at most 100.',
        query: { orderBy: { position: 'asc' }, take: MOST_PARTS.anchors },
      }),
      alterations: t.relation('alterations', {
        description: 'What the author changed inside the quotation marks, in order; at most 100.',
        query: { orderBy: { position: 'asc' }, take: MOST_PARTS.alterations },
      }),
      attributions: t.relation('attributions', {
        description: 'Who it is attributed to, in order; several when it is joint or relayed; at most 20.',
        query: { orderBy: { position: 'asc' }, take: MOST_PARTS.attributions },
      }),
      saidAt: t.field(
        fuzzyDate('said', 'When it was said; often only known to be before its article was published.'),
      ),
      event: t.relation('event', {
        nullable: true,
        description: 'What it was said at or about; null when unknown.',
      }),
      eventPhase: t.expose('eventPhase', {
        type: EventPhase,
        nullable: true,
        description: 'Whether it was said before, at or after its event; null when unknown.',
      }),
      place: t.relation('place', { nullable: true, description: 'Where it was said; null when unknown.' }),
      topics: t.field(
        connection(topicList, {
          description: 'The topics that it is about.',
          through: { table: 'StatementTopic', own: 'statementId', other: 'topicId' },
          shown: true,
          filterable: false,
        }),
      ),
      within: t.field({
        type: 'Statement' as never,
        nullable: true,
        description: 'The statement that it is quoted inside; null when it stands by itself.',
        ...linkedBy('withinId', 'Statement'),
      }),
      thread: t.relation('thread', {
        nullable: true,
        description: 'The thread that it is part of; null when it is in none.',
      }),
      mentions: t.field(
        connection(speakerList, {
          description: 'Who is named in it without speaking in it.',
          through: { table: 'StatementMention', own: 'statementId', other: 'speakerId' },
          shown: true,
          filterable: false,
          sortable: false,
        }),
      ),
      references: t.relation('references', {
        description: 'Documents that it cites, in order; at most 100.',
        query: { orderBy: [{ start: 'asc' }, { id: 'asc' }], take: MOST_PARTS.references },
      }),
    }) satisfies Record<ShownAs<keyof StatementFields>, unknown>,
)

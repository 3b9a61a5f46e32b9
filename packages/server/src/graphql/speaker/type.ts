import { sql } from '../../database/sql.js'
import { MOST_PARTS } from '../../record/most-parts.js'
import { speaksIn } from '../../record/visibility/shown-statements.js'
import { articleList } from '../article/list.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { fuzzyDate } from '../fuzzy-date.js'
import { linkedBy } from '../linked.js'
import { ExternallyIdentified, Versioned } from '../shared-types.js'
import { statementList } from '../statement/list.js'
import { SpeakerKind } from './enums.js'
import { speakerList } from './list.js'

const SpeakerAlias = builder.prismaObject('Alias', {
  name: 'SpeakerAlias',
  select: {},
  description: 'Another name of the same speaker.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The name as it was written in an article, or by an editor.',
    }),
    language: t.expose('language', {
      type: 'LanguageTag',
      nullable: true,
      description: 'The language that it is written in, a BCP 47 tag; null when unknown.',
    }),
  }),
})

builder.prismaObject('Affiliation', {
  select: {},
  description: 'An office that a speaker holds or held.',
  fields: (t) => ({
    role: t.exposeString('role', {
      nullable: true,
      description:
        'What the office is called: "Minister of Transport"; null when only the organisation is known.',
    }),
    organization: t.field({
      type: 'Speaker' as never,
      nullable: true,
      description: 'The organisation in which it is held; null when unknown.',
      ...linkedBy('organizationId', 'Speaker'),
    }),
    place: t.field({
      type: 'Place' as never,
      nullable: true,
      description: 'The country or place that it is held for; null when unknown.',
      ...linkedBy('placeId', 'Place'),
    }),
    from: t.field(fuzzyDate('from', 'The date at which it began.', 'asWritten')),
    until: t.field(fuzzyDate('until', 'The date at which it ended; unknown while it is held.', 'asWritten')),
  }),
})

builder.prismaNode('Speaker', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  interfaces: [Versioned, ExternallyIdentified],
  description: 'A person, organisation or group that speaks.',
  fields: (t) => ({
    kind: t.expose('kind', {
      type: SpeakerKind,
      description: 'Whether the speaker is a person, an organisation or a group.',
    }),
    name: t.exposeString('name', { description: 'The fullest name known, without titles.' }),
    aliases: t.relation('aliases', {
      type: SpeakerAlias,
      description: 'Other names; at most 100.',
      query: { orderBy: { nameFolded: 'asc' }, take: MOST_PARTS.aliases },
    }),
    wikidataId: t.expose('wikidataId', {
      type: 'WikidataId',
      nullable: true,
      description: 'Their Wikidata item, `Q42`; null when none is known.',
    }),
    affiliations: t.relation('affiliations', {
      description: 'Offices held, earliest first; at most 100.',
      args: { at: t.arg({ type: 'Date', description: 'Only those that may have been held on this day.' }) },
      query: {
        orderBy: [{ fromEarliest: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
        take: MOST_PARTS.affiliations,
      },
      plan: { relation: { where: ({ at }) => (at == null ? null : mayHaveBeenHeld(at)) } },
    }),
    statements: t.field(
      connection(statementList, {
        description: 'Statements attributed to the speaker, joint ones included.',
        link: { table: 'Attribution', own: 'speakerId', other: 'statementId' },
      }),
    ),
    mentionedIn: t.field(
      connection(statementList, {
        description: 'Statements by others in which the speaker is named.',
        link: { table: 'StatementMention', own: 'speakerId', other: 'statementId' },
      }),
    ),
    members: t.field(
      connection(speakerList, {
        description: 'The speakers that belong to a group; none for other kinds.',
        link: { table: 'SpeakerMember', own: 'groupId', other: 'memberId' },
        filterable: false,
        sortable: false,
      }),
    ),
    articles: t.field(
      connection(articleList, {
        description: 'Articles in which the speaker speaks.',
        link: (view) => sql`EXISTS (SELECT FROM "ArticleSpeaker" l
          WHERE l."articleId" = t.id AND l."speakerId" = p.id) AND ${speaksIn(sql`p.id`, sql`t.id`, view)}`,
      }),
    ),
  }),
})

/** The condition that the office `t` may have been held on a day. */
const mayHaveBeenHeld = (day: string) => sql`(t."fromEarliest" IS NULL OR t."fromEarliest" <= ${day}::date)
  AND (t."untilLatest" IS NULL OR t."untilLatest" >= ${day}::date)`

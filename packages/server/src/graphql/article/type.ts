import { readBy } from '@onrecord/pothos-read-plan'
import { allOf, anyOf, sql } from '../../database/sql.js'
import { SegmentKind as Segments } from '../../generated/prisma/enums.js'
import { articleReferences } from '../../record/article/references.js'
import { badUserInput } from '../../record/errors.js'
import { speaksIn } from '../../record/visibility/shown-statements.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { partsOf } from '../linked.js'
import { ExternallyIdentified, TextPositionSelector, Versioned } from '../shared-types.js'
import { speakerList } from '../speaker/list.js'
import { statementList } from '../statement/list.js'
import { HeldText, heldText } from './held-text.js'
import { articleList, articleTextList } from './list.js'

builder.prismaNode('Article', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  interfaces: [Versioned, ExternallyIdentified],
  description: 'One published piece, such as a news report, with its captured texts and what was said in it.',
  fields: (t) => ({
    canonicalUrl: t.expose('canonicalUrl', {
      type: 'URL',
      nullable: true,
      description:
        'The address by which it is recognised: by https, without "www." and "m.", trackers, fragment, trailing slash, and what asks for an AMP or print view. It may lead nowhere; `url` does not.',
    }),
    site: t.relation('site', { nullable: true, description: 'Where it was published; null when unknown.' }),
    ingestedAt: t.expose('ingestedAt', {
      type: 'DateTime',
      description: 'The instant at which it came into the record.',
    }),
    texts: t.field(
      connection(articleTextList, {
        description: 'Every captured version of its text, newest first.',
        link: sql`t."articleId" = p.id`,
      }),
    ),
    statements: t.field(
      connection(statementList, {
        description: 'The statements that stand in it.',
        link: sql`t."articleId" = p.id`,
      }),
    ),
    speakers: t.field(
      connection(speakerList, {
        description: 'The speakers to whom statements in it are attributed.',
        link: (view) => sql`EXISTS (SELECT FROM "ArticleSpeaker" l
          WHERE l."speakerId" = t.id AND l."articleId" = p.id) AND ${speaksIn(sql`t.id`, sql`p.id`, view)}`,
        filterable: false,
      }),
    ),
    copies: t.field(
      connection(articleList, {
        description:
          'Articles with nearly the same text: the same piece on other sites, cut or slightly changed.',
        filterable: false,
        sortable: false,
        link: sql`t."copyGroupId" = (SELECT "copyGroupId" FROM "Article" WHERE id = p.id) AND t.id <> p.id`,
      }),
    ),
    references: t.field({
      type: ['Reference'] as never,
      description: 'Documents that it cites, in order; at most 100.',
      ...partsOf(articleReferences),
    }),
    held: t.field({
      type: HeldText,
      nullable: true,
      description:
        'A text that came in and is much shorter than the one on record: it waits for a person, who decides by `articleDecideHeld`. Only those who see everything see it.',
      select: { heldSource: true, heldAt: true },
      resolve: ({ heldSource, heldAt }, _args, { viewer }) =>
        heldAt && viewer.sight === 'EVERYTHING' ? heldText(heldSource, heldAt) : null,
    }),
    deletedAt: t.expose('deletedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was put into the bin; null when it is not in it.',
    }),
  }),
})

export const SegmentKind = builder.enumType(Segments, {
  name: 'SegmentKind',
  description: 'What a stretch of a text is.',
  values: {
    TITLE: { description: 'The title of the article.' },
    BYLINE: { description: 'The author line or dateline.' },
    HEADING: { description: 'A heading inside the text.' },
    BODY: { description: 'The text of the article itself.' },
    BOILERPLATE: {
      description: 'Contact lines, adverts, comment forms and the like: kept, but never searched or quoted.',
    },
  },
})

const TextSegment = builder.prismaObject('TextSegment', {
  select: {},
  description: 'A stretch of a text and what it is.',
  fields: (t) => ({
    kind: t.expose('kind', {
      type: SegmentKind,
      description: 'What the stretch is: body, title, boilerplate.',
    }),
    position: t.field({
      type: TextPositionSelector,
      description: 'The place of the stretch in the text.',
      ...readBy({ columns: { start: 'start', end: 'end' } }),
    }),
  }),
})

interface Part {
  start: number
  end: number
}

interface TextPartValue {
  content: string
  position: Part
}

const TextPart = builder.objectRef<TextPartValue>('TextPart').implement({
  description: 'A part of a captured text.',
  fields: (t) => ({
    content: t.exposeString('content', { description: 'What stands there.' }),
    position: t.expose('position', {
      type: TextPositionSelector,
      description: 'The place that was asked for, as far as the text reaches.',
    }),
  }),
})

/** SQL of a part of the text `p`. Most texts have no character of two code units, and are cut as they are. */
function partOf(start: number, end: number) {
  if (start < 0 || end < start)
    throw badUserInput(
      `part from ${start} to ${end}: pass a start of 0 or more, and an end that is not before it`,
    )
  const place = sql`${start}::int + 1, ${end - start}::int`
  return sql`SELECT json_build_object(
    'content', CASE WHEN p.length = char_length(p.content) THEN substr(p.content, ${place})
      ELSE replace(substr(utf16_units(p.content), ${place}), chr(65535), '') END,
    'position', json_build_object('start', least(${start}::int, p.length), 'end', least(${end}::int, p.length)))`
}

builder.prismaNode('ArticleText', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  description: 'One captured text of an article. It never changes.',
  fields: (t) => ({
    content: t.exposeString('content', { description: 'The text; positions count its UTF-16 code units.' }),
    part: t.field({
      type: TextPart,
      description: 'A part of the text; a character of two code units is in it when its first one is.',
      args: {
        start: t.arg.int({ required: true, description: 'Where it begins: 0 or more.' }),
        end: t.arg.int({
          required: true,
          description:
            'Where it ends: the first code unit behind it; `start` or more, and beyond the text at will.',
        }),
      },
      ...readBy({
        value: ({ start, end }: Part) => ({
          select: partOf(start, end),
          read: (part: TextPartValue) => part,
        }),
      }),
    }),
    sha256: t.expose('sha256', {
      type: 'Sha256',
      description: 'SHA-256 of the content in UTF-8, by which an article is looked up.',
    }),
    length: t.exposeInt('length', { description: 'Length of the content in UTF-16 code units.' }),
    capturedAt: t.expose('capturedAt', {
      type: 'DateTime',
      description: 'The instant at which the text came into the record.',
    }),
    article: t.relation('article', { description: 'The article it is a text of.' }),
    segments: t.relation('segments', {
      type: TextSegment,
      description: 'What its stretches are, in order; at most 5,000.',
      args: {
        kinds: t.arg({ type: [SegmentKind], description: 'Only stretches of these kinds; all by default.' }),
        start: t.arg.int({ description: 'Only stretches that end behind this place of the content.' }),
        end: t.arg.int({ description: 'Only stretches that begin before this place of the content.' }),
      },
      query: { orderBy: { position: 'asc' }, take: 5_000 },
      plan: {
        relation: {
          where: ({ kinds, start, end }) =>
            allOf([
              ...(kinds == null ? [] : [anyOf(sql`t.kind`, kinds, '"SegmentKind"')]),
              ...(start == null ? [] : [sql`t."end" > ${start}::int`]),
              ...(end == null ? [] : [sql`t.start < ${end}::int`]),
            ]),
        },
      },
    }),
  }),
})

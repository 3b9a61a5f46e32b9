import { newId } from '../../database/id.js'
import { fuzzyColumns, storedDate } from '../../dates/date-columns.js'
import { placeOf } from '../../text/relocate.js'
import { encodeGlobalId, uuidOf } from '../global-id.js'
import { notNull } from '../write/input.js'
import { readDate } from '../write/read-date.js'
import { column, idColumn, idSet, type StatementField, uncheckedIdColumn } from './field.js'
import { readAnchors, readAttributions, readReferences } from './read-parts.js'
import type { AttributionFields, StatementFields } from './statement-fields.js'
import type { StatementInputs } from './statement-patch.js'
import type { StatementColumns, StatementRow } from './statement-row.js'

/** Stands between the parts of a statement's text where the reporter's own words are left out. */
export const GAP = ' […] '

type FieldTable = {
  readonly [Field in keyof StatementFields]: StatementField<
    StatementFields[Field],
    Field extends keyof StatementInputs ? StatementInputs[Field] : never
  >
}

/**
 * All editable fields of a statement. Reading, patching, inserting, updating, the history and reverting use this table,
 * so that a field of `StatementFields` without an entry does not compile.
 */
export const STATEMENT_FIELDS: FieldTable = {
  kind: {
    read: (row) => row.kind,
    columns: { names: ['kind'], of: (kind) => ({ kind }) },
    input: notNull,
    initial: 'INDIRECT',
    isText: true,
  },
  polarity: {
    read: (row) => row.polarity,
    columns: { names: ['polarity'], of: (polarity) => ({ polarity }) },
    input: (polarity) => polarity ?? 'AFFIRMED',
    initial: 'AFFIRMED',
    isText: true,
  },
  medium: {
    read: (row) => row.medium,
    columns: { names: ['medium'], of: (medium) => ({ medium }) },
    input: (medium) => medium ?? 'UNKNOWN',
    initial: 'UNKNOWN',
    isText: true,
  },
  anchors: {
    read: ({ anchors }) =>
      anchors.map(({ textId, start, end, exact, status }) => {
        const articleTextId = encodeGlobalId('ArticleText', textId)
        return { articleTextId, start, end, exact, status }
      }),
    // The text of the statement and its place follow from the anchors.
    columns: {
      names: ['text', 'position'],
      of: (anchors) => ({
        text: anchors.map(({ exact }) => exact).join(GAP),
        position: anchors[0]?.start ?? 0,
      }),
    },
    parts: {
      table: 'Anchor',
      rows: (anchors, { statementId, contents }) =>
        anchors.map(({ articleTextId, start, end, status }, position) => {
          const textId = uuidOf(articleTextId)
          const content = contents.get(textId)
          if (content === undefined) throw new Error(`no text ${textId}`)
          return { id: newId(), statementId, textId, position, status, ...placeOf(content, start, end) }
        }),
    },
    input: (anchors, path) => readAnchors(notNull(anchors, path), path),
    initial: [],
    isText: false,
  },
  alterations: {
    read: ({ alterations }) => alterations.map(({ kind, start, end }) => ({ kind, start, end })),
    parts: {
      table: 'Alteration',
      rows: (alterations, { statementId }) =>
        alterations.map((alteration, position) => ({ statementId, position, ...alteration })),
    },
    input: null,
    initial: [],
    isText: false,
  },
  attributions: {
    read: ({ attributions }) =>
      attributions.map(({ speakerId, role, asWritten, cue, basis, confidence }) => ({
        speakerId: speakerId === null ? null : encodeGlobalId('Speaker', speakerId),
        ...{ role, asWritten, cue, basis, confidence },
      })),
    parts: {
      table: 'Attribution',
      rows: (attributions, { statementId }) =>
        attributions.map(({ speakerId, ...rest }, position) => ({
          ...{ id: newId(), statementId, position, ...rest },
          speakerId: speakerId === null ? null : uuidOf(speakerId),
        })),
    },
    input: (attributions, path) => readAttributions(attributions ?? [], path),
    initial: [],
    isText: false,
    ids: {
      noun: 'Speaker',
      of: (attributions, path) =>
        attributions.flatMap(({ speakerId: id }, index) =>
          id === null ? [] : [{ id, path: [...path, String(index), 'speakerId'] }],
        ),
      with(attributions, ids) {
        const left = [...ids]
        return withoutRepeats(
          attributions.map((attribution) => ({
            ...attribution,
            speakerId: attribution.speakerId === null ? null : (left.shift() ?? null),
          })),
        )
      },
    },
  },
  saidAt: {
    read: (row) => storedDate(row.saidEdtf, row.saidBasis, row.saidAsWritten),
    columns: {
      names: ['saidEdtf', 'saidEarliest', 'saidLatest', 'saidPrecision', 'saidBasis', 'saidAsWritten'],
      of: (said) => ({ ...fuzzyColumns('said', said), saidAsWritten: said?.asWritten ?? null }),
    },
    input: readDate,
    initial: null,
    isText: false,
  },
  eventId: idColumn('eventId', 'Event'),
  eventPhase: column('eventPhase'),
  placeId: idColumn('placeId', 'Place'),
  topicIds: idSet('Topic', 'StatementTopic', 'topicId', ({ topics }) => topics.map(({ topicId }) => topicId)),
  withinId: idColumn('withinId', 'Statement'),
  // A patch passes another statement of the thread, as `threadOfId`; `joinThread` finds the thread.
  threadId: { ...uncheckedIdColumn('threadId', 'StatementThread'), input: null },
  mentionIds: idSet('Speaker', 'StatementMention', 'speakerId', ({ mentions }) =>
    mentions.map(({ speakerId }) => speakerId),
  ),
  references: {
    read: ({ references }) =>
      references.map(({ documentId, asWritten, start, end }) => {
        return { documentId: encodeGlobalId('Document', documentId), asWritten, start, end }
      }),
    parts: {
      table: 'Reference',
      rows: (references, { statementId, articleId }) =>
        references.map(({ documentId, ...rest }) => {
          return { id: newId(), statementId, articleId, documentId: uuidOf(documentId), ...rest }
        }),
    },
    input: (references, path) => readReferences(references ?? [], path),
    initial: [],
    isText: false,
    ids: {
      noun: 'Document',
      of: (references, path) =>
        references.map(({ documentId: id }, index) => ({ id, path: [...path, String(index), 'documentId'] })),
      with: (references, ids) =>
        references.map((reference, index) => ({
          ...reference,
          documentId: ids[index] ?? reference.documentId,
        })),
    },
  },
}

/** Keeps the first attribution of each speaker in each role: two ids can become one when their speakers were merged. */
const withoutRepeats = (attributions: readonly AttributionFields[]): AttributionFields[] =>
  attributions.filter(
    ({ speakerId, role }, index) =>
      speakerId === null ||
      attributions.findIndex((one) => one.speakerId === speakerId && one.role === role) === index,
  )

type AnyField = StatementField<unknown, unknown>

/** The table as pairs of name and entry. */
export const STATEMENT_FIELD_ENTRIES = Object.entries(STATEMENT_FIELDS) as unknown as readonly (readonly [
  keyof StatementFields,
  AnyField,
])[]

/** The columns of "Statement" that the fields are kept in. */
export const FIELD_COLUMNS = STATEMENT_FIELD_ENTRIES.flatMap(([, { columns }]) => columns?.names ?? [])

/** Reads all fields from a row. */
export const readStatementFields = (row: StatementRow): StatementFields =>
  Object.fromEntries(
    STATEMENT_FIELD_ENTRIES.map(([name, { read }]) => [name, read(row)]),
  ) as unknown as StatementFields

/** The values of {@link FIELD_COLUMNS} for a statement with these fields. */
export const columnsOf = (fields: StatementFields): StatementColumns =>
  Object.assign({}, ...STATEMENT_FIELD_ENTRIES.map(([name, { columns }]) => columns?.of(fields[name])))

/** The fields of a new statement before anything but its words is known. */
export const INITIAL_FIELDS = Object.fromEntries(
  STATEMENT_FIELD_ENTRIES.map(([name, { initial }]) => [name, initial]),
) as unknown as StatementFields

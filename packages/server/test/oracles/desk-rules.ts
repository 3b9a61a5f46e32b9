import { expect } from 'vitest'
import type { PrismaClient } from '../../src/generated/prisma/client.js'
import { encodeGlobalId, parseGlobalId, uuidOf } from '../../src/record/global-id.js'
import type { StatementFields } from '../../src/record/statement/statement-fields.js'
import type { StatementState } from '../../src/record/statement/statement-state.js'
import { pathText } from '../../src/record/write/input.js'
import type { Service } from '../harness/service.js'
import type { Done } from './desk.js'
import type { DeskState } from './desk-state.js'

/** Checks that a refusal begins with the name of its field, or of the source when the source is wrong. */
export function checkAnswer({ result }: Done): void {
  for (const { path, message } of result.fields ?? []) {
    const name = path.join('.') === 'input.source' ? 'the source: ' : pathText(path)
    expect(message.slice(0, name.length), message).toBe(name)
  }
}

/** Checks that an undo restores the state before. */
export function checkUndone(before: DeskState, after: DeskState): void {
  for (const [key, { fields }] of after.kept) expect(fields, key).toEqual(before.kept.get(key)?.fields)
  expect(after.redirects).toEqual(before.redirects)
}

/** Checks that the words of anchors and references stand at their places. */
export async function checkPlaces(prisma: PrismaClient, { statements }: DeskState): Promise<void> {
  const texts = await prisma.articleText.findMany({
    select: { id: true, content: true, currentOf: { select: { id: true } } },
  })
  const contents = new Map(texts.map(({ id, content }) => [id, content]))
  const current = new Map(texts.map(({ content, currentOf }) => [currentOf?.id, content]))
  for (const { id, articleId, fields } of statements) {
    for (const { articleTextId, start, end, exact } of fields.anchors) {
      expect(contents.get(uuidOf(articleTextId))?.slice(start, end), `anchor of ${id}`).toBe(exact)
    }
    for (const { start, end, asWritten } of fields.references) {
      if (start !== null && end !== null) {
        expect(current.get(articleId)?.slice(start, end), `reference of ${id}`).toBe(asWritten)
      }
    }
  }
}

const contentOf = ({ anchors, alterations: _, references, ...rest }: StatementFields) => ({
  ...{ ...rest, words: anchors.map(({ exact }) => exact) },
  references: references.map(({ documentId, asWritten }) => ({ documentId, asWritten })),
})

const placesOf = ({ fields }: StatementState) =>
  JSON.stringify(fields.anchors.map(({ start, end }) => [start, end]))

/** Checks that extractors keep the decisions of people, and do not propose decided statements again. */
export function checkDecisions(before: DeskState, after: DeskState): void {
  const known = new Set(before.statements.map(({ id }) => id))
  const fresh = after.statements.filter(({ id }) => !known.has(id))
  for (const was of before.statements) {
    if (was.method !== 'MANUAL' && was.reviewedAt === null && was.editedAt === null) continue
    const is = after.statements.find(({ id }) => id === was.id)
    expect(is && contentOf(is.fields), `what a person said of ${was.id}`).toEqual(contentOf(was.fields))
    expect(is?.facts).toEqual(was.facts)
    const stands = is?.fields.anchors.every(({ status }) => status === 'EXACT' || status === 'MOVED')
    if (!is || !stands || was.facts.rejectionReason === 'WRONG_SPEAKER') continue
    const again = fresh.filter((one) => one.articleId === is.articleId && placesOf(one) === placesOf(is))
    expect(again, `${was.id} is proposed again`).toEqual([])
  }
  for (const [id, { utteranceId, chosen }] of before.utterances) {
    if (chosen) expect(after.utterances.get(id)?.utteranceId, `utterance of ${id}`).toBe(utteranceId)
  }
  for (const [id, fields] of before.editedFields) {
    const [was, is] = [before, after].map(({ kept }) => kept.get(`ARTICLE ${id}`)?.fields)
    for (const field of fields) expect(is?.[field], `${field} of ${id}`).toEqual(was?.[field])
  }
}

/** Checks that the ids of merged objects lead to the kept objects. */
export async function checkRedirects(service: Service, { redirects }: DeskState, key: string): Promise<void> {
  for (const [id, kept] of redirects) {
    const noun = parseGlobalId(id)?.type.toLowerCase()
    const { it } = await service.data(`query ($id: ID!) { it: ${noun}(by: { id: $id }) { id } }`, { id }, key)
    expect(it?.id, `${id} leads to`).toBe(kept)
  }
}

const LISTS = `{ statements(first: 100) { nodes { id } totalCount { value isExact }
  facets(by: [REVIEW_STATUS, KIND]) { by buckets { key count } } } }`

/** Checks that lists, counts and facets agree with the record, for an editor and for the public. */
export async function checkLists(
  service: Service,
  { kept, statements }: DeskState,
  key: string,
): Promise<void> {
  const inBin = (type: string, id: string) => Boolean(kept.get(`${type} ${id}`)?.fields.deletedAt)
  const all = statements.filter(
    ({ id, articleId }) => !inBin('STATEMENT', id) && !inBin('ARTICLE', articleId),
  )
  const visible = all.filter(({ facts }) => ['VERIFIED', 'RETRACTED'].includes(facts.reviewStatus))
  for (const [caller, shown] of [
    [key, all],
    [undefined, visible],
  ] as const) {
    const { nodes, totalCount, facets } = (await service.data(LISTS, {}, caller)).statements
    const ids = shown.map(({ id }) => encodeGlobalId('Statement', id)).sort()
    expect(nodes.map(({ id }: { id: string }) => id).sort()).toEqual(ids.slice(0, 100))
    expect(totalCount).toEqual({ value: ids.length, isExact: true })
    for (const { by, buckets } of facets) {
      const values = shown.map(({ facts, fields }) => (by === 'KIND' ? fields.kind : facts.reviewStatus))
      const counts = [...Map.groupBy(values, (value) => value)].map(([key, { length: count }]) => ({
        key,
        count,
      }))
      expect(new Set(buckets), by).toEqual(new Set(counts))
    }
  }
}

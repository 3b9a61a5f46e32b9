import type { Database } from '../../src/database/database.js'
import { encodeGlobalId } from '../../src/record/global-id.js'
import type { NounName } from '../../src/record/nouns.js'
import { mutationText, nounOf, successOf } from '../harness/mutation-text.js'
import type { Service } from '../harness/service.js'
import { type DeskState, readDesk } from './desk-state.js'

/** A step of one editor. Its numbers choose among the objects and values that are there. */
export interface Step {
  does: string
  on: number
  other: number
  pick: number
  /** Whether the step uses a version that is not current. */
  stale: boolean
  /** Whether the step sends the write a second time with the same idempotency key. */
  again: boolean
  editor: number
}

/** A write and its result. */
export interface Done {
  mutation: string
  // biome-ignore lint/suspicious/noExplicitAny: results of any mutation
  result: any
  /** Set when the write has undone an earlier write of the same step. */
  undoes?: true
}

interface Found {
  /** The global id. */
  id: string
  uuid: string
  version: number
  fields: Record<string, unknown>
}

/** Opens a newsroom with three editors, each with a key of their own, who work through the API. */
export async function openDesk({ prisma }: Database, service: Service) {
  const keys = await Promise.all([0, 1, 2].map(() => service.key('editor', 'reviewer')))
  let sent = 0

  /** What a step can work with in the present state of the record. */
  const at = (step: Step, state: DeskState) => ({
    ...{ prisma, state },
    ...objectsIn(state, step.stale),

    /** A line of an article's newest text, as an anchor. */
    async placeIn(articleId: string, index: number) {
      const where = { currentOf: { id: articleId } }
      const { id, content } = await prisma.articleText.findFirstOrThrow({ where })
      const lines = [...content.matchAll(/[^\n]+/g)]
      const { index: start = 0, 0: exact = '' } = lines[index % lines.length] ?? {}
      return { articleTextId: encodeGlobalId('ArticleText', id), start, end: start + exact.length, exact }
    },

    /** Sends a write, and checks that an outdated version is refused, and that a repeated write changes nothing. */
    async send(mutation: string, args: object): Promise<Done> {
      const input = { ...args, idempotencyKey: `desk ${sent++}` }
      const query = queryOf(mutation)
      const ask = async () => (await service.data(query, { input }, keys[step.editor]))[mutation]
      const result = await ask()
      if (step.stale) checkRefused(args, result)
      if (step.again && result.__typename.endsWith('Success')) {
        const before = await prisma.change.count()
        const second = JSON.stringify(await ask())
        if (second !== JSON.stringify(result)) throw new Error(`another answer: ${second}`)
        if ((await prisma.change.count()) !== before) throw new Error('written twice under one key')
      }
      return { mutation, result }
    },
  })

  return { at, read: () => readDesk(prisma) }
}

/** Ways to choose objects of the record. */
function objectsIn(state: DeskState, stale: boolean) {
  const of = (type: NounName): Found[] =>
    [...state.kept.values()]
      .filter((each) => each.type === type.toUpperCase())
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id: uuid, ...rest }) => ({ ...rest, uuid, id: encodeGlobalId(type, uuid) }))
  const version = (object: Found) => object.version - Number(stale)
  return {
    ...{ of, version },
    one(type: NounName, index: number): Found | undefined {
      const all = of(type)
      return all[index % all.length]
    },
    /** The global ids of at most four objects, which the bits of a number choose. */
    some: (type: NounName, bits: number): string[] =>
      of(type)
        .filter((_, index) => (bits >> (index % 8)) & 1)
        .map(({ id }) => id)
        .slice(0, 4),
    target: (object: Found) => ({ id: object.id, expectedVersion: version(object) }),
  }
}

function queryOf(mutation: string): string {
  const noun = nounOf(mutation)
  const success =
    mutation === 'statementsReview'
      ? '... on StatementsReviewSuccess { results { ... on Error { code message } } }'
      : `... on ${successOf(noun)} { status ${noun} { id version } }`
  return mutationText(
    mutation,
    `__typename ${success} ... on Error { code message } ... on ValidationError { fields { path message } }`,
  )
}

/** Checks that a write with an outdated version has failed. */
function checkRefused(args: object, result: Done['result']): void {
  const results: object[] = result.results ?? [result]
  if (!/(expected|keep)Version/.test(JSON.stringify(args))) return
  if (results.some((one) => !('message' in one)))
    throw new Error(`written over another version: ${JSON.stringify({ args, result })}`)
}

export type Desk = ReturnType<Awaited<ReturnType<typeof openDesk>>['at']>

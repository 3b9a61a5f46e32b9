import type { Database } from '../../src/database/database.js'
import { encodeGlobalId } from '../../src/record/global-id.js'
import type { NounName } from '../../src/record/nouns.js'
import { mutationText, nounOf, successOf } from '../harness/mutation-text.js'
import type { Service } from '../harness/service.js'
import { type DeskState, readDesk } from './desk-state.js'

/** What one editor does. Its numbers stand for objects and values, whatever is there to choose from. */
export interface Step {
  does: string
  on: number
  other: number
  pick: number
  /** With a version that is not current. */
  stale: boolean
  /** Sends the write a second time, with the same idempotency key. */
  again: boolean
  editor: number
}

/** A write that was made, and what came of it. */
export interface Done {
  mutation: string
  // biome-ignore lint/suspicious/noExplicitAny: results of any mutation
  result: any
  /** It undid what came before it in the same step. */
  undoes?: true
}

interface Found {
  /** Global id. */
  id: string
  uuid: string
  version: number
  fields: Record<string, unknown>
}

/** A newsroom in which editors, each with a key of their own, do step after step through the API. */
export async function openDesk({ prisma }: Database, service: Service) {
  const keys = await Promise.all([0, 1, 2].map(() => service.key('editor', 'reviewer')))
  let sent = 0

  /** What a step can be done with, as the record is now. */
  function at(step: Step, state: DeskState) {
    const of = (type: NounName): Found[] =>
      [...state.kept.values()]
        .filter((each) => each.type === type.toUpperCase())
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id: uuid, ...rest }) => ({ ...rest, uuid, id: encodeGlobalId(type, uuid) }))
    const version = (object: Found) => object.version - Number(step.stale)
    return {
      ...{ prisma, state, of, version },
      one(type: NounName, index: number): Found | undefined {
        const all = of(type)
        return all[index % all.length]
      },
      /** Those that the bits of a number stand for, at most four. */
      some: (type: NounName, bits: number): string[] =>
        of(type)
          .filter((_, index) => (bits >> (index % 8)) & 1)
          .map(({ id }) => id)
          .slice(0, 4),
      target: (object: Found) => ({ id: object.id, expectedVersion: version(object) }),

      /** A line of an article's newest text, as an anchor. */
      async placeIn(articleId: string, index: number) {
        const where = { currentOf: { id: articleId } }
        const { id, content } = await prisma.articleText.findFirstOrThrow({ where })
        const lines = [...content.matchAll(/[^\n]+/g)]
        const { index: start = 0, 0: exact = '' } = lines[index % lines.length] ?? {}
        return { articleTextId: encodeGlobalId('ArticleText', id), start, end: start + exact.length, exact }
      },

      async send(mutation: string, args: object): Promise<Done> {
        const noun = nounOf(mutation)
        const success =
          mutation === 'statementsReview'
            ? '... on StatementsReviewSuccess { results { ... on Error { code message } } }'
            : `... on ${successOf(noun)} { status ${noun} { id version } }`
        const input = { ...args, idempotencyKey: `desk ${sent++}` }
        const query = mutationText(
          mutation,
          `__typename ${success} ... on Error { code message } ... on ValidationError { fields { path message } }`,
        )
        const ask = async () => (await service.data(query, { input }, keys[step.editor]))[mutation]
        const result = await ask()
        const done = result.results ?? [result]
        if (
          step.stale &&
          /(expected|keep)Version/.test(JSON.stringify(args)) &&
          done.some((one: object) => !('message' in one))
        ) {
          throw new Error(`written over another version: ${JSON.stringify({ args, result })}`)
        }
        if (step.again && result.__typename.endsWith('Success')) {
          const before = await prisma.change.count()
          const second = JSON.stringify(await ask())
          if (second !== JSON.stringify(result)) throw new Error(`another answer: ${second}`)
          if ((await prisma.change.count()) !== before) throw new Error('written twice under one key')
        }
        return { mutation, result }
      },
    }
  }

  return { at, read: () => readDesk(prisma) }
}

export type Desk = ReturnType<Awaited<ReturnType<typeof openDesk>>['at']>

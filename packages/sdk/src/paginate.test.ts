import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ConnectionPage, paginate } from './paginate.js'

/** A list of numbers in pages. The cursor is the number itself. */
function pagesOf(count: number, size: number) {
  const asked: (string | null)[] = []
  const read = async (after: string | null): Promise<ConnectionPage<number>> => {
    asked.push(after)
    const start = after === null ? 0 : Number(after) + 1
    const nodes = Array.from({ length: Math.min(size, count - start) }, (_, index) => start + index)
    return {
      nodes,
      pageInfo: {
        hasNextPage: start + nodes.length < count,
        endCursor: nodes.length ? String(nodes.at(-1)) : null,
      },
    }
  }
  return { read, asked }
}

const collect = async <Node>(nodes: AsyncIterable<Node>) => {
  const all: Node[] = []
  for await (const node of nodes) all.push(node)
  return all
}

it('gives each node once, in order, and reads no more pages than it needs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(50), fc.integer({ min: 1, max: 20 }), fc.nat(60), async (count, size, limit) => {
      const { read, asked } = pagesOf(count, size)
      const all = await collect(paginate(read, { limit }))
      expect(all).toEqual(Array.from({ length: Math.min(count, limit) }, (_, index) => index))
      const wanted = Math.min(count, limit)
      expect(asked.length).toBe(limit === 0 ? 0 : Math.max(1, Math.ceil(wanted / size)))
    }),
  )
})

it('reads no further page when the loop is left', async () => {
  const { read, asked } = pagesOf(100, 10)
  for await (const node of paginate(read)) if (node === 12) break
  expect(asked).toEqual([null, '9'])
})

it('ends when a page has a next page but no cursor', async () => {
  const page = { nodes: [1], pageInfo: { hasNextPage: true, endCursor: null } }
  expect(await collect(paginate(async () => page))).toEqual([1])
})

it('rejects with the error of a page that cannot be read', async () => {
  const failing = paginate(async () => {
    throw new Error('no')
  })
  await expect(collect(failing)).rejects.toThrow('no')
})

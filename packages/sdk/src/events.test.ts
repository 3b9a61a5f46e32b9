import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readEvents } from './events.js'

/** A response whose body comes in these parts. */
const responseOf = (parts: Uint8Array[]) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const part of parts) controller.enqueue(part)
        controller.close()
      },
    }),
  )

async function read(parts: Uint8Array[]) {
  const events = []
  for await (const event of readEvents(responseOf(parts))) events.push(event)
  return events
}

const line = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .filter((text) => !/[\r\n\p{Surrogate}]/u.test(text))

it('gives the events as they were sent, wherever the bytes are cut', async () => {
  const sent = fc.array(
    fc.record({
      event: fc.constantFrom('next', 'complete', 'message'),
      data: fc.array(line, { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 6 },
  )
  await fc.assert(
    fc.asyncProperty(
      sent,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 9 }),
      async (events, eol, size) => {
        const text = events
          .map(({ event, data }) =>
            [`event: ${event}`, ...data.map((each) => `data: ${each}`), ': ping', '', ''].join(eol),
          )
          .join('')
        const bytes = new TextEncoder().encode(text)
        const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.slice(index * size, (index + 1) * size),
        )
        expect(await read(parts)).toEqual(events.map(({ event, data }) => ({ event, data: data.join('\n') })))
      },
    ),
  )
})

it("does not take Unicode's line separator for a line end", async () => {
  expect(await read([new TextEncoder().encode('data: a\u2028b\n\n')])).toEqual([
    { event: 'message', data: 'a\u2028b' },
  ])
})

it('skips comments, other fields and an unfinished event', async () => {
  const text = ': hello\n\nid: 7\nretry: 10\n\ndata\n\ndata: half'
  expect(await read([new TextEncoder().encode(text)])).toEqual([
    { event: 'message', data: '', retry: 10 },
    { event: 'message', data: '' },
  ])
})

it('takes linear time for an event in many parts', { retry: 2 }, async () => {
  const part = new TextEncoder().encode('x'.repeat(10_000))
  const parts = [
    new TextEncoder().encode('data: '),
    ...Array(2_000).fill(part),
    new TextEncoder().encode('\n\n'),
  ]
  const started = performance.now()
  const [event] = await read(parts)
  expect(event?.data).toHaveLength(20_000_000)
  expect(performance.now() - started).toBeLessThan(3_000)
})

it('takes only digits for the time to wait', async () => {
  expect(await read([new TextEncoder().encode('retry: soon\n\nretry: -1\n\nretry: 5\n\n')])).toEqual([
    { event: 'message', data: '', retry: 5 },
  ])
})

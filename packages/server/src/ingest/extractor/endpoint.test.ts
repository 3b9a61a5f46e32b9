import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ChatBehaviour, complete, refuse } from '../../../test/harness/chat-endpoint.js'
import {
  answering,
  type ModelUnderTest,
  said,
  startModel,
  TEXT,
} from '../../../test/harness/model-under-test.js'
import { runExtractor } from './run-extractor.js'

let model: ModelUnderTest
beforeAll(async () => {
  model = await startModel()
})
afterAll(() => model.endpoint.close())

describe('the model extractor', () => {
  const busy =
    (retryAfter: string): ChatBehaviour =>
    (_, response) =>
      refuse(response, 429, 'slow down', { 'retry-after': retryAfter })
  const failing: ChatBehaviour = (_, response) => refuse(response, 500, 'out of memory')
  const good = answering([said('“The quay is sound,”')])

  it.each<[string, ChatBehaviour]>([
    ['is busy', busy('0')],
    ['fails', failing],
    ['breaks off', (_, response) => void response.destroy()],
    ['answers something else than JSON', (_, response) => complete(response, 'Here are the statements:')],
    ['answers JSON that is cut', (_, response) => complete(response, '{"speakers":[],"statements":[{"wor')],
  ])('asks again when the endpoint %s once', async (_what, behaviour) => {
    expect((await model.read(TEXT, behaviour, good)).statements).toHaveLength(1)
    expect(model.endpoint.requests).toHaveLength(2)
  })

  it.each<[string, ChatBehaviour, string, RegExp, number]>([
    ['is busy for hours', busy('7200'), 'BUSY', /answered 429.*try again in 7200 s$/, 1],
    ['is busy until a date', busy(new Date(Date.now() + 3.6e6).toUTCString()), 'BUSY', /in 3[56]\d\d s$/, 1],
    ['stays busy', busy('0'), 'BUSY', /answered 429/, 3],
    ['keeps failing', failing, 'FAILED', /answered 500: its own log says why$/, 3],
    [
      'does not know the model',
      (_, response) => refuse(response, 404, 'model "small-1" not found, try pulling it first'),
      'REFUSED',
      /check ONRECORD_EXTRACTOR_URL and ONRECORD_EXTRACTOR_MODEL: model "small-1" not found/,
      1,
    ],
    [
      'has moved',
      (_, response) => void response.writeHead(307, { location: 'http://127.0.0.1:9/v1' }).end(),
      'REFUSED',
      /answered 307/,
      1,
    ],
    [
      'refuses this article',
      (_, response) => refuse(response, 400, 'too\nlong'),
      'REJECTED',
      /400 to this article: too long$/,
      1,
    ],
    [
      'stops at its limit',
      (_, response) => complete(response, '{', 'length'),
      'INVALID_ANSWER',
      /was cut off/,
      3,
    ],
    [
      'filters',
      (_, response) => complete(response, '{}', 'content_filter'),
      'REJECTED',
      /by its own rules/,
      1,
    ],
    ['answers a list', (_, response) => complete(response, '[]'), 'INVALID_ANSWER', /another form/, 3],
    [
      'is a web site',
      (_, response) => void response.end('<html>'),
      'INVALID_ANSWER',
      /no chat completion/,
      3,
    ],
    [
      'never stops',
      (_, response) => void response.end(' '.repeat(5_000_001)),
      'INVALID_ANSWER',
      /more than 5 MB/,
      3,
    ],
  ])(
    'reports an endpoint that %s with a code and a message',
    async (_what, behaviour, code, message, tries) => {
      const error = await model.read(TEXT, behaviour).catch((error: unknown) => error)
      expect(error).toMatchObject({ name: 'ExtractorError', code, message: expect.stringMatching(message) })
      expect((error as Error).message).not.toMatch(/\n|sk-test/)
      expect(model.endpoint.requests).toHaveLength(tries)
    },
  )

  it('gives up on an endpoint that hangs before or during its answer', async () => {
    for (const hang of [
      () => undefined,
      (_: unknown, response: Parameters<ChatBehaviour>[1]) => void response.write('{'),
    ]) {
      model.endpoint.behave(hang)
      const reading = runExtractor(model.extractorOf({ timeout: 200 }), TEXT, {})
      await expect(reading).rejects.toMatchObject({
        code: 'TIMEOUT',
        message: expect.stringContaining('did not answer within 0.2 s: raise ONRECORD_EXTRACTOR_TIMEOUT'),
      })
      expect(model.endpoint.requests).toHaveLength(1)
    }
  })

  it('reports that an endpoint is unreachable', async () => {
    const reading = runExtractor(model.extractorOf({ url: 'http://127.0.0.1:1/v1' }), TEXT, {})
    await expect(reading).rejects.toMatchObject({ code: 'UNREACHABLE', general: true })
  })

  it('never has the key in an error, even when the endpoint repeats it', async () => {
    const repeating: ChatBehaviour = ({ authorization }, response) =>
      refuse(response, 422, `bad request with ${authorization}`)
    const errors = [
      await model.read(TEXT, repeating).catch((error: unknown) => error),
      await runExtractor(model.extractorOf({ key: 'sk-wrong' }), TEXT, {}).catch((error: unknown) => error),
      await runExtractor(model.extractorOf({ key: 'sk-\nbroken' }), TEXT, {}).catch(
        (error: unknown) => error,
      ),
    ]
    expect(errors).toMatchObject([{ code: 'REJECTED' }, { code: 'REFUSED' }, { code: 'UNREACHABLE' }])
    for (const error of errors) {
      const { message, stack, cause } = error as Error
      expect(`${message}${stack}${cause}`).not.toMatch(/sk-/)
    }
  })
})

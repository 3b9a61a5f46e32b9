import { createModelExtractor } from '../../src/ingest/extractor/model-extractor.js'
import type { Dropped } from '../../src/ingest/extractor/place-statements.js'
import { runExtractor } from '../../src/ingest/extractor/run-extractor.js'
import { CHAT_KEY, type ChatBehaviour, type ChatEndpointServer, startChatEndpoint } from './chat-endpoint.js'

/** An extractor that asks a model at an endpoint of the test. The test must close the endpoint. */
export class ModelUnderTest {
  readonly endpoint: ChatEndpointServer
  /** The statements that the last extraction left out, by reason; null when there were none. */
  dropped: Dropped | null = null

  constructor(endpoint: ChatEndpointServer) {
    this.endpoint = endpoint
  }

  extractorOf(options: { url?: string; key?: string; timeout?: number } = {}) {
    this.dropped = null
    return createModelExtractor({
      url: this.endpoint.url,
      model: 'small-1',
      key: CHAT_KEY,
      retryDelay: 1,
      onDropped: (counts) => {
        this.dropped = counts
      },
      ...options,
    })
  }

  read(text: string, ...behaviours: ChatBehaviour[]) {
    this.endpoint.behave(...behaviours)
    return runExtractor(this.extractorOf(), text, {})
  }
}

export const startModel = async () => new ModelUnderTest(await startChatEndpoint())

export const MARA = { name: 'Mara Lindt', kind: 'PERSON', aliases: ['Lindt'], role: 'harbour master' }

export const said = (words: string | string[], more: object = {}) => ({
  words: [words].flat(),
  before: '',
  kind: 'DIRECT',
  polarity: 'AFFIRMED',
  medium: 'UNKNOWN',
  speaker: 'Mara Lindt',
  mention: 'Mara Lindt',
  cue: 'said',
  basis: 'NAMED',
  confidence: 0.9,
  ...more,
})

export const answering =
  (statements: object[], speakers: object[] = [MARA]): ChatBehaviour =>
  () => ({ speakers, statements })

export const TEXT = `Ferry to sail again

“The quay is sound,” said Mara Lindt, the harbour master. “We sail
at noon.” Lindt would not say who paid. “No,” she said.

“No,” she said again.

Share this article`

import type { Client } from '@onrecord/sdk'
import { signal } from '@preact/signals'
import { failureOf, type Hindrance, sentenceOf } from '../failure.js'
import { newKey } from '../review/new-key.js'
import { type Article, articleOf, isOpen } from './article.js'
import { readFile } from './read-file.js'
import { followProgress, type Given, look, put } from './record-calls.js'
import { sourceOf } from './source-of.js'

/** Characters of a text from which on the service tells how far it has come. */
const LONG = 20_000

/** Most milliseconds between two tries to reach the record. */
const LONGEST_PAUSE = 10_000

const STAGES: Readonly<Record<string, string>> = {
  READING: 'Its text is being read…',
  EXTRACTING: 'Its statements are being looked for…',
  STORING: 'It is being written into the record…',
}

/** The articles that somebody has given, and what becomes of them. Nothing is put in before the person says so. */
export class PutIn {
  /** In the order in which they were given. */
  readonly articles = signal<readonly Article[]>([])
  /** The key of the one that is looked at. */
  readonly open = signal<string | null>(null)
  /** Why nothing is sent at the moment. */
  readonly hindrance = signal<Hindrance | null>(null)
  readonly #client: Client
  #sending = false
  #wake: () => void = () => {}

  constructor(client: Client) {
    this.#client = client
  }

  /** Takes a text that was pasted, and looks at it. */
  paste(content: string): void {
    const article = articleOf({ given: { source: sourceOf(content) }, length: content.length })
    const [first = ''] = content.trim().split('\n', 1)
    this.articles.value = [...this.articles.value, { ...article, name: first.slice(0, 80) }]
    this.show(article.key)
  }

  /** Takes files. One alone is looked at; of several, the person chooses. */
  async take(files: readonly File[]): Promise<void> {
    const added: Article[] = []
    for (const file of files) {
      const read = await readFile(file)
      const { name } = file
      const article =
        'problem' in read
          ? articleOf({ name, state: 'refused', says: `Not taken: it ${read.problem}.` })
          : articleOf({
              ...{ name, warning: read.warning, length: read.content.length },
              given: { source: sourceOf(read.content, name), name },
            })
      added.push(article)
      this.articles.value = [...this.articles.value, article]
    }
    const [only, other] = added
    if (only && !other && isOpen(only)) this.show(only.key)
  }

  /** Opens an article, and reads what the record would take of it. */
  show(key: string): void {
    this.open.value = key
    const article = this.find(key)
    if (article && isOpen(article) && (!article.preview || article.problem)) void this.#look(key)
  }

  close(): void {
    this.open.value = null
  }

  /** Sets right what was read of an article, and reads it again with that. */
  correct(key: string, fields: Pick<Given, 'title' | 'url' | 'publishedAt'>): void {
    const article = this.find(key)
    if (!article?.given || !isOpen(article)) return
    // What was refused may be right now: it is another write.
    this.#change(key, { given: { ...article.given, ...fields }, state: 'open', says: '' })
    void this.#look(key)
  }

  /** Drops what is not in the record yet. */
  leave(key: string): void {
    if (this.open.value === key) this.open.value = null
    this.articles.value = this.articles.value.filter((one) => one.key !== key || one.state === 'going')
  }

  /** Puts articles in, one after the other. */
  put(keys: readonly string[]): void {
    for (const key of keys) {
      const article = this.find(key)
      if (!article?.given || article.state !== 'open') continue
      this.#change(key, { state: 'going', says: 'Waits.', idempotencyKey: newKey() })
    }
    if (this.open.value && keys.includes(this.open.value)) this.open.value = null
    void this.#send()
  }

  /** Tries at once, as when the network is back. */
  hurry(): void {
    this.#wake()
    void this.#send()
  }

  find(key: string | null): Article | undefined {
    return this.articles.value.find((one) => one.key === key)
  }

  async #look(key: string): Promise<void> {
    const given = this.find(key)?.given
    if (!given) return
    this.#change(key, { looking: true })
    let change: Partial<Article>
    try {
      change = { preview: await look(this.#client, given), problem: null }
    } catch (error) {
      // What was read before stays, so that a correction which is refused can itself be corrected.
      change = { problem: sentenceOf(error, 'It would not be taken') }
    }
    // Meanwhile the person may have corrected something else.
    if (this.find(key)?.given === given) this.#change(key, { ...change, looking: false })
  }

  async #send(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    try {
      for (let tries = 0; ; ) {
        const next = this.articles.value.find(({ state }) => state === 'going')
        if (!next) return
        const hindrance = await this.#put(next)
        this.hindrance.value = hindrance
        if (hindrance === 'signed-out') return
        if (hindrance) await this.#pause(Math.min(500 * 2 ** tries++, LONGEST_PAUSE))
        else tries = 0
      }
    } finally {
      this.#sending = false
    }
  }

  async #put({ key, given, length, idempotencyKey }: Article): Promise<typeof this.hindrance.value> {
    if (!given) return null
    this.#change(key, { says: 'Is being put in…' })
    const end = new AbortController()
    if (length >= LONG) {
      const tell = (stage: string) => {
        if (STAGES[stage]) this.#change(key, { says: STAGES[stage] })
      }
      void followProgress(this.#client, idempotencyKey, tell, end.signal)
    }
    try {
      const result = await put(this.#client, given, idempotencyKey)
      this.#change(key, { state: 'in', says: '', result })
      return null
    } catch (error) {
      const { kind } = failureOf(error)
      // Whether it was done or not, the same write with the same key does no harm.
      if (kind !== 'refused') return kind
      this.#change(key, { state: 'refused', says: sentenceOf(error, 'Not taken') })
      return null
    } finally {
      end.abort()
    }
  }

  async #pause(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #change(key: string, change: Partial<Article>): void {
    this.articles.value = this.articles.value.map((one) => (one.key === key ? { ...one, ...change } : one))
  }
}

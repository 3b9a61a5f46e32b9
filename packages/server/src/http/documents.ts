import type { DocumentNode } from 'graphql'
import { LRUCache } from 'lru-cache'

/** Most bytes of the texts of parsed documents. */
const MOST_TEXT = 500_000

/**
 * A cache of parsed documents by their text, for Yoga and for direct answers. It is bounded by the length of the texts:
 * a document takes about a hundred times the memory of its text, with its plans.
 */
export class Documents {
  readonly #parsed = newCache<DocumentNode>()
  readonly #errors = newCache<Error>()
  readonly #direct = new WeakSet<DocumentNode>()

  /** The caches that Yoga uses. */
  get caches() {
    return { documentCache: this.#parsed, errorCache: this.#errors }
  }

  /** Notes that the answers of a valid document are written from rows. */
  noteDirect(document: DocumentNode): void {
    this.#direct.add(document)
  }

  /** The document of a text whose answers are written from rows; null for any other text. */
  direct(text: string): DocumentNode | null {
    const document = this.#parsed.get(text)
    return document && this.#direct.has(document) ? document : null
  }
}

const newCache = <Value extends object>() =>
  new LRUCache<string, Value>({ maxSize: MOST_TEXT, sizeCalculation: (_value, text) => text.length + 100 })

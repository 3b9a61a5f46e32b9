import type { DomDocument } from '../dom-node.js'

/** Contents of `<meta>` elements by lower-case name, property, itemprop or http-equiv, in the order of the page. */
export class MetaTags {
  readonly #values = new Map<string, string[]>()

  constructor(document: DomDocument) {
    for (const element of document.querySelectorAll('meta[content]')) {
      const content = element.getAttribute('content')?.trim()
      if (!content) continue
      for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
        for (const name of element.getAttribute(key)?.trim().toLowerCase().split(/\s+/) ?? []) {
          if (name) this.#add(name, content)
        }
      }
    }
  }

  #add(name: string, content: string): void {
    const values = this.#values.get(name)
    if (!values) this.#values.set(name, [content])
    else if (values.length < 20 && !values.includes(content)) values.push(content)
  }

  /** All contents of a name, 20 at most. */
  all(name: string): readonly string[] {
    return this.#values.get(name) ?? []
  }

  /** The first content of the first name that has one. */
  first(...names: readonly string[]): string | null {
    for (const name of names) {
      const [value] = this.all(name)
      if (value !== undefined) return value
    }
    return null
  }
}

/** Markup that needs no escaping; only {@link html} and {@link trusted} make it. */
export class Markup {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

type Part = string | number | null | Markup | readonly Markup[]

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Makes markup from a template. Values are escaped for texts and quoted attributes, unless they are markup. */
export const html = (strings: TemplateStringsArray, ...values: Part[]): Markup =>
  new Markup(strings.reduce((all, string, index) => `${all}${sourceOf(values[index - 1] ?? null)}${string}`))

/** Makes markup from a constant of our own, such as a style sheet; never pass anything from an article. */
export const trusted = (source: string): Markup => new Markup(source)

function sourceOf(part: Part): string {
  if (part === null) return ''
  if (part instanceof Markup) return part.source
  if (typeof part === 'object') return part.map(({ source }) => source).join('')
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
}

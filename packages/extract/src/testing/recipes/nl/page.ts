import type { PageKnowledge } from '../../../text/segments.js'

export const PAGE: PageKnowledge['page'] = {
  titleCase: false,
  byline: /^door\s+\p{Lu}/iu,
  listHeadings: new Set(['lees ook', 'meest gelezen']),
  closingLines: [/^reacties[:.]?$/i],
  boilerplateLines: [/^(?:delen|advertentie)\b.{0,40}$/i],
}

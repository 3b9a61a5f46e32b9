import { dateWords } from '../text/fuzzy-date.js'
import { bibtex } from './bibtex.js'
import type { CitationForm, Cited } from './cited.js'
import { cslJson } from './csl-json.js'
import { inOneLine, quoted, saidBy } from './plain.js'
import { ris } from './ris.js'
import { wikipedia } from './wikipedia.js'

const published = ({ article: { title, site, publishedAt } }: Cited): string =>
  [title, site, dateWords(publishedAt)]
    .filter(Boolean)
    .map((part) => inOneLine(String(part)))
    .join(', ')

const plainText = (cited: Cited): string =>
  `${quoted(cited.text)} — ${saidBy(cited)}, in: ${published(cited)}. ${cited.pageUrl}`

const markdown = (cited: Cited): string => {
  const { article, pageUrl } = cited
  const place = article.url
    ? `[${escaped(published(cited))}](${article.url.replace(/[()<>\s]/g, encodeURIComponent)})`
    : escaped(published(cited))
  const words = quoted(cited.text)
    .split('\n')
    .map((line) => `> ${escaped(line)}`)
  return `${words.join('\n')}\n>\n> — ${escaped(saidBy(cited))}, ${place} ([on record](${pageUrl}))`
}

/** A text in which no sign means anything to Markdown. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&')

/** All forms of a citation, in the order in which a page shows them. */
export const CITATION_FORMS: readonly CitationForm[] = [
  { name: 'text', title: 'Text', write: plainText },
  { name: 'markdown', title: 'Markdown', write: markdown },
  { name: 'wikipedia', title: 'Wikipedia', write: wikipedia },
  { name: 'bibtex', title: 'BibTeX', write: bibtex },
  { name: 'csl', title: 'CSL-JSON', write: (cited) => JSON.stringify([cslJson(cited)], null, 2) },
  { name: 'ris', title: 'RIS', write: ris },
]

import { statementPath } from '../components/statement-card.js'
import { type AddressFilter, listAddress } from '../record/address-filter.js'
import type { Exported } from '../record/exported.js'
import { dateWords } from '../text/fuzzy-date.js'
import { shorten } from '../text/words.js'
import { xml } from './xml.js'

/** The feed of a list of statements: RFC 4287. */
export function atomOf(statements: readonly Exported[], baseUrl: string, address: AddressFilter): string {
  const self = baseUrl + listAddress('atom', address)
  const updated =
    statements
      .map((one) => one.updatedAt)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00.000Z'
  const about = [address.text, ...address.conditions.map(({ label }) => label)].filter(Boolean).join(', ')
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>${xml(about ? `On Record: ${about}` : 'On Record')}</title>
<id>${xml(self)}</id>
<updated>${xml(updated)}</updated>
<author><name>On Record</name></author>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(baseUrl + listAddress('', address).replace(/^\/statements\./, '/search'))}"/>
${statements.map((statement) => entryOf(statement, baseUrl)).join('\n')}
</feed>
`
}

function entryOf(statement: Exported, baseUrl: string): string {
  const { speaker, text, article, createdAt, updatedAt } = statement
  const page = baseUrl + statementPath(statement)
  const place = [article.title, article.site?.name, dateWords(article.publishedAt)].filter(Boolean).join(', ')
  return `<entry>
<title>${xml(`${speaker?.name ?? 'Somebody'}: ${shorten(text, 120)}`)}</title>
<id>${xml(page)}</id>
<link rel="alternate" type="text/html" href="${xml(page)}"/>
<published>${xml(createdAt)}</published>
<updated>${xml(updatedAt)}</updated>
<author><name>${xml(speaker?.name ?? 'not named')}</name></author>
<content type="text">${xml(`${text}\n\n${place}`)}</content>
</entry>`
}

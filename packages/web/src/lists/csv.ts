import { statementPath } from '../components/statement-card.js'
import type { Exported, ExportedPage } from '../record/exported.js'
import { isoDate } from '../text/fuzzy-date.js'

/** The columns of a table of statements. */
const COLUMNS: Readonly<Record<string, (statement: Exported, baseUrl: string) => string>> = {
  page: (statement, baseUrl) => baseUrl + statementPath(statement),
  text: ({ text }) => text,
  speaker: ({ speaker }) => speaker?.name ?? '',
  said_earliest: ({ saidAt }) => saidAt.earliest ?? '',
  said_latest: ({ saidAt }) => saidAt.latest ?? '',
  kind: ({ kind }) => kind,
  medium: ({ medium }) => medium,
  polarity: ({ polarity }) => polarity,
  review: ({ reviewStatus }) => reviewStatus,
  article: ({ article }) => article.title,
  article_url: ({ article }) => article.url ?? '',
  site: ({ article }) => article.site?.name ?? '',
  published: ({ article }) => isoDate(article.publishedAt) ?? '',
  id: ({ id }) => id,
}

/** A list of statements as a table: CSV in UTF-8, as RFC 4180 has it. */
export async function* csvOf(pages: AsyncIterable<ExportedPage>, baseUrl: string): AsyncGenerator<string> {
  // With the mark, spreadsheets take the file for UTF-8.
  yield `\ufeff${Object.keys(COLUMNS).join(',')}\r\n`
  for await (const { nodes } of pages) {
    yield nodes
      .map(
        (statement) =>
          `${Object.values(COLUMNS)
            .map((read) => cell(read(statement, baseUrl)))
            .join(',')}\r\n`,
      )
      .join('')
  }
}

/** A value of a table. A spreadsheet would run one that begins like a formula, so that gets an apostrophe before it. */
const cell = (value: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

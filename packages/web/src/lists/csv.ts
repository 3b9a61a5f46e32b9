import { stringify } from 'csv-stringify/sync'
import type { DataList, ListPage } from './data-list.js'

/** A list as a table: CSV in UTF-8, as RFC 4180 has it. No value is a formula, which a spreadsheet would run. */
export async function* csvOf<Row extends { id: string }>(
  list: DataList<Row>,
  pages: AsyncIterable<ListPage<Row>>,
  baseUrl: string,
): AsyncGenerator<string> {
  const columns: DataList<Row>['columns'] = {
    page: (row) => baseUrl + list.pathOf(row),
    ...list.columns,
    id: ({ id }) => id,
  }
  const table = (rows: readonly (readonly (string | null)[])[], bom = false) =>
    stringify([...rows], { bom, escape_formulas: true, record_delimiter: 'windows' })
  // With the mark of the byte order, spreadsheets take the file for UTF-8.
  yield table([Object.keys(columns)], true)
  for await (const { nodes } of pages)
    yield table(nodes.map((row) => Object.values(columns).map((read) => read(row))))
}

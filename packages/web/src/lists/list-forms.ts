import type { Client } from '@onrecord/sdk'
import type { AddressFilter } from '../record/address-filter.js'
import { articleList } from './articles.js'
import { atomOf } from './atom.js'
import { csvOf } from './csv.js'
import { type DataList, pagesOf } from './data-list.js'
import { documentList } from './documents.js'
import { eventList } from './events.js'
import { jsonOf } from './json.js'
import { siteList } from './sites.js'
import { speakerList } from './speakers.js'
import { statementList } from './statements.js'
import { topicList } from './topics.js'

/** Objects in a feed. */
const IN_A_FEED = 50

/** The forms of a list other than its page. */
export interface ListForms {
  name: string
  csv(client: Client, address: AddressFilter, baseUrl: string): AsyncGenerator<string>
  json(client: Client, address: AddressFilter, baseUrl: string): AsyncGenerator<string>
  /** Null for a list that nobody can follow. */
  atom: ((client: Client, address: AddressFilter, baseUrl: string) => Promise<string>) | null
  hasAny(client: Client, address: AddressFilter): Promise<boolean>
  /** The paths of the pages of its objects. */
  paths(client: Client, address: AddressFilter): AsyncGenerator<string>
}

function formsOf<Row extends { id: string }>(list: DataList<Row>): ListForms {
  const { name, entryOf } = list
  return {
    name,
    csv: (client, address, baseUrl) => csvOf(list, pagesOf(list, client, address), baseUrl),
    json: (client, address, baseUrl) => jsonOf(list, pagesOf(list, client, address), baseUrl, address),
    atom:
      entryOf &&
      (async (client, address, baseUrl) => {
        const page = await list.page({ client, address, first: IN_A_FEED, newest: true })
        return atomOf(list, entryOf, page, baseUrl, address)
      }),
    hasAny: async (client, address) => (await list.page({ client, address, first: 1 })).nodes.length > 0,
    async *paths(client, address) {
      for await (const { nodes } of pagesOf(list, client, address)) yield* nodes.map(list.pathOf)
    },
  }
}

/** The statements in their other forms. */
export const STATEMENT_FORMS: ListForms = formsOf(statementList)

/** The lists of all other objects. */
export const OBJECT_FORMS: readonly ListForms[] = [
  formsOf(articleList),
  formsOf(speakerList),
  formsOf(topicList),
  formsOf(siteList),
  formsOf(eventList),
  formsOf(documentList),
]

/** Every list in its other forms. */
export const LIST_FORMS: readonly ListForms[] = [STATEMENT_FORMS, ...OBJECT_FORMS]

import { queryFromInfo } from '@pothos/plugin-prisma'
import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import { type Row, readRows } from '../database/rows.js'
import { badUserInput } from '../record/errors.js'
import { type AnyFilter, conditionsOf, type List, type ListModel, type Order } from '../record/lists/list.js'
import {
  countUpTo,
  type Page,
  type PageArguments,
  type ParentLink,
  pageQuery,
  readPages,
  type WholeList,
} from '../record/lists/read-pages.js'
import { type View, viewOf } from '../record/visibility/view.js'
import type { Context } from './context.js'

export interface Count {
  value: number
  isExact: boolean
}

/**
 * The lists of one parent: page, rows and count are read when they are asked for, for all parents of a field together.
 */
export interface Connection {
  page: () => Promise<Page>
  edges: () => Promise<{ cursor: string; node: Row }[]>
  count: (limit: number) => Promise<Count>
  /**
   * Reads something from the whole list, not only from the page.
   *
   * @param key a text for what is read, with its arguments: reads with the same key are done once.
   * @param read gives one value for each parent, in their order.
   */
  whole: <T>(key: string, read: (context: Context, lists: WholeList) => Promise<T[]>) => Promise<T>
}

export interface ConnectionArguments extends PageArguments {
  filter?: AnyFilter | null
  orderBy?: Order | null
}

export type ConnectionReader = (parent: string, info: GraphQLResolveInfo) => Connection

/** Makes the reader of one field, which all parents of the field share. */
export async function makeConnectionReader(
  list: List,
  linkOf: ParentLink | ((view: View) => ParentLink) | null,
  args: ConnectionArguments,
  context: Context,
): Promise<ConnectionReader> {
  if (args.filter === null) throw badUserInput('filter is null: leave it out to not filter')
  const filter = args.filter ?? {}
  const conditions = await conditionsOf(list, filter, context, { few: linkOf !== null })
  const view = viewOf(context.viewer, filter.includeDeleted ?? false)
  const link = typeof linkOf === 'function' ? linkOf(view) : linkOf
  const query = pageQuery(list, args, args.orderBy, conditions)
  const pages = new DataLoader<string, Page>((parents) => readPages(context, query, link, parents))
  const rows = rowLoader(list.model, context)
  const loaders = new Map<string, DataLoader<string, unknown>>()
  return (parent, info) => {
    const page = () => pages.load(parent)
    const whole: Connection['whole'] = (key, read) => {
      const loader = loaders.get(key) ?? new DataLoader((parents) => read(context, { query, link, parents }))
      loaders.set(key, loader)
      return loader.load(parent) as never
    }
    return {
      page,
      whole,
      async edges() {
        rows.select(info)
        const { entries } = await page()
        const found = await Promise.all(entries.map(({ id }) => rows.load(id)))
        // A row that was deleted between the two reads is left out.
        return entries.flatMap(({ cursor }, index) => (found[index] ? [{ cursor, node: found[index] }] : []))
      },
      async count(limit) {
        const value = await whole(`count ${limit}`, (_, list) => countUpTo(context, list, limit))
        return { value: Math.min(value, limit), isExact: value <= limit }
      },
    }
  }
}

/** Loads the rows of all pages of a field with one query, selecting what the operation asks for. */
function rowLoader(model: ListModel, context: Context) {
  let selection: object = {}
  const loader = new DataLoader<string, Row | null>((ids) => readRows(context.prisma, model, ids, selection))
  return {
    /**
     * Makes the selection, and tells Pothos that the relations selected below this parent's rows are read with them.
     */
    select(info: GraphQLResolveInfo) {
      selection = queryFromInfo({ context, info, typeName: model, paths: [['nodes'], ['edges', 'node']] })
    },
    load: (id: string) => loader.load(id),
  }
}

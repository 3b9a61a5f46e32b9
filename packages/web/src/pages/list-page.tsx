import type { ComponentChild } from 'preact'
import { listData } from '../cite/page-data.js'
import { Conditions } from '../components/facets.js'
import { Pager } from '../components/listing.js'
import { OtherForms } from '../components/other-forms.js'
import type { IndexList } from '../lists/data-list.js'
import { type AddressFilter, addressWith, feedOf, readFilter } from '../record/address-filter.js'
import { countOf } from '../text/words.js'
import type { Page, PageRequest } from './page.js'

/** Objects on a page of a list. */
const ON_A_PAGE = 50

/** How a list looks. */
export interface ListLook<Row> {
  /** What it is called: "Speakers". */
  title: string
  description: string
  /** What the field finds: "A part of a name". */
  finds: string
  item(row: Row): ComponentChild
  /** Whether the items are so short that they stand in columns. */
  inColumns?: boolean
}

/** Makes the function that makes the page of a list, with a field to find something in it. */
export const listPage =
  <Row extends { id: string }>(list: IndexList<Row>, look: ListLook<Row>) =>
  async ({ client, url, baseUrl }: PageRequest): Promise<Page> => {
    const all = readFilter(url.searchParams)
    const conditions = all.conditions.filter(({ parameter }) => parameter in list.narrowedBy)
    const address = { ...all, conditions }
    const [{ nodes, pageInfo }, count] = await Promise.all([
      list.page({ client, address, first: ON_A_PAGE, after: address.after }),
      list.count(client, address),
    ])
    const isNarrowed = address.text !== '' || conditions.length > 0
    return {
      title: look.title,
      description: look.description,
      path: addressWith(url, {}),
      ...(list.entryOf ? { alternates: feedOf(baseUrl, list.name, address) } : {}),
      ...(isNarrowed || address.after
        ? { unlisted: true }
        : {
            data: listData(
              { name: look.title, description: look.description, url: `${baseUrl}/${list.name}` },
              nodes.map((row) => ({ name: list.nameOf(row), url: baseUrl + list.pathOf(row) })),
            ),
          }),
      content: (
        <section class="all" aria-label={look.title}>
          <h1>
            {look.title} <small>{countOf(count)}</small>
          </h1>
          <Find address={address} name={list.name} finds={look.finds} />
          <Conditions facets={[]} conditions={conditions} url={url} />
          <ul class={look.inColumns ? 'plain in-columns' : 'plain'}>
            {nodes.map((row) => (
              <li key={row.id}>{look.item(row)}</li>
            ))}
          </ul>
          {nodes.length === 0 && (
            <p class="nothing">{isNarrowed ? 'Nothing is found.' : 'There is nothing here yet.'}</p>
          )}
          <Pager url={url} pageInfo={pageInfo} isFirst={address.after === undefined} />
          {nodes.length > 0 && (
            <OtherForms name={list.name} address={address} isFollowed={list.entryOf !== null} />
          )}
        </section>
      ),
    }
  }

function Find({ address, name, finds }: { address: AddressFilter; name: string; finds: string }) {
  return (
    <form class="find-in" action={`/${name}`}>
      <label for="find-in">{finds}</label>
      <input id="find-in" type="search" name="q" value={address.text} maxLength={500} autocomplete="off" />
      {address.conditions.map(({ parameter, value }) => (
        <input type="hidden" name={parameter} value={value} key={`${parameter} ${value}`} />
      ))}
      <button type="submit">Find</button>
    </form>
  )
}

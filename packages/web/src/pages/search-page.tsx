import { listData } from '../cite/page-data.js'
import { PageLink } from '../components/links.js'
import { Listing } from '../components/listing.js'
import { StatementCard, statementPath } from '../components/statement-card.js'
import { type AddressFilter, addressWith, feedOf, readFilter } from '../record/address-filter.js'
import { foundOthers, foundStatements, listedStatements } from '../record/statement-list.js'
import { shorten } from '../text/words.js'
import type { Page, PageRequest } from './page.js'

/** What a search finds, or all statements under a filter; everything that narrows it stands in the address. */
export async function searchPage({ client, url, baseUrl }: PageRequest): Promise<Page> {
  const address = readFilter(url.searchParams)
  const { text } = address
  const head = {
    title: text === '' ? 'All statements' : `Search: ${text}`,
    path: addressWith(url, {}),
    query: text,
    alternates: feedOf(baseUrl, 'statements', address),
    unlisted: text !== '' || address.conditions.length > 0 || address.after !== undefined,
  }
  if (text === '') {
    const statements = await listedStatements(client, {}, address)
    const items = statements.nodes.map((statement) => ({
      name: shorten(statement.text, 80),
      url: baseUrl + statementPath(statement),
    }))
    const data = listData({ name: head.title, url: `${baseUrl}/search` }, items)
    const content = (
      <>
        <h1>All statements</h1>
        <Listing {...statements} url={url} address={address} />
      </>
    )
    return { ...head, ...(head.unlisted ? {} : { data }), content }
  }
  const [found, others] = await Promise.all([
    foundStatements(client, address),
    // Names stand above the first page, as long as nothing narrows it.
    address.conditions.length === 0 && !address.after ? foundOthers(client, text) : [],
  ])
  return { ...head, content: <Results {...found} others={others} url={url} address={address} /> }
}

type Others = Awaited<ReturnType<typeof foundOthers>>
type ResultsProps = Awaited<ReturnType<typeof foundStatements>> & {
  others: Others
  url: URL
  address: AddressFilter
}

function Results({ statements, search, others, url, address }: ResultsProps) {
  const cards = search.edges.flatMap(({ node, highlights }) => {
    if (node.__typename !== 'Statement') return []
    const words = highlights.find(({ field }) => field === 'TEXT')
    return [{ node, excerpt: words && { text: words.fragment, found: words.ranges } }]
  })
  return (
    <>
      <h1>
        Results for “<bdi>{address.text}</bdi>”
      </h1>
      <p class="faint">
        Is it a quotation that you look for?{' '}
        <a href={`/check?${new URLSearchParams({ text: address.text })}`}>Check it</a>.
      </p>
      <Names nodes={others} />
      <Listing
        {...statements}
        nodes={cards.map(({ node }) => node)}
        pageInfo={search.pageInfo}
        url={url}
        address={address}
      >
        <ol class="statements">
          {cards.map(({ node, excerpt }) => (
            <StatementCard statement={node} excerpt={excerpt} key={node.id} />
          ))}
        </ol>
        {!search.isComplete && !search.pageInfo.hasNextPage && (
          <p class="faint">There are more than can be ranked: add a word, or narrow down.</p>
        )}
      </Listing>
    </>
  )
}

/** The speakers, topics and articles that were found. */
function Names({ nodes }: { nodes: Others }) {
  if (nodes.length === 0) return null
  return (
    <ul class="others" aria-label="Speakers, topics and articles">
      {nodes.map((node) => {
        if (node.__typename === 'Speaker')
          return (
            <li key={node.id}>
              <small>Speaker</small> <PageLink to={node} folder="speakers" />
            </li>
          )
        if (node.__typename === 'Topic')
          return (
            <li key={node.id}>
              <small>Topic</small> <PageLink to={node} folder="topics" />
            </li>
          )
        if (node.__typename !== 'Article') return null
        return (
          <li key={node.id}>
            <small>Article</small> <PageLink to={{ id: node.id, name: node.title }} folder="articles" />
            {node.site && (
              <>
                , <bdi>{node.site.name}</bdi>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

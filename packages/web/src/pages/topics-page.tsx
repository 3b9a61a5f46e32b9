import { topicsData } from '../cite/page-data.js'
import { PageLink } from '../components/links.js'
import { Pager } from '../components/listing.js'
import { OtherForms } from '../components/other-forms.js'
import { readFilter } from '../record/address-filter.js'
import type { Named } from '../record/shown.js'
import { topicsForPage } from '../record/subjects.js'
import { pathOf } from '../text/handle.js'
import { countOf, grouped } from '../text/words.js'
import type { Page, PageRequest } from './page.js'

interface Topic extends Named {
  parent: Named | null
}

const DESCRIPTION = 'What the statements of the record are about.'

/** All topics as a tree, with how many statements each has itself. */
export async function topicsPage({ client, url, baseUrl }: PageRequest): Promise<Page> {
  const after = url.searchParams.get('after') || undefined
  const { nodes, counts, isExact, pageInfo, totalCount } = await topicsForPage(client, after)
  const shown = new Set(nodes.map(({ id }) => id))
  const below = Map.groupBy(nodes, ({ parent }) => (parent && shown.has(parent.id) ? parent.id : null))
  return {
    title: 'Topics',
    description: DESCRIPTION,
    path: '/topics',
    ...(after
      ? { unlisted: true }
      : {
          data: topicsData(
            { name: 'Topics', description: DESCRIPTION, url: `${baseUrl}/topics` },
            nodes.map((topic) => ({ name: topic.name, url: baseUrl + pathOf('topics', topic) })),
          ),
        }),
    content: (
      <>
        <h1>
          Topics <small>{countOf(totalCount)}</small>
        </h1>
        <p class="faint">
          Each number counts the statements about the topic itself; its page has those about topics below it,
          too.
        </p>
        <Tree topics={below.get(null) ?? []} below={below} counts={counts} plus={isExact ? '' : '+'} />
        {nodes.length === 0 && <p class="nothing">There are no topics yet.</p>}
        <Pager url={url} pageInfo={pageInfo} isFirst={after === undefined} />
        <OtherForms name="topics" address={readFilter(new URLSearchParams())} isFollowed={false} />
      </>
    ),
  }
}

interface TreeProps {
  topics: readonly Topic[]
  below: ReadonlyMap<string | null, readonly Topic[]>
  counts: ReadonlyMap<string, number>
  plus: string
}

function Tree({ topics, below, counts, plus }: TreeProps) {
  return (
    <ul class="tree">
      {topics.map((topic) => {
        const children = below.get(topic.id)
        return (
          <li key={topic.id}>
            <PageLink to={topic} folder="topics" />{' '}
            {counts.has(topic.id) && (
              <small>
                {grouped(counts.get(topic.id) ?? 0)}
                {plus}
              </small>
            )}
            {children && <Tree topics={children} below={below} counts={counts} plus={plus} />}
          </li>
        )
      })}
    </ul>
  )
}

import { recordData } from '../cite/page-data.js'
import { CheckForm } from '../components/check-form.js'
import { ArticleCitation, PageLink } from '../components/links.js'
import { StatementList } from '../components/statement-card.js'
import { homeForPage } from '../record/home.js'
import type { FacetData } from '../record/shown.js'
import type { Folder } from '../text/handle.js'
import { countOf, grouped } from '../text/words.js'
import type { Page, PageRequest } from './page.js'

const DESCRIPTION =
  'A public record of who said what, where and about what: in the exact words, at the exact place.'

/** The first page: a box for a quotation, what came last, and what the record holds. */
export async function homePage({ client, baseUrl }: PageRequest): Promise<Page> {
  const { statements, articles, speakers } = await homeForPage(client)
  const [bySpeaker, byTopic, bySite] = ['SPEAKER', 'TOPIC', 'SITE'].map((by) =>
    statements.facets.find((facet) => facet.by === by),
  )
  return {
    title: 'On Record',
    description: DESCRIPTION,
    path: '/',
    data: recordData({ name: 'On Record', description: DESCRIPTION, url: `${baseUrl}/` }),
    content: (
      <div class="home">
        <h1>Who said what, in the exact words</h1>
        <CheckForm />
        <p class="holds">
          The record holds <b>{countOf(statements.totalCount)}</b> statements of{' '}
          <b>{countOf(speakers.totalCount)}</b> speakers in <b>{countOf(articles.totalCount)}</b> articles.
        </p>
        {statements.nodes.length === 0 && <p class="nothing">Nothing has been put in yet.</p>}
        <div class="columns">
          <section>
            <h2>Said last</h2>
            <StatementList statements={statements.nodes} />
            <p class="more">
              <a href="/search">All statements</a>
            </p>
          </section>
          <div>
            <Ranking title="Most quoted" facet={bySpeaker} folder="speakers" />
            <Ranking title="Talked about" facet={byTopic} folder="topics" />
            <Ranking title="Sites" facet={bySite} folder="sites" />
            {articles.nodes.length > 0 && (
              <section>
                <h2>Latest articles</h2>
                <ul class="plain">
                  {articles.nodes.map((article) => (
                    <li key={article.id}>
                      <ArticleCitation article={article} />
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        </div>
      </div>
    ),
  }
}

function Ranking({ title, facet, folder }: { title: string; facet: FacetData | undefined; folder: Folder }) {
  if (!facet || facet.buckets.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="ranking">
        {facet.buckets.map(({ key, label, count }) => (
          <li key={key}>
            <PageLink to={{ id: key, name: label }} folder={folder} /> <small>{grouped(count)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { Cited } from '../cite/cited.js'
import { quotationData } from '../cite/linked-data.js'
import { Citations } from '../components/citations.js'
import { ArticleCitation, Outgoing, SpeakerLink } from '../components/links.js'
import { StatementList, statementPath } from '../components/statement-card.js'
import { StatementFacts } from '../components/statement-facts.js'
import { StatementHistory } from '../components/statement-history.js'
import { Surroundings } from '../components/surroundings.js'
import { type PageStatement, statementForPage } from '../record/statement.js'
import { type TextAround, textAround } from '../record/text-around.js'
import { compactId, FOLDERS, idIn, pathOf } from '../text/handle.js'
import { withTextFragment } from '../text/text-fragment.js'
import { shorten } from '../text/words.js'
import { agentsOf } from './agents-of.js'
import { embedCode } from './embed-page.js'
import { movedFrom, type PageRequest, type PageResult } from './page.js'

/** The permanent page of one statement. */
export async function statementPage(request: PageRequest, handle: string): Promise<PageResult> {
  const id = idIn(handle, FOLDERS.statements)
  const statement = id && (await statementForPage(request.client, id))
  if (!statement) return null
  const path = statementPath(statement)
  const moved = movedFrom(request.url, path)
  if (moved) return moved
  const { speaker, text, article, anchors } = statement
  const words = anchors.filter((anchor) => anchor.text.id === article.text.id).map(({ position }) => position)
  const around =
    words.length > 0
      ? await textAround(request.client, article.id, {
          start: Math.min(...words.map(({ start }) => start)),
          end: Math.max(...words.map(({ end }) => end)),
        })
      : null
  const page = request.baseUrl + path
  const oembed = `${request.baseUrl}/oembed?${new URLSearchParams({ url: page })}`
  return {
    title: `${speaker?.name ?? 'Somebody'}: ${shorten(text, 80)}`,
    description: `${speaker?.name ?? 'Somebody not named'}, in ${article.title}${article.site ? ` (${article.site.name})` : ''}: ${shorten(text, 200)}`,
    path,
    kind: 'article',
    alternates: [{ type: 'application/json+oembed', href: oembed, title: 'Embed' }],
    data: quotationData({
      ...{ text, saidAt: statement.saidAt, article, page, anchors: statement.anchors },
      speakers: agentsOf(speakersOf(statement), request.baseUrl),
      articlePage: request.baseUrl + pathOf('articles', { id: article.id, name: article.title }),
    }),
    content: (
      <StatementContent
        statement={statement}
        around={around}
        cited={citedFrom(statement, page)}
        embed={embedCode(page)}
      />
    ),
  }
}

const citedFrom = ({ id, kind, text, speaker, article }: PageStatement, pageUrl: string): Cited => ({
  ...{ text, kind, pageUrl, id: compactId(id), speaker: speaker?.name ?? null },
  article: {
    ...{ title: article.title, url: article.url, publishedAt: article.publishedAt },
    site: article.site?.name ?? null,
    authors: article.bylines.map(({ asWritten }) => asWritten),
  },
  today: new Date().toISOString().slice(0, 10),
})

interface ContentProps {
  statement: PageStatement
  around: TextAround | null
  cited: Cited
  embed: string
}

function StatementContent({ statement, around, cited, embed }: ContentProps) {
  const { article, speaker, text, utterance, id } = statement
  const others = utterance?.statements.nodes.filter((other) => other.id !== id) ?? []
  return (
    <article class="one">
      <h1 class="hidden">
        A statement of <bdi>{speaker?.name ?? 'somebody not named'}</bdi>
      </h1>
      <figure class="quotation">
        <blockquote dir="auto">{text}</blockquote>
        <figcaption>
          <b>
            <SpeakerLink speaker={speaker} />
          </b>
          <Office statement={statement} />
          <br />
          <ArticleCitation article={article} />
        </figcaption>
      </figure>
      <p class="actions">
        <Original statement={statement} />
        <a class="button" href="#cite">
          Cite
        </a>
      </p>
      <StatementFacts statement={statement} />
      <section>
        <h2>Where it stands</h2>
        <Surroundings statement={statement} around={around} />
      </section>
      {others.length > 0 && (
        <section>
          <h2>Other reports of the same words</h2>
          <StatementList statements={others} />
        </section>
      )}
      <Citations cited={cited} embed={embed} />
      <StatementHistory statement={statement} />
    </article>
  )
}

/** Who said it, for themselves; nobody who passes it on. */
const speakersOf = ({ attributions }: PageStatement) =>
  attributions.flatMap(({ role, speaker }) => (speaker && role !== 'RELAYED_BY' ? [speaker] : []))

/** The link that lands on the words in the original. */
function Original({ statement: { article, anchors } }: { statement: PageStatement }) {
  const exact = anchors[0]?.quote.exact
  if (!article.url || !exact) return null
  return (
    <Outgoing class="button" href={withTextFragment(article.url, exact)}>
      Read it in the original
    </Outgoing>
  )
}

function Office({ statement }: { statement: PageStatement }) {
  const { role, organization } = statement.attributions[0]?.affiliation ?? {}
  const words = [role, organization?.name].filter(Boolean).join(', ')
  return words ? <span class="faint"> ({words})</span> : null
}

import { articleData } from '../cite/linked-data.js'
import { ArticleStatements, highlightsOf } from '../components/article-statements.js'
import { ArticleText } from '../components/article-text.js'
import { DateText, Outgoing, PageLink } from '../components/links.js'
import { PageLinks } from '../components/listing.js'
import { TextChanges } from '../components/text-changes.js'
import { articleForPage, type PageArticle } from '../record/article.js'
import { type ArticleVersion, articleVersion } from '../record/article-version.js'
import { BadAddress } from '../record/bad-address.js'
import { dateWords, dayWords } from '../text/fuzzy-date.js'
import { compactId, FOLDERS, idIn, pathOf } from '../text/handle.js'
import { placeOf } from '../text/text-window.js'
import { counted, shorten } from '../text/words.js'
import { movedFrom, type PageRequest, type PageResult } from './page.js'

/** The text of an article, with its statements highlighted by speaker; a long one in several pages. */
export async function articlePage(request: PageRequest, handle: string): Promise<PageResult> {
  const id = idIn(handle, FOLDERS.articles)
  const from = placeOf(request.url.searchParams.get('at'))
  if (from === null)
    throw new BadAddress('“at” in the address is no place in a text: follow a link of a page.')
  const article = id && (await articleForPage(request.client, id, from))
  if (!article) return null
  const path = pathOf('articles', { id: article.id, name: article.title })
  const moved = movedFrom(request.url, path)
  if (moved) return moved
  if (from > 0 && from >= article.text.length) return { movedTo: path }
  const { title, site, statements } = article
  const version = request.url.searchParams.get('version')
  const versionId = version && idIn(version, 'ArticleText')
  const earlier = versionId ? await articleVersion(request.client, versionId) : null
  if (version && earlier?.article.id !== article.id) return null
  const said = counted(statements.totalCount.value, 'statement')
  return {
    title: shorten(title, 120),
    description: `${said} in “${shorten(title, 120)}”${site ? `, ${site.name}` : ''}${dateWords(article.publishedAt) ? `, ${dateWords(article.publishedAt)}` : ''}.`,
    path,
    kind: 'article',
    ...(from > 0 || version ? { unlisted: true } : {}),
    data: articleData(
      article,
      request.baseUrl + path,
      article.bylines.map(({ asWritten }) => asWritten),
    ),
    content: <ArticleContent article={article} path={path} earlier={earlier} />,
  }
}

interface ContentProps {
  article: PageArticle
  path: string
  /** The text that the newest one is compared with. */
  earlier: ArticleVersion | null
}

function ArticleContent({ article, path, earlier }: ContentProps) {
  const { title, text } = article
  const { pieces, speakers } = highlightsOf(article)
  const hasTitle = text.segments.some(({ kind }) => kind === 'TITLE')
  return (
    <div class="article">
      <article class="text" dir="auto" lang={article.language ?? undefined}>
        <Source article={article} />
        {earlier && (
          <TextChanges
            before={earlier.content}
            after={earlier.article.text.content}
            heading={`What changed since ${dayWords(earlier.capturedAt)}`}
          />
        )}
        {!hasTitle && <h1>{title}</h1>}
        <ArticleText
          content={text.part.content}
          offset={text.start}
          segments={text.segments}
          pieces={pieces}
        />
        <PageLinks
          first={text.start > 0 ? path : null}
          next={text.end < text.length ? `${path}?at=${text.end}` : null}
        />
        <Versions article={article} />
      </article>
      <aside aria-label="Statements">
        <ArticleStatements article={article} speakers={speakers} />
      </aside>
    </div>
  )
}

function Source({ article: { site, publishedAt, url, bylines, topics, copies } }: { article: PageArticle }) {
  return (
    <header class="source">
      <p>
        {site && <PageLink to={site} folder="sites" />} <DateText date={publishedAt} />{' '}
        {bylines.length > 0 && (
          <>
            by <bdi>{bylines.map(({ asWritten }) => asWritten).join(', ')}</bdi>{' '}
          </>
        )}
        {url && <Outgoing href={url}>Read the original</Outgoing>}
      </p>
      {topics.nodes.length > 0 && (
        <p class="list">
          {topics.nodes.map((topic) => (
            <PageLink to={topic} folder="topics" key={topic.id} />
          ))}
        </p>
      )}
      {copies.nodes.length > 0 && (
        <p class="list">
          Nearly the same text:{' '}
          {copies.nodes.map((copy) => (
            <PageLink
              to={{ id: copy.id, name: copy.site ? `${copy.title} (${copy.site.name})` : copy.title }}
              folder="articles"
              key={copy.id}
            />
          ))}
        </p>
      )}
    </header>
  )
}

function Versions({ article: { texts, text } }: { article: PageArticle }) {
  if (texts.nodes.length < 2) return null
  return (
    <footer class="source">
      <h2>Earlier versions of this text</h2>
      <ul>
        {texts.nodes.map(({ id, capturedAt, length }) => (
          <li key={id}>
            {dayWords(capturedAt)}, {counted(length, 'character')}
            {id === text.id ? (
              ' (shown here)'
            ) : (
              <>
                {': '}
                <a href={`?version=${compactId(id)}`} rel="nofollow">
                  what changed since
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </footer>
  )
}

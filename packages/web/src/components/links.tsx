import type { ComponentChildren } from 'preact'
import type { CitedArticle, Named } from '../record/shown.js'
import { dateWords, isoDate, type ShownDate } from '../text/fuzzy-date.js'
import { type Folder, pathOf } from '../text/handle.js'

/** A link to the page of an object, with its name. */
export function PageLink({ to, folder, ...rest }: { to: Named; folder: Folder; class?: string }) {
  return (
    <a href={pathOf(folder, to)} {...rest}>
      <bdi>{to.name}</bdi>
    </a>
  )
}

/** A link that leaves the record. */
export function Outgoing({
  href,
  children,
  ...rest
}: {
  href: string
  children: ComponentChildren
  class?: string
}) {
  return (
    <a href={href} rel="nofollow noopener external" {...rest}>
      {children}
    </a>
  )
}

/** A speaker's name with its link, or that the text names nobody. */
export function SpeakerLink({ speaker }: { speaker: Named | null }) {
  return speaker ? <PageLink to={speaker} folder="speakers" /> : <span class="faint">nobody named</span>
}

/** A date in words; nothing when it is unknown. */
export function DateText({ date }: { date: ShownDate }) {
  const words = dateWords(date)
  return words === null ? null : <time dateTime={isoDate(date) ?? undefined}>{words}</time>
}

/** An article by its title, with where and when it was published. */
export function ArticleCitation({ article }: { article: CitedArticle }) {
  const { id, title, site, publishedAt } = article
  return (
    <span class="citation">
      <PageLink to={{ id, name: title }} folder="articles" />
      {site && (
        <>
          {', '}
          <PageLink to={site} folder="sites" />
        </>
      )}
      {dateWords(publishedAt) && (
        <>
          {', '}
          <DateText date={publishedAt} />
        </>
      )}
    </span>
  )
}

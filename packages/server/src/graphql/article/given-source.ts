import { formatNamed } from '../../ingest/sources/formats.js'
import type { parseContent } from '../../ingest/sources/read-source.js'
import type { ExternalId, SourceArticle } from '../../ingest/sources/source-article.js'
import { SourceError } from '../../ingest/sources/source-error.js'
import { addressOf } from '../../ingest/store/resolve-site.js'
import { readArticlePatch } from '../../record/article/read-article-patch.js'
import { InputError } from '../../record/errors.js'
import { checkExternalId } from '../../record/write/external-ids.js'
import type { FuzzyDate } from '../../record/write/read-date.js'

/** What an input passes of an article. */
export interface GivenArticle {
  source: object
  name?: string | null | undefined
  externalId?: ExternalId | null | undefined
  path?: string | null | undefined
  title?: string | null | undefined
  url?: string | null | undefined
  publishedAt?: FuzzyDate | null | undefined
}

/**
 * Checks what an input passes of an article, as far as that can be said before its source is read.
 *
 * @throws InputError naming the field.
 */
export function readGiven(input: GivenArticle) {
  const [[form, content] = []] = Object.entries(input.source) as [string, string | null][]
  const format = formatNamed('field', form ?? '')
  const name = input.name ?? 'the source'
  if (input.externalId) checkExternalId(input.externalId, ['input', 'externalId'])
  if (!format || content == null) throw new InputError(['input', 'source'], 'pass one form of the source')
  const correct = correctionOf(input)
  const path = input.path ?? undefined
  return {
    /** Characters of the source. */
    length: content.length,
    /** Reads the source, with what the input says of it in place of what it says itself. @throws SourceError */
    read: async (parse: typeof parseContent) => correct(await parse({ content, name, format, path })),
    /** What a write has to answer when the source was refused; null for any other error. */
    refusal(error: unknown): InputError | null {
      if (!(error instanceof SourceError)) return null
      const message = error.source === undefined ? `${name}: ${error.message}` : error.message
      return new InputError(['input', error.code === 'CONFLICT' ? 'externalId' : 'source'], message)
    },
  }
}

/** Puts what a person says of an article in the place of what its source says. */
function correctionOf({ externalId, title, url, publishedAt }: GivenArticle) {
  const said = Object.entries({ title, url, publishedAt }).filter(([, value]) => value != null)
  const fields = readArticlePatch(Object.fromEntries(said), ['input'])
  return (source: SourceArticle): SourceArticle => {
    const corrected = { ...source, externalId: externalId ?? source.externalId }
    if (fields.title) Object.assign(corrected, { title: fields.title, titleIsFileName: false })
    if (fields.publishedAt) corrected.published = fields.publishedAt
    if (fields.url) {
      const address = addressOf(fields.url)
      const siteName = address.siteDomain === source.siteDomain ? source.siteName : null
      Object.assign(corrected, { url: fields.url, ...address, siteName })
    }
    return corrected
  }
}

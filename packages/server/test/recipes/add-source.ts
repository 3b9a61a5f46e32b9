import { normaliseText } from '../../src/ingest/sources/normalise-text.js'
import type { SourceArticle } from '../../src/ingest/sources/source-article.js'
import { textSource } from '../../src/ingest/sources/text-source.js'

// #region source
/** Takes the words of WebVTT captions as an article: https://www.w3.org/TR/webvtt1/ */
export function captionsSource(content: string, name: string): SourceArticle {
  const lines = normaliseText(content, name).split('\n')
  const words = lines.filter((line) => !/^(WEBVTT\b.*|\d+|[\d:.]+ --> .*)$/.test(line))
  return textSource(
    words
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    name,
  )
}
// #endregion

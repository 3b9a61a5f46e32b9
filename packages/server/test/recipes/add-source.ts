import type { Format } from '../../src/ingest/sources/formats.js'
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

export const CAPTIONS: Format = {
  name: 'captions',
  endings: ['.vtt'],
  mediaTypes: ['text/vtt'],
  field: 'captions',
  description: 'Captions in WebVTT: their words are taken, without numbers and times.',
  looksLike: (head) => /^WEBVTT\b/.test(head),
  declaresCharset: false,
  loadParser: async () => captionsSource,
}
// #endregion

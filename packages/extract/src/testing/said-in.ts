import type { Extraction, ExtractOptions } from '../types.js'

/** Makes a function that gives the statements of a text as "speaker: words", pieces joined by " | ". */
export const saidIn =
  (extract: (text: string, options: ExtractOptions) => Extraction, language: string) =>
  (...paragraphs: string[]): string[] => {
    const text = paragraphs.join('\n\n')
    return extract(text, { language }).statements.map(
      ({ speaker, mention, segments }) =>
        `${speaker ?? `(${mention})`}: ${segments.map((span) => text.slice(span.start, span.end)).join(' | ')}`,
    )
  }

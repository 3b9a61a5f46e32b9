import { basename, extname } from 'node:path'
import { type Extraction, extract } from '@onrecord/extract'
import { expandInputs } from '../ingest/expand-inputs.js'
import { extractionOptions } from '../ingest/extraction-options.js'
import { readSource, STANDARD_INPUT } from '../ingest/read-source.js'
import type { SourceDocument, SourceFormat } from '../ingest/source-document.js'
import { SourceError } from '../ingest/source-error.js'
import { EXIT } from './exit-codes.js'
import { createProgress } from './progress.js'

interface ExtractOptions {
  json?: true
  format?: SourceFormat
}

/** `onrecord extract`; gives the exit code. */
export async function runExtract(sources: string[], options: ExtractOptions): Promise<number> {
  const { inputs, errors } = await expandInputs(sources)
  const progress = createProgress(inputs.length)
  let failed = 0
  const fail = (error: unknown) => {
    if (!(error instanceof SourceError)) throw error
    failed++
    process.stderr.write(`onrecord: ${error.message}\n`)
  }
  errors.forEach(fail)
  try {
    for (const input of inputs) {
      progress.next(input)
      try {
        const document = await readSource(input, { format: options.format })
        const extraction = extract(document.text, extractionOptions(document))
        const lines = options.json
          ? [JSON.stringify(documentJson(input, document, extraction))]
          : documentLines(input, document, extraction)
        for (const line of lines) progress.line(line)
      } catch (error) {
        fail(error)
      }
    }
  } finally {
    progress.stop()
  }
  return failed > 0 ? EXIT.failed : EXIT.done
}

function documentJson(input: string, document: SourceDocument, extraction: Extraction): object {
  const docId = input === STANDARD_INPUT ? 'stdin' : basename(input, extname(input))
  const { title, url, language, authors, published, text } = document
  return { docId, ...extraction, title, url, language, authors, published: published?.edtf ?? null, text }
}

function documentLines(input: string, { title, text }: SourceDocument, { statements }: Extraction): string[] {
  return [
    `${title}  (${input})`,
    ...statements.map(({ start, end, kind, speaker, mention, cue, segments }) => {
      const words = segments.map((segment) => text.slice(segment.start, segment.end)).join(' […] ')
      const who = speaker ?? mention ?? 'nobody named'
      return `  ${start}–${end}  ${kind.padEnd(8)}  ${who}${cue ? ` (${cue})` : ''}: ${words.replace(/\s+/g, ' ')}`
    }),
    '',
  ]
}

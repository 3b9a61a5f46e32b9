import { basename, extname } from 'node:path'
import type { Extraction } from '@onrecord/extract'
import type { ExtractedArticle } from '@onrecord/web/extraction'
import { createExtractor } from '../ingest/extractor/create-extractor.js'
import { ruleExtractor } from '../ingest/extractor/rule-extractor.js'
import { runExtractor } from '../ingest/extractor/run-extractor.js'
import { expandInputs } from '../ingest/sources/expand-inputs.js'
import { parseContent, STANDARD_INPUT } from '../ingest/sources/read-source.js'
import type { SourceArticle, SourceFormat } from '../ingest/sources/source-article.js'
import { extractionOptions } from '../ingest/store/extraction-options.js'
import { EXIT } from './exit-codes.js'
import { languageNote } from './language-note.js'
import { checkPageFile, GENERATOR, writeOutputFile } from './output-file.js'
import { plural, polarityColumn, printLine, printText, tell } from './print.js'
import { createProgress } from './progress.js'
import { settingsOf } from './settings.js'
import { contentsOf, failureOf, warningsJson, warnOf } from './take-in.js'
import { tellLeftOut } from './tell-left-out.js'
import { warnOfDropped } from './warn-of-dropped.js'

interface ExtractOptions {
  json?: true
  /** The file that the page is written to; true and "-" mean standard output. */
  html?: true | string
  format?: SourceFormat
  extractor?: string
}

/** Runs `onrecord extract`. @returns the exit code. */
export async function runExtract(sources: string[], options: ExtractOptions): Promise<number> {
  const extractor = createExtractor(settingsOf(options), ruleExtractor, warnOfDropped)
  const file = typeof options.html === 'string' && options.html !== '-' ? options.html : null
  if (file !== null) checkPageFile(file)
  const { inputs, errors, leftOut } = await expandInputs(sources)
  const progress = await createProgress(inputs.length)
  const articles: ExtractedArticle[] = []
  let failed = 0
  const fail = (source: string | undefined, { code, message }: { code: string; message: string }) => {
    failed++
    tell(message)
    if (options.json && source !== undefined)
      progress.line(JSON.stringify({ docId: docIdOf(source), source, error: { code, message } }))
  }
  for (const error of errors) fail(error.source, error)
  tellLeftOut(leftOut)
  try {
    for (const input of inputs) {
      progress.next(input)
      for await (const [name, content] of contentsOf(input, options.format)) {
        try {
          if (content instanceof Error) throw content
          warnOf(name, content)
          const source = await parseContent(content)
          const extraction = await runExtractor(extractor, source.text, extractionOptions(source))
          if (options.html) articles.push({ ...source, source: name, extraction })
          else if (options.json)
            progress.line(
              JSON.stringify({ ...sourceJson(name, source, extraction), ...warningsJson(content.warnings) }),
            )
          else for (const line of sourceLines(name, source, extraction)) progress.line(line)
        } catch (error) {
          fail(name, failureOf(name, error))
        }
      }
    }
  } finally {
    progress.stop()
  }
  if (articles.length > 0) await showPage(articles, file)
  return failed > 0 ? EXIT.failed : EXIT.done
}

async function showPage(articles: readonly ExtractedArticle[], file: string | null): Promise<void> {
  const { extractionPage } = await import('@onrecord/web/extraction')
  const page = extractionPage(articles, GENERATOR)
  if (file === null) {
    printText(page)
    return
  }
  writeOutputFile(file, page)
  const statements = articles.reduce((sum, { extraction }) => sum + extraction.statements.length, 0)
  printLine(`${file}: ${plural(articles.length, 'article')}, ${plural(statements, 'statement')}`)
}

const docIdOf = (input: string) => (input === STANDARD_INPUT ? 'stdin' : basename(input, extname(input)))

function sourceJson(input: string, source: SourceArticle, extraction: Extraction): object {
  const { title, url, language, authors, published, text } = source
  const docId = docIdOf(input)
  return { docId, ...extraction, title, url, language, authors, published: published?.edtf ?? null, text }
}

function sourceLines(input: string, { title, text }: SourceArticle, extraction: Extraction): string[] {
  const note = languageNote(extraction.language, extraction.coverage)
  return [
    `${title}  (${input})`,
    ...(note ? [`  ${note}`] : []),
    ...extraction.statements.map(({ start, end, kind, polarity, speaker, mention, cue, segments }) => {
      const words = segments.map((segment) => text.slice(segment.start, segment.end)).join(' […] ')
      const who = speaker ?? mention ?? 'nobody named'
      return `  ${start}–${end}  ${kind.padEnd(8)}  ${polarityColumn(polarity)}${who}${cue ? ` (${cue})` : ''}: ${words.replace(/\s+/g, ' ')}`
    }),
    '',
  ]
}

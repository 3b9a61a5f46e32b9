import type { ExtractOptions } from '@onrecord/extract'
import { extractText } from '../extractor/extract-text.js'
import { ruleExtractor } from '../extractor/rule-extractor.js'
import { parseContent } from '../sources/read-source.js'

/** The work that a thread does, by name. Arguments and results are copied between the threads. */
export const THREAD_WORK = {
  parse: parseContent,
  extract: (text: string, options: ExtractOptions) => extractText(ruleExtractor, text, options),
}

export type ThreadWork = typeof THREAD_WORK

/** A message to a thread: what it is to do. */
export interface Task<Name extends keyof ThreadWork = keyof ThreadWork> {
  name: Name
  args: Parameters<ThreadWork[Name]>
}

/** A message from a thread: what came of a task. */
export type TaskOutcome = { result: unknown } | { error: SentError }

/** An error in a form that can be sent: its class by name, and the values that its constructor takes. */
export interface SentError {
  type: 'SourceError' | 'ExtractorError' | 'Error'
  message: string
  code?: string
  source?: string | undefined
  stack?: string | undefined
}

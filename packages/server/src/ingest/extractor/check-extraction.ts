import type { Extraction, Span, StatementDraft } from '@onrecord/extract'
import { extractionShape } from './extraction-shape.js'
import { ExtractorError } from './extractor-error.js'

/**
 * Checks that an extraction has the right form and fits the text: every span lies inside the text and cuts no character,
 * words stand at their offsets, segments are in order, and the speakers and topics of drafts are listed.
 *
 * @returns the extraction; statements without a polarity are affirmed.
 * @throws ExtractorError INVALID_EXTRACTION. The message names the first thing that is wrong, and its path.
 */
export function checkExtraction(text: string, extraction: unknown): Extraction {
  const { success, data, error } = extractionShape.safeParse(extraction)
  if (!success) {
    const [issue] = error.issues
    refuse(pathOf(issue?.path ?? []), issue?.message ?? 'is wrong')
  }
  const checked = data as Extraction
  const { statements, speakers, topics, segments } = checked
  checkSegments(text, segments)
  const names = unique(
    speakers.map(({ name }) => name),
    'speakers',
  )
  const slugs = unique(
    topics.map(({ slug }) => slug),
    'topics',
  )
  for (const [list, drafts] of Object.entries({ speakers, topics })) {
    for (const [index, { mentions }] of drafts.entries()) {
      for (const [at, mention] of mentions.entries()) {
        checkSpan(text, mention, `${list}[${index}].mentions[${at}]`)
      }
    }
  }
  for (const [index, statement] of statements.entries()) {
    const path = `statements[${index}]`
    checkWords(text, statement, path)
    checkMention(text, statement, path)
    checkAlterations(statement, path)
    const { within } = statement
    if (within !== null && !surrounds(statements[within], statement)) {
      refuse(`${path}.within`, 'is no statement that it stands inside of')
    }
    if (statement.speaker !== null && !names.has(statement.speaker)) {
      refuse(`${path}.speaker`, 'is none of the speakers')
    }
    const unlisted = statement.coSpeakers?.findIndex((name) => !names.has(name)) ?? -1
    if (unlisted >= 0) refuse(`${path}.coSpeakers[${unlisted}]`, 'is none of the speakers')
    const stray = statement.topics.findIndex((slug) => !slugs.has(slug))
    if (stray >= 0) refuse(`${path}.topics[${stray}]`, 'is none of the topics')
    if (index > 0 && statement.start < (statements[index - 1]?.start ?? 0)) {
      refuse(path, 'starts before the statement before it')
    }
  }
  return checked
}

/** Checks that segments are in order, with nothing but white space between them. */
function checkSegments(text: string, segments: readonly Span[]): void {
  let end = 0
  for (const [index, segment] of segments.entries()) {
    const path = `segments[${index}]`
    checkSpan(text, segment, path)
    if (segment.start < end) refuse(path, 'overlaps the segment before it')
    if (/\S/.test(text.slice(end, segment.start))) refuse(path, `leaves out words of the text before it`)
    end = segment.end
  }
  if (/\S/.test(text.slice(end))) refuse('segments', `leave out the text from ${end} on`)
}

function checkWords(text: string, statement: StatementDraft, path: string): void {
  const segments: readonly (Span & { words?: string })[] = statement.segments
  let before: Span | undefined
  for (const [index, segment] of segments.entries()) {
    const at = `${path}.segments[${index}]`
    checkSpan(text, segment, at)
    const words = text.slice(segment.start, segment.end)
    if (segment.words !== undefined && segment.words !== words) {
      refuse(at, 'has other words than the text at its offsets: count UTF-16 code units')
    }
    if (words.trim() !== words) refuse(at, 'begins or ends with white space')
    if (before && segment.start < before.end) refuse(at, 'overlaps the segment before it')
    before = segment
  }
  if (statement.start !== segments[0]?.start || statement.end !== before?.end) {
    refuse(path, 'does not start and end where its segments do')
  }
}

/** Checks that alterations lie inside the segments. */
function checkAlterations({ alterations, segments }: StatementDraft, path: string): void {
  for (const [index, { start, end }] of alterations.entries()) {
    const inside = segments.some((segment) => segment.start <= start && start < end && end <= segment.end)
    if (!inside) refuse(`${path}.alterations[${index}]`, 'is not inside of its words')
  }
}

/** Whether a statement stands around another one and is longer, so that no chain of statements leads back to itself. */
const surrounds = (outer: Span | undefined, inner: Span) =>
  outer !== undefined &&
  outer.start <= inner.start &&
  inner.end <= outer.end &&
  outer.end - outer.start > inner.end - inner.start

function checkMention(text: string, { source, mention }: StatementDraft, path: string): void {
  if (source === null) {
    if (mention !== null) refuse(`${path}.source`, 'is null, and its mention is not')
    return
  }
  checkSpan(text, source, `${path}.source`)
  if (text.slice(source.start, source.end) !== mention) {
    refuse(`${path}.mention`, 'has other words than the text at its source')
  }
}

function checkSpan(text: string, { start, end }: Span, path: string): void {
  if (end > text.length) refuse(path, `ends at ${end}, and the text at ${text.length}`)
  if (start >= end) refuse(path, 'is empty')
  if (splitsPair(text, start) || splitsPair(text, end)) refuse(path, 'cuts a surrogate pair in two')
}

const splitsPair = (text: string, offset: number) =>
  offset > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1))

function unique(names: readonly string[], list: string): ReadonlySet<string> {
  const seen = new Set<string>()
  for (const [index, name] of names.entries()) {
    if (seen.has(name)) refuse(`${list}[${index}]`, 'is there twice')
    seen.add(name)
  }
  return seen
}

/** `statements[3].segments[0].start` */
const pathOf = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (all, key) =>
      typeof key === 'number' ? `${all}[${key}]` : all === '' ? String(key) : `${all}.${String(key)}`,
    '',
  ) || 'the whole'

function refuse(path: string, what: string): never {
  throw new ExtractorError(
    'INVALID_EXTRACTION',
    `the extractor gave what does not fit the text: ${path} ${what}`,
  )
}

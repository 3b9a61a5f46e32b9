import type { IngestStage, IngestStep } from '../../ingest/progress/ingest-progress.js'
import type { Transact } from '../../record/write/write.js'
import type { Context } from '../context.js'

/** Characters of a source from which on its steps are told. */
const LARGE = 20_000

/**
 * The parts of an ingest, each of which tells those who follow it when it begins.
 *
 * @param key the idempotency key by which it is followed; without one, nothing is told.
 * @param length the characters of the source.
 */
export function toldSteps(
  { progress, extractor, parse, keyId, viewer }: Context,
  key: string | null,
  length: number,
  transact: Transact,
) {
  const tell = (stage: IngestStage, facts?: Partial<IngestStep>) => {
    if (key !== null) progress.tell({ owner: keyId ?? viewer.name, key }, stage, facts)
  }
  const tellLarge = (stage: IngestStage) => {
    if (length >= LARGE) tell(stage)
  }
  return {
    /** Tells how it ended, however large it is. */
    tell: (stage: 'DONE' | 'FAILED', facts: Partial<IngestStep>) => {
      if (stage === 'FAILED' || length >= LARGE) tell(stage, facts)
    },
    parse: ((content, ...more) => {
      tellLarge('READING')
      return parse(content, ...more)
    }) as Context['parse'],
    extractor: {
      ...extractor,
      extract: (...given: Parameters<typeof extractor.extract>) => {
        tellLarge('EXTRACTING')
        return extractor.extract(...given)
      },
    },
    store: ((work) => {
      tellLarge('STORING')
      return transact(work)
    }) as Transact,
  }
}

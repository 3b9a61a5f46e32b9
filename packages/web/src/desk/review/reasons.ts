import type { RejectionReasonInput } from '@onrecord/sdk'

/** Why a statement is rejected, in the order of the digits. */
export const REASONS: readonly { value: RejectionReasonInput; says: string }[] = [
  { value: 'NOT_SPEECH', says: 'nobody says or writes this' },
  { value: 'SCARE_QUOTE', says: 'marks around a term, not a quotation' },
  { value: 'TITLE_OF_WORK', says: 'the title of a work' },
  { value: 'BOILERPLATE', says: 'not a part of the article' },
  { value: 'WRONG_SPEAKER', says: 'the wrong speaker' },
  { value: 'WRONG_WORDS', says: 'begins or ends at the wrong place' },
  { value: 'DUPLICATE', says: 'the record has it already' },
  { value: 'OTHER', says: 'something else: say what' },
]

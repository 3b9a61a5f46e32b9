import { expect, it } from 'vitest'
import { changedParagraphs } from './changed-paragraphs.js'

it('gives the paragraphs that changed, and no others', () => {
  const before = 'One stays.\n\nTwo will change.\n\nThree goes.'
  const after = 'One stays.\n\nTwo has changed.\n\nFour comes.'
  const shown = changedParagraphs(before, after)?.map((parts) =>
    parts
      .map(({ fate, record, quotation }) => (fate === 'kept' ? quotation : `-${record} +${quotation}`))
      .join(' '),
  )
  expect(shown).toEqual(['Two -will change. +has changed.', '-Three goes. +Four comes.'])
  expect(changedParagraphs(after, after)).toEqual([])
})

it('gives up on long texts that have nothing in common', () => {
  const text = (seed: number) => Array.from({ length: 20_000 }, (_, at) => `p${seed} ${at}`).join('\n\n')
  expect(changedParagraphs(text(1), text(2))).toBeNull()
})

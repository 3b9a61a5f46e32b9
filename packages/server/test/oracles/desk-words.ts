const SENTENCES = [
  '“We sail at noon, whatever the weather may bring to this coast,” said Mara Lindt, the transport minister.',
  '“The quay is sound and will hold for a hundred years,” Lindt said on Tuesday.',
  '“No comment,” said Anselm Okafor.',
  '“Nobody was asked about the strike before the new budget was printed,” said Josefa Quill.',
  'Mara Lindt said that the tariffs on herring would fall.',
  '“We sail at noon, whatever the winter may bring to this coast,” said Mara Lindt.',
  '“I agree with Mara Lindt about the drinking water,” Okafor told reporters.',
  'It rained all day in Velm.',
]
export const SITES = ['gazette', 'courier', 'post']
export const DATES = ['2026-03-04', '2026-03-09', '2026-02']
export const NAMES = [
  'Mara Lindt',
  'M. Lindt',
  'Anselm Okafor',
  'Union of Sailors',
  'ANSELM OKAFOR',
  'J. Quill',
]
export const REASONS = ['SCARE_QUOTE', 'WRONG_WORDS', 'WRONG_SPEAKER', 'DUPLICATE']

/** Chooses one of some values by a number. */
export const among = <Value>(values: readonly Value[], index: number) =>
  values[index % values.length] as Value

/** Makes a text of the sentences that the bits of a number choose. Some numbers reverse them, or repeat one. */
export function body(bits: number): string {
  const some = SENTENCES.filter((_, index) => (bits >> index) & 1)
  if (bits % 5 === 0) some.reverse()
  if (bits % 11 === 0) some.push(some[0] ?? '')
  return some.join('\n\n') || 'Nothing was said.'
}

import { expect, it } from 'vitest'
import { extract } from '../extract.js'

it('opens a run, at a colon at the end of a paragraph, over the quoted paragraphs after it', () => {
  const text = [
    'On Monday Ada Moss wrote the following:',
    '“The pier is safe.”',
    '“The boats may come.”',
    'The council meets again in June, and the town hopes for a mild spring.',
    '“Nobody” knows.',
  ].join('\n\n')
  const { statements } = extract(text)
  expect(statements.map((s) => [s.speaker, text.slice(s.start, s.end), s.basis])).toEqual([
    ['Ada Moss', '“The pier is safe.”', 'INHERITED'],
    ['Ada Moss', '“The boats may come.”', 'INHERITED'],
  ])
})

it('goes on with a run in words of the reporter that quote again, when they name nobody', () => {
  const speakers = (line: string) =>
    extract(['Ada Moss said the following:', '“The pier is safe.”', line].join('\n\n')).statements.map(
      ({ speaker, kind }) => `${speaker} ${kind}`,
    )
  expect(speakers('The talks had been “frank, and in good faith”.')).toEqual([
    'Ada Moss DIRECT',
    'Ada Moss MIXED',
  ])
  expect(speakers('Ivo Hale had read “The Town by the Sea” again.')).toEqual(['Ada Moss DIRECT'])
})

it('lets whomever a paper quotes speak, not the paper', () => {
  for (const cue of ['Anil Rao was quoted by the Courier as saying', 'the Courier quoted Anil Rao as saying'])
    expect(extract(`“The fund is closed,” ${cue}.`).statements.map(({ speaker }) => speaker)).toEqual([
      'Anil Rao',
    ])
  expect(extract('The Courier quoted a poem about the closed fund.').statements).toEqual([])
})

it('takes a list of results for nobody’s turns', () => {
  const text = [
    'Ada Moss and Ivo Hale wait for the last box.',
    'Ada Moss: 1,204',
    'Ivo Hale: 988',
    'The council counts by hand, and takes its time.',
    'Ada Moss: 1,311 votes',
    'Ivo Hale: 1,002 votes',
  ].join('\n\n')
  expect(extract(text).statements).toEqual([])
})

import { expect, it } from 'vitest'
import { extract } from '../../extract.js'

/** The statements of a German text as "speaker: words", pieces joined by " | ". */
const said = (...paragraphs: string[]) => {
  const text = paragraphs.join('\n\n')
  return extract(text, { language: 'de-CH' }).statements.map(
    ({ speaker, mention, segments }) =>
      `${speaker ?? `(${mention})`}: ${segments.map((span) => text.slice(span.start, span.end)).join(' | ')}`,
  )
}

it('reads the verb after the words, in every kind of marks', () => {
  expect(said('„Der Pier ist sicher“, sagte Verkehrsministerin Ada Moss am Montag.')).toEqual([
    'Ada Moss: „Der Pier ist sicher“',
  ])
  expect(said('»Wir warten«, erklärte Ivo Hale.', '‚Gut‘, meinte Hale.')).toEqual([
    'Ivo Hale: »Wir warten«',
    'Ivo Hale: ‚Gut‘',
  ])
  expect(said('„Wir sind froh“, sagte Ada Moss, „und wir fahren.“')).toEqual([
    'Ada Moss: „Wir sind froh“ | „und wir fahren.“',
  ])
})

it('reads a colon before the words, with an apposition or an adverb in front', () => {
  expect(said('Ivo Hale, Bürgermeister von Ruhn, sagte: „Wir haben gewartet.“')).toEqual([
    'Ivo Hale: „Wir haben gewartet.“',
  ])
  expect(said('Am Dienstag schrieb Moss: „Die Fähren fahren wieder.“')).toEqual([
    'Moss: „Die Fähren fahren wieder.“',
  ])
  expect(said('Ada Moss: „Ja, das stimmt.“')).toEqual(['Ada Moss: „Ja, das stimmt.“'])
})

it('takes “so X” for a source, and a short name for its bearer', () => {
  expect(said('Die Ministerin Ada Moss kam am Montag.', '„Nun ist es so weit“, so Moss.')).toEqual([
    'Ada Moss: „Nun ist es so weit“',
  ])
})

it('tells pronouns by gender, and leaves offices and plurals without a name without one', () => {
  expect(
    said('Bürgermeisterin Ada Moss traf Herrn Hale.', '„Ich bin froh“, sagte sie. „Wer zahlt?“, fragte er.'),
  ).toEqual(['Ada Moss: „Ich bin froh“', 'Hale: „Wer zahlt?“'])
  expect(said('„So geht es nicht“, sagte der Sprecher der Hafenbehörde. „Nein!“, riefen sie.')).toEqual([
    '(der Sprecher der Hafenbehörde): „So geht es nicht“',
    '(sie): „Nein!“',
  ])
})

it('takes no scare quotes, no titles of works, nothing that the author says', () => {
  expect(said('Sie sprach von einem „guten Tag“ für die Stadt.')).toEqual([])
  expect(said('Das Buch „Der Alte Hafen“, sagte Moss, sei gut.')).toEqual([
    'Moss: Das Buch „Der Alte Hafen“ | sei gut',
  ])
  expect(said('„Ich habe es gesehen“, sagte ich.')).toEqual([])
})

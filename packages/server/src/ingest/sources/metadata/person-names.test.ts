import { describe, expect, it } from 'vitest'
import { organisationName, personNames } from './person-names.js'

const SITE = ['Quay News', 'quaynews.example', 'quaynews']

describe('personNames', () => {
  it.each([
    ['By Ida Berg', 'Ida Berg'],
    ['by Ida Berg, Jon Lund and Kim Post', 'Ida Berg, Jon Lund, Kim Post'],
    ['IDA BERG & JON LUND', 'IDA BERG, JON LUND'],
    ['Written by Ida Berg | Quay News', 'Ida Berg'],
    ['View all posts by Ida Berg', 'Ida Berg'],
    ['Ida Berg, Political Editor', 'Ida Berg'],
    ['Ida Berg, Staff Writer', 'Ida Berg'],
    ['Ida Berg (Senior Reporter)', 'Ida Berg'],
    ['By Ida Berg for Quay News', 'Ida Berg'],
    ['By Ida Berg and Jon Lund, Quay News', 'Ida Berg, Jon Lund'],
    ['By Ida Berg\nPublished 3 March 2026', 'Ida Berg'],
    ['Ida Berg 3 March 2026, 10:15', 'Ida Berg'],
    ['Ida Berg @idaberg', 'Ida Berg'],
    ['Ida Berg <ida@quaynews.example>', 'Ida Berg'],
    ['Ida Berg • Follow', 'Ida Berg'],
    ['By Ada Writer', 'Ada Writer'],
    ['Dr. Ida Berg, PhD', 'Ida Berg'],
    ['Ida Berg, Jon Lund, Jr.', 'Ida Berg, Jon Lund Jr.'],
    ['Berg, Ida', 'Ida Berg'],
    ['Von Ida Berg, Wien', 'Ida Berg'],
    ['Ein Gastbeitrag von Ida Berg und Jon Lund', 'Ida Berg, Jon Lund'],
    ['Interview: Ida Berg', 'Ida Berg'],
    ['Par Ida Berg et Jean-Luc Le Goff', 'Ida Berg, Jean-Luc Le Goff'],
    ['Por Ana Ruiz y Luis Ortega', 'Ana Ruiz, Luis Ortega'],
    ['José Ortega y Gasset', 'José Ortega y Gasset'],
    ["Siobhán O'Neill; Ludwig van der Berg", "Siobhán O'Neill, Ludwig van der Berg"],
    ['Ida &amp; Jon Berg', 'Jon Berg'],
    ['<a href="/ida">Ida Berg</a>', 'Ida Berg'],
    ['山田 太郎', '山田 太郎'],
    ['Ida', 'Ida'],
  ])('reads %j', (value, names) => expect(personNames(value, SITE).join(', ')).toBe(names))

  it.each([
    'Quay News',
    'quaynews.example',
    'Staff Writer',
    'Sports Editor',
    'Reporter',
    'admin',
    'idaberg92',
    '@idaberg',
    'ida@quaynews.example',
    'https://quaynews.example/ida',
    'By the editorial team',
    'News Desk',
    'Reuters',
    '3 March 2026',
    'NOVEMBER',
    '',
  ])('finds no person in %j', (value) => expect(personNames(value, SITE)).toEqual([]))

  it('wants two words in a line that may be no byline', () => {
    expect(personNames('By Berlin', SITE, true)).toEqual([])
    expect(personNames('By Ida Berg', SITE, true)).toEqual(['Ida Berg'])
  })

  it.each(['Ida Berg, ', 'by ', 'A ', '- ', 'Ida-'])(
    'takes linear time for many %j',
    { retry: 2 },
    (part) => {
      const started = performance.now()
      personNames(part.repeat(100_000), SITE)
      expect(performance.now() - started).toBeLessThan(2000)
    },
  )
})

it('takes an agency for an author, but not the site or a desk', () => {
  expect(organisationName('Reuters', SITE)).toBe('Reuters')
  expect(organisationName('The Associated Press', SITE)).toBe('The Associated Press')
  for (const name of ['Quay News', 'Quay News Sport', 'quaynews.example', 'Editorial Team', 'admin', ''])
    expect(organisationName(name, SITE)).toBeNull()
})

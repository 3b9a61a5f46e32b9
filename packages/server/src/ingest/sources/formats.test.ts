import { expect, it } from 'vitest'
import { ALL_FORMATS, formatOfFile } from './formats.js'

it('no two formats share a name, a field, an ending or a media type', () => {
  const facts = ALL_FORMATS.flatMap(({ name, field, endings, mediaTypes }) => [
    `name ${name}`,
    `field ${field}`,
    ...endings,
    ...mediaTypes,
  ])
  expect(new Set(facts).size).toBe(facts.length)
  expect(facts.filter((fact) => !/^(name|field) /.test(fact) && fact !== fact.toLowerCase())).toEqual([])
})

it.each([
  ['a/STORY.TXT', 'TEXT'],
  ['story.text', 'TEXT'],
  ['story.markdown', 'MARKDOWN'],
  ['story.xhtml', 'HTML'],
  ['story.pdf', undefined],
  ['story', undefined],
])('the format of a file named %s is %s', (name, format) => expect(formatOfFile(name)).toBe(format))

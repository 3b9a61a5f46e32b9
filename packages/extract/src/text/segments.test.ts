import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const kinds = (text: string) => extract(text).segments.map((segment) => segment.kind)
const BODY = 'The pier of Ruhn holds, as it has for ninety years and more, and the town is glad.'

it.each([
  'Share this article',
  'Sign up for our newsletter and never miss a story.',
  'Copyright 2031 Ruhn Gazette.',
  'Contact the reporter: ivo@example.org',
  'Email this story',
  'Follow us on Twitter',
  'Read the rest here.',
  'Related: The storm of last year',
  'My new book is out in paperback:',
  'You are commenting using your account.',
  'https://example.org/pier',
  '* * *',
])('takes for boilerplate: %s', (line) => {
  expect(kinds(`Pier Holds\n\n${BODY}\n\n${line}`)).toEqual(['TITLE', 'BODY', 'BOILERPLATE'])
})

it('takes a line without a sentence for a heading, but no quotation', () => {
  expect(kinds(`Pier Holds\n\n${BODY}\n\nA Last Word\n\n“It holds”\n\n${BODY}`)).toEqual([
    'TITLE',
    'BODY',
    'HEADING',
    'BODY',
    'BODY',
  ])
})

it('takes a short quotation that no mark ends for a heading, after words of the reporter', () => {
  const kindOf = (line: string) => kinds(`Pier Holds\n\n${BODY}\n\n${line}\n\n${BODY}`)[2]
  expect(kindOf('“Ask the gulls”')).toBe('HEADING')
  expect(kindOf('“Ask the gulls.”')).toBe('BODY')
})

it('gives a text of one paragraph no title', () => {
  expect(kinds('The pier holds')).not.toContain('TITLE')
  expect(kinds('“It holds,” Ada Moss said')).toEqual(['BODY'])
})

it('takes what follows a comment form for boilerplate until the article resumes', () => {
  expect(kinds(`Pier Holds\n\n${BODY}\n\nLeave a Reply\n\nTom\n\n“I was there,” Tom said.`)).toEqual([
    'TITLE',
    'BODY',
    'BOILERPLATE',
    'BOILERPLATE',
    'BOILERPLATE',
  ])
})

it('ends a list of other articles where sentences begin, and an advertisement with its line', () => {
  const page = [
    'Pier Holds',
    BODY,
    'Related articles',
    'Storm Breaks Pier',
    'Town meets',
    BODY,
    'Advertisement',
    'It holds.',
  ]
  expect(kinds(page.join('\n\n'))).toEqual([
    'TITLE',
    'BODY',
    'BOILERPLATE',
    'BOILERPLATE',
    'BOILERPLATE',
    'BODY',
    'BOILERPLATE',
    'BODY',
  ])
})

import { describe, expect, it } from 'vitest'
import { xmlFaults } from '../harness/xml-faults.js'

const ID = '<id>urn:uuid:6a0e0c43-3f1e-4f0b-9c57-0d6a3a1f2b11</id>'
const TITLE = '<title>Said</title>'
const UPDATED = '<updated>2026-03-02T10:30:00Z</updated>'
const AUTHOR = '<author><name>Ada Moss</name></author>'
const LINK = '<link href="https://record.example/"/>'
const CONTENT = '<content type="text">We sail at noon.</content>'
const ENTRY = `<entry>${ID}${TITLE}${UPDATED}${CONTENT}</entry>`

const feed = (...parts: string[]) => `<feed xmlns="http://www.w3.org/2005/Atom">${parts.join('')}</feed>`
const entry = (...parts: string[]) => feed(ID, TITLE, UPDATED, AUTHOR, `<entry>${parts.join('')}</entry>`)

describe('the grammar of feeds', () => {
  it.each([
    ['an empty feed', feed(ID, TITLE, UPDATED, AUTHOR)],
    ['parts in any order', feed(ENTRY, UPDATED, LINK, ENTRY, AUTHOR, TITLE, '<subtitle/>', ID)],
    ['an entry with an author of its own', entry(ID, TITLE, UPDATED, CONTENT, AUTHOR)],
    ['links before and behind', entry(LINK, LINK, ID, TITLE, CONTENT, UPDATED)],
    ['an entry with a link in place of content', entry(ID, TITLE, UPDATED, LINK)],
    ['one with several links', entry(LINK.replace('href', 'rel="self" href'), ID, LINK, TITLE, UPDATED)],
    [
      'a time with an offset',
      feed(ID, TITLE, '<updated>2026-03-02T10:30:00.25+01:00</updated>', AUTHOR, ENTRY),
    ],
  ])('takes %s', (_name, xml) => {
    expect(xmlFaults(xml, 'atom')).toEqual([])
  })

  it.each([
    ['no id', feed(TITLE, UPDATED, AUTHOR)],
    ['an id that is no address', feed('<id>statements</id>', TITLE, UPDATED, AUTHOR)],
    ['an id with a space', feed('<id>urn:uuid: 1</id>', TITLE, UPDATED, AUTHOR)],
    ['no time', feed(ID, TITLE, AUTHOR)],
    ['two titles', feed(ID, TITLE, TITLE, UPDATED, AUTHOR)],
    ['a day as its time', feed(ID, TITLE, '<updated>2026-03-02</updated>', AUTHOR)],
    ['a time without offset', feed(ID, TITLE, '<updated>2026-03-02T10:30:00</updated>', AUTHOR)],
    ['a time that never was', feed(ID, TITLE, '<updated>2026-02-30T10:30:00Z</updated>', AUTHOR)],
    ['a time in words', feed(ID, TITLE, '<updated>Mon, 02 Mar 2026 10:30:00 GMT</updated>', AUTHOR)],
    ['a feed of nobody', feed(ID, TITLE, UPDATED)],
    ['an author without a name', feed(ID, TITLE, UPDATED, '<author><name> </name></author>')],
    ['a link that leads nowhere', feed(ID, TITLE, UPDATED, AUTHOR, '<link rel="self"/>')],
    ['a link with signs of no address', feed(ID, TITLE, UPDATED, AUTHOR, '<link href="/a b"/>')],
    ['an element that is unknown', feed(ID, TITLE, UPDATED, AUTHOR, '<description/>')],
    ['an entry without id', entry(TITLE, UPDATED, CONTENT)],
    ['an entry with two times', entry(ID, TITLE, UPDATED, UPDATED, CONTENT)],
    ['an entry without content and link', entry(ID, TITLE, UPDATED)],
    [
      'an entry with no link to itself',
      entry(ID, TITLE, UPDATED, LINK.replace('href', 'rel="related" href')),
    ],
    ['content of an unknown type', entry(ID, TITLE, UPDATED, '<content type="plain">x</content>')],
    ['a character that XML cannot write', feed(ID, '<title>\u0001</title>', UPDATED, AUTHOR)],
    ['another root', ENTRY],
  ])('refuses %s', (_name, xml) => {
    expect(xmlFaults(xml, 'atom')).not.toEqual([])
  })
})

const map = (root: string, ...parts: string[]) =>
  `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${parts.join('')}</${root}>`
const LOC = '<loc>https://record.example/speakers/s%C3%B8ren</loc>'

describe('the grammar of sitemaps', () => {
  it.each([
    ['addresses', map('urlset', `<url>${LOC}</url>`, `<url>${LOC}</url>`)],
    [
      'what is told of one',
      map(
        'urlset',
        `<url><priority>0.5</priority>${LOC}<lastmod>2026-03</lastmod><changefreq>daily</changefreq></url>`,
      ),
    ],
    ['an index', map('sitemapindex', `<sitemap>${LOC}<lastmod>2026-03-02T10:30:00Z</lastmod></sitemap>`)],
  ])('takes %s', (_name, xml) => {
    expect(xmlFaults(xml, 'sitemap')).toEqual([])
  })

  it.each([
    ['an empty sitemap', map('urlset')],
    ['an empty index', map('sitemapindex')],
    ['no address', map('urlset', '<url/>')],
    ['two addresses in one', map('urlset', `<url>${LOC}${LOC}</url>`)],
    ['a path alone', map('urlset', '<url><loc>/speakers</loc></url>')],
    ['a letter that is not escaped', map('urlset', `<url>${LOC.replace('%C3%B8', 'ø')}</url>`)],
    ['a long address', map('urlset', `<url><loc>https://a.example/${'a'.repeat(2_048)}</loc></url>`)],
    ['a day in words', map('urlset', `<url>${LOC}<lastmod>today</lastmod></url>`)],
    ['a weight above one', map('urlset', `<url>${LOC}<priority>1.1</priority></url>`)],
    ['addresses in an index', map('sitemapindex', `<url>${LOC}</url>`)],
    ['no namespace', '<urlset><url><loc>https://a.example/</loc></url></urlset>'],
  ])('refuses %s', (_name, xml) => {
    expect(xmlFaults(xml, 'sitemap')).not.toEqual([])
  })
})

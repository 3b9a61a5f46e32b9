import { describe, expect, it } from 'vitest'
import { kindOfFiles, refuseByContent, refuseByName } from './not-articles.js'
import { SourceError } from './source-error.js'

const refused = (work: () => void): string | null => {
  try {
    work()
    return null
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return `${error.code} ${error.message}`
  }
}

const OTHERS: [kind: string, content: string][] = [
  [
    'a feed',
    '<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0"><channel><title>Ferry news</title></channel></rss>',
  ],
  [
    'a feed',
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>“We sail,” said Lindt</title></entry></feed>',
  ],
  ['a feed', '{"version": "https://jsonfeed.org/version/1.1", "items": []}'],
  ['a sitemap', '<?xml version="1.0"?><urlset><url><loc>https://post.example/</loc></url></urlset>'],
  ['a sitemap', '<?xml version="1.0"?>\n<?xml-stylesheet href="s.xsl"?>\n<sitemapindex></sitemapindex>'],
  ['a sitemap', '<urlset xmlns="https://www.sitemaps.org/schemas/sitemap/0.9"></urlset>'],
  ['captions', '1\n00:00:01,000 --> 00:00:04,000\n“We sail at noon,” said Mara Lindt.\n'],
  ['captions', 'WEBVTT\n\n00:01.000 --> 00:04.000\nWe sail at noon.\n'],
  ['captions', '00:00:01.000,00:00:04.000\nWe sail at noon.\n'],
  ['captions', '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body/></tt>'],
  ['XML', '<?xml version="1.0"?>\n<nitf><body><p>We sail.</p></body></nitf>'],
  ['XML', '<?xml version="1.0"?><opml version="2.0"><body/></opml>'],
  ['XML', '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE plist><plist><dict/></plist>'],
  [
    'a web archive (MHT)',
    'From: <Saved by Blink>\nSnapshot-Content-Location: https://post.example/a\nSubject: Talks\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html"\n\n--x',
  ],
  [
    'a web archive (MHT)',
    'From: "Saved by a browser"\nSubject: Talks\nDate: Tue, 3 Mar 2026 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x',
  ],
  [
    'a web archive (MHT)',
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\nX-Saved-By: a tool\n\n--b',
  ],
  ['a web archive (WARC)', 'WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK'],
  [
    'a mail',
    'From: Mara Lindt <mara@post.example>\nTo: desk@post.example\nSubject: Ferry\nDate: Tue, 3 Mar 2026\n\n“We sail,” said Lindt.',
  ],
  ['a mail', 'Return-Path: <a@b.example>\nReceived: from b.example\n by c.example\nSubject: Hello\n\nText'],
  ['a mail', 'Delivered-To: desk@post.example\nMessage-ID: <1@post.example>\nSubject: Talks\n\nText'],
  ['a mailbox', 'From mara@post.example Tue Mar  3 10:00:00 2026\nReturn-Path: <mara@post.example>\n\nText'],
  ['JSON Lines', '{"id":1,"text":"We sail."}\n{"id":2,"text":"We stay."}\n'],
  ['JSON', '{\n  "title": "Ferry",\n  "body": "“We sail,” said Lindt."\n}'],
  ['JSON', '[{"text": "We sail."}'],
  ['JSON', '["We sail.", "We stay."]'],
  ['JSON', '{}'],
  [
    'a table',
    'name,said,date\nLindt,"We sail, at noon",2026-03-03\nOkafor,"The quay\nis sound",2026-03-04\nRao,Yes,2026-03-05\n',
  ],
  ['a table', 'name\tsaid\nLindt\tWe sail.\nOkafor\tThe quay is sound.\n'],
  ['a table', 'Name;Ort;Tag\nLindt;Velm;3\nOkafor;Velm;4\n'],
  ['a PDF', '%PDF-1.7 …'],
  ['an office document', '{\\rtf1\\ansi We sail.}'],
  ['an image', '<svg xmlns="http://www.w3.org/2000/svg"><text>We sail</text></svg>'],
  ['a calendar or contact file', 'BEGIN:VCALENDAR\nVERSION:2.0\n'],
  ['an answer of a web server with its header', 'HTTP/2 200\ncontent-type: text/html\n\n<html></html>'],
]

describe('refuseByContent', () => {
  it.each(OTHERS)('takes for %s: %.50j', (kind, content) => {
    const message = refused(() => refuseByContent(`\n ${content}`, 'in.txt'))
    expect(message).toMatch(/^NOT_AN_ARTICLE in\.txt: is .+, not an article: [^:]{10,}/)
    expect(message).toContain(`is ${kind}, not`)
  })

  it.each([
    'Ferry to sail\n\n“We sail at noon,” said Mara Lindt.\n',
    '[Updated] The ferry sails\n\n“We sail,” said Lindt.',
    '{The editor’s note} The ferry sails.',
    '---\ntitle: Ferry\nauthor: Lindt\n---\n\nWe sail.\n',
    'From: the harbour\n\n“We sail,” said Lindt.',
    'Subject: ferries\nDate: today\nAll: aboard\n\nWe sail.',
    'Lindt: We sail at noon.\nOkafor: The quay is sound.\nLindt: Good, then.\n',
    '12:30 The ferry sails\n12:40 Lindt says “good”\n12:50 It stops\n',
    'Late, wet, cold.\nBut, said Lindt, fine.\nSo, said Okafor, we go.\n',
    'Boats; crews; quays.\nShips; men; women.\nRain; wind; snow.\n',
    '1\n\nWe sail at noon, said Lindt.\n\n2\n\nThe quay is sound.',
    '<!doctype html><html><head><title>Feed</title></head><body><p>An rss feed is XML.</p></body></html>',
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "x"><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
    '<article><p>We sail.</p></article>',
    '# Ferry\n\n| name | said |\n| --- | --- |\n| Lindt | We sail |\n',
    'WEBVTTS are late\n\nSo says Lindt.',
    'HTTP is old\n\nSo says Lindt.',
  ])('takes for an article: %.50j', (content) => {
    expect(refused(() => refuseByContent(content, 'in.txt'))).toBeNull()
  })

  it.each([
    '{"a":'.repeat(50_000),
    '['.repeat(300_000),
    '<!--'.repeat(100_000),
    '"'.repeat(300_000),
    '<?x '.repeat(100_000),
    'A: b\n'.repeat(90_000),
    ',"\n'.repeat(90_000),
  ])('takes little time for %.10j …', { retry: 2 }, (content) => {
    const started = performance.now()
    refused(() => refuseByContent(content, 'in.txt'))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('refuseByName', () => {
  it.each([
    'feed.rss',
    'a.csv',
    'b.TSV',
    'mail.eml',
    'page.mht',
    'x.warc',
    'c.srt',
    'd.vtt',
    'e.pdf',
    'f.docx',
    'g.png',
    'h.zip',
    'i.json',
    'j.xml',
  ])('refuses %s', (name) => {
    expect(refused(() => refuseByName(name))).toMatch(/^NOT_AN_ARTICLE .+: is .+, not an article: /)
  })

  it.each(['a.txt', 'b', 'c.story', 'v1.2', 'json'])('says nothing of %s', (name) => {
    expect(refused(() => refuseByName(name))).toBeNull()
  })

  it('counts files by kind', () => {
    expect(['a.pdf', 'b.PDF', 'c.jpg', 'd.rss', 'e.unknown'].map(kindOfFiles)).toEqual([
      ...['PDFs', 'PDFs', 'images', 'feeds', 'other files'],
    ])
  })
})

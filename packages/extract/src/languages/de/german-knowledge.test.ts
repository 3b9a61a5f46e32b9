import { describe, expect, it } from 'vitest'
import { extract, topicList } from '../../extract.js'
import { german } from './german.js'

const read = (text: string) => extract(text, { language: 'de', publishedAt: '2021-01-27' })
const first = (text: string) => read(text).statements[0]

describe('reading German offices', () => {
  it.each([
    ['„Der Pier ist sicher“, sagte Verkehrsministerin Ada Moss.', 'Ada Moss', 'Verkehrsministerin'],
    ['„Der Pier ist sicher“, sagte Bürgermeister Dr. Ivo Hale.', 'Ivo Hale', 'Bürgermeister Dr.'],
    ['„Der Pier ist sicher“, sagte Frau Moss.', 'Moss', null],
    ['Hafenmeisterin Ada Moss sagte: „Der Pier ist sicher.“', 'Ada Moss', 'Hafenmeisterin'],
  ])('finds the office of: %s', (text, name, role) =>
    expect(read(text).speakers).toMatchObject([{ name, role, kind: 'PERSON' }]),
  )

  it('takes an office alone for whoever holds it', () => {
    const text = [
      'Die Verkehrsministerin Ada Moss und der Bürgermeister Ivo Hale kamen.',
      '„Der Pier ist sicher“, sagte die Verkehrsministerin.',
      '„Wer zahlt?“, fragte der Bürgermeister.',
    ]
    const speakers = read(text.join('\n\n')).statements.map(({ speaker }) => speaker)
    expect(speakers).toEqual(['Ada Moss', 'Ivo Hale'])
  })

  it('gives an office alone to nobody when nobody of the text holds it', () => {
    const text = 'Die Hafenmeisterin Ada Moss kam.\n\n„Der Pier ist sicher“, sagte der Bürgermeister.'
    expect(first(text)).toMatchObject({ speaker: null, mention: 'der Bürgermeister' })
  })
})

describe('reading German names', () => {
  it('keeps particles, and leaves out whoever is told', () => {
    const text = '„Ja“, sagte Ursula von der Heide. „Nein“, sagte Jan Hale der Hafenzeitung.'
    const speakers = text.split(' „').map((half, i) => first(i === 0 ? half : `„${half}`)?.speaker)
    expect(speakers).toEqual(['Ursula von der Heide', 'Jan Hale'])
  })

  it('takes “die beiden” for two who were named together', () => {
    const text = 'Ada Moss und Jan Hale kamen nach Ruhn.\n\n„Wir zahlen“, sagten die beiden.'
    expect(first(text)).toMatchObject({ speaker: 'Ada Moss', coSpeakers: ['Jan Hale'] })
  })
})

describe('reading German mediums', () => {
  it.each([
    ['„Der Pier ist sicher“, sagte Ada Moss auf einer Pressekonferenz.', 'PRESS_CONFERENCE'],
    ['„Der Pier ist sicher“, sagte Ada Moss vor Journalisten.', 'PRESS_CONFERENCE'],
    ['„Der Pier ist sicher“, sagte Ada Moss im Fernsehinterview.', 'INTERVIEW'],
    ['„Der Pier ist sicher“, sagte Ada Moss der Hafenzeitung.', 'INTERVIEW'],
    ['„Der Pier ist sicher“, sagte Ada Moss in einer Rede.', 'SPEECH'],
    ['„Der Pier ist sicher“, sagte Ada Moss im Stadtrat.', 'SPEECH'],
    ['„Der Pier ist sicher“, schrieb Ada Moss auf Twitter.', 'SOCIAL_POST'],
    ['„Der Pier ist sicher“, schrieb Ada Moss in den sozialen Medien.', 'SOCIAL_POST'],
    ['„Der Pier ist sicher“, twitterte Ada Moss.', 'SOCIAL_POST'],
    ['„Der Pier ist sicher“, erklärte Ada Moss in einer Pressemitteilung.', 'WRITTEN_STATEMENT'],
    ['„Der Pier ist sicher“, schrieb Ada Moss.', 'WRITTEN_STATEMENT'],
    ['„Der Pier ist sicher“, schrieb Ada Moss in einem Gastbeitrag.', 'PUBLISHED_ARTICLE'],
    ['„Der Pier ist sicher“, sagte Ada Moss.', 'UNKNOWN'],
  ])('tells the medium of: %s', (text, medium) => expect(first(text)?.medium).toBe(medium))
})

describe('reading German topics', () => {
  it('finds the topics of the English list under German names', () => {
    const tree = ({ slug, parent }: { slug: string; parent?: string }) => [slug, parent]
    expect(german.topics.map(tree)).toEqual(topicList.map(tree))
    const { topics, statements } = read('„Die Fähre fährt, und die Steuern sinken“, sagte Ada Moss.')
    expect(topics.map(({ slug, name }) => [slug, name])).toEqual([
      ['transport', 'Verkehr'],
      ['taxation', 'Steuern'],
    ])
    expect(statements[0]?.topics).toEqual(['transport', 'taxation'])
  })

  it('finds none by English words', () => {
    expect(read('„Die Fähre hat keinen tax und keinen ferry service“, sagte Ada Moss.').topics).toMatchObject(
      [{ slug: 'transport', mentions: [{}] }],
    )
  })
})

describe('reading German dates', () => {
  it.each([
    ['„Nein“, sagte Ada Moss am Montag.', 'am Montag', '2021-01-25'],
    ['„Nein“, sagte Ada Moss am Montagabend.', 'am Montagabend', '2021-01-25'],
    ['„Nein“, sagte Ada Moss gestern.', 'gestern', '2021-01-26'],
    ['„Nein“, sagte Ada Moss am 4. Januar.', 'am 4. Januar', '2021-01-04'],
    ['„Nein“, schrieb Ada Moss im März 2019.', 'im März 2019', '2019-03'],
    ['„Nein“, sagte Ada Moss vergangene Woche.', 'vergangene Woche', null],
    ['Am Dienstag sagte Ada Moss: „Nein.“', 'Am Dienstag', '2021-01-26'],
  ])('finds the date of: %s', (text, asWritten, edtf) =>
    expect(first(text)?.saidAt).toMatchObject({ asWritten, edtf }),
  )
})

describe('reading a German page', () => {
  const BODY = 'Der Pier von Ruhn hält, wie er es seit neunzig Jahren tut, und die Stadt ist froh.'
  const kinds = (line: string) => read(`Pier hält\n\n${BODY}\n\n${line}`).segments.map(({ kind }) => kind)

  it.each([
    'Anzeige',
    'Artikel teilen',
    'Lesen Sie auch: Der Sturm des letzten Jahres',
    'Jetzt Newsletter abonnieren und nichts verpassen',
    'Alle Rechte vorbehalten.',
    'Foto: Ivo Hale',
    'Schlagwörter: Pier, Ruhn',
  ])('takes for boilerplate: %s', (line) => expect(kinds(line)).toEqual(['TITLE', 'BODY', 'BOILERPLATE']))

  it('finds the byline', () => expect(kinds('Von Ada Moss')).toEqual(['TITLE', 'BODY', 'BYLINE']))
})

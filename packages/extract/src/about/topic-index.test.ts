import { describe, expect, it } from 'vitest'
import { extract } from '../extract.js'
import type { ExtractOptions } from '../types.js'

const text = [
  'Council and climate',
  'Ada Moss said the carbon tax would lower greenhouse gas output. “The tide gauge shows it,” Moss said.',
  'Ivo Hale read the tide gauge again. The tide gauge of Ruhn was right, and Hale went home with Moss.',
].join('\n\n')

/** Paragraphs that name no topic, so that a text is no short one. */
const FILLER = Array.from(
  { length: 20 },
  (_, index) =>
    `The morning was grey, and nobody who lived on the hill had much to do but wait, and they waited, as on day ${index} before.`,
)

const lines = (...paragraphs: string[]) => paragraphs.join('\n\n')

/** The slugs of the topics that a text is about. */
const topicsOf = (article: string, options: ExtractOptions = {}) =>
  extract(article, options)
    .topics.filter(({ weight }) => weight > 0)
    .map(({ slug }) => slug)

describe('the topics of a text', () => {
  it('come from the list and from key phrases', () => {
    const basis = Object.fromEntries(extract(text).topics.map((topic) => [topic.slug, topic.basis]))
    expect(basis).toMatchObject({ 'climate-change': 'LIST', taxation: 'LIST', 'tide-gauge': 'PHRASE' })
  })

  it.each([
    ['inflation', 'Inflation fell again, and inflation will fall more.'],
    ['central-banks', 'The central bank kept interest rates where they were.'],
    ['football', 'The striker scored twice before half-time in the Premier League.'],
    ['company-results', 'The firm gave a profit warning, its second profit warning this year.'],
    ['local-government', 'The town council met, and a councillor left the town hall.'],
    ['accidents', 'A car crash closed the road. Firefighters freed two people.'],
    ['weather', 'Forecasters expect snowfall, and the weather service warns of gusts.'],
    ['justice', 'Prosecutors asked for three years; the defendant pleaded guilty.'],
  ])('are plain words: %s', (slug, article) => {
    expect(topicsOf(article)).toContain(slug)
    expect(topicsOf(lines(article, ...FILLER.slice(0, 4)))).toContain(slug)
  })

  it.each([
    ['the cost of living', 'She passed an airport on the way.', 'aviation'],
    ['a word', 'An old terrorist story was told once.', 'terrorism'],
    ['two hints', 'The trial was long. The judge slept.', 'justice'],
    ['one hint, often', 'A bank of grass. The bank was wet. Nobody sat on the bank.', 'banking'],
    [
      'a part of a name',
      'Tom met the Poverty and Inflation Choir. The Poverty and Inflation Choir sang.',
      'inflation',
    ],
    [
      'a surname',
      'Ada Banks, a singer, came early. Banks left late. Ada Banks slept, and Banks woke.',
      'banking',
    ],
  ])('are not what the text passes: %s', (_, passing, slug) =>
    expect(topicsOf(lines(...FILLER.slice(0, 4), passing, ...FILLER.slice(4)))).not.toContain(slug),
  )

  it('weigh more in the title and the lead, and the more parts name them', () => {
    const weightOf = (article: string, title = '') =>
      extract(article, { title }).topics.find(({ slug }) => slug === 'transport')?.weight ?? 0
    const thrice = ['The ferry was late.', 'Nobody missed the ferry.', 'The ferry came.']
    const late = lines(...FILLER, ...thrice.slice(0, 2))
    const early = lines(...thrice, ...FILLER)
    const often = lines(...FILLER.flatMap((filler) => [filler, ...thrice]))
    expect(weightOf(late)).toBe(0)
    expect(weightOf(early)).toBeGreaterThan(weightOf(late))
    expect(weightOf(late, 'The last ferry')).toBeGreaterThan(weightOf(early))
    expect(weightOf(often)).toBeGreaterThan(weightOf(late))
    expect(weightOf(often, 'The last ferry')).toBeLessThanOrEqual(1)
  })

  it('come the heaviest first', () => {
    const weights = extract(text, { title: 'Carbon tax' }).topics.map(({ weight }) => weight)
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
  })

  it('are names that the title or the lead has, but not those who only speak', () => {
    const said = FILLER.map((filler) => `${filler} “It is cold,” Ivo Hale said.`)
    const met = 'Ada Moss left the island. Nobody had seen Moss go, and her boat was gone.'
    expect(topicsOf(lines(met, ...said.slice(0, 3)))).toEqual(['ada-moss'])
    expect(topicsOf(lines(...said, met), { title: 'Where is Ada Moss?' })).toEqual(['ada-moss'])
    expect(topicsOf(lines(...said, met))).toEqual([])
  })

  it('are called as the text calls a body most often', () => {
    const article =
      'The University of Kabul lay in the sun. Kabul was quiet. In Kabul, “we wait,” Ada Moss said.'
    const { topics } = extract(article, { title: 'A morning in Kabul' })
    expect(topics.map(({ name }) => name)).not.toContain('University of Kabul')
  })

  it('are found by the title that the text does not print, too', () => {
    const article = lines(...FILLER, 'The rate stayed where it was, and rates abroad fell. Rates matter.')
    expect(topicsOf(article)).toEqual([])
    expect(topicsOf(article, { title: 'Central bank waits' })).toEqual(['central-banks'])
  })
})

describe('the topics of a language', () => {
  it.each([
    [
      'de',
      'Die Inflation sinkt. Die Zentralbank lässt den Leitzins, wie er ist.',
      ['central-banks', 'inflation'],
    ],
    [
      'es',
      'La inflación baja. El banco central mantiene los tipos de interés.',
      ['central-banks', 'inflation'],
    ],
    [
      'fr',
      'L’inflation baisse. La banque centrale garde son taux d’intérêt.',
      ['central-banks', 'inflation'],
    ],
    ['fr', "L'avocat de l'accusé a plaidé ; le procureur attend le procès.", ['justice']],
    ['es', 'El portero paró un penalti, y el delantero marcó dos goles.', ['football']],
  ])('are found by its words: %s, %s', (language, article, slugs) =>
    expect(topicsOf(article, { language }).sort()).toEqual(slugs),
  )

  it.each([
    ['fr', 'Le tax et le airport, the central bank, the election.'],
    ['es', 'El tax, la airline, the central bank, the teachers.'],
    [
      'it',
      'La inflazione scende, the central bank aspetta. La banca centrale aspetta, la banca centrale dorme.',
    ],
    ['id', 'Kota lama kota lama kota lama, inflation, election, police.'],
  ])('are not found by words of another: %s, %s', (language, article) =>
    expect(extract(article, { language }).topics).toEqual([]),
  )
})

describe('the topics of a statement', () => {
  it('are those that stand in its words, else those of its paragraph', () => {
    const { statements } = extract(text)
    expect(statements.map(({ topics }) => [...topics].sort())).toEqual([
      ['climate-change', 'taxation'],
      ['climate-change', 'taxation', 'tide-gauge'],
    ])
  })

  it('may be lighter than those of the text, which has them with the weight 0', () => {
    const article = lines(
      ...FILLER,
      '“The ferry is late,” Ada Moss said. “The trial is late,” Ivo Hale said.',
    )
    const { topics, statements } = extract(article)
    expect(topics).toMatchObject([{ slug: 'transport', weight: 0 }])
    expect(statements.map((statement) => statement.topics)).toEqual([['transport'], []])
  })

  it('come from another list, whose aliases are whole words, case folded, the longest first', () => {
    const { topics } = extract('Ada Moss said the New Harbour Act and the harbours were old.', {
      topics: [
        { slug: 'harbour', name: 'Harbour', aliases: [] },
        { slug: 'act', name: 'The act', aliases: ['new harbour act'] },
      ],
    })
    expect(topics.filter((topic) => topic.basis === 'LIST').map((topic) => topic.slug)).toEqual(['act'])
  })

  it('are those of the title for words that name none, and the main one of the text for all words', () => {
    const titled = ['The hall was full, and full of voters.', 'It rained.', '“Go home,” Ada Moss said.'].join(
      '\n\n',
    )
    const slugs = extract(titled, { title: 'A vote on the election' }).statements.map(({ topics }) => topics)
    expect(slugs).toEqual([['elections']])
    const main = [
      'The ferry was late. Another ferry was early.',
      'The ferry sank.',
      '“Go home,” Ada Moss said.',
      '“Pay the tax,” Ivo Hale said.',
    ].join('\n\n')
    expect(extract(main).statements.map(({ topics }) => [...topics].sort())).toEqual([
      ['transport'],
      ['taxation', 'transport'],
    ])
  })
})

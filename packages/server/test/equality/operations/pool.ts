import { MOST_PARTS } from '../../../src/record/most-parts.js'
import type { Choices } from '../choices.js'
import { globalId, type Rankings } from '../reference/asking.js'
import type { Store } from '../reference/store.js'
import { EMPTY_SEARCHES, SEARCHES } from '../reference/words.js'
import { SENTENCES } from '../world/articles.js'

/** The noun of the ids in an argument or a field of an input, by its name; other ids are of any noun. */
const NOUN_OF_FIELD: readonly (readonly [RegExp, string])[] = [
  [/speakerIds?$|^(organizationId|possibleDuplicatesOf|participantIds|issuerIds)$/i, 'Speaker'],
  [/^(topicIds|parentIds)$/, 'Topic'],
  [/^(article|site|event|place|document)Ids$/, ''],
  [/^StatementFilter\.ids$/, 'Statement'],
]

const NOUNS =
  'ApiKey Site Article ArticleText Speaker Statement StatementThread Utterance Topic Event Place Document Revision Merge Change Webhook WebhookDelivery StatementNote ArticleClaim Alert'.split(
    ' ',
  )

/** Parts of names, and texts that must not reach SQL or a pattern as they are. */
const NAMES =
  'a|lind|HARB|é|ferry|board|m|pas|old|leith|talk|S/RES|min|news1|%|_|zz|\'; DROP TABLE "Speaker"; --|\\|$1|$$x$$|"|🚢'.split(
    '|',
  )

const DAYS = [
  '2025-12-30',
  '2026-01-01',
  '2026-02-28',
  '2026-03-02',
  '2026-03-08',
  '2026-12-31',
  '9999-12-31',
]
const TEXTS: Record<string, readonly string[]> = {
  Date: DAYS,
  DateTime: [
    '2026-03-02T00:00:00Z',
    '2026-03-03T09:30:05.120Z',
    '2026-03-03T10:30:05.120+01:00',
    '2030-01-01T00:00:00Z',
  ],
  LanguageTag: ['en', 'en-GB', 'de', 'EN', 'fa'],
  URL: ['https://m.news1.example/story-3#top', 'https://news1.example/none'],
  reviewedBy: ['Mara', 'Nils', 'mara', 'nobody'],
  domain: ['news1.example', 'WWW.News2.example', 'news4.example', 'none.example'],
  identifier: ['s/res/1', 'S/RES/2', 'S/RES/3', 'none'],
  prefix: ['m', 'har', 'ewa pa', 'harbour-', 'Qu', 'Ø', 'sea', 'l m', 'lindt mar'],
}

/** The values that arguments can have: those of the record, some of which are hidden, and some that are not in it. */
export class Pool {
  readonly store: Store
  /** The cursors of each search without types and filter. */
  readonly searches: readonly (readonly [query: string, cursors: readonly string[]])[]

  constructor(store: Store, rankings: Rankings) {
    this.store = store
    this.searches = [...rankings].map(([query, { cursors }]) => [query, [...cursors.keys()]] as const)
  }

  /** The global id of an object; seldom one that was never given out, and very seldom something else. */
  id(choices: Choices, owner: string, name: string): string {
    const noun = nounOf(owner, name) ?? choices.pick(NOUNS)
    if (choices.chance(3)) return globalId(noun, '00000000-0000-4000-8000-000000000000')
    if (choices.chance(1))
      return choices.pick(['no id', globalId('Alias', this.#value(choices, 'Alias', 'id')), ''])
    return globalId(noun, this.#value(choices, noun, 'id'))
  }

  text(choices: Choices, owner: string, name: string): string {
    if (owner === 'matchQuote') return choices.pick(SENTENCES)
    if (/^(text|query)$/.test(name)) return choices.pick(choices.chance(1) ? EMPTY_SEARCHES : SEARCHES)
    if (/^countryCodes?$/.test(name))
      return choices.pick(choices.chance(1) ? ['X', ''] : ['CH', 'at', 'AT', 'GB', 'ZZ'])
    if (name === 'slug') return choices.chance(10) ? 'none' : this.#value(choices, 'Topic', 'slug')
    return choices.pick(choices.chance(1) ? [' '] : (TEXTS[name] ?? NAMES))
  }

  scalar(choices: Choices, type: string, owner: string): string {
    if (type === 'Sha256')
      return choices.chance(10) ? 'a'.repeat(64) : this.#value(choices, 'ArticleText', 'sha256')
    if (type === 'URL' && choices.chance(60)) return this.#value(choices, 'Article', 'url')
    if (type === 'WikidataId') {
      return choices.chance(10) ? 'Q999' : this.#value(choices, owner.replace(/By$/, ''), 'wikidataId')
    }
    const texts = TEXTS[type]
    if (!texts) throw new Error(`there are no values of ${type}`)
    return choices.pick(texts)
  }

  /** The id of an object in another system, or the name of a place, whose parts belong together. */
  whole(choices: Choices, type: string, owner: string): Record<string, unknown> | null {
    if (choices.chance(10)) return null
    if (type === 'ExternalIdInput') {
      const ofNoun = this.store.where('ExternalId', 'type', owner.replace(/By$/, '').toUpperCase())
      const { namespace, value } = choices.pick(ofNoun)
      return { namespace, value }
    }
    if (type !== 'PlaceNameInput') return null
    const { name, countryCode } = choices.pick(this.store.all('Place'))
    return { name, ...(countryCode || choices.chance(50) ? { countryCode } : {}) }
  }

  number(choices: Choices, name: string): number {
    if (name === 'upTo') return choices.pick(choices.chance(1) ? [0] : [1, 2, 3, 20, 1000])
    if (name.endsWith('Length')) return choices.pick(choices.chance(1) ? [-1] : [0, 1, 20, 40, 60, 100])
    if (/Position$|^(start|end)$/.test(name)) return choices.pick([0, 30, 31, 60, 90, 140, 300])
    if (/^m(in|ax)/.test(name)) return choices.pick(choices.chance(1) ? [1.5] : [0.5, 0, 0.73, 0.9, 1])
    return 1 + choices.below(MOST_PARTS.externalIds)
  }

  #value(choices: Choices, table: string, column: string) {
    const values = this.store.all(table).map((row) => row[column])
    return choices.pick(values.filter((value) => value !== null))
  }
}

function nounOf(owner: string, name: string): string | null {
  if (name === 'id' && owner.endsWith('By')) return owner.slice(0, -2)
  const [, noun] =
    NOUN_OF_FIELD.find(([pattern]) => pattern.test(name) || pattern.test(`${owner}.${name}`)) ?? []
  if (noun !== '') return noun ?? null
  return `${name[0]?.toUpperCase()}${name.slice(1, -3)}`
}

import { createHash } from 'node:crypto'
import { canonicalUrl } from '../../../src/text/canonical-url.js'
import { fold } from '../../../src/text/fold.js'
import { publishedColumns } from './dates.js'
import type { Draft, Row } from './draft.js'
import { standing } from './things.js'

/** The sentences of all articles. Several have nearly the same words, as reports of one act of speech do. */
export const SENTENCES = [
  '“We will sail again on Monday at noon with 38 boats,” said the harbour master.',
  '“We will not sail again on Monday at noon with 83 boats,” she said.',
  '“We will sail again on Monday … with 38 boats, whatever the weather,” said Mara Lindt.',
  'The quay can be mended before the herring come, Okafor said.',
  'The quay “can be mended before the herring come, if the stone arrives”, said Anselm Okafor.',
  '“(T)he fares rise on Friday 🚢,” the union wrote.',
  '„Die Fahrpreise steigen am Freitag“, sagte Helene Dvořák.',
  '« Le quai est fermé », a dit la maire.',
  'Nobody asked the crew about the treaty and its quotas.',
  '“No,” she said. “Ask the board.”',
  'The board promised that the ferry would leave at nine.',
  'It had rained for nine days, and the nets were wet.',
]
const TITLES = [
  'Ferry to sail',
  'Quay closed',
  'ferry to sail',
  'Étude of nets',
  'Herring quota cut',
  'Ferry to sail again',
]
const KINDS = ['BODY', 'BODY', 'HEADING', 'BYLINE', 'BOILERPLATE']
const ARTICLES = 12

/** Adds articles with their texts, bylines and topics. */
export function addArticles(draft: Draft): void {
  const { choices } = draft
  const groups = [draft.id(), draft.id(), null, null]
  const speakers = standing(draft.rows('Speaker'))
  for (let index = 0; index < ARTICLES; index++) {
    const title = choices.pick(TITLES)
    const url = draft.maybe(70, () => `http://www.news1.example/story-${index}/?utm_source=x`)
    const held = choices.chance(25)
    const article = draft.add('Article', {
      ...{ id: draft.id(), title, titleFolded: fold(title), url, canonicalUrl: url && canonicalUrl(url) },
      // The last site has articles in the bin only.
      siteId:
        index > 9
          ? draft.rows('Site').at(-1).id
          : draft.maybe(80, () => choices.pick(draft.rows('Site').slice(0, 4)).id),
      language: choices.pick(['en', 'en', 'en-GB', 'de', 'fr', 'nl', null]),
      ...publishedColumns(choices),
      ...{ copyGroupId: choices.pick(groups), deletedAt: index > 9 ? draft.instant() : null },
      ...(held ? { heldSource: { text: 'Too short 🚢.' }, heldAt: draft.instant() } : {}),
      ...{ ingestedAt: draft.instant(), ...draft.edited() },
    })
    for (let texts = 1 + choices.below(3); texts > 0; texts--) addText(draft, article, `${title} ${index}`)
    for (let position = choices.below(4); position > 0; position--) {
      const speakerId = draft.maybe(60, () => choices.pick(speakers.slice(0, article.deletedAt ? 20 : 12)).id)
      draft.add('Byline', {
        id: draft.id(),
        articleId: article.id,
        position,
        asWritten: `By ${position}`,
        speakerId,
      })
    }
    for (const topic of choices.some(standing(draft.rows('Topic')).slice(0, article.deletedAt ? 14 : 8), 3)) {
      draft.add('ArticleTopic', { articleId: article.id, topicId: topic.id })
    }
  }
}

function addText(draft: Draft, article: Row, title: string): void {
  const { choices } = draft
  const before = draft.rows('ArticleText').filter(({ articleId }) => articleId === article.id)
  const body = choices.some(SENTENCES, 12)
  const content = [title, `Version ${before.length}.`, ...body, SENTENCES[0], SENTENCES[3]].join('\n\n')
  const text = draft.add('ArticleText', {
    ...{ id: draft.id(), articleId: article.id, content, language: article.language, searchText: content },
    ...{ sha256: createHash('sha256').update(content).digest('hex'), length: content.length },
    capturedAt: draft.instant(),
  })
  article.currentTextId = text.id
  let start = 0
  for (const [position, part] of content.split('\n\n').entries()) {
    const kind = position === 0 ? 'TITLE' : choices.pick(KINDS)
    draft.add('TextSegment', { textId: text.id, position, kind, start, end: start + part.length })
    start += part.length + 2
  }
}

import type { Lexicon } from '../text/lexicon.js'
import { is } from '../text/token.js'
import type { Entity } from './entity.js'
import { opensWithFirstName } from './gender.js'
import type { Mention } from './mention.js'
import type { ReadParagraph, ReadSentence } from './read-body.js'
import type { Registry } from './registry.js'

/** What weighing evidence takes from a language. */
export interface EvidenceKnowledge {
  lexicon: Lexicon
  /** Pronouns that tell whether somebody is a man or a woman, lower case. */
  pronounGenders: ReadonlyMap<string, 'm' | 'f'>
  /** Endings that make a word for its people of a place's name: "ian". */
  peopleEndings: readonly string[]
}

/**
 * Tells from a whole text what its names are, before anybody is given a statement: whether somebody is a man or a
 * woman ("Mr Rao", "Osei said she would"), that a name is a place and speaks as its government ("in Velm",
 * "Kestrian"), or a company ("Strand Line", later "the line").
 */
export function weighEvidence(
  text: string,
  paragraphs: ReadParagraph[],
  registry: Registry,
  language: EvidenceKnowledge,
): void {
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences)
  const words = new Set(text.match(/[\p{L}\p{M}’'-]+/gu) ?? [])
  for (const { mentions } of sentences)
    for (const mention of mentions) {
      const entity = registry.find(mention)
      if (entity) entity.gender ??= mention.gender
    }
  for (const sentence of sentences)
    for (const mention of sentence.mentions) {
      if (isPlace(sentence, mention, words, language)) speakAsGovernment(registry.resolve(mention))
      const entity = registry.find(mention)
      if (entity && isCompany(entity, words, language)) entity.kind = 'ORGANIZATION'
    }
  countPronouns(paragraphs, registry, language)
}

/**
 * Counts, for each person, the pronouns that most likely mean them: those after the only person so far. The majority
 * decides.
 */
function countPronouns(paragraphs: ReadParagraph[], registry: Registry, language: EvidenceKnowledge) {
  const votes = new Map<Entity, { m: number; f: number }>()
  const vote = (people: ReadonlySet<Entity>, gender: 'm' | 'f') => {
    const [entity] = people
    if (people.size !== 1 || !entity || entity.gender !== null) return
    const counts = votes.get(entity) ?? { m: 0, f: 0 }
    counts[gender]++
    votes.set(entity, counts)
  }
  for (const { sentences } of paragraphs)
    for (const [position, { tokens, mentions }] of sentences.entries()) {
      // A sentence speaks of whoever the one before brought in by the full name.
      const fullNames = (sentences[position - 1]?.mentions ?? []).filter(({ name }) => name.includes(' '))
      const broughtIn = peopleIn(fullNames, registry)
      let opening = true
      for (const [i, token] of tokens.entries()) {
        const gender = token.kind === 'word' ? language.pronounGenders.get(token.lower) : undefined
        if (!gender) continue
        const here = peopleIn(
          mentions.filter((mention) => mention.to <= i),
          registry,
        )
        if (here.size > 0) vote(here, gender)
        else if (opening) vote(broughtIn, gender)
        opening = false
      }
    }
  for (const [entity, { m, f }] of votes) if (m !== f) entity.gender = m > f ? 'm' : 'f'
}

/** Returns everybody named, but for organisations. */
function peopleIn(mentions: Mention[], registry: Registry): Set<Entity> {
  const people = new Set<Entity>()
  for (const mention of mentions) {
    const entity = registry.find(mention)
    if (entity && entity.kind !== 'ORGANIZATION') people.add(entity)
  }
  return people
}

/** Tells whether a name is a place: "in Velm", or "Velmian" elsewhere in the text. */
function isPlace(
  { tokens }: ReadSentence,
  mention: Mention,
  words: ReadonlySet<string>,
  { lexicon, peopleEndings }: EvidenceKnowledge,
): boolean {
  const { from, name, kind, gender, role, possessive } = mention
  if (kind === 'ORGANIZATION' || kind === 'GROUP' || gender || role || possessive) return false
  const parts = name.split(' ')
  if (opensWithFirstName(name, lexicon) || parts.length > 2) return false
  const located = is(tokens[from - 1], 'locative') && tokens[from]?.capital === true
  return located || (parts.length === 1 && peopleEndings.some((ending) => words.has(name + ending)))
}

/** Lets a name that is a place speak as its government. */
function speakAsGovernment(entity: Entity) {
  if (entity.gender === null && entity.role === null && !entity.known) entity.kind = 'ORGANIZATION'
}

/**
 * Tells whether a name is a company: two words or more without a first name, the last of which the text has in lower
 * case, too.
 */
function isCompany(
  { name, kind, gender, role, known }: Entity,
  words: ReadonlySet<string>,
  { lexicon }: EvidenceKnowledge,
): boolean {
  if (kind !== 'PERSON' || gender || role || known) return false
  const parts = name.split(' ')
  return (
    parts.length > 1 && !opensWithFirstName(name, lexicon) && words.has(parts.at(-1)?.toLowerCase() ?? '')
  )
}

import type { Lexicon } from '../text/lexicon.js'
import { is, type Token } from '../text/token.js'
import type { Entity } from './entity.js'
import type { Mention } from './mention.js'
import { isSameOffice } from './offices.js'
import type { ReadParagraph, ReadSentence } from './read-body.js'
import type { NameKnowledge, Registry } from './registry.js'
import { roleOf } from './roles.js'

/** What settling short names takes from a language. */
export interface ShortNameKnowledge extends NameKnowledge {
  lexicon: Lexicon
  /** Pronouns that tell whether somebody is a man or a woman, lower case. */
  pronounGenders: ReadonlyMap<string, 'm' | 'f'>
}

/** Where people were named last, by paragraph, and who was meant by a surname alone. */
interface Reading {
  named: Map<Entity, number>
  meant: Map<string, Entity>
}

/**
 * Settles whom each name of the body means, in order. A surname that fits several is theirs only whom something in the
 * text tells: an office, a pronoun beside it, that nobody else was named yet, or that the text goes on about one of them.
 * Else it is nobody's: a wrong name does more harm than none.
 */
export function settleShortNames(
  paragraphs: readonly ReadParagraph[],
  registry: Registry,
  language: ShortNameKnowledge,
  text: string,
): void {
  const reading: Reading = { named: new Map(), meant: new Map() }
  for (const [at, { sentences }] of paragraphs.entries())
    for (const sentence of sentences)
      for (const mention of sentence.mentions) {
        if (mention.kind === 'GROUP') continue
        // "Moss, the mayor, said": that this is a person is known only from the rest of the text.
        const isNamesake = mention.kind === 'UNKNOWN' && registry.candidates(mention).some(isPerson)
        if (isNamesake) mention.role = roleOf(text, sentence.tokens, mention.from, mention.to)
        const generation = generationBeside(sentence.tokens, mention, language)
        const [first, ...more] =
          withParticle(mention, sentence, registry) ?? registry.candidates(mention, generation)
        const titled = mention.kind === 'PERSON' && (mention.gender || mention.role || generation)
        if (!first && !titled) continue
        const entity =
          first && more.length > 0
            ? (decide(mention, [first, ...more], { sentence, at, generation, reading, language }) ??
              registry.doubt(mention))
            : (first ?? registry.create(mention))
        registry.settle(mention, entity)
        if (entity.doubtful) continue
        if (!first || /\s/.test(mention.name)) entity.generation ??= generation
        reading.named.set(entity, at)
      }
}

/** Finds whom "van Moss" means, whose particle is in lower case; null when there is none, or nobody of that name. */
function withParticle(mention: Mention, { tokens }: ReadSentence, registry: Registry): Entity[] | null {
  const particle = tokens[mention.from - 1]
  if (!is(particle, 'nameParticle') || mention.kind === 'ORGANIZATION') return null
  const called = registry.candidates({ ...mention, name: `${particle?.text} ${mention.name}` })
  return called.length > 0 ? called : null
}

const isPerson = ({ kind }: Entity) => kind === 'PERSON'

interface Place {
  sentence: ReadSentence
  /** Index of the paragraph. */
  at: number
  generation: string | null
  reading: Reading
  language: ShortNameKnowledge
}

/** Finds which of several people of one name is meant; null when nothing tells. */
function decide(mention: Mention, candidates: Entity[], place: Place): Entity | null {
  const { at, reading, language } = place
  const told = onlyOne(
    candidates,
    (entity) => place.generation !== null && entity.generation === place.generation,
  )
  if (told) return told
  const { role } = mention
  const holder =
    role &&
    onlyOne(candidates, ({ offices }) => [...offices].some((office) => isSameOffice(office, role, language)))
  if (holder) return holder
  const gender = genderBeside(mention, place)
  const fitting = candidates.filter((entity) => !gender || !entity.gender || entity.gender === gender)
  const key = mention.name.toLowerCase()
  const found =
    onlyOne(fitting, (entity) => reading.named.has(entity)) ??
    mostSpokenOf(fitting, reading, key, at) ??
    onlyOne(fitting, (entity) => gender !== null && entity.gender === gender)
  if (found) reading.meant.set(key, found)
  return found
}

function onlyOne(candidates: Entity[], fits: (entity: Entity) => boolean): Entity | null {
  const fitting = candidates.filter(fits)
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** Paragraphs within which somebody is still spoken of. */
const NEAR = 1
/** Paragraphs after which somebody no longer is. */
const FAR = 4
/** Somebody who is named so many times as often as a namesake is whom the text is about. */
const MUCH_MORE = 3

/** Finds whom the text goes on about: the name meant the same one before, or one is near and the others are far. */
function mostSpokenOf(
  candidates: Entity[],
  { named, meant }: Reading,
  key: string,
  at: number,
): Entity | null {
  const distance = (entity: Entity) => at - (named.get(entity) ?? Number.NEGATIVE_INFINITY)
  const others = (entity: Entity) => candidates.filter((other) => other !== entity)
  const before = meant.get(key)
  if (before && candidates.includes(before) && others(before).every((other) => distance(other) > NEAR))
    return before
  const main = candidates.find((entity) =>
    others(entity).every(({ count }) => entity.count >= MUCH_MORE * Math.max(1, count)),
  )
  if (main) return main
  return (
    candidates.find(
      (entity) => distance(entity) <= NEAR && others(entity).every((other) => distance(other) >= FAR),
    ) ?? null
  )
}

/** Returns "sr" for "the elder Moss" and "her father, Jonas Moss", "jr" likewise; null for most. */
function generationBeside(
  tokens: readonly Token[],
  { from }: Mention,
  { generations }: NameKnowledge,
): string | null {
  const before = tokens[from - 1]?.text === ',' ? tokens[from - 2] : tokens[from - 1]
  return generations.get(before?.lower ?? '') ?? null
}

/** Returns the gender of the pronoun behind the name, before anybody else is named: "Moss said she would". */
function genderBeside(mention: Mention, { sentence, language }: Place): 'm' | 'f' | null {
  const next = sentence.mentions.find(({ from }) => from >= mention.to)
  for (const token of sentence.tokens.slice(mention.to, next?.from)) {
    const gender = token.kind === 'word' ? language.pronounGenders.get(token.lower) : undefined
    if (gender) return gender
  }
  return null
}

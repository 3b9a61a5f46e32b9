import type { MediumKnowledge } from '../../../about/mediums-of.js'
import { wordSet } from '../../../text/word-set.js'

export const MEDIUMS: MediumKnowledge['mediums'] = {
  networks: wordSet('twitter facebook mastodon'),
  networkPhrase: /^(?:op X|sociale media)$/,
  posts: wordSet('bericht tweet'),
  briefings: wordSet('persconferentie'),
  briefingPhrase: /^voor (?:de pers|journalisten)$/,
  reporters: wordSet('journalisten'),
  interviews: wordSet('interview vraaggesprek'),
  outlets: wordSet('krant omroep'),
  articles: wordSet('column boek'),
  writings: wordSet('brief verklaring persbericht'),
  speeches: wordSet('toespraak kamer'),
  audiences: wordSet('menigte leden'),
  placing: wordSet('in op bij tijdens'),
  placeStops: wordSet('dat en van'),
  hearerStops: wordSet('dat op in'),
}

import type { MediumKnowledge } from '../../about/mediums-of.js'
import { wordSet } from '../../text/word-set.js'

export const MEDIUMS: MediumKnowledge['mediums'] = {
  networks: wordSet('bluesky facebook instagram mastodon telegram threads tiktok twitter tweet tweets'),
  networkPhrase: /^(?:sur X\.?|réseaux sociaux)$/,
  posts: wordSet('message messages publication tweet tweets post'),
  briefings: wordSet('briefing'),
  briefingPhrase: /^(?:conférence de|point presse|point de|à la presse)$/i,
  reporters: wordSet('journalistes reporters'),
  interviews: wordSet('interview entretien'),
  outlets: wordSet('journal quotidien hebdomadaire magazine radio télévision chaîne agence afp gazette'),
  articles: wordSet('tribune chronique livre éditorial blog mémoires'),
  writings: wordSet('communiqué lettre courrier courriel rapport note pétition plainte document'),
  speeches: wordSet('discours allocution parlement assemblée sénat conseil meeting congrès débat'),
  audiences: wordSet('foule députés sénateurs militants partisans élus'),
  placing: wordSet("dans lors sur à en au devant pendant d' l'"),
  placeStops: wordSet("que qu' et pour qui"),
  hearerStops: wordSet("que qu' sur pour dans lors"),
}

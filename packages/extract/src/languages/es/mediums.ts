import type { MediumKnowledge } from '../../about/mediums-of.js'
import { wordSet } from '../../text/word-set.js'

export const MEDIUMS: MediumKnowledge['mediums'] = {
  networks: wordSet('bluesky facebook instagram mastodon telegram threads tiktok twitter tuit tuits tuiteó'),
  networkPhrase: /^(?:en X\.?|redes sociales)$/,
  posts: wordSet('mensaje publicación tuit tuits post'),
  briefings: wordSet('briefing'),
  briefingPhrase: /^(?:rueda de|conferencia de|comparecencia ante|la prensa)$/i,
  reporters: wordSet('periodistas reporteros'),
  interviews: wordSet('entrevista'),
  outlets: wordSet('diario periódico semanario revista radio televisión cadena agencia efe gaceta'),
  articles: wordSet('columna tribuna libro editorial blog memorias artículo'),
  writings: wordSet('comunicado carta correo informe nota petición denuncia documento'),
  speeches: wordSet('discurso alocución parlamento congreso senado pleno mitin debate'),
  audiences: wordSet('multitud diputados senadores militantes simpatizantes concejales'),
  placing: wordSet('en durante a al ante mediante desde'),
  placeStops: wordSet('que y para'),
  hearerStops: wordSet('que sobre para en durante'),
}

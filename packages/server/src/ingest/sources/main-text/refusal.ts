import type { DomDocument } from '../dom-node.js'
import type { MainBlocks } from './find-main-blocks.js'

/** Texts of this length or more are articles, whatever words they have. */
const SHORT = 1500

/** What a page is that has no article, by the words of most of its text, and by the beginning of its title. */
const KINDS: readonly { kind: string; words: RegExp; title?: RegExp }[] = [
  {
    kind: 'blocks programs, or asks whether you are a person',
    words:
      /access (?:to this page has been |is )?denied|403 forbidden|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|(?:are you|not) a robot|complete the (?:captcha|security check)|unusual traffic|pardon our interruption|request (?:was |has been )?blocked|you have been blocked|ddos protection|zugriff verweigert|accès refusé|acceso denegado|not available in your (?:region|country)/i,
    title:
      /^\s*(?:(?:error )?403|access denied|forbidden$|attention required|just a moment|(?:robot|human|security|bot) (?:check|verification)|are you a (?:robot|human)|verify|captcha|pardon our interruption|(?:request )?blocked|ddos|zugriff verweigert)/im,
  },
  {
    kind: 'says that the article was not found',
    words:
      /404 (?:error|not found)|error 404|page (?:was |could )?not (?:be )?found|page (?:does not|doesn['’]t) exist|no longer (?:available|exists)|seite (?:wurde )?nicht gefunden|page introuvable|página no encontrada|página não encontrada|pagina non trovata|pagina niet gevonden/i,
    title:
      /^\s*(?:(?:error )?404\s*(?:$|[^\p{L}\s]|error|not)|(?:page|article|file) not found|not found|seite nicht gefunden|page introuvable|página no encontrada|página não encontrada|pagina non trovata|pagina niet gevonden)/imu,
  },
  {
    kind: 'asks for consent to cookies',
    words:
      /(?:uses?|using|stores?|sets?|accept|reject|manage|all|our|für|von|les|las|i) cookies|cookies? (?:policy|settings|preferences|to|and|und|et|on)|your consent|legitimate interest|our partners|privacy (?:policy|settings)|ihre einwilligung|votre consentement|su consentimiento/i,
  },
  {
    kind: 'needs JavaScript',
    words:
      /(?:enable|activate|turn on|requires?|needs?|without) javascript|javascript (?:is|must be|seems to be) (?:disabled|enabled|required)|aktivieren sie javascript|activez javascript|habilita javascript/i,
  },
  {
    kind: 'shows its text to subscribers only',
    words:
      /(?:subscribe|log ?in|sign ?in|register|create an account) (?:now )?to (?:continue|read|keep|view|access|unlock)|already a subscriber|subscribers? only|nur für abonnenten|réservé aux abonnés|solo para suscriptores/i,
  },
  {
    kind: 'has only a box to subscribe to a newsletter',
    words:
      /(?:sign up|subscribe|register)\b.{0,60}newsletter|newsletter.{0,60}(?:inbox|e-?mail|sign up|subscribe)|enter your e-?mail|unsubscribe at any time|newsletter abonnieren|abonnez-vous à/i,
  },
  {
    kind: 'has only the footer of a site',
    words:
      /all rights reserved|©|copyright \d{4}|terms (?:of (?:use|service)|and conditions)|is a registered trademark|alle rechte vorbehalten|tous droits réservés|todos los derechos/i,
  },
]

/** The fewest links to other articles of a list of them. */
const LEAST_TEASERS = 5
/** The most characters a teaser has on average. */
const TEASER = 300

/**
 * Says what a page is whose text is no article: one that blocks, asks for consent, needs JavaScript or such.
 *
 * @returns the words after "the page"; null when the text may be an article
 */
export function refusalOf(document: DomDocument, title: string | null, main: MainBlocks): string | null {
  const { blocks, size, isMarked } = main
  if (!isDeclared(document) && isList(main)) return 'lists articles, and is none'
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0)
  if (length >= SHORT) return null
  const pageTitle = `${title ?? ''}\n${document.querySelector('title')?.textContent.trim() ?? ''}`
  const named = KINDS.find((one) => one.title?.test(pageTitle))
  if (named) return named.kind
  if (blocks.length === 0) return emptyKind(document)
  for (const { kind, words } of KINDS) {
    // An article about cookies says so in its title.
    if (words.test(title ?? '')) continue
    const told = blocks.reduce((sum, { text }) => sum + (words.test(text) ? text.length : 0), 0)
    if (told * 2 > length) return kind
  }
  return !isMarked && length < 200 && length < size / 4 ? 'has only a few sentences among other things' : null
}

/** Whether a page says that it is an article. */
function isDeclared(document: DomDocument): boolean {
  const type = document.querySelector('meta[property="og:type"]')?.attributes.content ?? ''
  if (/article/i.test(type) || document.querySelector('[itemprop="articleBody"]')) return true
  const scripts = document.querySelectorAll('script[type="application/ld+json"]')
  return scripts.some((script) => /"@type"\s*:\s*\[?\s*"\w*(?:Article|Posting)"/.test(script.textContent))
}

/** Whether the text is a row of links to articles, each with a sentence or two of it. */
function isList({ blocks, inside }: MainBlocks): boolean {
  const teasers = inside.filter(({ text, linked }) => text.length >= 20 && linked >= 0.8 * text.length).length
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0)
  return teasers >= LEAST_TEASERS && blocks.length <= teasers * 2 && length < blocks.length * TEASER
}

/** What a page without text of an article is, by all the text that it has. */
function emptyKind(document: DomDocument): string | null {
  const text = document.body.textContent.slice(0, 20_000)
  const named = KINDS.find(({ words }) => words.test(text))
  return named?.kind ?? (document.querySelector('script') ? 'needs JavaScript' : null)
}

import type { MediumKnowledge, Words } from '../../about/mediums-of.js'
import { wordSet } from '../../text/word-set.js'

/** The words of a list, and every compound that ends in one: "Fernsehinterview". */
function compounds(list: string): Words {
  const words = [...wordSet(list)]
  return { has: (lower) => words.some((word) => lower.endsWith(word)) }
}

export const MEDIUMS: MediumKnowledge['mediums'] = {
  networks: wordSet(
    'bluesky facebook instagram mastodon telegram threads tiktok twitter twitterte twitterten tweet tweets kurznachrichtendienst',
  ),
  networkPhrase: /^(?:(?:[Aa]uf|[Bb]ei) X\.?|[Ss]oziale[nr]? (?:Medien|Netzwerke?n?))$/,
  posts: compounds('post posts posting postings tweet tweets kurznachricht thread'),
  briefings: compounds('pressekonferenz pressegespräch pressebriefing medienkonferenz'),
  briefingPhrase: /^(?:vor (?:Journalisten|Reportern|Pressevertretern|Medienvertretern)|der Presse)$/i,
  reporters: wordSet(
    'journalisten journalistinnen reportern reporterinnen pressevertretern medienvertretern',
  ),
  interviews: compounds('interview interviews zeitungsgespräch rundfunkgespräch'),
  outlets: compounds(
    'zeitung blatt tageblatt anzeiger kurier magazin spiegel sender rundfunk fernsehen radio nachrichtenagentur agentur portal podcast',
  ),
  articles: compounds('gastbeitrag kolumne leitartikel kommentar essay buch blog memoiren autobiografie'),
  writings: compounds(
    'mitteilung erklärung brief schreiben stellungnahme bericht e-mail mail newsletter protokoll petition klageschrift gutachten dokument',
  ),
  speeches: compounds(
    'rede reden ansprache parlament bundestag landtag stadtrat gemeinderat kundgebung parteitag debatte predigt vortrag gipfel anhörung',
  ),
  audiences: compounds(
    'abgeordneten anhängern zuhörern zuhörerinnen delegierten publikum menge mitgliedern parlament bundestag landtag stadtrat',
  ),
  placing: wordSet('in im bei beim auf per über während vor mit an am gegenüber laut'),
  placeStops: wordSet('dass zu und als für über von'),
  hearerStops: wordSet('dass wie warum was von über zu für auf nach vor am im in'),
}

import type { PageKnowledge } from '../../text/segments.js'

export const PAGE: PageKnowledge['page'] = {
  titleCase: false,
  byline: /^par\s+\p{Lu}\p{L}+\s+\p{L}/iu,
  listHeadings: new Set([
    'à lire aussi',
    'lire aussi',
    'sur le même sujet',
    'les plus lus',
    'articles liés',
    'à découvrir',
    'nos derniers articles',
  ]),
  closingLines: [/^(?:commentaires|laisser un commentaire|à propos de l['’]auteur)[:.]?$/i],
  boilerplateLines: [
    /^(?:partager|imprimer|envoyer par e-?mail|enregistrer)[.!:]?$/i,
    /^(?:à lire aussi|lire aussi|lire également|voir aussi|pour aller plus loin)\b.{0,3}:/i,
    /^(?:abonnez-vous|inscrivez-vous|se connecter|s['’]abonner|suivez-nous)\b.{0,120}$/i,
    /\bnewsletter\b.{0,60}$/i,
    /^(?:copyright|©|\(c\))\s/i,
    /\btous droits réservés\b/i,
    /^(?:photo|image|vidéo|crédit|infographie|source)s?\s*(?:\/|:)/i,
    /^(?:publicité|contenu sponsorisé)\b.{0,60}$/i,
    /^(?:mots-clés|tags?|rubriques?|catégories?|thèmes?)\s*:/i,
    /^(?:https?:\/\/|www\.)\S+$/i,
    /^[^\p{L}\p{N}]*$/u,
  ],
}

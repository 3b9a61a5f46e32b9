import type { ShownDate } from '../text/fuzzy-date.js'

/** A statement as a citation names it. */
export interface Cited {
  text: string
  /** DIRECT for words that are wholly the speaker's; others are a reporter's, at least in part, and say so. */
  kind: string
  /** Who said it; null when the article names nobody. */
  speaker: string | null
  article: {
    title: string
    url: string | null
    site: string | null
    publishedAt: ShownDate
    /** As printed. */
    authors: readonly string[]
  }
  /** The permanent address of the statement's page. */
  pageUrl: string
  /** The id of the page in 26 characters, for keys. */
  id: string
  /** The day of the citation: "2026-02-28". */
  today: string
}

/** One form of a citation. */
export interface CitationForm {
  /** "bibtex", for addresses and ids of elements. */
  name: string
  /** "BibTeX" */
  title: string
  write(cited: Cited): string
}

import type { Client } from '@onrecord/sdk'
import type { ComponentChild } from 'preact'
import type { PageHead } from '../components/layout.js'

/** What a page is made from. */
export interface PageRequest {
  client: Client
  url: URL
  /** The origin of the pages: "https://record.example". */
  baseUrl: string
}

/** A page that is there. */
export interface Page extends PageHead {
  content: ComponentChild
  /** Whether it stands alone, to be shown in a frame on other sites. */
  isBare?: boolean
  /** What the search box shows. */
  query?: string
}

/** Where the page of an object stands, when it is asked for at another address of it. */
export interface MovedPage {
  movedTo: string
}

/** A page, where it has moved to, or null when the record shows nobody such a thing. */
export type PageResult = Page | MovedPage | null

/**
 * Where a page has moved to, when the address has another handle than the object has now: an old name, or the id of an
 * object that was merged into this one.
 */
export function movedFrom(url: URL, path: string): MovedPage | null {
  if (samePath(url.pathname, path)) return null
  return { movedTo: path + url.search }
}

function samePath(one: string, other: string): boolean {
  try {
    return decodeURIComponent(one) === decodeURIComponent(other)
  } catch {
    return false
  }
}

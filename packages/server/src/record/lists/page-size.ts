/** How many entries a page has when the caller does not say. */
export const DEFAULT_PAGE_SIZE = 20
/** Most entries of a page. */
export const LARGEST_PAGE = 100

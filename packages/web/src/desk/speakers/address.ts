/** What the page shows: the list, a speaker, or two of them side by side. */
export interface Address {
  id: string | null
  other: string | null
}

const PATH = '/desk/speakers'

/** What an address of the page shows. */
export function addressIn(search: string): Address {
  const params = new URLSearchParams(search)
  const id = params.get('id') || null
  const other = params.get('with') || null
  return { id, other: id === other ? null : id && other }
}

/** The address of what is shown. */
export function hrefOf({ id, other }: Address): string {
  if (id === null) return PATH
  return `${PATH}?${new URLSearchParams(other === null ? { id } : { id, with: other })}`
}

/** The address of a speaker at the desk. */
export const hrefOfSpeaker = (id: string): string => hrefOf({ id, other: null })

import { type AddressFilter, type ListBase, listAddress } from '../record/address-filter.js'

export interface OtherFormsProps {
  /** The list: "statements". */
  name: string
  address: AddressFilter
  base?: ListBase | undefined
  /** Whether it has a feed. */
  isFollowed: boolean
}

/** The links to a whole list as data, and to its feed. */
export function OtherForms({ name, address, base, isFollowed }: OtherFormsProps) {
  const forms = isFollowed ? [...FORMS, FEED] : FORMS
  return (
    <p class="more">
      <span class="list">
        {forms.map(([form, says]) => (
          <a href={listAddress(name, form, address, base)} rel="nofollow" key={form}>
            {says}
          </a>
        ))}
      </span>
    </p>
  )
}

const FORMS: readonly (readonly ['csv' | 'json' | 'atom', string])[] = [
  ['csv', 'As a table (CSV)'],
  ['json', 'As JSON'],
]
const FEED = ['atom', 'New ones as a feed'] as const

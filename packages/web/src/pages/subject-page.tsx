import type { StatementFilter } from '@onrecord/sdk'
import type { ComponentChild } from 'preact'
import { Listing } from '../components/listing.js'
import { feedOf, type ListBase, readFilter } from '../record/address-filter.js'
import { listedStatements } from '../record/statement-list.js'
import { FOLDERS, type Folder, handleOf, idIn, pathOf } from '../text/handle.js'
import { countOf } from '../text/words.js'
import { movedFrom, type PageRequest, type PageResult } from './page.js'

/** A page about one object: what is known of it, and the statements that belong to it. */
export interface Subject<Shown> {
  folder: Folder
  /** The object; null when there is none. */
  load(client: PageRequest['client'], id: string): Promise<Shown | null>
  idAndName(shown: Shown): { id: string; name: string }
  /** What its statements have in common. */
  filter(id: string): StatementFilter
  /** What is known of it, below its name. */
  about(shown: Shown): ComponentChild
  /** What its list is: "What Anil Rao has said". */
  sentence(name: string): string
  kind?: 'profile'
  /** The facet that the page stands for. */
  without?: string
  /** Schema.org's data of it. */
  data(shown: Shown, page: string, baseUrl: string): object
  /** What stands above its name. */
  above?(shown: Shown): ComponentChild
}

/** Makes the function that makes the pages of a kind of objects. */
export const subjectPage =
  <Shown,>(subject: Subject<Shown>) =>
  async ({ client, url, baseUrl }: PageRequest, handle: string): Promise<PageResult> => {
    const { folder, kind, without } = subject
    const id = idIn(handle, FOLDERS[folder])
    if (!id) return null
    const address = readFilter(url.searchParams)
    const [shown, statements] = await Promise.all([
      subject.load(client, id),
      listedStatements(client, subject.filter(id), address),
    ])
    if (!shown) return null
    const named = subject.idAndName(shown)
    const path = pathOf(folder, named)
    const moved = movedFrom(url, path)
    if (moved) return moved
    const narrowed = address.conditions.length > 0 || address.text !== '' || address.after !== undefined
    return {
      title: named.name,
      description: `${subject.sentence(named.name)}, word for word, with where and when: ${countOf(statements.totalCount)} statements.`,
      path,
      ...(kind ? { kind } : {}),
      data: subject.data(shown, baseUrl + path, baseUrl),
      alternates: feedOf(baseUrl, 'statements', address, listOf(folder, named)),
      ...(narrowed ? { unlisted: true } : {}),
      content: (
        <>
          <header class="head">
            {subject.above?.(shown)}
            <h1>
              <bdi>{named.name}</bdi>
            </h1>
            {subject.about(shown)}
          </header>
          <Listing
            {...statements}
            url={url}
            address={address}
            {...(without ? { without } : {})}
            base={listOf(folder, named)}
          />
        </>
      ),
    }
  }

/** The condition of an address that stands for a page's subject: speaker=anil-rao-01jx… */
const listOf = (folder: Folder, { id, name }: { id: string; name: string }): ListBase => ({
  [folder.slice(0, -1)]: handleOf(id, name),
})

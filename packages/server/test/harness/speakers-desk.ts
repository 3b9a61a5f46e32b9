import type { Page } from 'playwright-core'
import type { Database } from '../../src/database/database.js'
import type { Speaker } from '../../src/generated/prisma/client.js'
import { tellOfDoubles } from '../worlds/doubles.js'
import { openTestDatabase } from './databases.js'
import { type DeskBrowser, openDesk } from './desk-browser.js'

/** The desk of a record in which some speakers have two names, and Mara, who edits and reviews, before its speakers. */
export interface SpeakersDesk {
  database: Database
  desk: DeskBrowser
  page: Page
  /** Waits until a page has a heading. By default Mara's page. */
  heading(name: string, on?: Page): Promise<void>
  /** Waits until a page tells of something that was done. By default Mara's page. */
  told(text: string | RegExp, on?: Page): Promise<void>
  /** The speaker of a name. */
  speaker(name: string): Promise<Speaker>
  /** Who has how many statements in the database, and who was merged. */
  stored(): Promise<Record<string, number | 'merged'>>
  /** Finds a speaker by letters of the name, and opens what Enter opens. */
  findAndOpen(letters: string, name: string): Promise<void>
  close(): Promise<void>
}

/** Opens the desk of a new record before its speakers. */
export async function openSpeakers(executablePath: string): Promise<SpeakersDesk> {
  const database = await openTestDatabase('embedded')
  await tellOfDoubles(database)
  const desk = await openDesk(database, executablePath)
  const page = await desk.signIn('Mara', 'editor', 'reviewer')
  const heading = (name: string, on = page) =>
    on.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  await page.getByRole('link', { name: 'Speakers' }).click()
  await heading('Speakers')
  return {
    ...{ database, desk, page, heading },
    told: (text, on = page) => on.locator('.said').getByText(text).waitFor(),
    speaker: (name) => database.prisma.speaker.findFirstOrThrow({ where: { name } }),
    async stored() {
      const all = await database.prisma.speaker.findMany({
        include: { _count: { select: { attributions: true } } },
      })
      return Object.fromEntries(
        all.map((one) => [one.name, one.mergedIntoId ? 'merged' : one._count.attributions]),
      )
    },
    async findAndOpen(letters, name) {
      await page.goto(`${desk.server().url}/desk/speakers`)
      await page.getByRole('list', { name: 'The most quoted' }).waitFor()
      await page.keyboard.press('/')
      await page.keyboard.type(letters)
      await page.keyboard.press('Enter')
      await heading(name)
    },
    async close() {
      await desk.close()
      await database.close()
    },
  }
}

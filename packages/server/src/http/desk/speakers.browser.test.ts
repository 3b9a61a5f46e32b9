import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../test/harness/chromium.js'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { type DeskBrowser, openDesk } from '../../../test/harness/desk-browser.js'
import { violations } from '../../../test/harness/desk-sight.js'
import { HOSTILE, tellOfDoubles } from '../../../test/worlds/doubles.js'
import { proposeStatements } from '../../../test/worlds/proposals.js'
import type { Database } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { createKey } from '../../record/api-key/keys.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { fold } from '../../text/fold.js'

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the desk in a browser, because there is no Chromium')

describe.skipIf(!executablePath)('speakers at the desk', () => {
  let database: Database
  let desk: DeskBrowser
  let page: Page

  beforeAll(async () => {
    database = await openTestDatabase('embedded')
    await tellOfDoubles(database)
    desk = await openDesk(database, executablePath as string)
    page = await desk.signIn('Mara', 'editor', 'reviewer')
    await page.getByRole('link', { name: 'Speakers' }).click()
    await heading('Speakers')
  }, 120_000)
  afterAll(async () => {
    await desk?.close()
    await database?.close()
  })

  const heading = (name: string, on = page) =>
    on.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  const told = (text: string | RegExp, on = page) => on.locator('.said').getByText(text).waitFor()
  const speaker = (name: string) => database.prisma.speaker.findFirstOrThrow({ where: { name } })
  /** Who has how many statements in the database, and who was merged. */
  const stored = async () => {
    const all = await database.prisma.speaker.findMany({
      include: { _count: { select: { attributions: true } } },
    })
    return Object.fromEntries(
      all.map((one) => [one.name, one.mergedIntoId ? 'merged' : one._count.attributions]),
    )
  }
  const APART = {
    ...{ 'Tomas Jan Wierzba': 3, 'Tomas Wierzba': 2, 'Irena Wierzba': 1 },
    ...{ 'Odile Sorensen': 2, 'Odile Sorenson': 1 },
  }
  const findAndOpen = async (letters: string, name: string, on = page) => {
    await on.goto(`${desk.server().url}/desk/speakers`)
    await on.getByRole('list', { name: 'The most quoted' }).waitFor()
    await on.keyboard.press('/')
    await on.keyboard.type(letters)
    await on.keyboard.press('Enter')
    await heading(name, on)
  }

  it('lists the most quoted, and merges two of them with a key each, and takes it back', async () => {
    expect(await stored()).toEqual(APART)
    await page.getByRole('list', { name: 'The most quoted' }).waitFor()
    await page.keyboard.press('j')
    expect(await page.locator(':focus').textContent()).toBe('Tomas Jan Wierzba')
    await page.keyboard.press('Enter')
    await heading('Tomas Jan Wierzba')
    expect(page.url()).toContain('/desk/speakers?id=')
    await page.getByRole('list', { name: 'Possible duplicates' }).waitFor()
    await page.keyboard.press('j')
    expect(await page.locator(':focus').textContent()).toBe('Tomas Wierzba')
    await page.keyboard.press('Enter')
    await heading('Are they the same?')
    // The one with more statements stays, unless somebody says otherwise.
    await page.getByText('Tomas Wierzba becomes part of Tomas Jan Wierzba, with 2 statements').waitFor()
    await page.keyboard.press('s')
    await page.getByText('Tomas Jan Wierzba becomes part of Tomas Wierzba, with 3 statements').waitFor()
    await page.keyboard.press('s')
    await page.keyboard.press('w')
    await page.keyboard.type('The engineer of the weir, in full')
    await page.keyboard.press('Escape')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('m')
    await told('Merged: “Tomas Wierzba” merged into “Tomas Jan Wierzba”.')
    await heading('Tomas Jan Wierzba')
    await page.getByText('The engineer of the weir, in full').waitFor()
    expect(await stored()).toEqual({ ...APART, 'Tomas Jan Wierzba': 5, 'Tomas Wierzba': 'merged' })
    expect(await violations(page)).toEqual([])

    await page.keyboard.press('u')
    await told('Taken back: “Tomas Wierzba” merged into “Tomas Jan Wierzba”.')
    await heading('Are they the same?')
    expect(await stored()).toEqual(APART)
    expect(await database.prisma.alias.count()).toBe(0)
  }, 60_000)

  it('edits names, kind, Wikidata item and offices, and takes each back', async () => {
    await findAndOpen('iren', 'Irena Wierzba')
    await page.keyboard.press('e')
    await page.getByLabel('Name: the fullest').fill('Irena Maria Wierzba')
    await page.getByLabel('Other names').fill('Irena Wierzba\nThe miller of Low Weir')
    await page.getByLabel('Wikidata item').fill('42')
    await page.keyboard.press('Control+Enter')
    await page.getByText('a WikidataId is a Q and a number').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await page.getByLabel('Name: the fullest').inputValue()).toBe('Irena Maria Wierzba')
    await page.getByLabel('Wikidata item').fill('Q4200001')
    await page.keyboard.press('Control+Enter')
    await told('Saved: names of “Irena Wierzba”.')
    await heading('Irena Maria Wierzba')

    await page.keyboard.press('o')
    await page.getByLabel('Role').fill('Head of the millers')
    await page.getByRole('button', { name: 'Choose: Organisation' }).click()
    await page.keyboard.type('Guild of Millers')
    await page.getByRole('option', { name: 'a new organisation' }).click()
    await page.getByRole('button', { name: 'Choose: Organisation, Guild of Millers' }).waitFor()
    await page.getByLabel('From').fill('2024-13')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Not saved').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByLabel('From').fill('2024-03')
    await page.getByRole('button', { name: 'Save' }).click()
    await told('Saved: offices of “Irena Maria Wierzba”.')
    await page.locator('.facts').getByText('March 2024').waitFor()
    expect(await violations(page)).toEqual([])
    const { id } = await speaker('Irena Maria Wierzba')
    const now = async () => {
      const include = { aliases: { orderBy: { name: 'asc' } }, affiliations: true } as const
      const found = await database.prisma.speaker.findUniqueOrThrow({ where: { id }, include })
      const { name, wikidataId, aliases, affiliations } = found
      const offices = affiliations.map(({ role, fromEdtf }) => [role, fromEdtf])
      return { name, wikidataId, aliases: aliases.map((alias) => alias.name), offices }
    }
    expect(await now()).toEqual({
      ...{ name: 'Irena Maria Wierzba', wikidataId: 'Q4200001' },
      ...{
        aliases: ['Irena Wierzba', 'The miller of Low Weir'],
        offices: [['Head of the millers', '2024-03']],
      },
    })
    await page.keyboard.press('u')
    await told('Taken back: offices of “Irena Maria Wierzba”.')
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await told('Taken back: names of “Irena Wierzba”.')
    await heading('Irena Wierzba')
    expect(await now()).toEqual({ name: 'Irena Wierzba', wikidataId: null, aliases: [], offices: [] })
  }, 60_000)

  it('shows what somebody else has written meanwhile, and keeps what was typed', async () => {
    const other = await desk.signIn('Ben', 'editor')
    await other.goto(page.url())
    await heading('Irena Wierzba', other)
    await page.keyboard.press('e')
    await page.getByLabel('Other names').fill('The miller')
    await page.getByLabel('Name: the fullest').fill('Irena of the Mill')
    await other.keyboard.press('e')
    await other.getByLabel('Name: the fullest').fill('Irena Anna Wierzba')
    await other.keyboard.press('Enter')
    await told('Saved: names of “Irena Wierzba”.', other)
    await page.keyboard.press('Enter')
    await page.getByText('Ben has changed this speaker meanwhile').waitFor()
    await page.getByText('There stands now: Irena Anna Wierzba').waitFor()
    expect(await violations(page)).toEqual([])
    await desk.screenshot(page, 'desk-speakers-conflict')
    expect(await page.getByLabel('Name: the fullest').inputValue()).toBe('Irena of the Mill')
    expect(await page.getByLabel('Other names').inputValue()).toBe('The miller')
    await page.keyboard.press('Control+Enter')
    await heading('Irena of the Mill')
    // What Ben did cannot be taken back any more: it is not what stands there.
    await other.keyboard.press('u')
    await other.getByText('somebody has changed it since').waitFor()
    await page.keyboard.press('u')
    await heading('Irena Anna Wierzba')
    await page.keyboard.press('Escape')
    await heading('Speakers')
    await page.goBack()
    await heading('Irena Anna Wierzba')
  }, 60_000)

  it('splits what was merged earlier, and merges it again on undo', async () => {
    await findAndOpen('odile soren', 'Odile Sorensen')
    await page.getByRole('list', { name: 'Possible duplicates' }).getByRole('link').first().click()
    await page.getByRole('button', { name: 'Merge' }).first().click()
    await told(/^Merged/)
    await page.reload()
    await heading('Odile Sorensen')
    await page.getByRole('button', { name: 'Split again: Odile Sorenson' }).click()
    await told('Split: “Odile Sorenson” split from “Odile Sorensen”.')
    expect(await stored()).toMatchObject({ 'Odile Sorensen': 2, 'Odile Sorenson': 1 })
    // A split tells the record that they are two.
    await page.getByText('None: no other name is nearly the same').waitFor()
    await page.keyboard.press('u')
    await told(/^Taken back/)
    expect(await stored()).toMatchObject({ 'Odile Sorensen': 3, 'Odile Sorenson': 'merged' })
    // What was done before the page was loaded again can be taken back, too.
    await page.keyboard.press('u')
    await told('Taken back: “Odile Sorenson” merged into “Odile Sorensen”.')
    expect(await stored()).toMatchObject({ 'Odile Sorensen': 2, 'Odile Sorenson': 1 })
  }, 60_000)

  it('goes from pair to pair, tells whose a Wikidata item is, and merges nothing that was changed meanwhile', async () => {
    for (const [name, wikidataId] of [
      ['Ruta Bell', null],
      ['Ruta Ann Bell', 'Q77'],
      ['Ruta Bella', null],
    ] as const) {
      const row = { id: newId(), kind: 'PERSON' as const, name, nameFolded: fold(name), wikidataId }
      await database.prisma.speaker.create({ data: row })
    }
    const id = encodeGlobalId('Speaker', (await speaker('Ruta Bell')).id)
    const url = `${desk.server().url}/desk/speakers?id=${id}`
    await page.goto(url)
    const candidates = page.getByRole('list', { name: 'Possible duplicates' }).getByRole('link')
    await candidates.first().click()
    await page.getByText('Pair 1 of 2').waitFor()
    await page.keyboard.press('j')
    await page.getByText('Pair 2 of 2').waitFor()
    await page.keyboard.press('k')
    await page.getByText('Pair 1 of 2').waitFor()
    await page.keyboard.press('x')
    await told('Left as two. Here is the next.')
    await page.getByText('Pair 1 of 1').waitFor()
    await page.keyboard.press('x')
    await told('Left as two. There is no other to compare.')
    await heading('Ruta Bell')
    // The record has no place for that.
    await page.reload()
    await candidates.nth(1).waitFor()

    await page.keyboard.press('e')
    await page.getByLabel('Wikidata item').fill('Q77')
    await page.keyboard.press('Enter')
    await page.getByText('This belongs to another Speaker: merge the two, or correct it.').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('link', { name: 'Ruta Ann Bell' }).first().click()
    await heading('Are they the same?')
    const other = await desk.signIn('Ben', 'editor')
    await other.goto(url)
    await heading('Ruta Bell', other)
    await other.keyboard.press('e')
    await other.getByLabel('Other names').fill('The bell of Ruta')
    await other.keyboard.press('Control+Enter')
    await told('Saved: names of “Ruta Bell”.', other)
    await page.keyboard.press('m')
    await page.getByText('somebody has changed it just now').waitFor()
    await page.getByText('The bell of Ruta').waitFor()
    expect(await speaker('Ruta Ann Bell')).toMatchObject({ mergedIntoId: null })
    await page.keyboard.press('m')
    await told('Merged: “Ruta Ann Bell” merged into “Ruta Bell”.')
    expect(await speaker('Ruta Bell')).toMatchObject({ wikidataId: 'Q77' })
    await page.keyboard.press('u')
    await told(/^Taken back: “Ruta Ann Bell”/)
    expect(await speaker('Ruta Bell')).toMatchObject({ wikidataId: null, mergedIntoId: null })
    expect(await speaker('Ruta Ann Bell')).toMatchObject({ wikidataId: 'Q77', mergedIntoId: null })
  }, 60_000)

  it('loses nothing, and does nothing twice, when the record is away or the session has ended', async () => {
    await findAndOpen('odile sorenson', 'Odile Sorenson')
    const url = page.url()
    const { version } = await speaker('Odile Sorenson')
    await page.keyboard.press('e')
    await page.getByLabel('Other names').fill('The ferrywoman')
    // The write is done, and its answer is lost.
    await page.route('**/graphql', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await page.keyboard.press('Control+Enter')
    await page.getByText('The record cannot be reached.').waitFor()
    expect(await violations(page)).toEqual([])
    expect((await speaker('Odile Sorenson')).version).toBe(version + 1)
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await told('Saved: names of “Odile Sorenson”.')
    expect((await speaker('Odile Sorenson')).version).toBe(version + 1)

    await page.keyboard.press('e')
    await page.getByLabel('Other names').fill('The captain')
    await page.context().clearCookies()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Your session has ended.').waitFor()
    await page.getByRole('link', { name: 'Sign in again' }).click()
    await page.waitForURL(/\/desk\/sign-in/)
    const { key } = await createKey(database.prisma, {
      ...{
        name: 'Mara',
        roles: ['editor', 'reviewer'],
        expiresAt: null,
        environment: 'local',
        createdBy: 'test',
      },
    })
    await page.getByLabel('Your key').fill(key)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(url)
    await heading('Odile Sorenson')
    await page.keyboard.press('e')
    await page.getByText('What you typed before is here again.').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.locator('.facts').getByText('The captain').waitFor()
    await page.keyboard.press('u')
    await page.locator('.facts').getByText('The ferrywoman').waitFor()
  }, 60_000)

  it('is there for editors only, who merge when they may review, too', async () => {
    const [one, other] = [await speaker('Tomas Jan Wierzba'), await speaker('Tomas Wierzba')]
    const [id, second] = [one, other].map((each) => encodeGlobalId('Speaker', each.id))
    const editor = await desk.signIn('Edda', 'editor')
    await editor.goto(`${desk.server().url}/desk/speakers?id=${id}&with=${second}`)
    await editor.getByText('To merge speakers takes a key with the role reviewer').waitFor()
    await editor.keyboard.press('m')
    expect(await violations(editor)).toEqual([])
    expect(await stored()).toMatchObject({ 'Tomas Jan Wierzba': 3, 'Tomas Wierzba': 2 })

    const reviewer = await desk.signIn('Rea', 'reviewer')
    expect(await reviewer.getByRole('link', { name: 'Speakers' }).count()).toBe(0)
    await reviewer.goto(`${desk.server().url}/desk/speakers`)
    expect(await reviewer.locator('.message').textContent()).toContain('does not allow to edit speakers')
  }, 60_000)

  it('is whole at every width, light and dark, with hostile names as they are', async () => {
    const { id } = await speaker('Tomas Jan Wierzba')
    const alias = { id: newId(), speakerId: id, name: HOSTILE, nameFolded: fold(HOSTILE), language: 'pl' }
    await database.prisma.alias.create({ data: alias })
    const states: readonly [string, () => Promise<void>][] = [
      ['list', async () => {}],
      [
        'find',
        async () => {
          await page.keyboard.press('/')
          await page.keyboard.type('wie')
          await page.getByRole('option').first().waitFor()
        },
      ],
      ['one', () => findAndOpen('img src', 'Tomas Jan Wierzba')],
      ['names', () => page.keyboard.press('e')],
      [
        'offices',
        async () => {
          await page.keyboard.press('Escape')
          await page.keyboard.press('o')
          await page.getByRole('button', { name: 'Choose: Place' }).click()
          await page.keyboard.type('Low Weir')
          await page.getByRole('option', { name: 'a new place' }).waitFor()
        },
      ],
      [
        'two',
        async () => {
          const other = encodeGlobalId('Speaker', (await speaker('Tomas Wierzba')).id)
          await page.goto(`${page.url()}&with=${other}`)
          await heading('Are they the same?')
        },
      ],
      ['help', () => page.keyboard.press('?')],
    ]
    await page.goto(`${desk.server().url}/desk/speakers`)
    await page.getByRole('list', { name: 'The most quoted' }).waitFor()
    for (const [name, come] of states) {
      await come()
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await violations(page), `${name} ${colorScheme}`).toEqual([])
        for (const width of [320, 768, 1440]) {
          await page.setViewportSize({ width, height: 900 })
          await desk.screenshot(page, `desk-speakers-${name}-${width}-${colorScheme}`)
          expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(
            width,
          )
        }
      }
    }
    await page.keyboard.press('Escape')
    await database.prisma.alias.delete({ where: { id: alias.id } })
    expect(desk.faults).toEqual([])
  }, 120_000)

  it('shows more statements of whoever has many', async () => {
    await proposeStatements(database, 31, 44)
    await findAndOpen('mara li', 'Mara Lindt')
    const { _count } = await database.prisma.speaker.findFirstOrThrow({
      where: { name: 'Mara Lindt' },
      select: { _count: { select: { attributions: true } } },
    })
    const statements = page.locator('.statements > li')
    expect(await statements.count()).toBe(20)
    await page.getByRole('button', { name: 'More' }).click()
    await statements.nth(20).waitFor()
    expect(await statements.count()).toBe(_count.attributions)
    expect(desk.faults).toEqual([])
  }, 60_000)
})

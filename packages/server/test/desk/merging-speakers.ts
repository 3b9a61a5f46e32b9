import { expect, it } from 'vitest'
import { newId } from '../../src/database/id.js'
import { encodeGlobalId } from '../../src/record/global-id.js'
import { fold } from '../../src/text/fold.js'
import { violations } from '../harness/desk-sight.js'
import type { SpeakersDesk } from '../harness/speakers-desk.js'

/** Who has how many statements at first. */
const APART = {
  ...{ 'Tomas Jan Wierzba': 3, 'Tomas Wierzba': 2, 'Irena Wierzba': 1 },
  ...{ 'Odile Sorensen': 2, 'Odile Sorenson': 1 },
}

/** The tests of merging and splitting, which begin with all speakers apart. */
export function mergingTests(speakers: SpeakersDesk): void {
  it('lists the most quoted, and merges two of them with a key each, and takes it back', async () => {
    const { database, page, heading, told, stored } = speakers
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

  it('splits what was merged earlier, and merges it again on undo', async () => {
    const { page, heading, told, stored, findAndOpen } = speakers
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
    const { database, desk, page, heading, told, speaker } = speakers
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
}

import { expect, it } from 'vitest'
import { createKey } from '../../src/record/api-key/keys.js'
import { violations } from '../harness/desk-sight.js'
import type { SpeakersDesk } from '../harness/speakers-desk.js'

/** The tests of the forms for names and offices. */
export function editingTests(speakers: SpeakersDesk): void {
  it('edits names, kind, Wikidata item and offices, and takes each back', async () => {
    const { database, page, heading, told, speaker, findAndOpen } = speakers
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

  it('gives offices a place by its name, which is made when it is new', async () => {
    const { database, page, told, heading } = speakers
    const office = (number: number) => page.getByRole('group', { name: `Office ${number}` })
    const choosePlace = async (number: number, letters: string) => {
      await office(number).getByLabel('Role').fill(`Pilot ${number}`)
      await office(number).getByRole('button', { name: 'Choose: Place, none' }).press('Enter')
      await page.keyboard.type(letters)
      await page.keyboard.press('Enter')
      await office(number).getByRole('button', { name: 'Choose: Place, Low Weir' }).waitFor()
      expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Choose: Place, Low Weir')
    }
    await page.keyboard.press('o')
    await choosePlace(1, 'Low Weir')
    await page.getByRole('button', { name: 'Another office' }).click()
    await choosePlace(2, 'low w')
    await page.keyboard.press('Control+Enter')
    await told('Saved: offices of “Irena Wierzba”.')
    expect(await page.locator('.facts').getByText('Low Weir').count()).toBe(2)
    expect(await database.prisma.place.findMany({ select: { name: true, countryCode: true } })).toEqual([
      { name: 'Low Weir', countryCode: null },
    ])
    // Escape closes the names, and leaves the form open.
    await page.keyboard.press('o')
    await office(2).getByRole('button', { name: 'Choose: Place, Low Weir' }).press('Enter')
    await page.keyboard.type('High')
    await page.keyboard.press('Escape')
    await office(2).getByRole('button', { name: 'Take away: Place, Low Weir' }).click()
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => page.locator('.facts').getByText('Low Weir').count(), { timeout: 10_000 }).toBe(1)
    await page.keyboard.press('o')
    await page.getByRole('button', { name: 'Remove office 2' }).press('Enter')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => page.locator('.facts').getByText('Pilot 2').count(), { timeout: 10_000 }).toBe(0)
    for (let again = 0; again < 3; again++) {
      await page.keyboard.press('u')
      await told('Taken back: offices of “Irena Wierzba”.')
    }
    await expect.poll(() => database.prisma.affiliation.count(), { timeout: 10_000 }).toBe(0)
    await heading('Irena Wierzba')
  }, 60_000)

  it('shows what somebody else has written meanwhile, and keeps what was typed', async () => {
    const { desk, page, heading, told } = speakers
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

  it('loses nothing, and does nothing twice, when the record is away or the session has ended', async () => {
    const { database, page, heading, told, speaker, findAndOpen } = speakers
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
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editingTests } from '../../../test/desk/editing-speakers.js'
import { mergingTests } from '../../../test/desk/merging-speakers.js'
import { findChromium } from '../../../test/harness/chromium.js'
import { violations } from '../../../test/harness/desk-sight.js'
import { openSpeakers, type SpeakersDesk } from '../../../test/harness/speakers-desk.js'
import { HOSTILE } from '../../../test/worlds/doubles.js'
import { proposeStatements } from '../../../test/worlds/proposals.js'
import { newId } from '../../database/id.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { fold } from '../../text/fold.js'

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the desk in a browser, because there is no Chromium')

describe.skipIf(!executablePath)('speakers at the desk', () => {
  // One record and one browser for all of them, which take seconds to open.
  const speakers = {} as SpeakersDesk
  beforeAll(async () => {
    Object.assign(speakers, await openSpeakers(executablePath as string))
  }, 120_000)
  afterAll(() => speakers.close?.())

  mergingTests(speakers)
  editingTests(speakers)

  it('is there for editors only, who merge when they may review, too', async () => {
    const { desk, speaker, stored } = speakers
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
    const { database, desk, page, heading, speaker, findAndOpen } = speakers
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
    const { database, desk, page, findAndOpen } = speakers
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

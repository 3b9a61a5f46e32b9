import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')

const SCREENSHOTS = fileURLToPath(new URL('../../../../.onrecord/screenshots/', import.meta.url))

/** Takes a picture of a page as it is, when SCREENSHOTS is set: pictures are for people, and each takes its time. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png`, fullPage: true })
}

/** Takes pictures of a page at three widths, light and dark. */
export async function screenshots(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await screenshot(page, `${name}-${width}-${colorScheme}`)
    }
  }
}

/** The words of the proposal that the desk shows, once they stand in their paragraph. */
export async function shown(page: Page): Promise<string> {
  const words = page.locator('.proposal mark.words[data-start]')
  await words.first().waitFor()
  return (await words.allTextContents()).join('')
}

/** Waits until all decisions have reached the service. */
export async function allSent(page: Page): Promise<void> {
  const progress = () => page.locator('.progress').textContent()
  await expect.poll(progress, { timeout: 20_000 }).not.toMatch(/being sent|wait here/)
}

/** What a page has against WCAG 2.2 AA and the rules of good practice, one line each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself into the window
    const { violations: found } = await (window as any).axe.run()
    return found.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`)
  })
}

import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { extractIn } from '../../extract-in.js'
import { dutch } from './nl/dutch.js'
import { WORDS } from './nl/words.js'

const textOf = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const contributing = textOf('../../../../../CONTRIBUTING.md')

const text = [
  'Minister Ada Moss kwam naar de haven.',
  '“De veerboot vaart weer”, zei Moss maandag op een persconferentie.',
  'Ivo van Hale schreef: “Wij wachten.”',
].join('\n\n')

describe('the recipe "How do I add a language?"', () => {
  it('is shown in CONTRIBUTING.md as it runs here', () => {
    const code = /\/\/ #region \w+\n([\s\S]*?)\/\/ #endregion/.exec(textOf('nl/dutch.ts'))?.[1] ?? ''
    expect(contributing).toContain(`\`\`\`ts\n${code.replaceAll('../../../', '../../')}\`\`\`\n`)
  })

  it('reads direct speech, offices, mediums, times and topics', () => {
    const { statements, speakers, topics } = extractIn(dutch, text, { publishedAt: '2021-01-27' })
    expect(statements.map(({ speaker, medium }) => [speaker, medium])).toEqual([
      ['Ada Moss', 'PRESS_CONFERENCE'],
      ['Ivo van Hale', 'WRITTEN_STATEMENT'],
    ])
    expect(statements[0]?.saidAt).toMatchObject({ asWritten: 'maandag', edtf: '2021-01-25' })
    expect(speakers[0]?.role).toBe('Minister')
    expect(topics).toContainEqual(expect.objectContaining({ slug: 'transport', name: 'Vervoer' }))
  })

  it('does not compile with one part or one list of words left out', async () => {
    const parts = [
      ...Object.keys(dutch).filter((part) => part !== 'lexicon'),
      ...['words', 'endings', 'verbs', 'officePhrases'],
    ]
    const checks = [
      ...parts.map((part) => `({ ${part}: _, ...rest }: LanguageSource): LanguageSource => rest`),
      ...Object.keys(WORDS).map((tag) => `({ ${tag}: _, ...rest }: Words): Words => rest`),
    ]
    const whole = '({ ...rest }: LanguageSource): LanguageSource => rest'
    expect(await refusedLines([...checks, whole])).toEqual(checks.map((_, line) => line))
  }, 30_000)
})

/** Indices of the expressions that the compiler refuses, against what was built. */
async function refusedLines(expressions: string[]): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'add-language-'))
  const built = fileURLToPath(new URL('../../../dist/languages/language.js', import.meta.url))
  const head = [
    `import type { LanguageSource } from ${JSON.stringify(built)}`,
    "type Words = LanguageSource['words']",
  ]
  const file = join(folder, 'left-out.ts')
  writeFileSync(file, [...head, ...expressions.map((code, i) => `export const x${i} = ${code}`)].join('\n'))
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  const flags = '--noEmit --singleThreaded --strict --skipLibCheck --target es2023 --module nodenext'.split(
    ' ',
  )
  try {
    await promisify(execFile)(process.execPath, [compiler, ...flags, file], { cwd: folder })
    return []
  } catch (error) {
    const { stdout } = error as { stdout: string }
    const lines = [...stdout.matchAll(/left-out\.ts\((\d+),/g)].map(([, line]) => Number(line))
    return [...new Set(lines)].map((line) => line - 1 - head.length).sort((a, b) => a - b)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

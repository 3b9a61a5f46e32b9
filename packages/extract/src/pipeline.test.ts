import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('.', import.meta.url))

/** The stages of the pipeline. Each imports itself and those before it. */
const STAGES = ['text', 'names', 'cues', 'said', 'attribution', 'about', 'languages']

/** What the files of a folder import from other folders of the package: "names". */
const importedBy = (folder: string): string[] =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(join(SRC, folder, file), 'utf8').matchAll(/from '((?:\.\.?\/)+[^']+)'/g)].map(
        ([, module = '']) => join(folder, file, '..', module).split('/')[0] ?? '',
      ),
    )

it.each(STAGES.map((stage, i) => [stage, STAGES.slice(0, i + 1)] as const))(
  'lets %s import only what comes before it',
  (stage, allowed) => {
    const others = importedBy(stage).filter((folder) => ![...allowed, 'types.js'].includes(folder))
    expect(others).toEqual([])
  },
)

it('knows every folder', () => {
  const folders = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name).sort()).toEqual([...STAGES, 'testing'].sort())
})

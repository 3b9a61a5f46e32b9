import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * What an editor shows where a name is used: the documentation, by the language service of a project's TypeScript.
 *
 * @param {string} folder of the project
 * @param {string} source a program in it
 * @param {readonly string[]} names each is looked up where the program mentions it last
 * @returns {string[]}
 */
export function documentationOf(folder, source, names) {
  const ts = createRequire(join(folder, 'package.json'))('typescript')
  const file = join(folder, 'shown-in-an-editor.mts')
  writeFileSync(file, source)
  const { fileExists, readFile, readDirectory, directoryExists, getDirectories, realpath } = ts.sys
  const service = ts.createLanguageService({
    ...{ fileExists, readFile, readDirectory, directoryExists, getDirectories, realpath },
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (/** @type {string} */ path) =>
      fileExists(path) ? ts.ScriptSnapshot.fromString(readFile(path)) : undefined,
    getCurrentDirectory: () => folder,
    getCompilationSettings: () => ({
      ...{ strict: true, module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [] },
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    }),
    getDefaultLibFileName: (/** @type {object} */ options) => ts.getDefaultLibFilePath(options),
  })
  return names.map((name) => {
    const shown = service.getQuickInfoAtPosition(file, source.lastIndexOf(name) + 1)
    return ts.displayPartsToString(shown?.documentation)
  })
}

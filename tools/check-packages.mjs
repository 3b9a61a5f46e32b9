/**
 * Packs the packages and checks the archives: with publint, with are-the-types-wrong (as ES modules), and their files and
 * manifests. Fails when it finds anything.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { PUBLISHED, packPackages } from './pack.mjs'
import { toolsFolder } from './workspace.mjs'

/** The most bytes of the unpacked SDK. The schema does not count, because it is as large as the API is. */
const SDK_SIZE = 428_000
const SCHEMA = ['schema.graphql', 'introspection.json', 'operations.json']

const archive = await packPackages(join(toolsFolder, 'packed'))
for (const name of PUBLISHED) {
  const data = readFileSync(archive(name))
  const contents = createPackageFromTarballData(new Uint8Array(data))
  const root = `/node_modules/${contents.packageName}/`
  const files = contents.listFiles().map((path) => path.slice(root.length))
  const size = files
    .filter((path) => !SCHEMA.includes(path))
    .reduce((sum, path) => sum + Buffer.byteLength(contents.readFile(root + path)), 0)
  const manifest = JSON.parse(contents.readFile(`${root}package.json`))
  const findings = [
    ...(await lint(data, manifest)),
    ...(!manifest.exports['.'] ? [] : await wrongTypes(contents)),
    ...wrongContents(files, manifest),
    ...(name === 'sdk' ? wrongSdk(manifest, size) : []),
  ]
  console.log(
    `${findings.length === 0 ? 'ok  ' : 'BAD '} ${contents.packageName}: ${files.length} files, ${size} B`,
  )
  for (const finding of findings) console.log(`     ${finding}`)
  if (findings.length > 0) process.exitCode = 1
}

/**
 * @param {Buffer} data
 * @param {object} manifest
 */
async function lint(data, manifest) {
  const tarball = new Uint8Array(data).buffer
  const { messages } = await publint({ pack: { tarball }, strict: true })
  return messages.map((message) => `publint: ${formatMessage(message, manifest, { color: false })}`)
}

/** @param {import('@arethetypeswrong/core').Package} contents */
async function wrongTypes(contents) {
  const result = await checkPackage(contents)
  if (!result.types) return ['are-the-types-wrong: it has no types']
  // The packages are ES modules only, so other ways to resolve them do not matter.
  const others = ['node10', 'node16-cjs']
  return result.problems
    .filter((problem) => !('resolutionKind' in problem && others.includes(problem.resolutionKind)))
    .map((problem) => `are-the-types-wrong: ${JSON.stringify(problem)}`)
}

/**
 * @param {string[]} files
 * @param {Record<string, any>} manifest
 */
function wrongContents(files, manifest) {
  const missing = ['LICENSE', 'README.md'].filter((name) => !files.includes(name))
  const surplus = files.filter((path) => /\.map$|\.test\.|\/testing\//.test(path))
  const facts = ['description', 'keywords', 'homepage', 'bugs', 'repository', 'license', 'engines']
  const { dependencies, peerDependencies, publishConfig } = manifest
  const local = Object.entries({ ...dependencies, ...peerDependencies }).filter(([, range]) =>
    /^(workspace|catalog|file|link):/.test(range),
  )
  return [
    ...missing.map((name) => `it has no ${name}`),
    ...surplus.map((path) => `${path} is of no use to anyone who installs it: see "files"`),
    ...facts.filter((fact) => !manifest[fact]).map((fact) => `its package.json has no "${fact}"`),
    ...local.map(([name, range]) => `it depends on ${name}@${range}, which no registry has`),
    ...(publishConfig?.access === 'public' && publishConfig.provenance
      ? []
      : ['"publishConfig" is not ours']),
  ]
}

/**
 * @param {Record<string, any>} manifest
 * @param {number} size
 */
function wrongSdk({ dependencies = {}, peerDependencies = {} }, size) {
  const needs = Object.keys({ ...dependencies, ...peerDependencies })
  return [
    ...needs.map((name) => `it needs ${name}: the SDK has no dependencies`),
    ...(size > SDK_SIZE ? [`it has ${size} B unpacked, more than ${SDK_SIZE}`] : []),
  ]
}

import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findUnusedFiles } from '../../../../tools/reach.mjs'
import { readLocalKey } from '../../src/record/api-key/local-key-file.js'
import { type ServingCommand, serveCommand } from '../harness/run-process.js'
import { type Recipe, recipesIn } from './recipe.js'
import { openWorkshop, type Workshop } from './workshop.js'

const recipes = recipesIn(readFileSync(new URL('../../../../CONTRIBUTING.md', import.meta.url), 'utf8'))
const allSteps = recipes.flatMap(({ steps }) => steps)
const isCode = ({ file }: { file: string }) => file.endsWith('.ts')

describe('the recipes of CONTRIBUTING.md', () => {
  let workshop: Workshop
  beforeAll(async () => {
    workshop = openWorkshop()
    workshop.set(allSteps)
    await workshop.generate()
  })
  afterAll(() => workshop?.remove())

  it('add a field of each kind, a type, a filter, sources, a mutation and a noun', () => {
    expect(recipes.map(({ title }) => title)).toEqual([
      'How do I add a field that follows from others?',
      'How do I add a type?',
      'How do I add a field that people edit?',
      'How do I add a filter?',
      'How do I add a source of one article?',
      'How do I add a source of many articles?',
      'How do I add a mutation?',
      'How do I add a noun?',
    ])
  })

  it('are refused by the compiler or a check where a step is forgotten', async () => {
    const most = Math.max(...recipes.map(({ steps }) => steps.filter(isCode).length))
    const unnoticed: string[] = []
    for (let nth = 0; nth < most; nth++) {
      // One step of each recipe at a time: the recipes touch different files.
      const forgotten = recipes.flatMap((recipe) => {
        const step = recipe.steps.filter(isCode)[nth]
        return step && recipe.steps.length > 1 ? [{ recipe, step }] : []
      })
      workshop.set(allSteps.filter((step) => !forgotten.some((one) => one.step === step)))
      const said = [...(await workshop.compile()), ...findUnusedFiles(workshop.folder)]
      for (const { recipe, step } of forgotten) {
        if (!said.some((line) => speaksOf(recipe, line)))
          unnoticed.push(`${recipe.title} ${step.file} ${step.line}`)
      }
    }
    expect(unnoticed).toEqual([])
  })

  it('do what they say when every step is taken', async () => {
    workshop.set(allSteps)
    expect(await workshop.compile({ emit: true })).toEqual([])
    expect(findUnusedFiles(workshop.folder)).toEqual([])
    const server = await serveWorkshop(workshop)
    try {
      await tryOut(server, readLocalKey(join(workshop.folder, 'data')) ?? '')
    } finally {
      await server.end('SIGTERM')
    }
  })
})

/** Whether a complaint is about a file that the recipe touches. */
const speaksOf = ({ steps }: Recipe, complaint: string) =>
  steps.some(({ file }) => complaint.startsWith(file))

async function serveWorkshop({ folder }: Workshop): Promise<ServingCommand> {
  cpSync(join(folder, 'prisma/migrations'), join(folder, 'packages/server/dist/migrations'), {
    recursive: true,
  })
  writeFileSync(join(folder, 'story.md'), '# Ferry to sail\n\n“We sail at noon,” said Mara Lindt.\n')
  writeFileSync(
    join(folder, 'quay.vtt'),
    'WEBVTT\n\n1\n00:01.000 --> 00:04.000\n“The quay is sound,”\nsaid Anselm Okafor.\n',
  )
  writeFileSync(join(folder, 'week.digest'), 'One title\n\nOne text.\n=====\nTwo titles\n\nTwo texts.\n')
  const files = ['story.md', 'quay.vtt', 'week.digest'].map((name) => join(folder, name))
  const main = join(folder, 'packages/server/dist/cli/main.js')
  return serveCommand(['--data', join(folder, 'data'), '--ingest', ...files], {}, main)
}

async function tryOut(server: ServingCommand, key: string): Promise<void> {
  const { data, errors } = await server.ask(`{ articles(filter: { title: "FERRY" }) { nodes {
    id version wordCount publishedWithin { first } statements { nodes { id version text translation } } } }
    all: articles(orderBy: { field: TITLE, direction: ASC }) { nodes { title } } allSeries { nodes { name } } }`)
  expect(errors).toBeUndefined()
  const [article] = data.articles.nodes
  expect(article).toMatchObject({ wordCount: 10, publishedWithin: null })
  expect(data.all.nodes.map(({ title }: { title: string }) => title)).toEqual([
    ...['Ferry to sail', 'One title', 'quay', 'Two titles'],
  ])
  expect(data.allSeries.nodes).toEqual([])
  const [statement] = article.statements.nodes
  expect(statement.translation).toBeNull()
  await edit(server, statement.id, key)
  const retitled = await server.ask(
    `mutation { articleRetitle(input: { id: "${article.id}",
    expectedVersion: ${article.version}, title: "Ferry sailed" }) { ... on ArticleSuccess { article { title } } } }`,
    key,
  )
  expect(retitled.data.articleRetitle).toEqual({ article: { title: 'Ferry sailed' } })
}

/** A field that people edit is written, read, kept in the history and reverted. */
async function edit(server: ServingCommand, id: string, key: string): Promise<void> {
  const success = '{ ... on StatementSuccess { status statement { translation version } } }'
  const updated = await server.ask(
    `mutation { it: statementUpdate(input: { id: "${id}", expectedVersion: 1,
    patch: { translation: "Hello" } }) ${success} }`,
    key,
  )
  expect(updated.data.it).toEqual({ status: 'UPDATED', statement: { translation: 'Hello', version: 2 } })
  const history = await server.ask(`{ statement(by: { id: "${id}" }) { translation
    revisions(first: 1) { nodes { changes { field before after } } } } }`)
  expect(history.data.statement).toEqual({
    translation: 'Hello',
    revisions: { nodes: [{ changes: [{ field: 'translation', before: null, after: 'Hello' }] }] },
  })
  const reverted = await server.ask(
    `mutation { it: statementRevert(input: { id: "${id}", expectedVersion: 2,
    toVersion: 1 }) ${success} }`,
    key,
  )
  expect(reverted.data.it).toEqual({ status: 'UPDATED', statement: { translation: null, version: 3 } })
}

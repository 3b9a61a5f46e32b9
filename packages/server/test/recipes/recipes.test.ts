import { readFileSync } from 'node:fs'
import { graphql } from 'graphql'
import { describe, expect, it } from 'vitest'
import { builder } from '../../src/graphql/builder.js'
import '../../src/graphql/service-schema.js'
import './add-field.js'
import './add-mutation.js'
import { CAPTIONS } from './add-source.js'
import './add-type.js'

const contributing = readFileSync(new URL('../../../../CONTRIBUTING.md', import.meta.url), 'utf8')

/** The part of a recipe that CONTRIBUTING.md shows. */
function shown(name: string): string {
  const code = readFileSync(new URL(`./${name}.ts`, import.meta.url), 'utf8')
  return /\/\/ #region \w+\n([\s\S]*?)\/\/ #endregion/.exec(code)?.[1] ?? ''
}

describe('the recipes of CONTRIBUTING.md', () => {
  it.each(['add-field', 'add-type', 'add-mutation', 'add-source'])('shows %s.ts as it runs here', (name) => {
    expect(contributing).toContain(`\`\`\`ts\n${shown(name)}\`\`\`\n`)
  })

  it('adds a field and a type to the schema', async () => {
    const schema = builder.toSchema()
    const { data } = await graphql({
      schema,
      source: '{ __type(name: "Article") { fields { name type { name ofType { name } } } } }',
    })
    const fields = (data as { __type: { fields: { name: string }[] } }).__type.fields
    expect(fields).toContainEqual({ name: 'wordCount', type: { name: null, ofType: { name: 'Int' } } })
    expect(fields).toContainEqual({ name: 'publishedWithin', type: { name: 'Span', ofType: null } })
  })

  it('takes captions as a source', async () => {
    const captions =
      'WEBVTT\n\n1\n00:01.000 --> 00:04.000\n“We sail at noon,”\nsaid Mara Lindt.\n\n2\n00:05.000 --> 00:06.000\nShe waved.\n'
    expect(CAPTIONS.looksLike?.(captions)).toBe(true)
    const parse = await CAPTIONS.loadParser()
    expect(parse(captions, 'quay.vtt')).toMatchObject({
      text: '“We sail at noon,”\nsaid Mara Lindt.\n\nShe waved.',
      title: 'quay',
    })
  })
})

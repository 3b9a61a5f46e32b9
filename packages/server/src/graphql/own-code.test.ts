import { isObjectType } from 'graphql'
import { expect, it } from 'vitest'
import { fieldsWithStatements } from '../../test/harness/own-statements.js'
import { schema } from './service-schema.js'

interface Facts {
  plan?: object
  resolve?: (...args: unknown[]) => unknown
}

const fields = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => type !== schema.getMutationType())
  .flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({
      name: `${type.name}.${field.name}`,
      facts: (field.extensions.readPlan ?? {}) as Facts,
    })),
  )

it('is listed in docs/guides/reads.md of all fields that have it', () => {
  const listed = fieldsWithStatements()
  expect(listed.filter((name) => !fields.some((field) => field.name === name))).toEqual([])
  const isAsync = ({ resolve }: Facts) => resolve?.constructor.name === 'AsyncFunction'
  const withCode = fields.filter(({ facts }) => (facts.plan && 'code' in facts.plan) || isAsync(facts))
  expect(withCode.length).toBeGreaterThan(3)
  expect(withCode.map(({ name }) => name).filter((name) => !listed.includes(name))).toEqual([])
})

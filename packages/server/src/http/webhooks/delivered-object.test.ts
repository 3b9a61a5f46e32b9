import { validate } from 'graphql'
import { expect, it } from 'vitest'
import { EntityType } from '../../generated/prisma/enums.js'
import { schema } from '../../graphql/service-schema.js'
import { documentOf } from './delivered-object.js'

it.each(Object.values(EntityType))('asks for what the schema has of %s', (type) => {
  expect(validate(schema, documentOf(type))).toEqual([])
})

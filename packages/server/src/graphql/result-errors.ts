import {
  AnchorMismatchError,
  ConflictError,
  ForbiddenError,
  InputError,
  NotFoundError,
} from '../record/errors.js'
import { builder } from './builder.js'

const ErrorCode = builder.enumType('ErrorCode', {
  description: 'What kind of failure the result of a write is.',
  values: {
    VALIDATION: { description: 'The input is wrong: correct what `fields` names.' },
    NOT_FOUND: { description: 'There is no such object.' },
    FORBIDDEN: { description: 'The key that came with the request may not do this.' },
    CONFLICT: { description: 'The object changed since it was read.' },
    ANCHOR_MISMATCH: { description: 'The words are not at the place given.' },
  },
})

const ErrorInterface = builder.interfaceRef<Error>('Error').implement({
  description: 'An expected failure of a write: a member of its result.',
  fields: (t) => ({
    code: t.field({
      type: ErrorCode,
      description: 'The kind of failure, for programs.',
      resolve: () => {
        throw new Error('each error type has its own code')
      },
    }),
    message: t.exposeString('message', { description: 'One line for people that says what to change.' }),
  }),
})

const FieldError = builder.objectRef<{ path: string[]; message: string }>('FieldError').implement({
  description: 'What is wrong with one field of an input.',
  fields: (t) => ({
    path: t.exposeStringList('path', { description: 'Where it stands: `["input", "source"]`.' }),
    message: t.exposeString('message', { description: 'What is wrong, and what to change.' }),
  }),
})

builder.objectType(InputError, {
  name: 'ValidationError',
  description: 'The input is wrong; nothing was written.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    code: t.field({ type: ErrorCode, description: 'VALIDATION.', resolve: () => 'VALIDATION' as const }),
    fields: t.field({
      type: [FieldError],
      description: 'What is wrong where.',
      resolve: (error) => error.fields,
    }),
  }),
})

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description: 'There is no object with the id to be changed; nothing was written.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    code: t.field({ type: ErrorCode, description: 'NOT_FOUND.', resolve: () => 'NOT_FOUND' as const }),
    id: t.exposeID('id', { description: 'The id as it was passed.' }),
  }),
})

builder.objectType(ConflictError, {
  name: 'ConflictError',
  description: 'The object changed since it was read; nothing was written.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    code: t.field({ type: ErrorCode, description: 'CONFLICT.', resolve: () => 'CONFLICT' as const }),
    currentVersion: t.exposeInt('currentVersion', { description: 'The version that it has now.' }),
  }),
})

builder.objectType(AnchorMismatchError, {
  name: 'AnchorMismatchError',
  description: 'The words of an anchor are not at its place; nothing was written.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    code: t.field({
      type: ErrorCode,
      description: 'ANCHOR_MISMATCH.',
      resolve: () => 'ANCHOR_MISMATCH' as const,
    }),
    expected: t.exposeString('expected', { description: 'The words as they were passed.' }),
    found: t.exposeString('found', { description: 'What stands at the place; empty past the end.' }),
  }),
})

builder.objectType(ForbiddenError, {
  name: 'ForbiddenError',
  description: 'The request has no key, or its key lacks a scope; nothing was written.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    code: t.field({ type: ErrorCode, description: 'FORBIDDEN.', resolve: () => 'FORBIDDEN' as const }),
    requiredScope: t.exposeString('requiredScope', { description: 'The scope that is needed.' }),
  }),
})

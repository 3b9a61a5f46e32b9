import {
  AnchorMismatchError,
  ConflictError,
  ForbiddenError,
  InputError,
  NotFoundError,
} from '../record/errors.js'
import { builder } from './builder.js'
import { Scope } from './scope.js'

const ErrorCode = builder.enumType('ErrorCode', {
  description: 'What kind of failure the result of a write is.',
  values: {
    VALIDATION: { description: 'The input is wrong: correct what `fields` names.' },
    NOT_FOUND: { description: 'There is no object with the id that was passed.' },
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
    path: t.exposeStringList('path', {
      description:
        'The path of the field from the argument down, indices as text: `["input", "patch", "topicIds", "2"]`.',
    }),
    message: t.exposeString('message', { description: 'What is wrong, and what to change.' }),
  }),
})

builder.objectType(InputError, {
  name: 'ValidationError',
  description: 'The input is wrong; nothing was written.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    code: t.field({
      type: ErrorCode,
      description: 'Always VALIDATION, the code of this type.',
      resolve: () => 'VALIDATION' as const,
    }),
    fields: t.field({
      type: [FieldError],
      description: 'What is wrong, field by field; at least one.',
      resolve: (error) => error.fields,
    }),
  }),
})

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description: 'There is no object with the id to be changed; nothing was written.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    code: t.field({
      type: ErrorCode,
      description: 'Always NOT_FOUND, the code of this type.',
      resolve: () => 'NOT_FOUND' as const,
    }),
    missingId: t.exposeID('id', { description: 'The id that was passed, and that no object has.' }),
  }),
})

builder.objectType(ConflictError, {
  name: 'ConflictError',
  description: 'The object changed since it was read; nothing was written.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    code: t.field({
      type: ErrorCode,
      description: 'Always CONFLICT, the code of this type.',
      resolve: () => 'CONFLICT' as const,
    }),
    currentVersion: t.exposeInt('currentVersion', {
      description: 'The version that the object has now. Read the object again, and pass this version.',
    }),
  }),
})

builder.objectType(AnchorMismatchError, {
  name: 'AnchorMismatchError',
  description: 'The words of an anchor are not at its place; nothing was written.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    code: t.field({
      type: ErrorCode,
      description: 'Always ANCHOR_MISMATCH, the code of this type.',
      resolve: () => 'ANCHOR_MISMATCH' as const,
    }),
    expected: t.exposeString('expected', { description: 'The words that were passed as `exact`.' }),
    found: t.exposeString('found', {
      description: 'What stands at the place that was passed; empty past the end of the text.',
    }),
  }),
})

builder.objectType(ForbiddenError, {
  name: 'ForbiddenError',
  description: 'The request has no key, or its key lacks a scope; nothing was written.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    code: t.field({
      type: ErrorCode,
      description: 'Always FORBIDDEN, the code of this type.',
      resolve: () => 'FORBIDDEN' as const,
    }),
    requiredScope: t.expose('requiredScope', {
      type: Scope,
      description: 'The scope that the key must have to do this.',
    }),
  }),
})

import type { InputFieldMap, InputShapeFromFields } from '@pothos/core'
import {
  AnchorMismatchError,
  ConflictError,
  ForbiddenError,
  InputError,
  NotFoundError,
} from '../record/errors.js'
import type { Scope } from '../record/viewer.js'
import { HOURS_KEPT, keyClaim } from '../record/write/idempotency.js'
import { runWrite, type Transact } from '../record/write/write.js'
import { builder, type InputFields } from './builder.js'
import type { Context } from './context.js'

/** A type of the schema whose resolvers get a `Shape` as their parent. */
export interface TypeOf<Shape> {
  $inferType: Shape
}

/** Errors that some result unions have besides ValidationError and ForbiddenError. */
const MORE_ERRORS = { NotFoundError, ConflictError, AnchorMismatchError }

/**
 * Makes the result union of one or more mutations. Its members are the success, ValidationError, ForbiddenError and the
 * errors in `more`.
 */
export function resultUnion<Success>(
  name: string,
  success: TypeOf<Success>,
  description: string,
  more: (keyof typeof MORE_ERRORS)[] = ['NotFoundError', 'ConflictError'],
): TypeOf<Success> {
  return builder.errorUnion(name, {
    description,
    types: [success, InputError, ForbiddenError, ...more.map((error) => MORE_ERRORS[error])],
    resolveType: () => success,
  } as never) as never
}

interface MutationOptions<Fields extends InputFieldMap, Success> {
  /** What the mutation does. */
  description: string
  /** The scope that the caller's API key must have; of several, one. */
  scope: Scope | readonly Scope[]
  /** The result union, made by {@link resultUnion}. */
  result: TypeOf<Success>
  /** The description of the argument and of its type. */
  inputDescription: string
  /** The fields of the input, besides `idempotencyKey`. */
  inputFields: (t: InputFields) => Fields
  /** True by default. False when the answer holds a secret, for the answer is stored under the idempotency key. */
  hasIdempotencyKey?: boolean
  /** The number of objects that the answer can hold; one by default. */
  complexity?: (input: InputShapeFromFields<Fields>) => number
  /**
   * Runs the mutation: it first checks what needs no database, then does its work in one transaction by `transact`. An
   * error of `record/errors.ts` that it throws becomes the result. It returns ids and facts that JSON can hold; the
   * resolvers of the success read the rest.
   */
  run: (
    input: InputShapeFromFields<Fields>,
    transact: Transact,
    context: Context,
    idempotencyKey: string | null,
  ) => Promise<Success>
}

/**
 * Adds a mutation to the schema, `articleDelete(input: ArticleDeleteInput!)`, and its input type. All mutations are
 * made by this function, so that each has one argument `input`, a scope, typed errors, a history and an idempotency
 * key.
 *
 * A mutation that changes nothing succeeds, and makes no version, no revision and no entry of the change log.
 *
 * @returns its input type.
 */
export function mutation<Fields extends InputFieldMap, Success>(
  name: string,
  options: MutationOptions<Fields, Success>,
) {
  const { description, scope, result, complexity, run } = options
  const input = inputType(name, options)
  builder.mutationField(name, (t) =>
    t.field({
      type: result,
      // Null after an unexpected failure: a non-null field would take the answers of the other mutations with it.
      nullable: true,
      description,
      args: {
        input: t.arg({
          type: input,
          required: true,
          description: options.inputDescription,
        }),
      },
      authScopes: Object.fromEntries([scope].flat().map((one) => [one, true])),
      ...(complexity
        ? {
            complexity: ({ input }: { input: never }) => ({
              field: 1,
              multiplier: Math.max(1, complexity(input)),
            }),
          }
        : {}),
      resolve: (_root: unknown, { input }: { input: KeyedInput }, context: Context) => {
        const { idempotencyKey: key, ...passed } = input
        const owner = context.keyId ?? context.viewer.name
        const claim = key == null ? undefined : keyClaim(key, name, passed, owner)
        const transact: Transact = (work) => runWrite(context.prisma, context.viewer.name, work, claim)
        return run(passed as never, transact, context, key ?? null)
      },
    } as never),
  )
  return input
}

/** What the inputs of all mutations have in common. */
interface KeyedInput {
  idempotencyKey?: string | null
}

const inputType = <Fields extends InputFieldMap, Success>(
  name: string,
  { inputDescription, inputFields, hasIdempotencyKey = true }: MutationOptions<Fields, Success>,
) =>
  builder.inputType(`${name[0]?.toUpperCase()}${name.slice(1)}Input`, {
    description: inputDescription,
    fields: (t) => ({ ...inputFields(t), ...(hasIdempotencyKey ? keyField(t) : {}) }),
  })

const keyField = (t: InputFields) => ({
  idempotencyKey: t.string({
    description: `Your name for this write, 1 to 200 characters: for ${HOURS_KEPT} hours, the same input gives the same answer, and is not written again.`,
  }),
})

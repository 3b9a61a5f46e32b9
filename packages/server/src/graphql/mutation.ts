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

/** A type of the schema whose resolvers read from a `Shape`. */
export interface TypeOf<Shape> {
  $inferType: Shape
}

/** Members that some results have besides ValidationError and ForbiddenError. */
const MORE_ERRORS = { NotFoundError, ConflictError, AnchorMismatchError }

/**
 * Makes the union `<name>`, shared by all writes that give the success: it, ValidationError, ForbiddenError, and
 * those named.
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
  /** What the caller's key must have. */
  scope: Scope
  /** Made by {@link resultUnion}. */
  result: TypeOf<Success>
  /** What the input names or holds. */
  inputDescription: string
  /** The fields of the input, besides `idempotencyKey`. */
  inputFields: (t: InputFields) => Fields
  /** True by default. False when the answer holds a secret: an answer kept for an idempotency key would keep the secret. */
  hasIdempotencyKey?: boolean
  /** How many objects it can answer with; one by default. */
  complexity?: (input: InputShapeFromFields<Fields>) => number
  /**
   * Checks what needs no database first, then does its work in one transaction by `transact`. Whatever it throws of
   * `record/errors.ts` is the result. It returns ids and facts that JSON can hold, from which the fields of the
   * success read.
   */
  run: (input: InputShapeFromFields<Fields>, transact: Transact, context: Context) => Promise<Success>
}

/**
 * Adds a mutation to the schema, `articleDelete(input: ArticleDeleteInput!)`, and the type of its input. All mutations
 * are made by it, so that all have one shape, a scope, typed errors, a history, and an idempotency key, which stands in
 * the input.
 *
 * An update that changes nothing succeeds: it makes no version, no revision and no entry of the change log.
 */
export function mutation<Fields extends InputFieldMap, Success>(
  name: string,
  options: MutationOptions<Fields, Success>,
): void {
  const { description, scope, result, complexity, run } = options
  builder.mutationField(name, (t) =>
    t.field({
      type: result,
      // An unexpected failure of one write must not take the answers of the others with it.
      nullable: true,
      description,
      args: {
        input: t.arg({
          type: inputType(name, options),
          required: true,
          description: options.inputDescription,
        }),
      },
      authScopes: { [scope]: true },
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
        return run(passed as never, transact, context)
      },
    } as never),
  )
}

/** The input of any mutation, as far as all are alike. */
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
    description: `Your name for this write, 1 to 200 characters: with the same input within ${HOURS_KEPT} hours it gives the same answer, and writes nothing again; with another input it is a ValidationError. Failures are not kept.`,
  }),
})

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
import { type RunWrite, runWrite } from '../record/write/write.js'
import { builder } from './builder.js'
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

interface MutationOptions<Args extends InputFieldMap, Success> {
  description: string
  /** What the caller's key must have. */
  scope: Scope
  /** Made by {@link resultUnion}. */
  result: TypeOf<Success>
  args: Args
  /** How many objects it can answer with; one by default. */
  complexity?: (args: InputShapeFromFields<Args>) => number
  /**
   * Checks what needs no database first, then runs the work in one transaction by `write`. Whatever it throws of
   * `schema/errors.ts` is the result. It returns ids and facts that JSON can hold, from which the fields of the
   * success read.
   */
  run: (args: InputShapeFromFields<Args>, write: RunWrite, context: Context) => Promise<Success>
}

/**
 * Adds a mutation to the schema. All mutations are made by it, so that all have an idempotency key, a scope, typed
 * errors and a history.
 *
 * An update that changes nothing succeeds: it makes no version, no revision and no entry of the change log.
 */
export function mutation<Args extends InputFieldMap, Success>(
  name: string,
  { description, scope, result, args, complexity, run }: MutationOptions<Args, Success>,
): void {
  builder.mutationField(name, (t) =>
    t.field({
      type: result,
      // An unexpected failure of one write must not take the answers of the others with it.
      nullable: true,
      description,
      args: { ...args, ...keyArgument() },
      authScopes: { [scope]: true },
      ...(complexity
        ? { complexity: (passed: never) => ({ field: 1, multiplier: Math.max(1, complexity(passed)) }) }
        : {}),
      resolve: (
        _root: unknown,
        { idempotencyKey: key, ...passed }: { idempotencyKey?: string | null },
        context: Context,
      ) => {
        const owner = context.keyId ?? context.viewer.name
        const claim = key == null ? undefined : keyClaim(key, name, passed, owner)
        const write: RunWrite = (work) => runWrite(context.prisma, context.viewer.name, work, claim)
        return run(passed as never, write, context)
      },
    } as never),
  )
}

const keyArgument = () =>
  builder.args((t) => ({
    idempotencyKey: t.string({
      description: `Your name for this write, 1 to 200 characters: with the same arguments within ${HOURS_KEPT} hours it gives the same answer, and writes nothing again; with others it is a ValidationError. Failures are not kept.`,
    }),
  }))

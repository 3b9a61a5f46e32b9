import './global-types.js'
import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql'
import { type Datamodel, Tables } from './datamodel.js'
import { FACTS, type FieldFacts } from './facts.js'
import type { FieldPlan } from './field-plan.js'
import { PlannedObject } from './planned-object.js'
import { Planner, type ReadPlanOptions } from './planner.js'

/** The name of the plugin: `plugins: [ReadPlanPlugin, …]`. It comes first, so that it wraps what other plugins wrap. */
const NAME = 'readPlan'
export default NAME

const planners = new WeakMap<GraphQLSchema, Planner>()

/** What the plugin notes of the schema. */
interface SchemaFacts {
  tables: Tables
  options: ReadPlanOptions<object>
}

/**
 * The planner of a schema that was built with the plugin.
 *
 * @throws Error for any other schema.
 */
export function plannerOf(schema: GraphQLSchema): Planner {
  const known = planners.get(schema)
  if (known) return known
  const facts = schema.extensions[FACTS] as SchemaFacts | undefined
  if (!facts) throw new Error('the schema was built without the plugin readPlan')
  const planner = new Planner(schema, facts.tables, facts.options)
  planners.set(schema, planner)
  return planner
}

/** The resolver of a field that a plan reads. It runs only for a parent that no plan has read. */
export const readByPlan = ((
  _parent: unknown,
  _args: unknown,
  _context: unknown,
  info: GraphQLResolveInfo,
) => {
  throw new Error(`the parent of ${info.parentType.name}.${info.fieldName} was not read by a plan`)
}) as never

/** The options of a field that a plan reads: `t.field({ type, ...readBy({ rows: … }) })`. */
export const readBy = <Args, Context>(plan: FieldPlan<Args, Context>) => ({
  plan: plan as never,
  resolve: readByPlan,
})

export class ReadPlanPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const options = config.pothosOptions as { plan?: FieldPlan; authScopes?: unknown }
    const facts: FieldFacts = {
      hasOwnAuth: config.kind === 'Query' && options.authScopes !== undefined,
      ...(config.resolve ? { resolve: config.resolve as GraphQLFieldResolver<unknown, unknown> } : {}),
      ...(options.plan ? { plan: options.plan } : {}),
    }
    const isRead = config.kind === 'Query' && options.plan && !('code' in options.plan)
    return {
      ...config,
      extensions: { ...config.extensions, [FACTS]: facts },
      ...(isRead ? { resolve: readRoot as never } : {}),
    }
  }

  override wrapResolve(resolve: GraphQLFieldResolver<unknown, Types['Context'], object>) {
    const read: typeof resolve = (parent, args, context, info) => {
      if (!(parent instanceof PlannedObject)) return resolve(parent, args, context, info)
      const found = parent.read(info)
      if (!found) throw new Error(`${info.parentType.name}.${info.fieldName} was not read`)
      return found.value
    }
    return read
  }

  override afterBuild(schema: GraphQLSchema): GraphQLSchema {
    const { prisma, readPlan } = this.builder.options as unknown as {
      prisma: { dmmf: Datamodel }
      readPlan: ReadPlanOptions<object>
    }
    // The schema is copied before it is used. The copy has the same extensions.
    Object.assign(schema.extensions, {
      [FACTS]: { tables: new Tables(prisma.dmmf, readPlan.joins), options: readPlan } satisfies SchemaFacts,
    })
    return schema
  }
}

const readRoot: GraphQLFieldResolver<unknown, object> = async (_root, _args, context, info) =>
  (await plannerOf(info.schema).root(context, info)).read(info)?.value

SchemaBuilder.registerPlugin(NAME, ReadPlanPlugin)

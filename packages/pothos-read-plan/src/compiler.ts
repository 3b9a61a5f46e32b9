import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql'
import { collectFields, type Selecting, usesVariables } from './collect.js'
import type { Tables } from './datamodel.js'
import { type Execution, type Prepare, Site } from './execution.js'
import { type FieldFacts, factsOf } from './facts.js'
import type { FlatPage } from './flat-page.js'
import { Irregular } from './leaf.js'
import { Level } from './level.js'
import { type FieldRead, ObjectPlan, typenameRead } from './planned-object.js'

/** Where an object stands in the statement that is written. */
export interface Place {
  level: Level
  /** The alias of its row; null for the root. */
  alias: string | null
  /** The Prisma model of its row; null for the root. */
  model: string | null
  /** How many such objects the statement reads at most. */
  count(run: Execution): number
  /** The response keys of the fields down to it. */
  way: readonly string[]
}

/** A field that is compiled. */
export interface Field {
  key: string
  type: GraphQLObjectType
  definition: GraphQLField<unknown, unknown>
  facts: FieldFacts
  nodes: readonly FieldNode[]
  selections: readonly SelectionSetNode[]
  place: Place
}

/** What a plan cannot do by itself; the executor then does it. */
export interface Limits {
  /** Whether the answer can be written as text, without the executor. */
  textable: boolean
}

/** Compiles the selections of one operation. */
export class Compiler {
  readonly limits: Limits = { textable: true }
  /** The level of the root. */
  readonly root = new Level()
  /** The first page of the root, whose rows are those of the statement. */
  flat: FlatPage | null = null
  #sites = 0
  #aliases = 0

  readonly tables: Tables
  readonly selecting: Selecting
  readonly encodeId: EncodeId
  readonly #compileField: CompileField

  constructor(tables: Tables, selecting: Selecting, encodeId: EncodeId, compileField: CompileField) {
    this.tables = tables
    this.selecting = selecting
    this.encodeId = encodeId
    this.#compileField = compileField
  }

  /** A new alias: r1, r2 … */
  alias(): string {
    this.#aliases++
    return `r${this.#aliases}`
  }

  /** @param on what the state depends on: the arguments of the field, those of fields below it, too, or more. */
  site(
    { definition, nodes }: Pick<Field, 'definition' | 'nodes'>,
    prepare: Prepare,
    on: 'arguments' | 'selection' | 'more' = 'arguments',
  ): Site {
    const varies = on === 'more' || usesVariables(nodes, this.selecting.fragments, on === 'selection')
    return new Site(this.#sites++, definition, nodes[0] as FieldNode, varies, prepare)
  }

  object(type: GraphQLObjectType, selections: readonly SelectionSetNode[], place: Place): ObjectPlan {
    const fields = [...collectFields(this.selecting, type, selections)]
    return new ObjectPlan(
      type.name,
      fields.map(([key, nodes]) => this.field(type, key, nodes, place)),
    )
  }

  field(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[], place: Place): FieldRead {
    const name = nodes[0]?.name.value as string
    if (name === '__typename') return typenameRead(key, type)
    if (name.startsWith('__')) return this.#introspection(key)
    const definition = type.getFields()[name] as GraphQLField<unknown, unknown>
    const facts = factsOf(definition)
    if (facts.hasOwnAuth) this.limits.textable = false
    const selections = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    const field = {
      key,
      type,
      definition,
      facts,
      nodes,
      selections,
      place: { ...place, way: [...place.way, key] },
    }
    return this.#compileField(this, field)
  }

  /** Leaves `__schema` and `__type` to the executor, which asks no parent for them. */
  #introspection(key: string): FieldRead {
    this.limits.textable = false
    const left = () => {
      throw new Irregular('the executor tells of the schema')
    }
    return { key, read: left, write: left }
  }
}

/** Makes the global id of an object of the name of its type and its key. */
export type EncodeId = (typename: string, id: string) => string

/** Compiles one field. */
export type CompileField = (compiler: Compiler, field: Field) => FieldRead

/** The object type of a field that reads rows. @throws Error when it has another type. */
export function objectTypeOf({ definition }: Field): GraphQLObjectType {
  const named = getNamedType(definition.type)
  if (!isObjectType(named))
    throw new Error(`${definition.name} reads rows, and ${named.name} is no object type`)
  return named
}

/** Whether a type is a list, nullable or not. */
export const isList = (type: GraphQLOutputType): boolean =>
  isListType(isNonNullType(type) ? type.ofType : type)

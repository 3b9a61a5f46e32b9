/** A column or relation of a Prisma model, as far as a read needs it. */
export interface ModelField {
  name: string
  type: string
  kind: string
  isList: boolean
  isId: boolean
  relationName?: string
  relationFromFields?: readonly string[]
  relationToFields?: readonly string[]
  dbName?: string | null
}

interface Model {
  fields: readonly ModelField[]
  dbName?: string | null
}

/** What `getDatamodel()` of Pothos' generator gives. */
export interface Datamodel {
  datamodel: { models: Readonly<Record<string, Model>> }
}

/** Pairs of columns that a relation joins: those of the row that has the relation, and those of the related row. */
export type Join = readonly { own: string; other: string }[]

/** Reads tables, columns and relations out of Prisma's datamodel. */
export class Tables {
  readonly #models: Readonly<Record<string, Model>>
  readonly #fields = new Map<string, ReadonlyMap<string, ModelField>>()

  readonly #joins: Readonly<Record<string, Join>>

  /** @param joins the columns of relations that the datamodel does not tell: `Book.author`. */
  constructor({ datamodel }: Datamodel, joins: Readonly<Record<string, Join>> = {}) {
    this.#models = datamodel.models
    this.#joins = joins
  }

  table(model: string): string {
    return this.#model(model).dbName ?? model
  }

  /** The column or relation of a model. @throws Error when there is none of the name. */
  field(model: string, name: string): ModelField {
    const known = this.#fields.get(model)
    const fields = known ?? new Map(this.#model(model).fields.map((field) => [field.name, field]))
    if (!known) this.#fields.set(model, fields)
    const field = fields.get(name)
    if (!field) throw new Error(`the model ${model} has no field ${name}`)
    return field
  }

  /** The name of the column that holds a field. */
  column(model: string, name: string): string {
    return this.field(model, name).dbName ?? name
  }

  /** A Prisma `select` of all columns of a model, which is what Prisma reads without one. */
  allColumns(model: string): Record<string, true> {
    const columns = this.#model(model).fields.filter(({ kind }) => kind !== 'object')
    return Object.fromEntries(columns.map(({ name }) => [name, true]))
  }

  /** The name of the field that identifies a row. @throws Error when several fields do together. */
  key(model: string): string {
    const key = this.#model(model).fields.find(({ isId }) => isId)
    if (!key) throw new Error(`the model ${model} has no single field as its key`)
    return key.name
  }

  /** The columns that a relation joins, whichever side holds the foreign key. */
  join(model: string, relation: string): Join {
    const given = this.#joins[`${model}.${relation}`]
    if (given) return given
    const field = this.field(model, relation)
    const own = pairsOf(field, () => this.key(field.type))
    if (own) return own.map(({ from, to }) => ({ own: from, other: to }))
    const back = this.#model(field.type).fields.find(
      (one) =>
        one.relationName === field.relationName && one.type === model && one.relationFromFields?.length,
    )
    const other = back && pairsOf(back, () => this.key(model))
    if (!other)
      throw new Error(
        `the relation ${model}.${relation} has no foreign key of one column: name it in the option \`joins\``,
      )
    return other.map(({ from, to }) => ({ own: to, other: from }))
  }

  #model(name: string): Model {
    const model = this.#models[name]
    if (!model) throw new Error(`the datamodel has no model ${name}`)
    return model
  }
}

/** The pairs of foreign key and referenced column of a relation; null when the other side holds the foreign key. */
function pairsOf(field: ModelField, keyOfOther: () => string): { from: string; to: string }[] | null {
  const { relationFromFields: from = [], relationToFields: to = [] } = field
  if (from.length === 0) return null
  // Pothos' generator leaves the referenced columns out. A foreign key of one column refers to the primary key.
  if (to.length === 0 && from.length > 1) return null
  return from.map((name, index) => ({ from: name, to: to[index] ?? keyOfOther() }))
}

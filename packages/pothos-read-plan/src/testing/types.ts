import type { Sql, Statement } from '../sql.js'
import type { PrismaTypes } from './datamodel.js'

/** The context of an operation on the library. */
export interface Context {
  /** Whatever changes the SQL of plans. */
  viewer: string
  run(statement: Statement): Promise<unknown[][]>
  check?: Sql
  learn?(found: unknown): boolean
  /** Ids of authors that have become others. */
  moved: Map<number, number>
}

export interface Types {
  PrismaTypes: PrismaTypes
  Context: Context
  DefaultFieldNullability: false
  Scalars: {
    DateTime: { Input: Date; Output: Date }
    Json: { Input: unknown; Output: unknown }
  }
}

export type Builder = PothosSchemaTypes.SchemaBuilder<PothosSchemaTypes.ExtendDefaultTypes<Types>>
export type Node = ReturnType<ReturnType<Builder['interfaceRef']>['implement']>

export { AnswerTooLargeError } from './answer-too-large.js'
export type { Datamodel, Join } from './datamodel.js'
export type {
  CodePlan,
  ColumnsPlan,
  Embed,
  Embedded,
  EmbeddedReader,
  FieldPlan,
  OrderTerm,
  Page,
  PagePlan,
  RelationPlan,
  Rows,
  RowsPlan,
  Value,
  ValuePlan,
  WholeList,
  WholePlan,
  WholeTable,
} from './field-plan.js'
export { isLong, JsonText, jsonLength, type LatePart, LongString } from './json-text.js'
export type { ScalarExtensions } from './leaf.js'
export { PlannedObject } from './planned-object.js'
export type { Operation, Planner, ReadPlanOptions } from './planner.js'
export { default, plannerOf, ReadPlanPlugin, readBy, readByPlan } from './plugin.js'
export type { Sql, Statement } from './sql.js'

import type {
  BasePlugin,
  FieldNullability,
  InputFieldMap,
  InputShapeFromFields,
  SchemaTypes,
  TypeParam,
} from '@pothos/core'
import type { FieldPlan } from './field-plan.js'
import type { ReadPlanOptions } from './planner.js'

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      readPlan: BasePlugin<Types>
    }

    export interface SchemaBuilderOptions<Types extends SchemaTypes> {
      readPlan: ReadPlanOptions<Types['Context']>
    }

    export interface FieldOptions<
      Types extends SchemaTypes = SchemaTypes,
      ParentShape = unknown,
      Type extends TypeParam<Types> = TypeParam<Types>,
      Nullable extends FieldNullability<Type> = FieldNullability<Type>,
      Args extends InputFieldMap = InputFieldMap,
      ResolveShape = unknown,
      ResolveReturnShape = unknown,
    > {
      /** How the field is read. */
      plan?: FieldPlan<InputShapeFromFields<Args>, Types['Context']>
    }
  }
}
